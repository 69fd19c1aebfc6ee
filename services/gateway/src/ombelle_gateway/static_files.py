"""Files of the built interface: hashed names for ever, compressed once, nothing outside the folder."""

import asyncio
import zlib
from collections import OrderedDict
from pathlib import Path

from ombelle_gateway.answer import Answer, is_text
from ombelle_gateway.asgi import Exchange, RawHeaders, accepts_coding, header

_TYPES = {
    ".js": b"text/javascript; charset=utf-8",
    ".mjs": b"text/javascript; charset=utf-8",
    ".css": b"text/css; charset=utf-8",
    ".html": b"text/html; charset=utf-8",
    ".txt": b"text/plain; charset=utf-8",
    ".json": b"application/json",
    ".geojson": b"application/geo+json",
    ".webmanifest": b"application/manifest+json",
    ".map": b"application/json",
    ".svg": b"image/svg+xml",
    ".png": b"image/png",
    ".jpg": b"image/jpeg",
    ".webp": b"image/webp",
    ".avif": b"image/avif",
    ".ico": b"image/x-icon",
    ".woff2": b"font/woff2",
    ".wasm": b"application/wasm",
    ".pdf": b"application/pdf",
}
_FOR_EVER = b"public, max-age=31536000, immutable"
_AN_HOUR = b"public, max-age=3600"
_CAPACITY = 6 * 1024 * 1024
_LEVEL = 6
_PREPARED = ((b"br", ".br"), (b"gzip", ".gz"))


class StaticFiles:
    """Serves what lies in one folder. Compressed texts are held in memory, the rest is read each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: OrderedDict[tuple[Path, bytes | None], Answer] = OrderedDict()
        self._used = 0

    def find(self, path: str) -> Path | None:
        """Return the file of this path, if there is one that may be served."""
        parts = path.split("/")[1:]
        if any(
            part in {"", "..", "."} or part.startswith(".") or "\\" in part or "\0" in part for part in parts
        ):
            return None
        root = self._folder.resolve()
        file = root.joinpath(*parts).resolve()  # a link may lead out of the folder: refused too
        return file if file.is_relative_to(root) and file.is_file() else None

    async def send(self, file: Path, exchange: Exchange) -> None:
        """Answer with a file that `find` gave."""
        answer = self._ready(file, exchange) or await self._gzipped(file)
        await answer.send(exchange)

    def _ready(self, file: Path, exchange: Exchange) -> Answer | None:
        """Read the file in a form that the caller takes; nothing if it must be compressed first."""
        headers = self._headers(file)
        if is_text(headers[0][1]):
            accepted = exchange.headers.get(b"accept-encoding")
            for coding, suffix in _PREPARED:
                prepared = file.with_name(file.name + suffix)
                if accepts_coding(accepted, coding) and prepared.is_file():
                    return Answer(200, _coded(headers, coding), prepared.read_bytes())
            if exchange.accepts_gzip:
                return None
            headers.append((b"vary", b"accept-encoding"))
        return Answer(200, headers, file.read_bytes())

    def _headers(self, file: Path) -> RawHeaders:
        is_hashed = file.is_relative_to(self._folder.resolve() / "assets")
        modified = file.stat().st_mtime_ns
        return [
            (b"content-type", _TYPES.get(file.suffix, b"application/octet-stream")),
            (b"cache-control", _FOR_EVER if is_hashed else _AN_HOUR),
            (b"etag", f'"{modified:x}"'.encode()),
        ]

    async def _gzipped(self, file: Path) -> Answer:
        headers = self._headers(file)
        place = (file, header(headers, b"etag"))
        if (held := self._held.get(place)) is not None:
            self._held.move_to_end(place)
            return held
        body = await asyncio.to_thread(lambda: zlib.compress(file.read_bytes(), _LEVEL, wbits=31))
        answer = Answer(200, _coded(headers, b"gzip"), body)
        if self._held.setdefault(place, answer) is answer:
            self._used += answer.size
        while self._used > _CAPACITY:
            self._used -= self._held.popitem(last=False)[1].size
        return answer


def _coded(headers: RawHeaders, coding: bytes) -> RawHeaders:
    coded = [
        (name, value[:-1] + b"-" + coding + b'"' if name == b"etag" else value) for name, value in headers
    ]
    return [*coded, (b"content-encoding", coding), (b"vary", b"accept-encoding")]
