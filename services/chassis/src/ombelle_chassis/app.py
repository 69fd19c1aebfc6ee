"""A service's FastAPI application: problems, request ids, access log, `/healthz`, `/readyz`, identity."""

import json
import time
import warnings
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ombelle_chassis.errors import PROBLEM_JSON, DomainError, NotFound, Unavailable
from ombelle_chassis.identity import ANONYMOUS, Identity, IdentityVerifier
from ombelle_chassis.identity_header import IDENTITY_HEADER
from ombelle_chassis.logging import AccessLog, get_logger
from ombelle_chassis.problems import PROBLEM_SCHEMA, install_problem_handlers, internal_error_body
from ombelle_chassis.request_id import HEADER, current_request_id, request_id_from

Readiness = Callable[[], Awaitable[None]]
SIGNED_IN: dict[str, Any] = {"security": [{"bearer": []}]}
"""For a route's `openapi_extra`: whoever calls presents a bearer token (to the gateway)."""

_PROBES = {"/healthz", "/readyz"}


class RequestMiddleware:
    """Outermost: gives the request its id, answers for bugs, writes the access line. Plain ASGI."""

    def __init__(
        self, app: ASGIApp, *, service: str, is_unavailable: Callable[[BaseException], bool] | None = None
    ) -> None:
        self._app = app
        self._log = get_logger(service)
        self._access = AccessLog(service)
        self._is_unavailable = is_unavailable or (lambda _: False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request; lifespan messages pass."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        request_id = request_id_from(scope["headers"])
        current_request_id.set(request_id)  # the request's task has a context of its own
        scope.setdefault("state", {})["request_id"] = request_id
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (HEADER, request_id.encode())]
            await send(message)

        try:
            if "\x00" in scope["path"]:
                raise NotFound("Rien ne porte cette adresse.")  # PostgreSQL's text has no such character
            await self._app(scope, receive, send_with_id)
        except Exception as error:
            if status:
                raise  # half an answer has left: the server must cut the connection
            await self._answer_for(error, scope, send_with_id, request_id)
        finally:
            if scope["path"] not in _PROBES:
                self._access.write(
                    method=scope["method"],
                    path=scope["path"],
                    status=status,
                    seconds=time.perf_counter() - started,
                    request_id=request_id,
                )

    async def _answer_for(self, error: Exception, scope: Scope, send: Send, request_id: str) -> None:
        headers: Mapping[str, str] = {}
        if isinstance(error, DomainError):
            status, headers = error.status, error.headers
            body = error.body(instance=scope["path"], request_id=request_id)
        elif self._is_unavailable(error):
            self._log.warning("unavailable", path=scope["path"], reason=type(error).__name__)
            down = Unavailable("Le service est momentanément indisponible : réessayez dans un instant.")
            status, headers = down.status, down.headers
            body = down.body(instance=scope["path"], request_id=request_id)
        else:
            self._log.exception("unhandled_error", path=scope["path"], method=scope["method"])
            status, body = 500, internal_error_body(instance=scope["path"], request_id=request_id)
        content = json.dumps(body, ensure_ascii=False).encode()
        raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        raw += [
            (b"content-type", PROBLEM_JSON.encode()),
            (b"content-length", str(len(content)).encode()),
            (b"cache-control", b"no-store"),
        ]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": content})


async def current_identity(request: Request) -> Identity:
    """Return who asks: nobody without the gateway's header.

    Raises:
        Unauthenticated: the header is there and proves nothing.

    """
    token = request.headers.get(IDENTITY_HEADER)
    if token is None:
        return ANONYMOUS
    verifier: IdentityVerifier = request.app.state.identity_verifier
    return verifier.verify(token)


CurrentIdentity = Annotated[Identity, Depends(current_identity)]


def create_app(
    *,
    service: str,
    title: str,
    version: str = "1",
    verifier: IdentityVerifier | None = None,
    ready: Readiness | None = None,
    is_unavailable: Callable[[BaseException], bool] | None = None,
    lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None = None,
) -> FastAPI:
    """Make the application of a service.

    Args:
        service: its short name, in logs.
        title: title of its OpenAPI.
        version: version of its OpenAPI.
        verifier: checks `Ombelle-Identity`; needed by routes that depend on `CurrentIdentity`.
        ready: raises a `DomainError` (or anything) while `/readyz` must not be 200.
        is_unavailable: which unhandled errors are a 503, such as `database.is_database_down`.
        lifespan: opens and closes what the process holds.

    """
    app = FastAPI(
        title=title,
        version=version,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
    )
    app.state.identity_verifier = verifier
    install_problem_handlers(app)
    app.add_middleware(RequestMiddleware, service=service, is_unavailable=is_unavailable)
    app.add_api_route("/healthz", _healthz, include_in_schema=False)
    app.add_api_route("/readyz", _readyz_of(ready, get_logger(service)), include_in_schema=False)
    return app


def _operation_id(route: APIRoute) -> str:
    """Name operations after their functions: generated clients read well, and names are unique."""
    return route.name


async def _healthz() -> JSONResponse:
    return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})


def _readyz_of(ready: Readiness | None, log: Any) -> Callable[[], Awaitable[JSONResponse]]:
    async def readyz() -> JSONResponse:
        if ready is not None:
            try:
                await ready()
            except DomainError:
                raise
            except Exception as error:
                log.warning("not_ready", reason=type(error).__name__)
                raise Unavailable("Le service n'est pas prêt.") from error
        return JSONResponse({"status": "ready"}, headers={"cache-control": "no-store"})

    return readyz


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """Return the service's OpenAPI as committed in the contracts: problems as 422, unique operation ids.

    Raises:
        ValueError: two routes share an operation id.

    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there twice: refused below
        document = get_openapi(
            title=app.title, version=app.version, openapi_version=app.openapi_version, routes=app.routes
        )
    components = document.setdefault("components", {})
    schemas: dict[str, Any] = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = PROBLEM_SCHEMA
    components["schemas"] = dict(sorted(schemas.items()))
    components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    seen: set[str] = set()
    for operations in document["paths"].values():
        for operation in operations.values():
            if operation["operationId"] in seen:
                raise ValueError(f"two routes are named {operation['operationId']}")
            seen.add(operation["operationId"])
            _problem_422(operation)
    return document


def _problem_422(operation: dict[str, Any]) -> None:
    """Replace the validation error that FastAPI documents by what is really sent."""
    documented = operation.get("responses", {}).get("422")
    if documented and PROBLEM_JSON not in documented.get("content", {}):
        documented["description"] = "`invalid_input`: The request is invalid"
        documented["content"] = {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    elif documented:
        documented["content"].pop("application/json", None)
