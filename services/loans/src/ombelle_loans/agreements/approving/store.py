"""Statements of what a lender looks at before answering."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loans.tables import LoanRow

_UNITS: Final = text("""
SELECT id, code, name, copy_number, module_number, state, state_note, place
FROM unit WHERE format_id = :format_id AND state <> 'retired' ORDER BY copy_number, module_number, id
""")
_RIVALS: Final = text("""
SELECT l.id, l.number, l.status, l.starts_on, l.ends_on, coalesce(l.waitlisted_at, l.created_at) AS since,
  json_build_object('id', r.organisation_id, 'name', o.name, 'kind', o.kind) AS organisation
FROM loan l JOIN loan_request r ON r.id = l.request_id
LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
WHERE l.format_id = :format_id AND l.id <> :loan_id AND l.status IN ('requested', 'waitlisted')
  AND l.starts_on <= :ends_on AND l.ends_on >= :starts_on
ORDER BY since, l.id LIMIT 50
""")
_TARIFF: Final = text("SELECT basis, period_days, member_cents, other_cents FROM tariff WHERE id = :id")


class ApprovingStore:
    """Reads, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def units(self, format_id: UUID) -> list[dict[str, Any]]:
        """Return the units of a format as people know them."""
        rows = await self._session.execute(_UNITS, {"format_id": format_id})
        return [dict(row) for row in rows.mappings()]

    async def rivals(self, loan: LoanRow) -> list[dict[str, Any]]:
        """Return the loans that want some of the same days of the same format and block nothing, the oldest first."""
        values: dict[str, Any] = {"format_id": loan.format_id, "loan_id": loan.id}
        values |= {"starts_on": loan.starts_on, "ends_on": loan.ends_on}
        return [dict(row) for row in (await self._session.execute(_RIVALS, values)).mappings()]

    async def tariff(self, tariff_id: UUID | None) -> dict[str, Any] | None:
        """Return the prices of a tariff."""
        if tariff_id is None:
            return None
        row = (await self._session.execute(_TARIFF, {"id": tariff_id})).mappings().one_or_none()
        return None if row is None else dict(row)
