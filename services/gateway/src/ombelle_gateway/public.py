"""Public answers of the services, by way of the hot memory: for callers, and for the pages made here."""

import json
from typing import Any

import aiohttp

from ombelle_gateway.answer import Answer
from ombelle_gateway.asgi import Exchange, header
from ombelle_gateway.hop import Hop, outbound, read_up_to, relay
from ombelle_gateway.hot import HotMemory, Key, Produced

# A public answer larger than this is streamed and never kept.
_WHOLE_LIMIT = 4 * 1024 * 1024


class _TooLong(Exception):
    """A public answer that is not worth holding whole."""


class PublicAnswers:
    """Anonymous GETs of public routes."""

    def __init__(self, hop: Hop, hot: HotMemory) -> None:
        self._hop = hop
        self._hot = hot

    def held(self, exchange: Exchange) -> Answer | None:
        """Return what the hot memory has for this anonymous read."""
        return self._hot.peek(Key(exchange.raw_path, exchange.query, exchange.accepts_gzip))

    async def answer(self, service: str, exchange: Exchange) -> None:
        """Answer an anonymous read; raises as `Hop.request` does."""

        async def produce() -> Produced:
            async with self._hop.request(service, exchange, unconditional=True) as upstream:
                return await _produced(upstream, gzip=exchange.accepts_gzip)

        key = Key(exchange.raw_path, exchange.query, exchange.accepts_gzip)
        try:
            answer = await self._hot.get(key, produce)
        except _TooLong:
            async with self._hop.request(service, exchange, unconditional=True) as upstream:
                await relay(upstream, exchange)
            return
        await answer.send(exchange)

    async def read(self, service: str, path: str, query: str = "", *, seconds: float) -> tuple[int, Any]:
        """Return the status and the JSON of a public answer, for a page made here.

        Raises:
            DomainError: the service cannot be reached, or not in time.
            ValueError: it did not answer with JSON.

        """

        async def produce() -> Produced:
            async with self._hop.get(service, path, query, seconds=seconds) as upstream:
                return await _produced(upstream, gzip=False)

        try:
            answer = await self._hot.get(Key(path.encode(), query.encode(), gzip=False), produce)
        except _TooLong as error:
            raise ValueError("too long an answer") from error
        return answer.status, json.loads(answer.body)


async def _produced(upstream: aiohttp.ClientResponse, *, gzip: bool) -> Produced:
    body = await read_up_to(upstream, _WHOLE_LIMIT)
    if body is None:
        raise _TooLong
    headers = [one for one in outbound(upstream) if one[0] != b"content-length"]
    answer = Answer(upstream.status, headers, body)
    return Produced(answer.in_form(gzip=gzip), is_storable(answer))


def is_storable(answer: Answer) -> bool:
    """Say whether this answer to an anonymous GET may be given to others: a 200 that says so itself."""
    if answer.status != 200 or header(answer.headers, b"set-cookie") is not None:
        return False
    control = (header(answer.headers, b"cache-control") or b"").lower()
    directives = {part.strip().partition(b"=")[0] for part in control.split(b",")}
    if b"public" not in directives or directives & {b"no-store", b"private"}:
        return False
    return header(answer.headers, b"vary") is None and header(answer.headers, b"content-encoding") is None
