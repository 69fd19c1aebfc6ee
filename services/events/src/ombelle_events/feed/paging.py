"""Pages of the desk's lists: what was asked, and the answer with its cursor."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from fastapi import Response
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import decode_cursor, encode_cursor

FIRST: Final = UUID(int=0)
"""Before every id."""

PRIVATE: Final = "private, no-store"


def text_after(asked: ListQuery, kind: str) -> str:
    """Return the text after which the page begins. Raises InvalidInput."""
    if asked.after is None:
        return ""
    value = decode_cursor(kind, asked.after, length=1)[0]
    return value if isinstance(value, str) else str(decode_cursor(kind, "!", length=1)[0])


def id_after(asked: ListQuery, kind: str) -> UUID | None:
    """Return the id after which the page begins. Raises InvalidInput."""
    if asked.after is None:
        return None
    value = decode_cursor(kind, asked.after, length=1)[0]
    try:
        return UUID(value)
    except (ValueError, AttributeError, TypeError):
        # A cursor of the right shape with another content is refused as any other.
        decode_cursor(kind, "!", length=1)
        raise


def page(response: Response, asked: ListQuery, rows: Sequence[Any], kind: str, key: str) -> dict[str, Any]:
    """Return a page of `rows`, which holds one row more than asked when another page follows."""
    response.headers["cache-control"] = PRIVATE
    items = list(rows[: asked.limit])
    last = items[-1] if len(rows) > asked.limit else None
    value = None if last is None else last[key] if hasattr(last, "keys") else getattr(last, key)
    shown = [dict(row) if hasattr(row, "keys") else row for row in items]
    return {"items": shown, "next": None if last is None else encode_cursor(kind, str(value))}
