"""Loans in a few words, for the planning: whose each is, where it goes, how far it has come."""

from collections.abc import Collection, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loan_briefs import LoanBrief

_BRIEFS: Final = text("""
SELECT l.id, l.number, l.status, r.organisation_id, o.name AS organisation_name, r.place_name, r.department
FROM loan l JOIN loan_request r ON r.id = l.request_id
LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
WHERE l.id = ANY (:loans)
""").bindparams(bindparam("loans", type_=ARRAY(Uuid)))


async def loan_briefs(session: AsyncSession, loans: Collection[UUID]) -> Mapping[UUID, LoanBrief]:
    """Return these loans by their ids, as `loan_briefs.LoanBriefs` says; nothing is asked where there is none."""
    if not loans:
        return {}
    rows = await session.execute(_BRIEFS, {"loans": list(loans)})
    return {
        row.id: LoanBrief(
            number=row.number,
            status=row.status,
            organisation_id=row.organisation_id,
            organisation_name=row.organisation_name,
            place_name=row.place_name,
            department=row.department,
        )
        for row in rows
    }
