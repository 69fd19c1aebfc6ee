"""The few ASGI types that the gateway speaks, without a framework, and one request being answered."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from ombelle_chassis.request_id import HEADER, request_id_or_new

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
RawHeaders = list[tuple[bytes, bytes]]


def header(headers: RawHeaders, name: bytes) -> bytes | None:
    """Return the first value of a header; `name` in lower case."""
    for key, value in headers:
        if key == name:
            return value
    return None


def accepts_coding(accepted: bytes | None, coding: bytes) -> bool:
    """Say whether this `Accept-Encoding` takes a coding by its own name (`gzip;q=0` does not)."""
    for part in (accepted or b"").lower().split(b","):
        name, _, weight = part.partition(b";")
        if name.strip() == coding:
            return weight.replace(b" ", b"") not in {b"q=0", b"q=0.0", b"q=0.00", b"q=0.000"}
    return False


def _sets_same(headers: RawHeaders, cookie: tuple[bytes, bytes]) -> bool:
    name = cookie[1].partition(b"=")[0]
    return any(key == b"set-cookie" and value.partition(b"=")[0] == name for key, value in headers)


class Exchange:
    """One request and the answer under way."""

    __slots__ = (
        "_always",
        "_send",
        "accepts_gzip",
        "also",
        "headers",
        "is_read",
        "method",
        "note",
        "path",
        "query",
        "raw_path",
        "receive",
        "request_id",
        "scope",
        "status",
    )

    def __init__(self, scope: Scope, receive: Receive, send: Send, always: RawHeaders) -> None:
        """Start an exchange; `always` are the headers of every answer."""
        self.scope = scope
        self.receive = receive
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.raw_path: bytes = scope["raw_path"]
        self.query: bytes = scope["query_string"]
        # Of a header sent twice the last counts; what goes to services is copied from the raw list.
        self.headers: dict[bytes, bytes] = dict(scope["headers"])
        self.is_read = self.method in {"GET", "HEAD"}
        self.accepts_gzip = accepts_coding(self.headers.get(b"accept-encoding"), b"gzip")
        self.request_id = request_id_or_new(self.headers.get(HEADER))
        self.status = 0
        """What has been sent; 0 while nothing has."""
        self.note = ""
        """How it was answered, for the access log."""
        self.also: tuple[bytes, bytes] | None = None
        """A `Set-Cookie` of the gateway's own, unless the answer sets the same cookie itself."""
        self._always = always
        self._send = send

    def all(self, name: bytes) -> list[bytes]:
        """Return every value of a header, in their order; `name` in lower case."""
        return [value for key, value in self.scope["headers"] if key == name]

    async def start(self, status: int, headers: RawHeaders) -> None:
        """Send the status and headers, with those that every answer carries."""
        self.status = status
        raw = [*headers, *self._always, (HEADER, self.request_id.encode())]
        if self.also is not None and not _sets_same(headers, self.also):
            raw.append(self.also)
        await self._send({"type": "http.response.start", "status": status, "headers": raw})

    async def body(self, chunk: bytes, *, more: bool) -> None:
        """Send a piece of the body; a HEAD gets none."""
        kept = b"" if self.method == "HEAD" else chunk
        await self._send({"type": "http.response.body", "body": kept, "more_body": more})
