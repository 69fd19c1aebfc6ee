"""Statements on fees of an import. What they may not write, PostgreSQL refuses."""

from collections.abc import Collection, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Date, Integer, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_FEES: Final = text("""
SELECT m.external_id || '/' || f.year AS name, f.id, f.amount_cents, f.received_cents, f.remaining_cents, f.state
FROM fee_standing f JOIN member m ON m.id = f.member_id
WHERE m.external_id = ANY (:names) AND f.state <> 'void'
""").bindparams(bindparam("names", type_=ARRAY(Text)))
_ADD_FEE: Final = text("""
INSERT INTO fee (member_id, year, period, category, college, amount_cents, amount_reason, called_on, due_on, waived_on,
  waive_reason, external_id)
SELECT :member, :year, daterange(make_date(:year, 1, 1), make_date(:year + 1, 1, 1)), :category,
  (SELECT college FROM college_membership WHERE member_id = :member
   AND period && daterange(make_date(:year, 1, 1), make_date(:year + 1, 1, 1)) ORDER BY period DESC LIMIT 1),
  :amount, 'Reprise', :called_on, :due_on, :waived_on, CASE WHEN CAST(:waived_on AS date) IS NOT NULL THEN 'Reprise' END,
  :name
RETURNING id
""").bindparams(
    bindparam("member", type_=Uuid), bindparam("waived_on", type_=Date), bindparam("year", type_=Integer)
)
_ADD_PAYMENT: Final = text("""
INSERT INTO payment (fee_id, method, reference, received_on, amount_cents)
VALUES (:fee, :method, :reference, :received_on, :amount)
""").bindparams(bindparam("fee", type_=Uuid))
Row = Mapping[str, Any]


class FeeStore:
    """Fees and payments in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def fees(self, members: Collection[str]) -> dict[str, Row]:
        """Return the fees of members, by reference and year."""
        found = await self._session.execute(_FEES, {"names": list(members)})
        return {row["name"]: dict(row) for row in found.mappings()}

    async def add_fee(self, values: Row) -> UUID:
        """Write a fee."""
        fee: UUID = (await self._session.execute(_ADD_FEE, dict(values))).scalar_one()
        return fee

    async def add_payment(self, values: Row) -> None:
        """Write a payment."""
        await self._session.execute(_ADD_PAYMENT, dict(values))
