"""A yearly certificate that a lender accepted serves the next loan by itself, where it covers it."""

from ombelle_chassis.paging import LAST as NEWEST
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.insurance.domain import shortfalls
from ombelle_loans.insurance.store import InsuranceStore
from ombelle_loans.loans.moves import Seen

_LOOKED_AT = 50


async def attach_yearly(session: AsyncSession, seen: Seen, value_cents: int | None) -> None:
    """Let a certificate that was accepted before serve this loan, the newest that covers its days and its value."""
    loan = seen.loan
    asked = loan.insurance_asked == "yearly" and loan.insurance_waiver is None
    if not asked or loan.insurance_certificate_id is not None:
        return
    store = InsuranceStore(session)
    rows, _ = await store.page(seen.facts, before=NEWEST, count=_LOOKED_AT)
    need = {**await store.need(loan.id), "value_cents": value_cents}
    for row in rows:
        if row["state"] == "accepted" and not shortfalls(row, need):
            loan.insurance_certificate_id = row["id"]
            return
