"""Files of tables as a request brings them: the form, and what becomes of it."""

import hashlib
from collections.abc import Sequence
from typing import IO, Any, Final, Protocol, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.problems import field_errors
from ombelle_chassis.spreadsheets import Sheet
from ombelle_chassis.uploads import form_body, sent_form

LONGEST: Final = 10 * 1024 * 1024
"""Bytes of a file, at most."""
Caller_contra = TypeVar("Caller_contra", contravariant=True)


class Imports(Protocol[Caller_contra]):
    """The use case of a service's imports."""

    async def read(self, file: IO[bytes], name: str, table: Any) -> list[Sheet[Any]]:
        """Return the tables of a file."""

    async def take(
        self, caller: Caller_contra, sheets: Sequence[Sheet[Any]], *, dry_run: bool, once: OneRequest
    ) -> dict[str, Any]:
        """Take tables in, or only say what that would do."""


def fields_of(tables: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return what is sent beside the file, for these tables, as OpenAPI tells it."""
    return {
        "table": {
            "type": "string",
            "enum": list(tables),
            "description": "What a CSV holds; unless its name tells.",
        },
        "dry_run": {
            "type": "string",
            "enum": ["true", "false"],
            "default": "true",
            "description": "`true` only tells what would be done.",
        },
    }


def body_of(tables: Sequence[str]) -> dict[str, Any]:
    """Return the body of the request as OpenAPI tells it."""
    return form_body(LONGEST, fields_of(tables))


async def taken_from(
    request: Request,
    imports: Imports[Caller_contra],
    caller: Caller_contra,
    once: OneRequest,
    *,
    form: type[BaseModel],
    tables: Sequence[str],
) -> dict[str, Any]:
    """Take in what a request brings, once, and return the report.

    Args:
        request: a form with a file.
        imports: what takes it in.
        caller: who asks.
        once: the request, carried out once for the same file and fields.
        form: what may be sent beside the file: `table` and `dry_run`.
        tables: what `table` may be.

    Raises:
        InvalidInput, FileTooLarge, FileUnreadable, ImportRefused: of the form, the file, or its rows.

    """
    async with sent_form(request, longest=LONGEST, fields=fields_of(tables)) as sent:
        try:
            asked = form.model_validate(dict(sent.fields)).model_dump()
        except ValidationError as error:
            raise InvalidInput(
                "La demande n'est pas valable.", errors=field_errors(error.errors())
            ) from error
        digest = hashlib.sha256(sent.upload.file.read()).digest()
        sent.upload.file.seek(0)
        sheets = await imports.read(sent.upload.file, sent.upload.name or "", asked["table"])
    mixed = once.holding(digest + repr(sorted(sent.fields.items())).encode())
    return await imports.take(caller, sheets, dry_run=asked["dry_run"] == "true", once=mixed)
