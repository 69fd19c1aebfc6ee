"""The virus scanner, by the protocol of clamd (`INSTREAM`), at `tcp://host:3310` or `unix:/path`.

https://docs.clamav.net/manual/Usage/ClamdProtocol.html
"""

import asyncio
import re
from collections.abc import AsyncIterable
from typing import IO, Final, Literal
from urllib.parse import urlsplit

_PIECE: Final = 64 * 1024
_PATIENCE: Final = 30.0
Verdict = Literal["clean", "infected"]


class ScannerAway(Exception):
    """The scanner cannot be reached, or says something else than a verdict."""


def scanner_address(text: str) -> str:
    """Return the address of a scanner. Raises ValueError."""
    parts = urlsplit(text.strip())
    if (parts.scheme == "tcp" and parts.hostname and parts.port) or (parts.scheme == "unix" and parts.path):
        return text.strip()
    raise ValueError(f"{text!r} is neither tcp://host:port nor unix:/path")


async def pieces_of(file: IO[bytes]) -> AsyncIterable[bytes]:
    """Return a file piece by piece, from its beginning."""
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece


async def scan(address: str, pieces: AsyncIterable[bytes]) -> Verdict:
    """Have a file looked at.

    Raises:
        ScannerAway: there is no verdict.

    """
    try:
        async with asyncio.timeout(_PATIENCE):
            reader, writer = await _connection(address)
            try:
                writer.write(b"zINSTREAM\0")
                async for piece in pieces:
                    writer.write(len(piece).to_bytes(4, "big") + piece)
                    await writer.drain()
                writer.write(bytes(4))
                await writer.drain()
                answer = await reader.readuntil(b"\0")
            finally:
                writer.close()
    except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
        raise ScannerAway(type(error).__name__) from error
    if answer == b"stream: OK\0":
        return "clean"
    if re.fullmatch(rb"stream: .+ FOUND\0", answer):
        return "infected"
    raise ScannerAway(answer[:200].decode("utf-8", "replace"))


async def _connection(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        return await asyncio.open_unix_connection(parts.path)
    return await asyncio.open_connection(parts.hostname, parts.port)
