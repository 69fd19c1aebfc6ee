"""Statements of closures. Whoever does not lend for a lender finds none of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.tables import ClosureRow
from ombelle_loans.callers import Caller
from ombelle_loans.lending.store import who

_PAGE: Final = text("""
WITH found AS (
  SELECT c.id, c.organisation_id, lower(c.days) AS starts_on, upper(c.days) - 1 AS ends_on, c.label, c.version
  FROM closure c
  WHERE (:all OR c.organisation_id = ANY (:organisations))
    AND (NOT :of_agency OR c.organisation_id IS NULL)
    AND (CAST(:lender AS uuid) IS NULL OR c.organisation_id = :lender)
    AND (CAST(:id AS uuid) IS NULL OR c.id = :id)
    AND c.days && daterange(:since, :until, '[]')
)
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT * FROM found WHERE (starts_on, id) > (:after_day, :after_id) ORDER BY starts_on, id LIMIT :count
) AS page ON true
ORDER BY page.starts_on, page.id
""").bindparams(
    bindparam("organisations", type_=ARRAY(Uuid)),
    bindparam("lender", type_=Uuid),
    bindparam("id", type_=Uuid),
)
_MERGE: Final = (
    text("INSERT INTO organisation_copy (organisation_id, version) VALUES (:into, 0) ON CONFLICT DO NOTHING"),
    text("UPDATE closure SET organisation_id = :into, version = version + 1 WHERE organisation_id = :id"),
)
BEGINNING: Final = (date(1, 1, 1), UUID(int=0))
"""Where the first page begins."""


class ClosureStore:
    """Closures in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, after: tuple[date, UUID], count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return closures of lenders that the caller lends for, and how many the filters find in all."""
        lender = filters.get("lender")
        values = {
            **who(caller), "of_agency": lender == "agency", "lender": None if lender == "agency" else lender,
            "id": filters.get("id"), "since": filters.get("since"), "until": filters.get("until"),
            "after_day": after[0], "after_id": after[1], "count": count,
        }  # fmt: skip
        rows = (await self._session.execute(_PAGE, values)).mappings().all()
        return [_without_total(dict(row)) for row in rows if row["id"] is not None], int(rows[0]["total"])

    async def row(self, closure_id: UUID) -> ClosureRow | None:
        """Return a closure to change, held until the transaction ends."""
        return await self._session.get(ClosureRow, closure_id, with_for_update=True)

    async def merge(self, organisation_id: UUID, into: UUID) -> None:
        """Give the closures of an organisation to the one that it is now."""
        for statement in _MERGE:
            await self._session.execute(statement, {"id": organisation_id, "into": into})


def _without_total(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "total"}
