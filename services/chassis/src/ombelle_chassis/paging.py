"""Pages of lists: where one begins, and the answer with its cursor."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import decode_cursor, encode_cursor, id_after

FIRST: Final = UUID(int=0)
"""Before every id."""
LAST: Final = UUID(int=2**128 - 1)
"""After every id."""


def after(asked: ListQuery, kind: str, *readers: Callable[[str], Any]) -> list[Any] | None:
    """Return the values after which the page begins, `None` at the beginning.

    Raises:
        InvalidInput: the cursor is not one of this list.

    """
    if asked.after is None:
        return None
    values = decode_cursor(kind, asked.after, length=len(readers))
    try:
        return [reader(value) for reader, value in zip(readers, values, strict=True)]
    except (ValueError, TypeError, AttributeError):
        # A cursor of the right shape with another content is refused as any other.
        decode_cursor(kind, "!", length=len(readers))
        raise


def text_value(value: object) -> str:
    """Read a text of a cursor. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def number_value(value: object) -> int:
    """Read a whole number of a cursor. Raises TypeError or ValueError."""
    if type(value) is not int or not 0 <= value < 2**63:
        raise TypeError("a number is expected")
    return value


def instant_value(value: object) -> datetime:
    """Read an instant of a cursor. Raises TypeError or ValueError."""
    instant = datetime.fromisoformat(text_value(value))
    if instant.tzinfo is None:
        raise ValueError("an instant has an offset")
    return instant


def page(
    asked: ListQuery, rows: Sequence[Mapping[str, Any]], kind: str, *keys: str, **more: Any
) -> dict[str, Any]:
    """Return a page of `rows`, which holds one row more than asked when another page follows."""
    items = [dict(row) for row in rows[: asked.limit]]
    following = None
    if len(rows) > asked.limit:
        following = encode_cursor(kind, *(_plain(items[-1][key]) for key in keys))
    return {"items": items, "next": following, **more}


async def page_by_id(
    asked: ListQuery,
    kind: str,
    read: Callable[..., Awaitable[Sequence[Mapping[str, Any]]]],
    *,
    begins: UUID = FIRST,
) -> dict[str, Any]:
    """Return a page of what `read(after=…, count=…)` gives in the order of ids; that of the newest begins at `LAST`.

    Raises:
        InvalidInput: the cursor is not one of this list.

    """
    rows = await read(after=id_after(asked.after, kind) or begins, count=asked.limit + 1)
    return page(asked, rows, kind, "id")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value if type(value) is int else str(value)
