"""Stub."""

from pathlib import Path

from ombelle_gateway.answer import text_answer
from ombelle_gateway.asgi import Exchange


class Site:
    def __init__(self, folder: Path, *, public_url: str, hop: object, hot: object) -> None: ...
    async def answer(self, exchange: Exchange) -> None:
        await text_answer(503, b"x", "text/plain").send(exchange)
