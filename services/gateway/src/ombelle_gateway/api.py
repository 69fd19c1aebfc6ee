"""Everything under `/api`: the services' routes, hot memory before them, and the merged documentation."""

import json
from collections.abc import Mapping
from importlib.resources import files

from ombelle_contracts import Document
from ombelle_contracts.merge import merge_openapi

from ombelle_gateway.answer import Answer, text_answer
from ombelle_gateway.asgi import Exchange, header
from ombelle_gateway.bearer import IdentityDesk
from ombelle_gateway.errors import NoSuchRoute
from ombelle_gateway.hop import Hop, outbound, read_up_to, relay
from ombelle_gateway.hot import HotMemory, Key, Produced
from ombelle_gateway.routing import RouteTable, is_plain_path

# A public answer larger than this is streamed and never kept.
_WHOLE_LIMIT = 4 * 1024 * 1024
_DOCS = {
    "/api/docs": ("docs.html", "text/html; charset=utf-8"),
    "/api/docs.js": ("docs.js", "text/javascript; charset=utf-8"),
    "/api/docs.css": ("docs.css", "text/css; charset=utf-8"),
}


class Api:
    """Answers `/api/…`."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        *,
        hop: Hop,
        hot: HotMemory,
        desk: IdentityDesk,
        public_url: str,
    ) -> None:
        self._routes = RouteTable(documents)
        self._hop = hop
        self._hot = hot
        self._desk = desk
        self._own: dict[str, Answer] = {"/api/openapi.json": _merged(documents, public_url)}
        for path, (name, media_type) in _DOCS.items():
            content = (files("ombelle_gateway") / "static" / name).read_bytes()
            self._own[path] = text_answer(200, content, media_type)

    async def answer(self, exchange: Exchange) -> None:
        """Answer one request.

        Raises:
            DomainError: the gateway refuses, or the service cannot be reached.

        """
        is_anonymous = b"authorization" not in exchange.headers
        if exchange.is_read and is_anonymous:
            key = Key(exchange.raw_path, exchange.query, exchange.accepts_gzip)
            if (held := self._hot.peek(key)) is not None:
                exchange.note = "hot"
                await held.send(exchange)
                return
            if (own := self._own.get(exchange.path)) is not None:
                await own.in_form(gzip=exchange.accepts_gzip).send(exchange)
                return
        service = self._routes.service_for(exchange.path) if is_plain_path(exchange.path) else None
        if service is None:
            raise NoSuchRoute("Aucune ressource de l'API n'est à cette adresse : voyez /api/docs.")
        if exchange.is_read and is_anonymous and self._routes.is_public(exchange.path):
            await self._public(service, exchange, key)
            return
        identity = None
        if not is_anonymous:
            identity = self._desk.identity_for(exchange.headers[b"authorization"])
        async with self._hop.request(service, exchange, identity=identity) as upstream:
            await relay(upstream, exchange)

    async def _public(self, service: str, exchange: Exchange, key: Key) -> None:
        async def produce() -> Produced:
            return await self._fetched(service, exchange)

        try:
            answer = await self._hot.get(key, produce)
        except _TooLong:
            async with self._hop.request(service, exchange, unconditional=True) as upstream:
                await relay(upstream, exchange)
            return
        await answer.send(exchange)

    async def _fetched(self, service: str, exchange: Exchange) -> Produced:
        """Fetch the whole of a public answer, in the form the caller takes."""
        async with self._hop.request(service, exchange, unconditional=True) as upstream:
            body = await read_up_to(upstream, _WHOLE_LIMIT)
            if body is None:
                raise _TooLong
            headers = [one for one in outbound(upstream) if one[0] != b"content-length"]
            answer = Answer(upstream.status, headers, body)
        return Produced(answer.in_form(gzip=exchange.accepts_gzip), is_storable(answer))


class _TooLong(Exception):  # noqa: N818 - a fact
    """A public answer that is not worth holding whole."""


def is_storable(answer: Answer) -> bool:
    """Say whether this answer to an anonymous GET may be given to others: a 200 that says so itself."""
    if answer.status != 200 or header(answer.headers, b"set-cookie") is not None:
        return False
    control = (header(answer.headers, b"cache-control") or b"").lower()
    directives = {part.strip().partition(b"=")[0] for part in control.split(b",")}
    if b"public" not in directives or directives & {b"no-store", b"private"}:
        return False
    return header(answer.headers, b"vary") is None and header(answer.headers, b"content-encoding") is None


def _merged(documents: Mapping[str, Document], public_url: str) -> Answer:
    merged = merge_openapi(documents, title="Ombelle", version="1", server=public_url)
    content = json.dumps(merged, ensure_ascii=False, separators=(",", ":")).encode()
    return text_answer(200, content, "application/json")
