"""Statements of maintenance and internal use. Whoever does not lend an item finds nothing of its units."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.days import Days
from ombelle_loans.availability.tables import UnitBlockRow
from ombelle_loans.callers import Caller
from ombelle_loans.lending.store import who

_ORGANISATIONS: Final = bindparam("organisations", type_=ARRAY(Uuid))
_PAGE: Final = text("""
WITH found AS (
  SELECT b.id, b.unit_id, u.code AS unit_code, coalesce(u.name, '') AS unit_name, u.copy_number, u.module_number,
    u.format_id, i.id AS item_id, i.slug, i.title, b.kind, lower(b.period) AS starts_on,
    upper(b.period) - 1 AS ends_on, b.reason, b.released_at, b.version
  FROM unit_block b JOIN unit u ON u.id = b.unit_id JOIN item_format f ON f.id = u.format_id
  JOIN item i ON i.id = f.item_id
  WHERE b.kind IN ('maintenance', 'internal_use') AND (:all OR i.owner_organisation_id = ANY (:organisations))
    AND (:any OR b.id = ANY (:ids))
    AND (CAST(:item AS uuid) IS NULL OR i.id = :item)
    AND (CAST(:unit AS uuid) IS NULL OR b.unit_id = :unit)
    AND (CAST(:kind AS text) IS NULL OR b.kind = :kind)
    AND (CAST(:released AS boolean) IS NULL OR (b.released_at IS NOT NULL) = :released)
    AND b.period && daterange(:since, :until, '[]')
)
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT * FROM found WHERE (starts_on, id) > (:after_day, :after_id) ORDER BY starts_on, id LIMIT :count
) AS page ON true
ORDER BY page.starts_on, page.id
""").bindparams(
    _ORGANISATIONS,
    bindparam("ids", type_=ARRAY(Uuid)),
    bindparam("item", type_=Uuid),
    bindparam("unit", type_=Uuid),
)
_FORMATS: Final = text("""
SELECT u.id, u.format_id FROM unit u JOIN item_format f ON f.id = u.format_id JOIN item i ON i.id = f.item_id
WHERE u.id = ANY (:units) AND (:all OR i.owner_organisation_id = ANY (:organisations))
""").bindparams(_ORGANISATIONS, bindparam("units", type_=ARRAY(Uuid)))
_IN_THE_WAY: Final = text("""
SELECT b.id AS block_id, b.unit_id, coalesce(u.name, '') AS unit_name, u.code AS unit_code, b.kind, b.loan_id,
  lower(b.period) AS starts_on, upper(b.period) - 1 AS ends_on, lower(b.blocked) AS blocked_from,
  upper(b.blocked) - 1 AS blocked_until
FROM unit_block b JOIN unit u ON u.id = b.unit_id
WHERE b.unit_id = ANY (:units) AND b.released_at IS NULL AND b.blocked && daterange(:first, :last, '[]')
  AND b.id IS DISTINCT FROM CAST(:but AS uuid)
ORDER BY b.blocked, b.id
""").bindparams(bindparam("units", type_=ARRAY(Uuid)))
BEGINNING: Final = (date(1, 1, 1), UUID(int=0))
"""Where the first page begins."""


class BlockStore:
    """Blocks of lenders in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, after: tuple[date, UUID], count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return blocks of items that the caller lends, and how many the filters find in all."""
        ids = filters.get("ids")
        values = {
            **who(caller), "any": ids is None, "ids": list(ids or ()), "after_day": after[0], "after_id": after[1],
            "count": count, **{name: filters.get(name) for name in ("item", "unit", "kind", "released", "since", "until")},
        }  # fmt: skip
        rows = (await self._session.execute(_PAGE, values)).mappings().all()
        return [_without_total(dict(row)) for row in rows if row["id"] is not None], int(rows[0]["total"])

    async def blocks(self, caller: Caller, ids: Sequence[UUID]) -> list[dict[str, Any]]:
        """Return these blocks of items that the caller lends."""
        rows, _ = await self.page(caller, {"ids": ids}, after=BEGINNING, count=len(ids))
        return rows

    async def formats(self, caller: Caller, units: Collection[UUID]) -> dict[UUID, UUID]:
        """Return the format of each of these units that the caller lends."""
        rows = await self._session.execute(_FORMATS, {**who(caller), "units": list(units)})
        return {row.id: row.format_id for row in rows}

    async def in_the_way(
        self, units: Collection[UUID], days: Days, *, but: UUID | None = None
    ) -> list[dict[str, Any]]:
        """Return what blocks one of these units on one of these days, except this one."""
        values = {"units": list(units), "first": days.first, "last": days.last, "but": but}
        return [dict(row) for row in (await self._session.execute(_IN_THE_WAY, values)).mappings()]

    async def row(self, block_id: UUID) -> UnitBlockRow | None:
        """Return a block to change, held until the transaction ends."""
        return await self._session.get(UnitBlockRow, block_id, with_for_update=True, populate_existing=True)


def _without_total(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "total"}
