"""Reading a file as it comes: `multipart/form-data` with the part `file`, and `field_id` where it answers a question.

What comes is counted on its way and put on disk beyond a megabyte: whatever somebody sends, the process holds little of it.
"""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from fastapi import Request
from ombelle_chassis.errors import FieldError, InvalidInput
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from ombelle_events.correspondence.attachments.service import Upload
from ombelle_events.correspondence.domain import LONGEST_FILE
from ombelle_events.correspondence.errors import FileTooLarge

_AROUND: Final = 64 * 1024
"""Bytes that the form may take beside the file."""
_LONGEST_FIELD: Final = 100

BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {
                    "file": {"type": "string", "format": "binary", "description": "20 MB at most."},
                    "field_id": {
                        "type": "string",
                        "maxLength": _LONGEST_FIELD,
                        "description": "The question of type `file` that it answers.",
                    },
                },
            }
        }
    },
}
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
    content_type = request.headers.get("content-type", "")
    if not content_type.lower().startswith("multipart/form-data"):
        raise _wrong("/body", "form_expected", "Un formulaire multipart/form-data est attendu.")
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > LONGEST_FILE + _AROUND:
        raise _too_large()
    # The parser closes what it has written when what comes breaks off.
    parser = MultiPartParser(request.headers, _counted(request), max_files=1, max_fields=2)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as error:
        raise _wrong(
            "/body", "form_invalid", "Ce formulaire ne se lit pas, ou porte plus d'un fichier."
        ) from error
    try:
        yield _read(dict(form))
    finally:
        await form.close()


async def _counted(request: Request) -> AsyncGenerator[bytes, None]:
    seen = 0
    async for piece in request.stream():
        seen += len(piece)
        if seen > LONGEST_FILE + _AROUND:
            raise _too_large()
        yield piece


def _read(form: dict[str, Any]) -> Form:
    for name in form.keys() - {"file", "field_id"}:
        raise _wrong(f"/body/{name[:_LONGEST_FIELD]}", "extra_forbidden", "Ce nom n'est pas connu ici.")
    file, field_id = form.get("file"), form.get("field_id")
    if not isinstance(file, UploadFile):
        raise _wrong("/body/file", "missing", "Joignez un fichier.")
    if field_id is not None and (not isinstance(field_id, str) or not 0 < len(field_id) <= _LONGEST_FIELD):
        raise _wrong("/body/field_id", "invalid", "L'identifiant d'une rubrique est attendu.")
    size = file.size or 0
    if size > LONGEST_FILE:
        raise _too_large()
    return Form(Upload(file.file, file.filename, size), field_id)


def _too_large() -> FileTooLarge:
    return FileTooLarge(
        f"Ce fichier est trop lourd : {LONGEST_FILE // (1024 * 1024)} Mo au plus.",
        errors=[FieldError("/body/file", "file_too_large", "20 Mo au plus.")],
    )


def _wrong(pointer: str, code: str, detail: str) -> InvalidInput:
    return InvalidInput(
        f"La demande n'est pas valable : {detail}", errors=[FieldError(pointer, code, detail)]
    )
