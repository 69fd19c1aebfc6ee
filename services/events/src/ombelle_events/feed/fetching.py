"""Getting JSON over HTTP from servers that answer slowly, partly, wrongly, or ask to come back later."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import aiohttp
import orjson
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_random_exponential
from tenacity.stop import stop_base
from tenacity.wait import wait_base
from typing_extensions import override

MAX_BODY: Final = 64 * 1024 * 1024
_AGENT: Final = "Ombelle (https://github.com/ombelle)"
_EPOCH_FROM: Final = 1_000_000_000
_Read = TypeVar("_Read")
Query = Sequence[tuple[str, str]]


class PageFailed(Exception):
    """A page that could not be had. `detail` is a French sentence without the key; `status` that of HTTP."""

    def __init__(self, detail: str, status: int | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.status = status


class TryAgain(PageFailed):
    """A page that may come at another try, after `retry_after` seconds when the server says so."""

    def __init__(self, detail: str, retry_after: float | None = None, status: int | None = None) -> None:
        super().__init__(detail, status)
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


class Fetcher:
    """One connection pool. What its headers hold is never printed, and follows no redirection."""

    def __init__(self, headers: Mapping[str, str], policy: RetryPolicy | None, missing: str) -> None:
        """Prepare it; `missing` is what an answer 404 means, in French."""
        self._headers = {"Accept": "application/json", "User-Agent": _AGENT, **headers}
        self._policy = policy or RetryPolicy()
        self._missing = missing
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers=self._headers)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def get(
        self,
        url: str,
        query: Query,
        read: Callable[[bytes], _Read],
        *,
        seconds: float | None = None,
        limit: int = MAX_BODY,
    ) -> _Read:
        """Get one page, as often as the policy says.

        Args:
            url: without a query of its own.
            query: its parameters.
            read: makes of the body what is returned; it may raise TryAgain.
            seconds: for a whole data set in one answer, the time it may take; else the policy's.
            limit: bytes beyond which a body is refused.

        Raises:
            PageFailed: when the tries are over, or another try would not help.

        """
        policy = self._policy
        total = policy.total if seconds is None else max(seconds, policy.total)
        started = time.monotonic()
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(TryAgain),
            stop=_OutOfTime(policy.tries, total, started),
            wait=_Wait(policy),
            reraise=True,
        ):
            with attempt:
                left = total - (time.monotonic() - started)
                once = policy.request_timeout if seconds is None else None
                return read(await self._once(url, query, left, once, limit))
        raise AssertionError("unreachable: the last try is raised again")

    async def _once(self, url: str, query: Query, left: float, once: float | None, limit: int) -> bytes:
        if self._session is None:
            raise RuntimeError("the client is not open")
        # A whole data set is long in coming, and may be long in beginning to.
        silence = self._policy.request_timeout * (1 if once is not None else 4)
        timeout = aiohttp.ClientTimeout(total=once, connect=5, sock_read=silence)
        try:
            async with (
                asyncio.timeout(max(0.05, left)),
                self._session.get(
                    url, params=list(query), allow_redirects=False, timeout=timeout
                ) as response,
            ):
                if response.status != 200:
                    raise self._refusal(response.status, response.headers)
                return await _body(response, limit)
        except TimeoutError as error:
            raise TryAgain("pas de réponse à temps") from error
        except (aiohttp.ClientError, OSError) as error:
            raise TryAgain(f"connexion impossible ou rompue ({type(error).__name__})") from error

    def _refusal(self, status: int, headers: Mapping[str, str]) -> PageFailed:
        if status == 429 or status >= 500:
            return TryAgain(f"réponse {status}", _asked_to_wait(headers), status)
        if status in (401, 403):
            return PageFailed(f"réponse {status} : la clé est refusée", status)
        if status == 404:
            return PageFailed(f"réponse 404 : {self._missing}", status)
        if 300 <= status < 400:
            return PageFailed(
                f"réponse {status} : la source renvoie à une autre adresse, donnez celle-là", status
            )
        return PageFailed(f"réponse {status}, inattendue", status)


class _OutOfTime(stop_base):
    """Stops after the tries, or when the next one could not begin before the time is over."""

    def __init__(self, tries: int, total: float, started: float) -> None:
        self._tries, self._total, self._started = tries, total, started

    @override
    def __call__(self, retry_state: RetryCallState) -> bool:
        passed = time.monotonic() - self._started
        return retry_state.attempt_number >= self._tries or passed + retry_state.upcoming_sleep >= self._total


class _Wait(wait_base):
    """What the server asks for, else twice as long each time, with jitter."""

    def __init__(self, policy: RetryPolicy) -> None:
        self._backoff = wait_random_exponential(
            multiplier=policy.first_wait, max=policy.longest_wait, min=policy.first_wait / 2
        )

    @override
    def __call__(self, retry_state: RetryCallState) -> float:
        failure = retry_state.outcome.exception() if retry_state.outcome else None
        asked = failure.retry_after if isinstance(failure, TryAgain) else None
        return self._backoff(retry_state) if asked is None else asked


def _asked_to_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait.

    `Retry-After` is RFC 9110's. `X-RateLimit-Reset`, which Opendatasoft sends with a 429, is written as an
    instant or as seconds, from now or since 1970.
    """
    for name in ("Retry-After", "X-RateLimit-Reset"):
        seconds = _seconds(headers.get(name, "").strip())
        if seconds is not None:
            return seconds
    return None


def _seconds(value: str) -> float | None:
    if value.isascii() and value.isdigit():
        number = float(value)
        return number if number < _EPOCH_FROM else max(0.0, number - time.time())
    for parse in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = parse(value)
        except ValueError:
            continue
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (aware - datetime.now(UTC)).total_seconds())
    return None


async def _body(response: aiohttp.ClientResponse, limit: int) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_chunked(1 << 16):
        body += chunk
        if len(body) > limit:
            raise PageFailed(f"une page dépasse {limit // (1024 * 1024)} Mo")
    return bytes(body)


def parse(body: bytes) -> Any:
    """Parse JSON, half an emoji becoming a question mark.

    Raises:
        TryAgain: it is no JSON, or was cut.

    """
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return _parse_leniently(body)


def parse_object(body: bytes) -> dict[str, Any]:
    """Parse a JSON object. Raises TryAgain."""
    answer = parse(body)
    if not isinstance(answer, dict):
        raise TryAgain("la réponse n'est pas un objet JSON")
    return answer


def _parse_leniently(body: bytes) -> Any:
    try:
        answer = json.loads(body)
        return orjson.loads(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        start = body[:200].lstrip().lower()
        what = "une page HTML" if start.startswith(b"<") else "un JSON illisible ou coupé"
        raise TryAgain(f"la réponse est {what}") from error


def count_of(value: Any) -> int:
    """A count as sources announce it; 0 for what is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
