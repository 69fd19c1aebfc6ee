"""Public answers of the services, by way of the hot memory: for callers, and for the pages made here."""

import json
from typing import Any

from ombelle_gateway.answer import Answer
from ombelle_gateway.asgi import Exchange, header
from ombelle_gateway.hop import Hop, relay
from ombelle_gateway.hot import HotMemory, Key, Produced
from ombelle_gateway.upstream import TooLong, Whole

# A public answer larger than this is streamed and never kept.
_WHOLE_LIMIT = 4 * 1024 * 1024
_LEFT_OUT = frozenset({b"content-length", b"set-cookie"})


class PublicAnswers:
    """Anonymous GETs of public routes."""

    def __init__(self, hop: Hop, hot: HotMemory) -> None:
        self._hop = hop
        self._hot = hot

    def held(self, exchange: Exchange) -> Answer | None:
        """Return what the hot memory has for this anonymous read."""
        return self._hot.peek(Key(exchange.raw_path, exchange.query, exchange.accepts_gzip))

    async def answer(self, service: str, exchange: Exchange) -> None:
        """Answer an anonymous read; raises as `Hop.request` does.

        The service is told nothing of who asks: what it says is for everybody.
        """

        async def produce() -> Produced:
            whole = await self._hop.read(service, exchange.raw_path, exchange.query, most=_WHOLE_LIMIT)
            return _produced(whole, gzip=exchange.accepts_gzip)

        key = Key(exchange.raw_path, exchange.query, exchange.accepts_gzip)
        try:
            answer = await self._hot.get(key, produce)
        except TooLong:
            async with self._hop.request(service, exchange) as upstream:
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
            whole = await self._hop.read(
                service, path.encode(), query.encode(), most=_WHOLE_LIMIT, seconds=seconds
            )
            return _produced(whole, gzip=False)

        try:
            answer = await self._hot.get(Key(path.encode(), query.encode(), gzip=False), produce)
        except TooLong as error:
            raise ValueError("too long an answer") from error
        return answer.status, json.loads(answer.body)


def _produced(whole: Whole, *, gzip: bool) -> Produced:
    headers = [one for one in whole.headers if one[0] not in _LEFT_OUT]
    answer = Answer(whole.status, headers, whole.body)
    sets_cookie = header(whole.headers, b"set-cookie") is not None
    return Produced(answer.in_form(gzip=gzip), is_storable(answer) and not sets_cookie)


def is_storable(answer: Answer) -> bool:
    """Say whether this answer to an anonymous GET may be given to others: a 200 that says so itself."""
    if answer.status != 200:
        return False
    control = (header(answer.headers, b"cache-control") or b"").lower()
    directives = {part.strip().partition(b"=")[0] for part in control.split(b",")}
    if b"public" not in directives or directives & {b"no-store", b"private"}:
        return False
    return header(answer.headers, b"vary") is None and header(answer.headers, b"content-encoding") is None
