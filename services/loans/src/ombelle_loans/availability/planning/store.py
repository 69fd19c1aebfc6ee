"""Statements of the planning: as many for one item as for three hundred. Nothing of what the caller does not lend."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.days import Days
from ombelle_loans.availability.lent_by import FormatRules
from ombelle_loans.availability.planning.domain import closures, late_until
from ombelle_loans.availability.planning.statements import UNITS
from ombelle_loans.callers import Caller
from ombelle_loans.lending.store import who

_ORGANISATIONS: Final = bindparam("organisations", type_=ARRAY(Uuid))
_ITEMS: Final = text("""
WITH found AS (
  SELECT i.id, i.slug, i.title, i.folded_title, i.category, i.owner_organisation_id FROM item i
  WHERE (:all OR i.owner_organisation_id = ANY (:organisations))
    AND (i.retired_on IS NULL OR i.retired_on >= :first)
    AND (CAST(:item AS uuid) IS NULL OR i.id = :item)
    AND (NOT :of_agency OR i.owner_organisation_id IS NULL)
    AND (CAST(:lender AS uuid) IS NULL OR i.owner_organisation_id = :lender)
    AND (CAST(:category AS text) IS NULL OR i.category = :category)
    AND (CAST(:q AS text) IS NULL OR strpos(i.folded_title, fold(:q)) > 0)
)
SELECT every.total, page.*, o.name AS owner_name FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT * FROM found WHERE (folded_title, id) > (:after_title, :after_id) ORDER BY folded_title, id LIMIT :count
) AS page ON true
LEFT JOIN organisation_copy o ON o.organisation_id = page.owner_organisation_id
ORDER BY page.folded_title, page.id
""").bindparams(_ORGANISATIONS, bindparam("item", type_=Uuid), bindparam("lender", type_=Uuid))
_MOVEMENTS: Final = text("""
SELECT CASE WHEN upper(b.period) <= :today THEN 'late' WHEN upper(b.period) - 1 = :today THEN 'coming_back'
    ELSE 'leaving' END AS way,
  b.loan_id, i.id AS item_id, i.slug, i.title, lower(b.period) AS starts_on, upper(b.period) - 1 AS ends_on,
  array_agg(b.unit_id ORDER BY b.unit_id) AS unit_ids
FROM unit_block b JOIN unit u ON u.id = b.unit_id JOIN item_format f ON f.id = u.format_id
JOIN item i ON i.id = f.item_id
WHERE b.released_at IS NULL AND b.kind = 'loan' AND (:all OR i.owner_organisation_id = ANY (:organisations))
  AND (upper(b.period) <= :today + 1 OR lower(b.period) = :today)
GROUP BY b.loan_id, i.id, b.period
ORDER BY b.period, i.folded_title, b.loan_id
""").bindparams(_ORGANISATIONS)


class PlanningStore:
    """The planning, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def items(
        self, caller: Caller, filters: Mapping[str, Any], since: date, *, after: tuple[str, UUID], count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return items that the caller lends, by title, and how many the filters find in all."""
        lender = filters.get("lender")
        values = {
            **who(caller), **{name: filters.get(name) for name in ("item", "category", "q")}, "first": since,
            "of_agency": lender == "agency", "lender": None if lender == "agency" else lender,
            "after_title": after[0], "after_id": after[1], "count": count,
        }  # fmt: skip
        rows = (await self._session.execute(_ITEMS, values)).mappings().all()
        return [dict(row) for row in rows if row["id"] is not None], int(rows[0]["total"])

    async def units(self, rules: Sequence[FormatRules], window: Days, today: date) -> list[Any]:
        """Return the units of these formats in order, each with the JSON of its blocks and the `loans` they name."""
        calendars = list({id(one.calendar): one.calendar for one in rules}.values())
        places = {id(calendar): place for place, calendar in enumerate(calendars, 1)}
        values = {
            "first": window.first, "last": window.last, "today": today,
            "calendars": [_multirange(closures(calendar)) for calendar in calendars],
            "formats": [one.format_id for one in rules],
            "late_until": [late_until(one.rules_for(None), today) for one in rules],
            "calendar_of": [places[id(one.calendar)] for one in rules],
        }  # fmt: skip
        return list((await self._session.execute(UNITS, values)).all())

    async def movements(self, caller: Caller, today: date) -> list[dict[str, Any]]:
        """Return the loans that leave today, come back today, or should be back, of all that the caller lends."""
        rows = await self._session.execute(_MOVEMENTS, {**who(caller), "today": today})
        return [dict(row) for row in rows.mappings()]


def _multirange(days: Iterable[Days]) -> str:
    return f"{{{','.join(f'[{one.first},{one.last}]' for one in days)}}}"
