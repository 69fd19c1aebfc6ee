"""The gateway as a plain ASGI application."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress

from ombelle_chassis.errors import DomainError, problem_body
from ombelle_chassis.logging import AccessLog, get_logger
from ombelle_chassis.request_id import current_request_id
from ombelle_contracts import Document, openapi_documents

from ombelle_gateway.answer import json_answer, problem
from ombelle_gateway.api import Api
from ombelle_gateway.asgi import Exchange, Receive, Scope, Send
from ombelle_gateway.desk import IdentityDesk
from ombelle_gateway.errors import refuse_writing
from ombelle_gateway.hop import Hop
from ombelle_gateway.hot import HotMemory
from ombelle_gateway.identities import Identities
from ombelle_gateway.key_file import KEYS_PATH, PublishedKeys
from ombelle_gateway.listener import AgendaListener
from ombelle_gateway.public import PublicAnswers
from ombelle_gateway.readiness import check_readiness
from ombelle_gateway.security import security_headers
from ombelle_gateway.settings import Settings
from ombelle_gateway.site import Site

_PROBES = {"/healthz", "/readyz"}


class Gateway:
    """Routes each request to what answers it; turns every refusal into a problem; logs one line."""

    def __init__(
        self,
        settings: Settings,
        *,
        documents: Mapping[str, Document] | None = None,
        hop: Hop | None = None,
    ) -> None:
        """Make the gateway; `documents` are the committed ones and `hop` reaches the settings' upstreams, unless given."""
        self._settings = settings
        self._log = get_logger("gateway")
        self._access = AccessLog("gateway")
        self._always = security_headers(settings.public_url)
        self._hop = hop or Hop(settings.upstreams)
        self.hot = HotMemory()
        self._listener = AgendaListener(settings.database_url, self.hot)
        public = PublicAnswers(self._hop, self.hot)
        self._identities = Identities(settings.database_url)
        self._keys = PublishedKeys(settings.keys_dir)
        self._api = Api(
            openapi_documents() if documents is None else documents,
            hop=self._hop,
            public=public,
            desk=IdentityDesk(settings.keys_dir, self._identities, is_https=settings.is_https),
            settings=settings,
        )
        self._site = Site(settings.frontend_dir, public_url=settings.public_url, public=public, hot=self.hot)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request, or the process's life."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._handle(Exchange(scope, receive, send, self._always))

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await self._hop.open()
        await self._identities.open()
        listening = asyncio.create_task(self._listener.run())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        await self._identities.close()
        await self._hop.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _handle(self, exchange: Exchange) -> None:
        started = time.perf_counter()
        current_request_id.set(exchange.request_id)
        try:
            await self._dispatch(exchange)
        except DomainError as error:
            await self._refuse(exchange, error)
        except Exception:  # noqa: BLE001 - the last door: whatever it is, the caller gets a problem
            self._log.exception("unhandled_error", path=exchange.path, method=exchange.method)
            await self._fail(exchange)
        finally:
            if exchange.path not in _PROBES:
                self._access.write(
                    method=exchange.method,
                    path=exchange.path,
                    status=exchange.status,
                    seconds=time.perf_counter() - started,
                    request_id=exchange.request_id,
                    by=exchange.note,
                )

    async def _dispatch(self, exchange: Exchange) -> None:
        path = exchange.path
        if path in _PROBES:
            refuse_writing(exchange)
        if path.startswith("/api/"):
            await self._api.answer(exchange)
        elif path == "/healthz":
            await json_answer(200, {"status": "ok"}).send(exchange)
        elif path == "/readyz":
            await check_readiness(self._hop, self._settings.ready_file)
            await json_answer(200, {"status": "ready"}).send(exchange)
        elif path == KEYS_PATH:
            refuse_writing(exchange)
            await self._keys.answer().send(exchange)
        else:
            await self._site.answer(exchange)

    async def _refuse(self, exchange: Exchange, error: DomainError) -> None:
        if error.status >= 500:
            self._log.warning(error.code, path=exchange.path, reason=repr(error.__cause__ or error.detail))
        if exchange.status:
            return  # half an answer has left: ending here without its end makes the server cut the connection
        refusal = problem(error, instance=exchange.path, request_id=exchange.request_id)
        await refusal.send(exchange)

    async def _fail(self, exchange: Exchange) -> None:
        if exchange.status:
            return
        body = problem_body(
            status=500,
            code="internal_error",
            title="Internal error",
            detail=f"Une erreur est survenue de notre côté. Signalez ce numéro : {exchange.request_id}.",
            instance=exchange.path,
            request_id=exchange.request_id,
        )
        await json_answer(500, body, media_type="application/problem+json").send(exchange)
