"""Opaque cursors: where a list goes on, as text that callers hand back untouched."""

import base64
import json
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput


def encode_cursor(kind: str, *values: Any) -> str:
    """Make a cursor of JSON values. `kind` names the list and its order: a cursor of another is refused."""
    text = json.dumps([kind, *values], separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode_cursor(kind: str, cursor: str, *, length: int, pointer: str = "/query/after") -> list[Any]:
    """Give back the `length` values of a cursor made by `encode_cursor(kind, …)`.

    Raises:
        InvalidInput: the cursor is not one of this list, with `pointer`.

    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, list) or len(values) != length + 1 or values[0] != kind or not _is_text(values):
        raise _foreign(pointer)
    return values[1:]


def id_after(cursor: str | None, kind: str) -> UUID | None:
    """Give back the id in a cursor made by `encode_cursor(kind, str(id))`, `None` without a cursor.

    Raises:
        InvalidInput: the cursor is not one of this list.

    """
    if cursor is None:
        return None
    value = decode_cursor(kind, cursor, length=1)[0]
    try:
        return UUID(value)
    except (ValueError, AttributeError, TypeError):
        raise _foreign("/query/after") from None


def number_after(cursor: str | None, kind: str) -> int | None:
    """Give back the number in a cursor made by `encode_cursor(kind, number)`, `None` without a cursor.

    Raises:
        InvalidInput: the cursor is not one of this list.

    """
    if cursor is None:
        return None
    value = decode_cursor(kind, cursor, length=1)[0]
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise _foreign("/query/after")
    return value


def _foreign(pointer: str) -> InvalidInput:
    detail = "Ce curseur ne vient pas de cette liste, ou il est abîmé."
    return InvalidInput(
        "Le curseur de pagination n'est pas valable : reprenez la liste depuis le début.",
        errors=[FieldError(pointer, "invalid_cursor", detail)],
    )


def _is_text(values: list[Any]) -> bool:
    """Say whether PostgreSQL's text can hold the texts of a cursor: no NUL, no half of a character."""
    return not any(
        character == "\0" or "\ud800" <= character <= "\udfff"
        for value in values
        if isinstance(value, str)
        for character in value
    )
