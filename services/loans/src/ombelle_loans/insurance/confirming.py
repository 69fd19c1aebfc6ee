"""A loan is confirmed once its agreement is signed and it is insured as its lender asks: whichever comes last does it."""

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loans.errors import ActionImpossible, PaperMissing
from ombelle_loans.loans.moves import Seen, record_step
from ombelle_loans.loans.telling import tell


async def confirm_if_ready(session: AsyncSession, seen: Seen, *, public_url: str) -> bool:
    """Confirm a loan, which must be locked, where nothing is missing; say whether it was."""
    machine = Seen(seen.loan, frozenset({"machine"}), seen.facts)
    try:
        machine.check("confirm")
    except (ActionImpossible, PaperMissing):
        return False
    machine.apply("confirm")
    await record_step(session, machine, None, "confirm")
    await tell(session, machine, "confirm", public_url=public_url)
    return True
