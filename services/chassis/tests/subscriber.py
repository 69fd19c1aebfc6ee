"""A subscriber over HTTP: it keeps what it takes, and refuses, hangs or is away when told to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from ombelle_chassis.messages import Message
from standardwebhooks.webhooks import Webhook

SECRET = "whsec_" + "c2VjcmV0" * 5
PATIENCE = 30


@dataclass
class Subscriber:
    port: int = 0
    taken: list[Message] = field(default_factory=list)
    seen: list[Message] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    """What to answer about a key, instead of taking."""
    gate: asyncio.Event | None = None
    """Closed, it makes whoever posts wait."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def versions(self) -> list[tuple[str, int]]:
        return [(message.key, message.version) for message in self.taken]

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        message = Message.read(Webhook(SECRET).verify(body, dict(request.headers)))
        self.seen.append(message)
        if self.gate:
            await self.gate.wait()
        if status := self.statuses.get(message.key):
            return web.json_response({"code": "told_to"}, status=status)
        self.taken.append(message)
        return web.Response(status=204)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["Subscriber"]:
        """Serve; a second time, at the same address."""
        application = web.Application()
        application.router.add_post("/internal/messages", self.take)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            await runner.cleanup()


async def until(condition) -> None:
    """Wait for a condition, which may be a coroutine function."""
    async with asyncio.timeout(PATIENCE):
        while True:
            answer = condition()
            if await answer if asyncio.iscoroutine(answer) else answer:
                return
            await asyncio.sleep(0.005)
