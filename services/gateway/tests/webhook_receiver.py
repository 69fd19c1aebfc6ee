"""A program that listens: it checks signatures, keeps what it takes, and refuses, hangs or leads away when told to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from standardwebhooks.webhooks import Webhook


@dataclass
class Receiver:
    """`statuses` are what it answers next, then 204."""

    secrets: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    by_subject: dict[str, int] = field(default_factory=dict)
    seen: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    gate: asyncio.Event | None = None
    reached: int = 0
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hooks?of=me"

    @property
    def taken(self) -> list[Any]:
        return [one["data"].get("n") for one in self.seen]

    async def take(self, request: web.Request) -> web.Response:
        body = await request.text()
        verified = [Webhook(secret).verify(body, dict(request.headers)) for secret in self.secrets]
        assert request.path_qs == "/hooks?of=me"
        self.reached += 1
        if self.gate:
            await self.gate.wait()
        status = self.statuses.pop(0) if self.statuses else 204
        status = self.by_subject.get(verified[0]["data"]["subject"]["id"], status)
        self.headers.append(dict(request.headers))
        if status >= 300:
            return web.Response(status=status, headers={"Location": "/elsewhere"})
        self.seen.append(verified[0])
        return web.Response(status=status)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["Receiver"]:
        application = web.Application()
        application.router.add_post("/hooks", self.take)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        try:
            yield self
        finally:
            await runner.cleanup()
