"""Statements of the calendar. A duty is known by its kind and a key; only what was entered has a row of its own.

Sources: declarations, law of 1 July 1901, art. 5 (3 months); annual accounts of an association that receives more than
153,000 € of grants, published within 3 months of their approval (code de commerce, art. D612-5); report on the use of
a grant, within 6 months of the year's end (law of 12 April 2000, art. 10).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

# `closed_on` is when it was done by what is noted elsewhere; `:on` is the day from which the calendar is looked at.
_ALL: Final = """
WITH days AS (SELECT CAST(:on AS date) AS today), found AS (
  SELECT 'declaration' AS kind, d.id::text AS key, d.due_on, NULL AS title,
    CASE WHEN d.state IN ('submitted', 'receipted') THEN d.submitted_on END AS closed_on,
    jsonb_build_object('declaration_id', d.id, 'number', d.number, 'declares', d.kind, 'state', d.state) AS about,
    false AS is_entered
  FROM declaration d, days WHERE d.state <> 'withdrawn'
    AND (d.submitted_on IS NULL OR d.state = 'returned' OR d.due_on >= days.today - 183)
  UNION ALL
  SELECT u.kind, u.id::text, u.due_on, u.title, NULL, jsonb_build_object('since', u.since), true
  FROM duty u, days WHERE u.due_on >= days.today - 366
  UNION ALL
  SELECT 'grant_reports', y::text, make_date(y + 1, 6, 30), NULL, NULL, jsonb_build_object('year', y), false
  FROM days, generate_series(extract(year FROM days.today)::int - 1, extract(year FROM days.today)::int) AS y
  UNION ALL
  SELECT 'fee_call', y::text, make_date(y, 1, 31), NULL,
    (SELECT min(f.called_on) FROM fee f WHERE f.year = y), jsonb_build_object('year', y), false
  FROM days, generate_series(extract(year FROM days.today)::int, extract(year FROM days.today)::int + 1) AS y
  UNION ALL
  SELECT 'partial_renewal', p.renewal_group || ':' || max(t.expected_end_on), max(t.expected_end_on), NULL, NULL,
    jsonb_build_object('renewal_group', p.renewal_group, 'posts', count(*)), false
  FROM days, board_term t JOIN post p ON p.id = t.post_id
  WHERE t.period @> days.today GROUP BY p.renewal_group
  UNION ALL
  SELECT 'bureau_election', min(f.expected_end_on)::text, min(f.expected_end_on), NULL, NULL,
    jsonb_build_object('offices', count(*)), false
  FROM days, office f WHERE f.period @> days.today HAVING count(*) > 0
), calendar AS (
  SELECT f.kind, f.key, f.due_on, f.title, f.about, f.is_entered, coalesce(n.done_on, f.closed_on) AS done_on, n.note,
    n.done_on IS NOT NULL AS is_ticked, coalesce(n.version, 0) AS version,
    CASE WHEN coalesce(n.done_on, f.closed_on) IS NOT NULL THEN 'done' WHEN f.due_on < days.today THEN 'overdue'
      WHEN f.due_on <= days.today + 30 THEN 'soon' ELSE 'later' END AS state
  FROM days, found f LEFT JOIN duty_done n ON n.kind = f.kind AND n.key = f.key
)
"""
_WANTED: Final = "WHERE (:state IS NULL OR state = :state)"
_TYPES: Final = (bindparam("state", type_=Text),)
_AFTER: Final = (
    bindparam("after_day", type_=Date),
    bindparam("after_kind", type_=Text),
    bindparam("after_key", type_=Text),
)
_PAGE: Final = text(f"""
{_ALL} SELECT * FROM calendar {_WANTED}
  AND (CAST(:after_day AS date) IS NULL OR (due_on, kind, key) > (:after_day, :after_kind, :after_key))
ORDER BY due_on, kind, key LIMIT :count
""").bindparams(*_TYPES, *_AFTER)  # noqa: S608 (fragments of ours)
_TOTAL: Final = text(f"{_ALL} SELECT count(*) FROM calendar {_WANTED}").bindparams(*_TYPES)  # noqa: S608
_ONE: Final = text(f"{_ALL} SELECT * FROM calendar WHERE kind = :kind AND key = :key")  # noqa: S608
_ADD: Final = text("""
INSERT INTO duty (kind, title, since, due_on) VALUES (:kind, :title, :since, :due_on)
ON CONFLICT DO NOTHING RETURNING id
""")
_REMOVE: Final = text("DELETE FROM duty WHERE id::text = :key AND kind = :kind")
_TICK: Final = text("""
INSERT INTO duty_done (kind, key, done_on, note) VALUES (:kind, :key, :done_on, :note)
ON CONFLICT (kind, key) DO UPDATE SET done_on = :done_on, note = :note, version = duty_done.version + 1
""")
_UNTICK: Final = text("DELETE FROM duty_done WHERE kind = :kind AND key = :key")
# Each duty is told of 30 days before, 7 days before and on the day after; the nearest of those that have come.
_TO_REMIND: Final = text(f"""
{_ALL}, marks AS (
  SELECT DISTINCT ON (c.kind, c.key) c.*, m.days_before FROM days, calendar c
  CROSS JOIN (VALUES (30), (7), (-1)) AS m (days_before)
  WHERE c.state <> 'done' AND c.due_on - m.days_before <= days.today AND c.due_on >= days.today - 60
  ORDER BY c.kind, c.key, m.days_before
), told AS (
  INSERT INTO duty_reminder (kind, key, days_before, reminded_on)
  SELECT kind, key, days_before, CAST(:on AS date) FROM marks ON CONFLICT DO NOTHING RETURNING kind, key
)
SELECT marks.* FROM marks JOIN told USING (kind, key) ORDER BY marks.due_on, marks.kind, marks.key
""")  # noqa: S608 (fragments of ours)
_WRITE_TO: Final = text("""
SELECT id, email, name FROM association_version WHERE period @> CAST(:on AS date) AND email IS NOT NULL
""")


class DutyStore:
    """The calendar, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, on: date, state: str | None, *, after: tuple[date, str, str] | None, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return duties as a day sees them, the first due first, and how many there are."""
        day, kind, key = after or (None, None, None)
        values = {"on": on, "state": state}
        more = {"after_day": day, "after_kind": kind, "after_key": key, "count": count}
        rows = await self._session.execute(_PAGE, values | more)
        total = await self._session.scalar(_TOTAL, values)
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def one(self, on: date, kind: str, key: str) -> dict[str, Any] | None:
        """Return a duty of the calendar."""
        row = (
            (await self._session.execute(_ONE, {"on": on, "kind": kind, "key": key})).mappings().one_or_none()
        )
        return None if row is None else dict(row)

    async def add(self, values: Mapping[str, Any]) -> UUID | None:
        """Enter a duty and return its id, `None` where the same one is there."""
        found = await self._session.scalar(_ADD, values)
        return None if found is None else UUID(str(found))

    async def remove(self, kind: str, key: str) -> bool:
        """Take a duty that was entered out again; return whether it was there."""
        gone: Any = await self._session.execute(_REMOVE, {"kind": kind, "key": key})
        return bool(gone.rowcount)

    async def tick(self, kind: str, key: str, *, done_on: date, note: str | None) -> None:
        """Note that a duty was done."""
        await self._session.execute(_TICK, {"kind": kind, "key": key, "done_on": done_on, "note": note})

    async def untick(self, kind: str, key: str) -> None:
        """Note that it was not done after all."""
        await self._session.execute(_UNTICK, {"kind": kind, "key": key})

    async def to_remind(self, on: date) -> list[dict[str, Any]]:
        """Return duties of which it is time to write, noted as written about."""
        return [dict(row) for row in (await self._session.execute(_TO_REMIND, {"on": on})).mappings()]

    async def addressee(self, on: date) -> dict[str, Any] | None:
        """Return the association and the address that reminders go to, `None` where it has none."""
        row = (await self._session.execute(_WRITE_TO, {"on": on})).mappings().one_or_none()
        return None if row is None else dict(row)
