"""The form by which a file of an application is sent: `file`, and `field_id` where it answers a question."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from fastapi import Request
from ombelle_chassis import uploads
from ombelle_chassis.uploads import Upload, form_body, wrong_field

from ombelle_events.correspondence.domain import LONGEST_FILE

_LONGEST_FIELD: Final = 100
_FIELDS: Final = {
    "field_id": {
        "type": "string",
        "maxLength": _LONGEST_FIELD,
        "description": "The question of type `file` that it answers.",
    }
}
BODY: Final = form_body(LONGEST_FILE, _FIELDS)
"""For a route's `openapi_extra`: the request's body."""


@dataclass(frozen=True, slots=True)
class Form:
    """What came."""

    upload: Upload
    field_id: str | None


@asynccontextmanager
async def sent_form(request: Request) -> AsyncIterator[Form]:
    """Read the form of a request; its file is there until the end of the context.

    Raises:
        FileTooLarge: the file is larger than an attachment may be.
        InvalidInput: it is no such form.

    """
    async with uploads.sent_form(request, longest=LONGEST_FILE, fields=_FIELDS) as form:
        field_id = form.fields.get("field_id")
        if field_id is not None and not 0 < len(field_id) <= _LONGEST_FIELD:
            raise wrong_field("/body/field_id", "invalid", "L'identifiant d'une rubrique est attendu.")
        yield Form(form.upload, field_id)
