"""How answers of calls are marked for caches."""

from typing import Final

from fastapi import Request, Response
from ombelle_chassis.http_cache import etag_of, is_match
from ombelle_chassis.versions import version_tag

PRIVATE: Final = "private, no-store"


def tag(response: Response, version: int) -> None:
    """Mark an answer for the caller alone, with the version to name when it is changed."""
    response.headers["etag"] = version_tag(version)
    response.headers["cache-control"] = PRIVATE


def of_the_moment(request: Request, body: bytes) -> Response:
    """Answer everybody with what is so now, or 304 when the caller has these bytes.

    A call opens and closes by the clock, without anything being written: no cache may hand this on unasked.
    """
    etag = etag_of(body)
    headers = {"etag": etag, "cache-control": "no-cache"}
    if is_match(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
