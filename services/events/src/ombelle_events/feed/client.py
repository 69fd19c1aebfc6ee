"""Reading an OpenAgenda v2 agenda over HTTP: a listing that always ends and knows how."""

from collections.abc import AsyncIterator
from types import TracebackType
from typing import Any, Final, Self

from ombelle_events.feed.fetching import (
    Fetcher,
    Listing,
    PageFailed,
    RetryPolicy,
    TryAgain,
    count_of,
    parse_object,
)

PAGE_SIZE: Final = 300
MAX_PAGES: Final = 5_000


class OpenAgendaClient:
    """One connection pool to one base address. The key travels in a header and is never printed.

    Raises:
        PageFailed: from each method, when the tries are over.

    """

    def __init__(self, base_url: str, agenda: str, key: str, policy: RetryPolicy | None = None) -> None:
        self._agenda_url = f"{base_url.rstrip('/')}/v2/agendas/{agenda}"
        self._fetcher = Fetcher({"key": key}, policy, "cet agenda n'existe pas à cette adresse")

    async def __aenter__(self) -> Self:
        await self._fetcher.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._fetcher.__aexit__(kind, error, trace)

    async def agenda(self) -> dict[str, Any]:
        """The agenda's configuration, with its schema."""
        return await self._fetcher.get(self._agenda_url, [("detailed", "1")], parse_object)

    async def total(self) -> int:
        """How many events the agenda shows at all, by its shortest listing."""
        page = await self._fetcher.get(f"{self._agenda_url}/events", [("size", "1")], _page)
        return max(count_of(page.get("total")), len(page["events"]))

    async def rows(self, listing: Listing, since: str | None) -> AsyncIterator[list[Any]]:
        """Yield the pages of rows; when it ends, `listing` says how far it may be trusted.

        Args:
            listing: filled while reading; the caller adds that enough distinct rows were seen.
            since: the lower bound of `updatedAt`, tombstones included; `None` lists all that is live.

        """
        asked = [("size", str(PAGE_SIZE)), ("detailed", "1"), ("sort", "updatedAt.asc")]
        if since is not None:
            asked += [("updatedAt[gte]", since), ("removed", "null")]
        cursor: list[str] = []
        seen: set[tuple[str, ...]] = set()
        while listing.pages < MAX_PAGES:
            try:
                page = await self._fetcher.get(
                    f"{self._agenda_url}/events", [*asked, *(("after[]", c) for c in cursor)], _page
                )
            except PageFailed as failure:
                listing.problem = f"page {listing.pages + 1} : {failure.detail}"
                return
            listing.pages += 1
            listing.announced = max(listing.announced, count_of(page.get("total")))
            if page["events"]:
                yield page["events"]
            after = page.get("after")
            if not page["events"] or not isinstance(after, list) or not after:
                listing.complete = True
                return
            cursor = [str(part) for part in after]
            if tuple(cursor) in seen:
                listing.problem = f"page {listing.pages} : le curseur se répète"
                return
            seen.add(tuple(cursor))
        listing.problem = f"plus de {MAX_PAGES} pages"


def _page(body: bytes) -> dict[str, Any]:
    page = parse_object(body)
    if not isinstance(page.get("events"), list):
        raise TryAgain("la réponse n'a pas de liste « events »")
    return page
