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
from ombelle_gateway.client_address import client_address
from ombelle_gateway.cookies import clear_cookie, session_cookie
from ombelle_gateway.desk import IdentityDesk
from ombelle_gateway.errors import REFUSALS, BodyTooLarge, NoSuchRoute, refuse_writing
from ombelle_gateway.hop import Hop, relay
from ombelle_gateway.origin import ForeignOrigin, origin_of, refuse_foreign
from ombelle_gateway.public import PublicAnswers
from ombelle_gateway.routing import RouteTable, is_plain_path
from ombelle_gateway.settings import Settings

_DOCS = {
    "/api/docs": ("docs.html", "text/html; charset=utf-8"),
    "/api/docs.js": ("docs.js", "text/javascript; charset=utf-8"),
    "/api/docs.css": ("docs.css", "text/css; charset=utf-8"),
}

ACCOUNTS = "gateway"
"""The service of this name, which signs people in, alone sees and sets our cookies and is told addresses."""


class Api:
    """Answers `/api/…`."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        *,
        hop: Hop,
        public: PublicAnswers,
        desk: IdentityDesk,
        settings: Settings,
    ) -> None:
        self._routes = RouteTable(documents)
        self._hop = hop
        self._public = public
        self._desk = desk
        self._settings = settings
        self._origin = origin_of(settings.public_url)
        self._clears_session = clear_cookie(
            session_cookie(is_https=settings.is_https), is_https=settings.is_https
        ).encode()
        self._own: dict[str, Answer] = {"/api/openapi.json": _merged(documents, settings.public_url)}
        for path, (name, media_type) in _DOCS.items():
            content = (files("ombelle_gateway") / "static" / name).read_bytes()
            self._own[path] = text_answer(200, content, media_type)

    async def answer(self, exchange: Exchange) -> None:
        """Answer one request.

        Raises:
            DomainError: the gateway refuses, or the service cannot be reached.

        """
        # Whoever is signed in by a cookie reads what is public as everybody does: the route table leaves out what
        # differs from one person to another, so a cookie changes no answer that is held or shared.
        is_anonymous_read = exchange.is_read and b"authorization" not in exchange.headers
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
        await self._pass_on(service, exchange)

    async def _pass_on(self, service: str, exchange: Exchange) -> None:
        """Let a service answer, who is told who asks."""
        refuse_foreign(exchange, self._origin)
        asker = await self._desk.who(exchange)
        if asker.has_stale_cookie:
            exchange.also = (b"set-cookie", self._clears_session)
        is_ours = service == ACCOUNTS
        address = self._address_of(exchange) if is_ours else None
        async with self._hop.request(
            service, exchange, identity=asker.identity, address=address, with_cookies=is_ours
        ) as upstream:
            await relay(upstream, exchange, with_cookies=is_ours)

    def _address_of(self, exchange: Exchange) -> str | None:
        client = exchange.scope.get("client")
        forwarded = [value.decode("latin-1") for value in exchange.all(b"x-forwarded-for")]
        return client_address(client[0] if client else None, forwarded, self._settings.trusted_proxies)


def _merged(documents: Mapping[str, Document], public_url: str) -> Answer:
    merged = merge_openapi(documents, title="Ombelle", version="1", server=public_url)
    for path in merged["paths"].values():
        for method, operation in path.items():
            if method in METHODS:
                _add_own_refusals(operation, is_read=method == "get")
    content = json.dumps(merged, ensure_ascii=False, separators=(",", ":")).encode()
    return text_answer(200, content, "application/json")


def _add_own_refusals(operation: dict[str, Any], *, is_read: bool) -> None:
    """Document what the gateway answers by itself, whatever service is behind."""
    responses = operation.setdefault("responses", {})
    for error in (*REFUSALS, ForeignOrigin):
        if error is BodyTooLarge and "requestBody" not in operation:
            continue
        if error is ForeignOrigin and is_read:
            continue
        responses.setdefault(
            str(error.status),
            {
                "description": f"`{error.code}`: {error.title}",
                "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        )
