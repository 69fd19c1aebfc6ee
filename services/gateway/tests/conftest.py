"""A gateway on a port, before a service that does as it is told."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import uvicorn
from aiohttp import web
from ombelle_chassis.server import bind
from ombelle_gateway.app import Gateway
from ombelle_gateway.hop import Hop
from ombelle_gateway.settings import Settings
from yarl import URL

PUBLIC_URL = "https://ombelle.example"
DOCUMENTS: dict[str, Any] = {
    "events": {
        "paths": {
            "/api/v1/agenda": {"get": {"operationId": "a"}},
            "/api/v1/agenda/{event}": {"get": {"operationId": "b"}},
            "/api/v1/agenda/{event}.ics": {"get": {"operationId": "c"}},
            "/api/v1/events/{event_id}": {
                "get": {"operationId": "d", "security": [{"bearer": []}]},
                "patch": {"operationId": "e", "security": [{"bearer": []}]},
            },
            "/api/v1/imports/events": {"post": {"operationId": "f"}},
        }
    },
    "loans": {"paths": {"/api/v1/imports/loans": {"post": {"operationId": "g", "requestBody": {}}}}},
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def until(true: Callable[[], bool]) -> None:
    """Wait for something that another task or process is about to do."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - what is awaited may be another process's doing
            await asyncio.sleep(0.005)


async def answer_public(_: web.Request) -> web.StreamResponse:
    return web.Response(
        body=b'{"items":[]}',
        headers={"Content-Type": "application/json", "Cache-Control": "public, no-cache", "ETag": '"v1"'},
    )


@dataclass
class Upstream:
    """A service: `handler` answers, `seen` is what was asked."""

    handler: Handler = answer_public
    seen: list[web.Request] = field(default_factory=list)
    url: str = ""

    def forget(self) -> None:
        """Be as new."""
        self.handler = answer_public
        self.seen.clear()

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        self.seen.append(request)
        return await self.handler(request)

    def gives(self, body: bytes = b"{}", *, status: int = 200, **headers: str) -> None:
        """Answer everything with this; `cache_control` stands for `Cache-Control`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def handler(_: web.Request) -> web.StreamResponse:
            return web.Response(
                body=body, status=status, headers={"Content-Type": "application/json", **named}
            )

        self.handler = handler

    def gives_json(self, value: Any, *, status: int = 200) -> None:
        """Answer everything with this public JSON."""
        self.gives(json.dumps(value).encode(), status=status, cache_control="public, no-cache", etag='"v1"')


@asynccontextmanager
async def serving(upstream: Upstream) -> AsyncIterator[Upstream]:
    server = web.Server(upstream, handler_cancellation=True)
    runner = web.ServerRunner(server, shutdown_timeout=1)
    await runner.setup()
    listener = bind(["127.0.0.1"], 0)[0]
    await web.SockSite(runner, listener).start()
    upstream.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        yield upstream
    finally:
        await runner.cleanup()


@pytest.fixture(name="until")
def until_fixture() -> Callable[[Callable[[], bool]], Awaitable[None]]:
    """Return `until`, which tests cannot import."""
    return until


@pytest.fixture
async def upstream() -> AsyncIterator[Upstream]:
    async with serving(Upstream()) as one:
        yield one


@pytest.fixture(scope="session")
async def standing_upstream() -> AsyncIterator[Upstream]:
    """A service for many tests; each makes it its own by `handler` and `seen`."""
    async with serving(Upstream()) as one:
        yield one


class _Server(uvicorn.Server):
    @asynccontextmanager
    async def running(self, listener: socket.socket) -> AsyncIterator[None]:
        task = asyncio.create_task(self._serve([listener]))
        await until(lambda: self.started)
        try:
            yield
        finally:
            self.should_exit = True
            await task


@dataclass
class Running:
    """A gateway that serves, and a client of it."""

    gateway: Gateway
    port: int
    client: aiohttp.ClientSession

    def url(self, path: str) -> URL:
        return URL(f"http://127.0.0.1:{self.port}{path}", encoded=True)

    def get(self, path: str, **options: Any) -> Any:
        return self.client.get(self.url(path), allow_redirects=False, **options)

    def ask(self, method: str, path: str, **options: Any) -> Any:
        return self.client.request(method, self.url(path), allow_redirects=False, **options)

    async def raw(self, request: bytes) -> bytes:
        """Send these very bytes and return all that comes until the end."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(request)
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        return answer


Start = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Return what starts a gateway: `async with start(upstream.url) as running`."""

    @asynccontextmanager
    async def begin(
        address: str,
        *,
        database_url: str = "postgresql://nobody:x@127.0.0.1:1/none",
        total_seconds: float = 20,
        body_limit: int = 1000,
        ready_file: Path | None = None,
        public_url: str = PUBLIC_URL,
        lending: str | None = None,
        members: str | None = None,
    ) -> AsyncIterator[Running]:
        settings = Settings(
            database_url=database_url,
            upstreams={"events": address}
            | ({"loans": lending} if lending else {})
            | ({"members": members} if members else {}),
            keys_dir=tmp_path / "keys",
            frontend_dir=tmp_path / "dist",
            ready_file=ready_file,
            public_url=public_url,
        )
        hop = Hop(settings.upstreams, total_seconds=total_seconds, body_limit=body_limit)
        gateway = Gateway(settings, documents=DOCUMENTS, hop=hop)
        listener = bind(["127.0.0.1"], 0)[0]
        config = uvicorn.Config(
            gateway,
            log_config=None,
            access_log=False,
            server_header=False,
            ws="none",
            interface="asgi3",
            http="httptools",
            timeout_graceful_shutdown=2,
        )
        async with (
            _Server(config).running(listener),
            aiohttp.ClientSession(auto_decompress=False, skip_auto_headers=["Accept-Encoding"]) as client,
        ):
            yield Running(gateway, listener.getsockname()[1], client)

    return begin


@pytest.fixture
async def running(start: Start, upstream: Upstream) -> AsyncIterator[Running]:
    """A gateway without database: its memory serves nothing."""
    async with start(upstream.url) as one:
        yield one


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A built interface."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
        "<!--head--><title>Ombelle</title><!--/head--></head>"
        '<body><div id="root"></div><!--noscript--><noscript>rien</noscript><!--/noscript--></body></html>'
    )
    (folder / "assets" / "index-abc123.js").write_text("console.log('petals');\n" * 200)
    (folder / "ombelle.svg").write_text("<svg/>")
    return folder
