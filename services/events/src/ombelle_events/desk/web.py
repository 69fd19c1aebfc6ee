"""Answers of the desk, for the caller alone."""

from fastapi import Response

from ombelle_events.calls.web import PRIVATE


def private_bytes(body: bytes, media_type: str = "application/json") -> Response:
    """Answer with bytes that are made already."""
    return Response(body, media_type=media_type, headers={"cache-control": PRIVATE})
