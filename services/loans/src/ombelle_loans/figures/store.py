"""Statements of figures: the counting rules in SQL, over the views `counted_item` and `counted_loan`.

`:owner` is the lender's organisation, null the agency. Every statement counts one year whole, whatever it holds.
"""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Integer, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_BINDS: Final = {
    "year": Integer,
    "owner": Uuid,
    "top": Integer,
    "value": Text,
    "after": Uuid,
    "count": Integer,
}


def _of_year(statement: str) -> TextClause:
    """Return a statement that reads the sets of a year. Its values have types: PostgreSQL cannot guess them all."""
    whole = text(_YEAR + statement)
    used = whole.compile().params
    return whole.bindparams(*(bindparam(name, type_=kind) for name, kind in _BINDS.items() if name in used))


_YEAR: Final = """
WITH added AS (
  SELECT c.format_id, c.item_id, coalesce(c.external_id, c.format_id::text) AS reference, c.title, c.category, c.format,
    CASE WHEN c.is_further_format THEN c.added_on ELSE least(c.added_on, i.added_on) END AS added_on,
    c.is_further_format, c.retired_on
  FROM counted_item c JOIN item i ON i.id = c.item_id
  WHERE c.owner_organisation_id IS NOT DISTINCT FROM CAST(:owner AS uuid) AND i.publication <> 'draft'
), active AS (
  SELECT *, extract(year FROM added_on) = :year AS is_new FROM added
  WHERE added_on <= make_date(:year, 12, 31) AND (retired_on IS NULL OR retired_on > make_date(:year, 12, 31))
), touched AS (
  SELECT l.*, days_within(l.starts_on, l.ends_on, :year) AS days, l.year = :year AS is_of_year
  FROM counted_loan l
  WHERE l.owner_organisation_id IS NOT DISTINCT FROM CAST(:owner AS uuid)
    AND l.starts_on <= make_date(:year, 12, 31) AND l.ends_on >= make_date(:year, 1, 1)
    AND (l.went_out OR l.was_cancelled)
), outside AS (
  SELECT * FROM touched WHERE went_out
), lent AS (
  SELECT * FROM outside WHERE is_of_year
), top AS (
  SELECT item_reference AS item_id, max(title) AS title, count(*) AS loans FROM lent
  GROUP BY item_reference ORDER BY count(*) DESC, item_reference COLLATE "C" LIMIT :top
)
"""
_MAIN: Final = _of_year("""
SELECT
  (SELECT count(*) FROM active) AS items,
  (SELECT coalesce(jsonb_object_agg(category, n), '{}')
   FROM (SELECT category, count(*) AS n FROM active GROUP BY category) AS c) AS items_by_category,
  (SELECT count(*) FROM active WHERE is_new AND NOT is_further_format) AS new_items,
  (SELECT count(*) FROM active WHERE is_new AND is_further_format) AS new_formats,
  (SELECT count(*) FROM active a WHERE EXISTS (SELECT FROM lent WHERE lent.format_id = a.format_id)) AS items_lent,
  (SELECT count(*) FROM lent) AS loans,
  (SELECT coalesce(sum(days), 0) FROM outside) AS days_out,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('item_id', item_id, 'title', title, 'loans', loans)
     ORDER BY loans DESC, item_id COLLATE "C"), '[]') FROM top) AS top_items,
  (SELECT coalesce(sum(days), 0) FROM outside WHERE item_reference IN (SELECT item_id FROM top)) AS top_items_days,
  (SELECT count(*) FROM touched WHERE was_cancelled AND is_of_year) AS cancelled,
  (SELECT coalesce(sum(days), 0) FROM touched WHERE was_cancelled AND is_of_year) AS cancelled_days,
  (SELECT coalesce(sum(fee_cents), 0) FROM touched WHERE is_of_year) AS fees_cents,
  (SELECT count(*) FROM lent WHERE came_back) AS came_back,
  (SELECT count(*) FROM lent WHERE is_answered) AS evaluations,
  (SELECT coalesce(jsonb_object_agg(satisfaction, n), '{}')
   FROM (SELECT satisfaction, count(*) AS n FROM lent WHERE is_answered GROUP BY satisfaction) AS s) AS satisfaction,
  (SELECT coalesce(sum(audience), 0) FROM lent WHERE is_answered) AS audience,
  (SELECT coalesce(jsonb_object_agg(audience_method, n), '{}')
   FROM (SELECT audience_method, count(*) AS n FROM lent WHERE is_answered GROUP BY audience_method) AS m)
    AS audience_method,
  (SELECT count(DISTINCT borrower_id) FROM lent WHERE is_school) AS school_borrowers,
  (SELECT count(DISTINCT borrower_id) FROM lent WHERE is_school AND channel = 'pass_culture')
    AS school_borrowers_pass_culture
""")
_BROKEN_DOWN: Final = _of_year("""
, parts AS (
  SELECT o.loan_id, o.is_of_year, o.days, o.borrower_id, p.figure, p.value FROM outside o
  CROSS JOIN LATERAL (
    VALUES ('by_kind', o.borrower_kind), ('by_department', o.department), ('by_channel', o.channel)
    UNION ALL SELECT 'by_theme', theme FROM unnest(CASE o.themes WHEN '{}' THEN ARRAY['none'] ELSE o.themes END) AS theme
  ) AS p (figure, value)
), months AS (
  SELECT 'by_month' AS figure, m::text AS value,
    count(o.loan_id) FILTER (WHERE o.is_of_year AND extract(month FROM o.starts_on) = m) AS loans,
    coalesce(sum(least(o.ends_on, last) - greatest(o.starts_on, first) + 1) FILTER (WHERE o.loan_id IS NOT NULL), 0)
      AS days,
    count(DISTINCT o.borrower_id) FILTER (WHERE o.is_of_year AND extract(month FROM o.starts_on) = m) AS borrowers
  FROM generate_series(1, 12) AS m
  CROSS JOIN LATERAL (SELECT make_date(:year, m, 1) AS first,
    (make_date(:year, m, 1) + interval '1 month - 1 day')::date AS last) AS days
  LEFT JOIN outside o ON o.starts_on <= last AND o.ends_on >= first
  GROUP BY m
)
SELECT figure, value, count(*) FILTER (WHERE is_of_year) AS loans, sum(days) AS days,
  count(DISTINCT borrower_id) FILTER (WHERE is_of_year) AS borrowers, 0 AS place
FROM parts GROUP BY figure, value
UNION ALL SELECT figure, value, loans, days, borrowers, value::integer FROM months
ORDER BY figure, place, loans DESC, value
""")
_YEARS: Final = text("""
SELECT DISTINCT year FROM counted_loan
WHERE owner_organisation_id IS NOT DISTINCT FROM CAST(:owner AS uuid) AND (went_out OR was_cancelled) ORDER BY year DESC
""")
_LENDER: Final = text(
    "SELECT name FROM organisation_copy WHERE organisation_id = :owner AND name IS NOT NULL"
)

# What a figure opens: the same sets, under the same conditions.
_ITEMS: Final = """
SELECT 'item' AS kind, a.format_id AS id, a.reference, a.item_id, a.title, a.category, a.format, a.added_on,
  count(l.loan_id) AS loans, (SELECT coalesce(sum(o.days), 0) FROM outside o WHERE o.format_id = a.format_id) AS days
FROM active a LEFT JOIN lent l ON l.format_id = a.format_id
WHERE {condition}
GROUP BY a.format_id, a.reference, a.item_id, a.title, a.category, a.format, a.added_on
"""
_LOANS: Final = """
SELECT 'loan' AS kind, l.loan_id AS id, l.number, l.external_id, l.item_reference, l.title, l.borrower_id,
  l.borrower_name, l.borrower_kind, l.department, l.channel, l.status, l.starts_on, l.ends_on, l.days, l.fee_cents,
  l.satisfaction, l.audience_method, l.audience
FROM touched l WHERE {condition}
"""
_BORROWERS: Final = """
SELECT 'borrower' AS kind, l.borrower_id AS id, max(l.borrower_name) AS name, max(l.borrower_kind) AS borrower_kind,
  max(l.department) AS department, count(*) AS loans, sum(l.days) AS days
FROM lent l WHERE {condition} GROUP BY l.borrower_id
"""
_LENT: Final = "l.went_out AND l.is_of_year"
_TOP: Final = "l.item_reference IN (SELECT item_id FROM top)"
_ANY: Final = "(CAST(:value AS text) IS NULL OR {column} = :value)"
_OPENS: Final[Mapping[str, str]] = {
    "items": _ITEMS.format(condition="true"),
    "items_by_category": _ITEMS.format(condition=_ANY.format(column="a.category")),
    "new_items": _ITEMS.format(condition="a.is_new AND NOT a.is_further_format"),
    "new_formats": _ITEMS.format(condition="a.is_new AND a.is_further_format"),
    "items_lent": _ITEMS.format(condition="l.loan_id IS NOT NULL"),
    "loans": _LOANS.format(condition=_LENT),
    "days_out": _LOANS.format(condition="l.went_out"),
    "top_items": _LOANS.format(condition=f"{_LENT} AND {_TOP} AND {_ANY.format(column='l.item_reference')}"),
    "top_items_days": _LOANS.format(condition=f"l.went_out AND {_TOP}"),
    "cancelled": _LOANS.format(condition="l.was_cancelled AND l.is_of_year"),
    "fees": _LOANS.format(condition="l.is_of_year AND l.fee_cents > 0"),
    "evaluations": _LOANS.format(condition=f"{_LENT} AND l.is_answered"),
    "evaluations_missing": _LOANS.format(condition=f"{_LENT} AND l.came_back AND NOT l.is_answered"),
    "satisfaction": _LOANS.format(
        condition=f"{_LENT} AND l.is_answered AND {_ANY.format(column='l.satisfaction')}"
    ),
    "audience": _LOANS.format(condition=f"{_LENT} AND l.is_answered AND l.audience IS NOT NULL"),
    "audience_method": _LOANS.format(
        condition=f"{_LENT} AND l.is_answered AND {_ANY.format(column='l.audience_method')}"
    ),
    "school_borrowers": _BORROWERS.format(condition="l.is_school"),
    "school_borrowers_pass_culture": _BORROWERS.format(
        condition="l.is_school AND l.channel = 'pass_culture'"
    ),
    "by_kind": _LOANS.format(condition=f"{_LENT} AND {_ANY.format(column='l.borrower_kind')}"),
    "by_department": _LOANS.format(condition=f"{_LENT} AND {_ANY.format(column='l.department')}"),
    "by_channel": _LOANS.format(condition=f"{_LENT} AND {_ANY.format(column='l.channel')}"),
    "by_month": _LOANS.format(
        condition=f"{_LENT} AND {_ANY.format(column='extract(month FROM l.starts_on)::integer::text')}"
    ),
    "by_theme": _LOANS.format(
        condition=_LENT + " AND (CAST(:value AS text) IS NULL OR :value = ANY (l.themes)"
        " OR :value = 'none' AND l.themes = '{}')"
    ),
}
_ROWS: Final = {
    figure: _of_year(f"SELECT * FROM ({opened}) AS opened WHERE id > :after ORDER BY id LIMIT :count")
    for figure, opened in _OPENS.items()
}
_COUNTS: Final = {
    figure: _of_year(f"SELECT count(*) FROM ({opened}) AS opened") for figure, opened in _OPENS.items()
}


class FigureStore:
    """What one lender's figures of a year are; `owner` is its organisation, `None` the agency."""

    def __init__(self, session: AsyncSession, owner: UUID | None, *, top: int) -> None:
        self._session = session
        self._values = {"owner": owner, "top": top}

    async def main(self, year: int) -> dict[str, Any]:
        """Return the counts of a year."""
        return dict((await self._session.execute(_MAIN, {**self._values, "year": year})).mappings().one())

    async def broken_down(self, year: int) -> list[dict[str, Any]]:
        """Return loans, days and borrowers of each part of each breakdown."""
        found = await self._session.execute(_BROKEN_DOWN, {**self._values, "year": year})
        return [dict(row) for row in found.mappings()]

    async def years(self) -> list[int]:
        """Return the years that hold loans, the latest first."""
        return list(await self._session.scalars(_YEARS, {"owner": self._values["owner"]}))

    async def lender(self) -> str | None:
        """Return the name of the organisation, `None` where there is none."""
        name: str | None = await self._session.scalar(_LENDER, {"owner": self._values["owner"]})
        return name

    async def rows(
        self, year: int, figure: str, value: str | None, *, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return what a figure was counted from, and how many rows that are in all."""
        values = {**self._values, "year": year, "value": value}
        statement, counted = _ROWS[figure], _COUNTS[figure]
        rows = await self._session.execute(statement, {**values, "after": after, "count": count})
        total = await self._session.scalar(counted, values)
        return [dict(row) for row in rows.mappings()], int(total or 0)
