"""Everything under `/api`: the services' routes, and the merged documentation."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from ombelle_chassis.errors import PROBLEM_JSON
from ombelle_contracts import Document
from ombelle_contracts.merge import METHODS, merge_openapi

from ombelle_gateway.answer import Answer, text_answer
from ombelle_gateway.asgi import Exchange
from ombelle_gateway.bearer import IdentityDesk
from ombelle_gateway.errors import REFUSALS, BodyTooLarge, NoSuchRoute, refuse_writing
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
        if (own := self._own.get(exchange.path)) is not None:
            refuse_writing(exchange)
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
    for path in merged["paths"].values():
        for method, operation in path.items():
            if method in METHODS:
                _add_own_refusals(operation)
    content = json.dumps(merged, ensure_ascii=False, separators=(",", ":")).encode()
    return text_answer(200, content, "application/json")


def _add_own_refusals(operation: dict[str, Any]) -> None:
    """Document what the gateway answers by itself, whatever service is behind."""
    responses = operation.setdefault("responses", {})
    for error in REFUSALS:
        if error is BodyTooLarge and "requestBody" not in operation:
            continue
        responses.setdefault(
            str(error.status),
            {
                "description": f"`{error.code}`: {error.title}",
                "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        )
