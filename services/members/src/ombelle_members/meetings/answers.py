"""What the routes of meetings share: who is let in, what they refuse, how an answer is tagged."""

from typing import Annotated, Any, Final

from fastapi import Header, Response
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.meetings.errors import MeetingUnknown, NotNow
from ombelle_members.policies import ScopeMissing

IN: Final = (Unauthenticated, Forbidden, ScopeMissing)
OF_ONE: Final = (*IN, MeetingUnknown)
STEP: Final = (*OF_ONE, NotNow, IdempotencyKeyReused)
CHANGES: Final = (VersionNeeded, ChangedMeanwhile)
VERSIONED: Final = (*OF_ONE, NotNow, *CHANGES)
PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The document.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}
FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file.",
        "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }
}
IfMatch = Annotated[str | None, Header()]
IfNoneMatch = Annotated[str | None, Header()]


def tagged(response: Response, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose version is told as the answer's ETag."""
    response.headers["etag"] = version_tag(row["version"])
    return row


def pulse_of(if_none_match: str | None) -> int | None:
    """Return the pulse that a caller has, from `If-None-Match`."""
    told = (if_none_match or "").strip().removeprefix("W/").strip('"').removeprefix("p")
    return int(told) if told.isdecimal() and len(told) < 19 else None


def pulse_headers(pulse: int) -> dict[str, str]:
    """Return the headers of an answer that stands until the meeting's next pulse."""
    return {"etag": f'"p{pulse}"', "cache-control": "private, no-store"}


def pdf_answer(name: str, content: bytes) -> Response:
    """Answer with a PDF."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)
