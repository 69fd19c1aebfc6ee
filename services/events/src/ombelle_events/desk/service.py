"""What the desk shows of a call: each use case opens one transaction, and asks as many statements whatever it finds."""

import math
from typing import Any
from uuid import UUID

import orjson
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.pagination import decode_cursor, encode_cursor
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.errors import CallUnknown
from ombelle_events.desk.domain import COLUMNS, DeskFilter, DeskPage, Place, Sort
from ombelle_events.desk.store import DeskStore

# What follows in the transaction takes longer to plan than to carry out: a plan made once serves every call.
_CALL = text("""
SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
  json_build_object('id', l.id, 'title', l.title, 'edition', e.year, 'opens_at', l.opens_at,
  'closes_at', l.closes_at, 'publication', l.publication, 'has_scoring', l.has_scoring,
  'has_committee', l.has_committee, 'is_anonymous', l.is_anonymous,
  'reviews_per_application', l.reviews_per_application)::text AS told
FROM call l JOIN edition e ON e.id = l.edition_id WHERE l.id = :call
""")


class DeskService:
    """The board of a call, and its applications in one list."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], asker: Asker) -> None:
        self._sessions = sessions
        self._asker = asker

    async def board(self, call_id: UUID, wanted: DeskFilter, *, count: int) -> bytes:
        """Return the board as JSON: every column, how many applications it holds, the first of them by number.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await _call(session, call_id)
            rows = await DeskStore(session, self._asker, call_id).board(wanted, count=count)
        found = {row["place"]: row for row in rows}
        columns = ",".join(_column(name, found.get(name), count) for name in COLUMNS)
        total = sum(row["total"] for row in rows)
        return f'{{"call":{call},"total":{total},"columns":[{columns}]}}'.encode()

    async def page(self, call_id: UUID, page: DeskPage) -> bytes:
        """Return a page of a call's applications as JSON.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            await _call(session, call_id)
            total, rows = await DeskStore(session, self._asker, call_id).page(page)
        shown = rows[: page.count]
        following = write_cursor(page.sort, shown[-1]) if len(rows) > page.count else None
        items = ",".join(row["text"] for row in shown)
        return f'{{"items":[{items}],"total":{total},"next":{_json(following)}}}'.encode()


def _column(name: str, row: Any, count: int) -> str:
    if row is None:
        return f'{{"name":"{name}","total":0,"items":[],"next":null}}'
    more = {"key": float(row["last"]), "number": row["last"]}
    following = write_cursor("number", more) if row["total"] > count else None
    return f'{{"name":"{name}","total":{row["total"]},"items":[{row["items"]}],"next":{_json(following)}}}'


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


async def _call(session: AsyncSession, call_id: UUID) -> str:
    row = (await session.execute(_CALL, {"call": call_id})).one_or_none()
    if row is None:
        raise CallUnknown("Cet appel n'existe pas.")
    told: str = row.told
    return told


def write_cursor(sort: Sort, row: Any) -> str:
    """Return where the page goes on after a row, by its `key` and `number`; a key without end is null."""
    key = row["key"]
    return encode_cursor(f"desk-{sort}", key if math.isfinite(key) else None, row["number"])


def read_cursor(sort: Sort, cursor: str | None) -> Place | None:
    """Return where a page begins.

    Raises:
        InvalidInput: the cursor is not one of this list and order.

    """
    if cursor is None:
        return None
    key, number = decode_cursor(f"desk-{sort}", cursor, length=2)
    is_key = key is None or (
        isinstance(key, int | float) and not isinstance(key, bool) and math.isfinite(key)
    )
    if not is_key or type(number) is not int or not 0 <= number < 2**31:
        raise InvalidInput(
            "Le curseur n'est pas valable : reprenez la liste depuis le début.",
            errors=[FieldError("/query/after", "invalid_cursor", "Ce curseur est abîmé.")],
        )
    return Place(math.inf if key is None else float(key), number)
