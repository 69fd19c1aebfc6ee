"""Answers whose bytes are all here: problems, pages, and what the hot memory holds."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ombelle_chassis.errors import PROBLEM_JSON, DomainError
from ombelle_chassis.http_cache import etag_of, is_match

from ombelle_gateway.asgi import Exchange, RawHeaders, header
from ombelle_gateway.compression import gzipped

_COMPRESSED_FROM = 1024  # bytes; below, gzip saves nothing a network would notice
_TEXTS = (b"text/", b"application/json", b"application/problem+json", b"application/xml", b"image/svg+xml")
_OVERHEAD = 1000  # an object, its dict entry and its tuples weigh about this beside the bytes they hold
_NOT_IN_304 = frozenset({b"content-length", b"content-type", b"content-encoding"})
_VARY = (b"vary", b"accept-encoding")


class Answer:
    """One whole answer in one form, plain or gzipped. `headers` in lower case, without content-length."""

    __slots__ = ("_sent", "body", "headers", "size", "status", "tags")

    def __init__(self, status: int, headers: RawHeaders, body: bytes, *, tags: Sequence[str] = ()) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        etag = header(headers, b"etag")
        self.tags = tuple(tags) or ((etag.decode("latin-1"),) if etag else ())
        """ETags by which a caller may know this content, whatever its form."""
        self._sent = [*headers, (b"content-length", str(len(body)).encode())]
        self.size = _OVERHEAD + len(body) + sum(len(name) + len(value) for name, value in headers)
        """Bytes of memory that this answer takes, about."""

    def in_form(self, *, gzip: bool) -> "Answer":
        """Return this plain answer as it is sent to a caller who accepts gzip, or not."""
        is_compressible = is_text(header(self.headers, b"content-type")) and not header(
            self.headers, b"content-encoding"
        )
        if len(self.body) <= _COMPRESSED_FROM or not is_compressible:
            return self
        kept = [(name, value) for name, value in self.headers if name != b"etag"]
        tags = (*self.tags, *(gzip_etag(tag) for tag in self.tags))
        etag = tags[len(self.tags) if gzip else 0].encode("latin-1") if tags else b""
        if etag:
            # Other bytes, so another strong validator.
            kept.append((b"etag", etag))
        kept.append(_VARY)
        if not gzip:
            return Answer(self.status, kept, self.body, tags=tags)
        kept.append((b"content-encoding", b"gzip"))
        return Answer(self.status, kept, gzipped(self.body), tags=tags)

    async def send(self, exchange: Exchange) -> None:
        """Send it, or 304 when the caller has it."""
        if self.status == 200 and self.tags:
            known = exchange.headers.get(b"if-none-match")
            if known is not None and any(is_match(known.decode("latin-1"), tag) for tag in self.tags):
                await exchange.start(304, [one for one in self.headers if one[0] not in _NOT_IN_304])
                await exchange.body(b"", more=False)
                return
        await exchange.start(self.status, self._sent)
        await exchange.body(self.body, more=False)


def is_text(content_type: bytes | None) -> bool:
    """Say whether content of this type compresses."""
    return content_type is not None and content_type.startswith(_TEXTS)


def gzip_etag(etag: str) -> str:
    """Return the ETag of the compressed form: `"abc"` → `"abc-gz"`."""
    return etag[:-1] + '-gz"'


def problem(error: DomainError, *, instance: str, request_id: str) -> Answer:
    """Make the answer of a refusal by the gateway itself."""
    headers = [(name.lower().encode(), value.encode()) for name, value in error.headers.items()]
    body = error.body(instance=instance, request_id=request_id)
    return json_answer(error.status, body, headers=headers, media_type=PROBLEM_JSON)


def json_answer(
    status: int,
    value: Mapping[str, Any],
    *,
    headers: Sequence[tuple[bytes, bytes]] = (),
    media_type: str = "application/json",
) -> Answer:
    """Make an answer of a JSON value that no cache keeps."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    kept = [(b"content-type", media_type.encode()), (b"cache-control", b"no-store"), *headers]
    return Answer(status, kept, body)


def text_answer(
    status: int, body: bytes, media_type: str, *, cache_control: str = "public, no-cache"
) -> Answer:
    """Make an answer of a text, with its ETag when it is a 200."""
    headers = [(b"content-type", media_type.encode()), (b"cache-control", cache_control.encode())]
    if status == 200:
        headers.append((b"etag", etag_of(body).encode()))
    return Answer(status, headers, body)
