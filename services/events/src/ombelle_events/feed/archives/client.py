"""Reading an archive whole: from a file, or by pages, or in one export where pages would not reach the end."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from ombelle_events.feed.archives.addresses import Address, Place, Query, WrongAddress, understood
from ombelle_events.feed.archives.bodies import MAX_FILE, read_rows
from ombelle_events.feed.fetching import (
    Fetcher,
    Listing,
    PageFailed,
    RetryPolicy,
    TryAgain,
    count_of,
    parse_object,
)

REACH: Final = 10_000
"""Pages reach no farther: `offset + limit` and `start + rows` end there (Opendatasoft's API, v1 and v2.1)."""

PAGE_SIZES: Final = {Place.RECORDS: 100, Place.SEARCH: 1_000}
EXPORT_SECONDS: Final = 600.0
_CHUNK: Final = 500
_ORDERS: Final = ("identifiant", "uid")


class ArchiveClient:
    """One archive. The key travels in a header and is never printed.

    Raises:
        PageFailed: from `agenda` and `total`, when the tries are over.

    """

    def __init__(self, url: str, key: str | None, policy: RetryPolicy | None = None) -> None:
        self._url = url
        headers = {"Authorization": f"Apikey {key}"} if key else {}
        self._fetcher = Fetcher(headers, policy, "ce jeu de données n'existe pas à cette adresse")
        self._order: Query = ()

    async def __aenter__(self) -> Self:
        await self._fetcher.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._fetcher.__aexit__(kind, error, trace)

    async def agenda(self) -> dict[str, Any]:
        """The data set's name, once its columns were looked at for one to keep pages in order by."""
        address = self._address()
        if address.place is Place.RECORDS:
            try:
                described = await self._fetcher.get(address.url, (), parse_object)
            except PageFailed as failure:
                # A site may show records alone; that enough distinct ones were seen is judged at the end.
                if failure.status not in (400, 404):
                    raise
                described = {}
            fields = described.get("fields")
            names = {f.get("name") for f in fields if isinstance(f, dict)} if isinstance(fields, list) else ()
            self._order = tuple(("order_by", name) for name in _ORDERS if name in names)[:1]
        return {"dataset_id": address.dataset}

    async def total(self) -> int:
        """How many records the archive says it holds; a file holds what it holds."""
        address = self._address()
        if address.place in (Place.FILE, Place.DOCUMENT):
            rows, announced = await self._document(address)
            return max(len(rows), announced)
        page = await self._page(address, 0, 1)
        return max(page[1], len(page[0]))

    async def rows(self, listing: Listing, since: str | None) -> AsyncIterator[list[Any]]:
        """Yield the rows; when it ends, `listing` says how far it may be trusted. `since` cannot be asked."""
        del since
        try:
            address = self._address()
            read = self._by_pages if address.place in PAGE_SIZES else self._at_once
            async for rows in read(address, listing):
                yield rows
        except PageFailed as failure:
            listing.problem = f"page {listing.pages + 1} : {failure.detail}"

    async def _by_pages(self, address: Address, listing: Listing) -> AsyncIterator[list[Any]]:
        read, size = 0, PAGE_SIZES[address.place]
        while read < REACH:
            rows, total = await self._page(address, read, min(size, REACH - read))
            if total > REACH and not read:
                listing.announced = total
                async for chunk in self._at_once(address, listing):
                    yield chunk
                return
            listing.pages += 1
            listing.announced = max(listing.announced, total)
            read += len(rows)
            if rows:
                yield rows
            if not rows or read >= total:
                listing.complete = True
                return
        listing.problem = f"les pages s'arrêtent à {REACH} enregistrements"

    async def _at_once(self, address: Address, listing: Listing) -> AsyncIterator[list[Any]]:
        if address.place in (Place.FILE, Place.DOCUMENT):
            rows, announced = await self._document(address)
        else:
            # An export says nothing of how many it should hold.
            announced = listing.announced or (await self._page(address, 0, 1))[1]
            rows = await self._export(address)
        listing.announced = max(listing.announced, announced)
        for chunk in _chunks(rows):
            listing.pages += 1
            yield chunk
        listing.complete = True

    async def _page(self, address: Address, start: int, size: int) -> tuple[list[Any], int]:
        if address.place is Place.SEARCH:
            url, names = f"{address.url}/api/records/1.0/search/", ("rows", "start")
        else:
            url, names = f"{address.url}/records", ("limit", "offset")
        extent = zip(names, (str(size), str(start)), strict=True)
        return await self._fetcher.get(url, (*address.query, *self._order, *extent), _read_page)

    async def _export(self, address: Address) -> list[Any]:
        if address.place is Place.SEARCH:
            url, query = f"{address.url}/api/records/1.0/download/", (*address.query, ("format", "json"))
        else:
            url, query = f"{address.url}/exports/json", address.query
        rows, _ = await self._fetcher.get(url, query, read_rows, seconds=EXPORT_SECONDS, limit=MAX_FILE)
        return rows

    async def _document(self, address: Address) -> tuple[list[Any], int]:
        if address.place is Place.FILE:
            return read_rows(await asyncio.to_thread(_read_file, Path(address.url)))
        return await self._fetcher.get(
            address.url, address.query, read_rows, seconds=EXPORT_SECONDS, limit=MAX_FILE
        )

    def _address(self) -> Address:
        try:
            return understood(self._url)
        except WrongAddress as wrong:
            raise PageFailed(str(wrong)) from wrong


def _read_page(body: bytes) -> tuple[list[Any], int]:
    """The rows of a page and the total that it announces. Raises TryAgain."""
    page = parse_object(body)
    rows = page.get("results", page.get("records"))
    if not isinstance(rows, list):
        raise TryAgain("la réponse n'a pas de liste d'enregistrements")
    total = count_of(page.get("total_count", page.get("nhits")))
    if rows and not total:
        raise TryAgain("la réponse ne dit pas combien il y a d'enregistrements")
    return rows, total


def _read_file(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise PageFailed(f"le fichier « {path} » dépasse {MAX_FILE // (1024 * 1024)} Mo")
        return path.read_bytes()
    except OSError as error:
        raise PageFailed(
            f"le fichier « {path} » ne se lit pas ({error.strerror or type(error).__name__})"
        ) from error


def _chunks(rows: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK]
