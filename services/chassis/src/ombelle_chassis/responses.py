"""Answers whose bytes are already made."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from ombelle_chassis.http_cache import PUBLIC, etag_of, is_match

NOT_MODIFIED: Final[dict[int | str, dict[str, Any]]] = {
    304: {"description": "The caller has these bytes already."}
}
"""For a route's `responses`: what `public_bytes` may answer too."""


def public_bytes(request: Request, body: bytes, *, media_type: str = "application/json") -> Response:
    """Answer with these bytes and their strong ETag, or 304 when the caller has them."""
    etag = etag_of(body)
    headers = {"etag": etag, "cache-control": PUBLIC}
    if is_match(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
