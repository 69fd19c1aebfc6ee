"""What the routes of elections share: who is let in, what they refuse, how an answer is tagged."""

from typing import Any, Final

from fastapi import Response
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused
from ombelle_chassis.versions import version_tag

from ombelle_members.elections.errors import ElectionMoved, ElectionUnknown
from ombelle_members.elections.schemas import ElectionOut

IN: Final = (Unauthenticated, Forbidden)
STEP: Final = (*IN, ElectionUnknown, ElectionMoved, IdempotencyKeyReused)


def tagged(response: Response, found: dict[str, Any]) -> ElectionOut:
    """Return an election whose version is told as the answer's ETag."""
    response.headers["etag"] = version_tag(found["version"])
    return ElectionOut.model_validate(found)
