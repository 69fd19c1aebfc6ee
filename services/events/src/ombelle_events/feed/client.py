"""Reading an OpenAgenda v2 agenda over HTTP: pages tried again, a listing that always ends and knows how."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Final, Self

import aiohttp
import orjson
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_random_exponential
from tenacity.stop import stop_base
from tenacity.wait import wait_base
from typing_extensions import override

PAGE_SIZE: Final = 300
MAX_PAGES: Final = 5_000
MAX_BODY: Final = 64 * 1024 * 1024
_AGENT: Final = "Ombelle (https://github.com/ombelle)"


class PageFailed(Exception):
    """A page that could not be had. `detail` is a French sentence without the key."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class _TryAgain(PageFailed):
    def __init__(self, detail: str, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How long a page is tried: `tries` times, `total` seconds in all, waits doubling from `first_wait`."""

    tries: int = 5
    total: float = 30.0
    first_wait: float = 0.2
    longest_wait: float = 3.2
    request_timeout: float = 15.0


@dataclass(slots=True)
class Listing:
    """What is known of a listing while and after it is read."""

    announced: int = 0
    pages: int = 0
    complete: bool = False
    problem: str | None = None


class OpenAgendaClient:
    """One connection pool to one base address. The key travels in a header and is never printed.

    Raises:
        PageFailed: from each method, when the tries are over.

    """

    def __init__(self, base_url: str, agenda: str, key: str, policy: RetryPolicy | None = None) -> None:
        self._agenda_url = f"{base_url.rstrip('/')}/v2/agendas/{agenda}"
        self._key = key
        self._policy = policy or RetryPolicy()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        timeout = aiohttp.ClientTimeout(total=self._policy.request_timeout, connect=5)
        self._session = aiohttp.ClientSession(
            headers={"key": self._key, "Accept": "application/json", "User-Agent": _AGENT}, timeout=timeout
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def agenda(self) -> dict[str, Any]:
        """The agenda's configuration, with its schema."""
        return await self._get(self._agenda_url, [("detailed", "1")])

    async def total(self) -> int:
        """How many events the agenda shows at all, by its shortest listing."""
        page = await self._get(f"{self._agenda_url}/events", [("size", "1")], events=True)
        return max(_count(page.get("total")), len(page["events"]))

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
                page = await self._get(
                    f"{self._agenda_url}/events", [*asked, *(("after[]", c) for c in cursor)], events=True
                )
            except PageFailed as failure:
                listing.problem = f"page {listing.pages + 1} : {failure.detail}"
                return
            listing.pages += 1
            listing.announced = max(listing.announced, _count(page.get("total")))
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

    async def _get(self, url: str, query: list[tuple[str, str]], *, events: bool = False) -> dict[str, Any]:
        policy = self._policy
        started = time.monotonic()
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(_TryAgain),
            stop=_OutOfTime(policy, started),
            wait=_Wait(policy),
            reraise=True,
        ):
            with attempt:
                left = policy.total - (time.monotonic() - started)
                return await self._once(url, query, events=events, seconds=left)
        raise AssertionError("unreachable: the last try is raised again")

    async def _once(
        self, url: str, query: list[tuple[str, str]], *, events: bool, seconds: float
    ) -> dict[str, Any]:
        if self._session is None:
            raise RuntimeError("the client is not open")
        try:
            async with asyncio.timeout(max(0.05, seconds)):
                async with self._session.get(url, params=query, allow_redirects=False) as response:
                    if response.status != 200:
                        raise _refusal(response.status, response.headers)
                    body = await _read(response)
        except TimeoutError as error:
            raise _TryAgain("pas de réponse à temps") from error
        except (aiohttp.ClientError, OSError) as error:
            raise _TryAgain(f"connexion impossible ou rompue ({type(error).__name__})") from error
        return _parse(body, events=events)


class _OutOfTime(stop_base):
    """Stops after the tries, or when the next one could not begin before the time is over."""

    def __init__(self, policy: RetryPolicy, started: float) -> None:
        self._policy, self._started = policy, started

    @override
    def __call__(self, retry_state: RetryCallState) -> bool:
        passed = time.monotonic() - self._started
        return (
            retry_state.attempt_number >= self._policy.tries
            or passed + retry_state.upcoming_sleep >= self._policy.total
        )


class _Wait(wait_base):
    """What the server asks for, else twice as long each time, with jitter."""

    def __init__(self, policy: RetryPolicy) -> None:
        self._backoff = wait_random_exponential(
            multiplier=policy.first_wait, max=policy.longest_wait, min=policy.first_wait / 2
        )

    @override
    def __call__(self, retry_state: RetryCallState) -> float:
        failure = retry_state.outcome.exception() if retry_state.outcome else None
        asked = failure.retry_after if isinstance(failure, _TryAgain) else None
        return self._backoff(retry_state) if asked is None else asked


def _refusal(status: int, headers: Mapping[str, str]) -> PageFailed:
    if status == 429 or status >= 500:
        return _TryAgain(f"réponse {status}", _retry_after(headers.get("Retry-After")))
    if status in (401, 403):
        return PageFailed(f"réponse {status} : la clé est refusée")
    if status == 404:
        return PageFailed("réponse 404 : cet agenda n'existe pas à cette adresse")
    return PageFailed(f"réponse {status}, inattendue")


def _retry_after(value: str | None) -> float | None:
    """Seconds to wait, from a number of seconds or an HTTP date."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


async def _read(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_chunked(1 << 16):
        body += chunk
        if len(body) > MAX_BODY:
            raise PageFailed(f"une page dépasse {MAX_BODY // (1024 * 1024)} Mo")
    return bytes(body)


def _parse(body: bytes, *, events: bool) -> dict[str, Any]:
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        answer = _parse_leniently(body)
    if not isinstance(answer, dict):
        raise _TryAgain("la réponse n'est pas un objet JSON")
    if events and not isinstance(answer.get("events"), list):
        raise _TryAgain("la réponse n'a pas de liste « events »")
    return answer


def _parse_leniently(body: bytes) -> Any:
    """Parse what the strict parser refuses for half an emoji, which becomes a question mark."""
    try:
        answer = json.loads(body)
        return orjson.loads(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        start = body[:200].lstrip().lower()
        what = "une page HTML" if start.startswith(b"<") else "un JSON illisible ou coupé"
        raise _TryAgain(f"la réponse est {what}") from error


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
