"""Everything under `/api`: the services' routes, and the merged documentation."""

import json
from collections.abc import Mapping
from importlib.resources import files

from ombelle_contracts import Document
from ombelle_contracts.merge import merge_openapi

from ombelle_gateway.answer import Answer, text_answer
from ombelle_gateway.asgi import Exchange
from ombelle_gateway.bearer import IdentityDesk
from ombelle_gateway.errors import NoSuchRoute
from ombelle_gateway.hop import Hop, relay
from ombelle_gateway.public import PublicAnswers
from ombelle_gateway.routing import RouteTable, is_plain_path

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
        public: PublicAnswers,
        desk: IdentityDesk,
        public_url: str,
    ) -> None:
        self._routes = RouteTable(documents)
        self._hop = hop
        self._public = public
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
        authorization = exchange.headers.get(b"authorization")
        is_anonymous_read = exchange.is_read and authorization is None
        if is_anonymous_read and (held := self._public.held(exchange)) is not None:
            exchange.note = "hot"
            await held.send(exchange)
            return
        if exchange.is_read and (own := self._own.get(exchange.path)) is not None:
            await own.in_form(gzip=exchange.accepts_gzip).send(exchange)
            return
        service = self._routes.service_for(exchange.path) if is_plain_path(exchange.path) else None
        if service is None:
            raise NoSuchRoute("Aucune ressource de l'API n'est à cette adresse : voyez /api/docs.")
        exchange.note = service
        if is_anonymous_read and self._routes.is_public(exchange.path):
            await self._public.answer(service, exchange)
            return
        identity = None if authorization is None else self._desk.identity_for(authorization)
        async with self._hop.request(service, exchange, identity=identity) as upstream:
            await relay(upstream, exchange)


def _merged(documents: Mapping[str, Document], public_url: str) -> Answer:
    merged = merge_openapi(documents, title="Ombelle", version="1", server=public_url)
    content = json.dumps(merged, ensure_ascii=False, separators=(",", ":")).encode()
    return text_answer(200, content, "application/json")
