"""Statements of figures: the counting rules in SQL. Every statement counts one year whole, whatever it holds."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Integer, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_BINDS: Final = {"year": Integer, "value": Text, "after": Uuid, "count": Integer}


def _of_year(statement: str) -> TextClause:
    """Return a statement that reads the sets of a year. Its values have types: PostgreSQL cannot guess them all."""
    whole = text(_YEAR + statement)
    used = whole.compile().params
    return whole.bindparams(*(bindparam(name, type_=kind) for name, kind in _BINDS.items() if name in used))


# `belonging`: each stay in a college, with what the member is; `held` are those of the last day of the year.
_YEAR: Final = """
WITH days AS (
  SELECT make_date(:year, 1, 1) AS first, make_date(:year, 12, 31) AS last
), belonging AS (
  SELECT c.member_id, m.number, m.kind, m.fee_category, coalesce(o.name, p.name) AS name, m.organisation_id,
    coalesce(o.department, 'none') AS department, coalesce(o.kind, 'natural') AS organisation_kind, c.college, c.period,
    lower(c.period) AS began_on, CASE WHEN c.ended_as <> 'change' THEN upper(c.period) END AS ended_on,
    CASE WHEN c.ended_as <> 'change' THEN c.ended_as END AS ended_as,
    c.period @> d.last AS is_held,
    c.began_as <> 'change' AND lower(c.period) BETWEEN d.first AND d.last AS is_arrival,
    c.ended_as <> 'change' AND upper(c.period) BETWEEN d.first AND d.last AS is_departure
  FROM college_membership c JOIN member m ON m.id = c.member_id CROSS JOIN days d
  LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
), counted AS (
  SELECT * FROM belonging WHERE is_held OR is_arrival OR coalesce(is_departure, false)
), owed AS (
  SELECT f.id, f.member_id, f.amount_cents, f.received_cents, f.remaining_cents, f.state, f.called_on, f.due_on, f.category
  FROM fee_standing f WHERE f.year = :year AND f.state <> 'void'
), received AS (
  SELECT y.id, y.fee_id, f.member_id, f.year AS fee_year, y.amount_cents, y.received_on, y.method
  FROM payment y JOIN fee f ON f.id = y.fee_id CROSS JOIN days d
  WHERE y.voided_on IS NULL AND y.received_on BETWEEN d.first AND d.last
), seats AS (
  SELECT t.id, t.member_id, m.kind, p.number AS post_number, p.renewal_group, lower(t.period) AS began_on,
    t.expected_end_on
  FROM board_term t JOIN post p ON p.id = t.post_id JOIN member m ON m.id = t.member_id CROSS JOIN days d
  WHERE t.period @> d.last
), sittings AS (
  SELECT g.id, g.body, g.title, g.purpose, g.held_on FROM meeting g CROSS JOIN days d
  WHERE g.state IN ('closed', 'minutes_draft', 'minutes_approved') AND g.held_on BETWEEN d.first AND d.last
)
"""
_ORDINARY: Final = "body = 'board' AND purpose = 'ordinary'"
_MAIN: Final = _of_year(f"""
SELECT
  (SELECT count(*) FROM counted WHERE is_held) AS members,
  (SELECT count(*) FROM counted WHERE is_held AND kind = 'legal') AS legal,
  (SELECT count(*) FROM counted WHERE is_held AND kind = 'natural') AS natural,
  (SELECT count(*) FROM counted WHERE is_arrival) AS new_members,
  (SELECT count(*) FROM counted WHERE is_departure) AS departures,
  (SELECT coalesce(jsonb_object_agg(ended_as, n), '{{}}')
   FROM (SELECT ended_as, count(*) AS n FROM counted WHERE is_departure GROUP BY ended_as) AS e) AS departures_by_reason,
  (SELECT coalesce(sum(amount_cents), 0) FROM owed) AS called_cents,
  (SELECT coalesce(sum(received_cents), 0) FROM owed) AS received_cents,
  (SELECT coalesce(sum(amount_cents - received_cents), 0) FROM owed WHERE state = 'waived') AS waived_cents,
  (SELECT coalesce(sum(remaining_cents), 0) FROM owed) AS remaining_cents,
  (SELECT count(*) FROM owed) AS called,
  (SELECT count(*) FROM owed WHERE state = 'paid') AS paid,
  (SELECT coalesce(sum(amount_cents), 0) FROM received) AS received_in_year_cents,
  (SELECT count(*) FROM seats WHERE kind = 'legal') AS board_legal,
  (SELECT count(*) FROM seats WHERE kind = 'natural') AS board_natural,
  (SELECT count(*) FROM (SELECT FROM seats LIMIT 1) AS sits WHERE coalesce((
    SELECT (b.rules ->> 'staff_seat')::boolean FROM bylaws_version b, days d WHERE b.period @> d.last), true))
    AS board_staff,
  (SELECT count(*) FROM office o CROSS JOIN days d WHERE o.period @> d.last) AS officers,
  (SELECT count(*) FROM sittings WHERE {_ORDINARY}) AS board_meetings,
  (SELECT count(*) FROM sittings WHERE body = 'general_assembly') AS general_assemblies
""")  # noqa: S608 -- our own words
_PARTS: Final = _of_year("""
SELECT p.figure, p.value, count(*) FILTER (WHERE c.is_held) AS members,
  count(*) FILTER (WHERE c.is_arrival) AS arrivals, count(*) FILTER (WHERE c.is_departure) AS departures
FROM counted c CROSS JOIN LATERAL (VALUES ('by_college', c.college), ('by_department', c.department),
  ('by_kind', c.organisation_kind), ('by_fee_category', c.fee_category)) AS p (figure, value)
GROUP BY p.figure, p.value
ORDER BY p.figure, CASE WHEN p.figure = 'by_college' THEN p.value END, members DESC, arrivals DESC, p.value
""")
_YEARS: Final = text("""
SELECT year FROM (
  SELECT generate_series(min(extract(year FROM lower(period)))::integer,
    extract(year FROM (now() AT TIME ZONE 'Europe/Paris'))::integer) AS year FROM college_membership
) AS y ORDER BY year DESC
""")
# Members of the last days of ten years, for the plot: how many there were, who came, who left, what was received.
_COURSE: Final = text("""
SELECT y.year,
  (SELECT count(*) FROM college_membership c WHERE c.period @> make_date(y.year, 12, 31)) AS members,
  (SELECT count(*) FROM college_membership c WHERE c.began_as <> 'change'
    AND extract(year FROM lower(c.period)) = y.year) AS arrivals,
  (SELECT count(*) FROM college_membership c WHERE c.ended_as <> 'change'
    AND extract(year FROM upper(c.period)) = y.year) AS departures,
  (SELECT coalesce(sum(amount_cents), 0) FROM fee f WHERE f.year = y.year AND f.void_on IS NULL) AS called_cents,
  (SELECT coalesce(sum(f.received_cents), 0) FROM fee_standing f WHERE f.year = y.year AND f.state <> 'void')
    AS received_cents
FROM generate_series(:year - 9, :year) AS y (year)
WHERE y.year >= (SELECT extract(year FROM min(lower(period))) FROM college_membership)
ORDER BY y.year
""").bindparams(bindparam("year", type_=Integer))

# What a figure opens: the same sets, under the same conditions.
_SHOWN: Final = """b.member_id, b.number, b.name, b.kind AS member_kind, b.college, b.department, b.organisation_kind,
  b.fee_category, b.began_on, b.ended_on, b.ended_as"""
_MEMBERS: Final = """
SELECT DISTINCT ON (b.member_id) 'member' AS kind, b.member_id AS id, {shown}
FROM counted b WHERE {condition} ORDER BY b.member_id, b.began_on DESC
"""
# Somebody may come or go twice in a year: each time is a row, under an id of its own.
_MOVES: Final = """
SELECT 'member' AS kind, CAST(md5(b.member_id::text || b.began_on) AS uuid) AS id, {shown}
FROM counted b WHERE {condition}
"""
_FEES: Final = """
SELECT 'fee' AS kind, f.id, f.member_id, member_name(f.member_id) AS name, f.category AS fee_category, f.amount_cents,
  f.received_cents, f.remaining_cents, f.state, f.called_on, f.due_on
FROM owed f WHERE {condition}
"""
_PAYMENTS: Final = """
SELECT 'payment' AS kind, y.id, y.member_id, member_name(y.member_id) AS name, y.fee_year, y.amount_cents, y.received_on,
  y.method
FROM received y
"""
_SEATS: Final = """
SELECT 'seat' AS kind, s.id, s.member_id, member_name(s.member_id) AS name, s.kind AS member_kind, s.post_number,
  s.renewal_group, s.began_on, s.expected_end_on
FROM seats s WHERE {condition}
"""
_OFFICES: Final = """
SELECT 'office' AS kind, o.id, o.member_id, member_name(o.member_id) AS name, o.role, o.rank, lower(o.period) AS began_on,
  o.expected_end_on
FROM office o CROSS JOIN days d WHERE o.period @> d.last
"""
_MEETINGS: Final = """
SELECT 'meeting' AS kind, g.id, g.body, g.title, g.purpose, g.held_on FROM sittings g WHERE {condition}
"""
_ANY: Final = "(CAST(:value AS text) IS NULL OR {column} = :value)"
_OPENS: Final[Mapping[str, str]] = {
    "members": _MEMBERS.format(shown=_SHOWN, condition="b.is_held"),
    "members_by_kind": _MEMBERS.format(
        shown=_SHOWN, condition="b.is_held AND " + _ANY.format(column="b.kind")
    ),
    "new_members": _MOVES.format(shown=_SHOWN, condition="b.is_arrival"),
    "departures": _MOVES.format(
        shown=_SHOWN, condition="b.is_departure AND " + _ANY.format(column="b.ended_as")
    ),
    "fees_called": _FEES.format(condition="true"),
    "fees_received": _FEES.format(condition="f.received_cents > 0"),
    "fees_waived": _FEES.format(condition="f.state = 'waived'"),
    "fees_remaining": _FEES.format(condition="f.remaining_cents > 0"),
    "fees_received_in_year": _PAYMENTS,
    "board": _SEATS.format(condition=_ANY.format(column="s.kind")),
    "officers": _OFFICES,
    "board_meetings": _MEETINGS.format(condition=_ORDINARY),
    "general_assemblies": _MEETINGS.format(condition="body = 'general_assembly'"),
    "by_college": _MEMBERS.format(shown=_SHOWN, condition="b.is_held AND " + _ANY.format(column="b.college")),
    "by_department": _MEMBERS.format(
        shown=_SHOWN, condition="b.is_held AND " + _ANY.format(column="b.department")
    ),
    "by_kind": _MEMBERS.format(
        shown=_SHOWN, condition="b.is_held AND " + _ANY.format(column="b.organisation_kind")
    ),
    "by_fee_category": _MEMBERS.format(
        shown=_SHOWN, condition="b.is_held AND " + _ANY.format(column="b.fee_category")
    ),
    "arrivals_by_college": _MOVES.format(
        shown=_SHOWN, condition="b.is_arrival AND " + _ANY.format(column="b.college")
    ),
    "departures_by_college": _MOVES.format(
        shown=_SHOWN, condition="b.is_departure AND " + _ANY.format(column="b.college")
    ),
}
_ROWS: Final = {
    figure: _of_year(f"SELECT * FROM ({opened}) AS opened WHERE id > :after ORDER BY id LIMIT :count")  # noqa: S608
    for figure, opened in _OPENS.items()
}
_COUNTS: Final = {
    figure: _of_year(f"SELECT count(*) FROM ({opened}) AS opened")  # noqa: S608 -- our own words
    for figure, opened in _OPENS.items()
}


class FigureStore:
    """What the figures of a year are, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def main(self, year: int) -> dict[str, Any]:
        """Return the counts of a year."""
        return dict((await self._session.execute(_MAIN, {"year": year})).mappings().one())

    async def parts(self, year: int) -> list[dict[str, Any]]:
        """Return members, arrivals and departures of each part of each breakdown."""
        return [dict(row) for row in (await self._session.execute(_PARTS, {"year": year})).mappings()]

    async def course(self, year: int) -> list[dict[str, Any]]:
        """Return the main counts of the ten years that end with this one."""
        return [dict(row) for row in (await self._session.execute(_COURSE, {"year": year})).mappings()]

    async def years(self) -> list[int]:
        """Return the years since the first member, the latest first."""
        return list(await self._session.scalars(_YEARS))

    async def rows(
        self, year: int, figure: str, value: str | None, *, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return what a figure was counted from, in the order of ids, and how many rows that are in all."""
        values = {"year": year, "value": value}
        rows = await self._session.execute(_ROWS[figure], {**values, "after": after, "count": count})
        total = await self._session.scalar(_COUNTS[figure], values)
        return [dict(row) for row in rows.mappings()], int(total or 0)
