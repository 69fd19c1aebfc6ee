"""What days a loan may have, whatever its lender says; and how its days change."""

from datetime import date, timedelta
from typing import Final

from ombelle_chassis.errors import FieldError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.blocking import Blocking
from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.domain import RULES, Reason
from ombelle_loans.loans.domain import LONGEST, days_of
from ombelle_loans.loans.errors import DatesWrong
from ombelle_loans.loans.moves import Seen

NEVER_WAIVED: Final[frozenset[Reason]] = frozenset({"in_the_past", "retired", "not_lent_here"})
"""Rules that asking for an exception does not set aside."""
LENDER_WAIVES: Final[frozenset[Reason]] = RULES - {"retired", "not_lent_here"}
"""Rules that a lender sets aside by deciding."""
_FURTHEST: Final = timedelta(days=3660)
_BACK: Final = timedelta(days=3660)

# Whatever the lender's buffers have become since, a loan that ends earlier blocks no more than it did.
_TRIM: Final = text("""
UPDATE unit_block SET period = daterange(lower(period), :after_last), version = version + 1,
  blocked = daterange(lower(blocked), greatest(least(upper(blocked), :after_blocked), :after_last))
WHERE loan_id = :loan_id AND released_at IS NULL
""")


def check_days(starts_on: date, ends_on: date, pointer: str = "/body") -> None:
    """Refuse days that make no loan at all.

    Raises:
        DatesWrong: they end before they begin, last more than three years, or lie ten years away.

    """
    today = today_in_paris()
    if ends_on < starts_on:
        raise _wrong(f"{pointer}/ends_on", "Le prêt se termine avant d’avoir commencé.")
    if days_of(starts_on, ends_on) > LONGEST:
        raise _wrong(f"{pointer}/ends_on", "Un prêt dure trois ans au plus.")
    if not today - _BACK <= starts_on <= today + _FURTHEST:
        raise _wrong(f"{pointer}/starts_on", "Ces dates sont trop lointaines.")


def check_longer(seen: Seen, ends_on: date) -> None:
    """Refuse a last day that is not later than the present one. Raises DatesWrong."""
    if ends_on <= seen.loan.ends_on:
        raise _wrong("/body/ends_on", "Cette date ne prolonge pas le prêt.")
    check_days(seen.loan.starts_on, ends_on)


def check_shorter(seen: Seen, ends_on: date) -> None:
    """Refuse a last day that does not shorten the loan, or that is past while the items are out. Raises DatesWrong."""
    loan = seen.loan
    if not loan.starts_on <= ends_on < loan.ends_on:
        raise _wrong("/body/ends_on", "Cette date ne raccourcit pas le prêt.")
    if loan.status == "out" and ends_on < today_in_paris():
        raise _wrong("/body/ends_on", "L’outil est encore sorti : choisissez aujourd’hui, ou plus tard.")


async def trim(session: AsyncSession, seen: Seen, ends_on: date) -> None:
    """Let a loan block fewer days: always possible, whatever else has changed since."""
    loan = seen.loan
    answer = await Blocking(session).answer(
        loan.format_id,
        Days(loan.starts_on, ends_on),
        department=seen.facts["department"],
        waived=RULES,
        without=loan.id,
    )
    values = {
        "loan_id": loan.id,
        "after_last": ends_on + timedelta(days=1),
        "after_blocked": answer.blocked.last + timedelta(days=1),
    }
    await session.execute(_TRIM, values)


def _wrong(pointer: str, detail: str) -> DatesWrong:
    return DatesWrong(detail, errors=[FieldError(pointer, "dates_wrong", detail)])
