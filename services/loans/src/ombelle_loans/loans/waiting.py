"""Holds and the waiting list: units kept until a moment, and offered to the first that fits as soon as they are freed."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import delete, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.blocking import Blocking, refuse
from ombelle_loans.availability.days import Days
from ombelle_loans.availability.domain import RULES, Choice, Reason, Unit
from ombelle_loans.availability.errors import NotAvailable
from ombelle_loans.loans.domain import next_day
from ombelle_loans.loans.moves import Seen, look_at, record_step
from ombelle_loans.loans.tables import LoanRow, LoanUnitRow
from ombelle_loans.loans.telling import tell

OFFERED_FOR: Final = timedelta(days=3)
"""How long an offer from the waiting list waits for the borrower's answer."""
_AT_ONCE: Final = 50
_PARIS: Final = ZoneInfo("Europe/Paris")

# Whoever is changing one of them now decides what becomes of it.
_DUE: Final = text("""
SELECT id FROM loan WHERE status = 'held' AND held_until <= now()
  AND (CAST(:formats AS uuid[]) IS NULL OR format_id = ANY (:formats))
ORDER BY held_until, id LIMIT :count FOR NO KEY UPDATE SKIP LOCKED
""")
_WAITING: Final = text("""
SELECT id FROM loan WHERE status = 'waitlisted' AND format_id = :format_id
  AND starts_on >= CAST(now() AT TIME ZONE 'Europe/Paris' AS date)
ORDER BY waitlisted_at, id LIMIT :count FOR NO KEY UPDATE SKIP LOCKED
""")
_WAITED_FOR: Final = text(
    "SELECT DISTINCT format_id FROM loan WHERE status = 'waitlisted' ORDER BY format_id"
)


def days_of_loan(loan: LoanRow) -> Days:
    """Return the days of a loan."""
    return Days(loan.starts_on, loan.ends_on)


def choice_of(loan: LoanRow) -> Choice:
    """Return what of its format a loan asks for."""
    return Choice(modules=frozenset(loan.modules or ()))


def hold_end(starts_on: date, length: timedelta) -> datetime:
    """Return when a hold placed now ends: after so long, and when the loan's first day is over at the latest."""
    begun = datetime.combine(next_day(starts_on), time(), _PARIS)
    now = datetime.now(UTC)
    return max(min(now + length, begun.astimezone(UTC)), now + timedelta(hours=1))


async def place(
    session: AsyncSession,
    seen: Seen,
    *,
    until: datetime | None,
    waived: Collection[Reason] = (),
    choice: Choice | None = None,
    public_url: str,
) -> None:
    """Block the units that serve a loan, or those of a choice: until a moment, or for good where there is none.

    Raises:
        Taken: a unit is not free; the problem tells `refusals` and `next_free`.
        NotAvailable: the lender's rules refuse; the problem tells the same.

    """
    loan = seen.loan
    await session.flush()
    placed = await Blocking(session).place(
        loan.id,
        "loan" if until is None else "hold",
        loan.format_id,
        days_of_loan(loan),
        choice or choice_of(loan),
        department=seen.facts["department"],
        expires_at=until,
        waived=waived,
    )
    await keep_units(session, loan.id, placed.units)
    for lapsed in placed.lapsed:
        await _expire(session, lapsed, public_url=public_url)


async def refuse_by_rules(session: AsyncSession, seen: Seen) -> None:
    """Refuse days that the lender's rules refuse, whatever is free then: they would be offered to nobody who waits.

    Raises:
        NotAvailable: the problem tells `refusals` and `next_free`.

    """
    loan, department = seen.loan, seen.facts["department"]
    answer = await Blocking(session).answer(
        loan.format_id, days_of_loan(loan), choice_of(loan), department=department
    )
    refuse(replace(answer, refusals=tuple(why for why in answer.refusals if why.code in RULES)))


async def keep_units(session: AsyncSession, loan_id: UUID, units: Iterable[Unit]) -> None:
    """Write which units go out with a loan, instead of those that were chosen before."""
    await session.execute(delete(LoanUnitRow).where(LoanUnitRow.loan_id == loan_id))
    session.add_all([LoanUnitRow(loan_id=loan_id, unit_id=unit.id) for unit in units])
    await session.flush()


async def free(session: AsyncSession, seen: Seen, *, public_url: str) -> None:
    """Give back what a loan blocks, and offer it to the first on the waiting list that fits."""
    await session.flush()
    if await Blocking(session).release(seen.loan.id):
        await offer(session, seen.loan.format_id, public_url=public_url)


async def offer(session: AsyncSession, format_id: UUID, *, public_url: str) -> list[UUID]:
    """Offer what is free of a format to those who wait, the first of them first, and return the loans that fit."""
    await session.flush()
    waiting = list(await session.scalars(_WAITING, {"format_id": format_id, "count": _AT_ONCE}))
    offered = []
    for loan_id in waiting:
        seen = await look_at(session, None, loan_id, lock=True)
        until = hold_end(seen.loan.starts_on, OFFERED_FOR)
        try:
            await place(session, seen, until=until, public_url=public_url)
        except NotAvailable:
            continue
        seen.apply("offer", held_until=until, offered_at=datetime.now(UTC), offer_accepted_at=None)
        await record_step(session, seen, None, "offer")
        await tell(session, seen, "offer", public_url=public_url)
        offered.append(loan_id)
    return offered


async def offer_all(session: AsyncSession, *, public_url: str) -> list[UUID]:
    """Offer what is free of every format that somebody waits for: maintenance ended, or a closure was taken back."""
    formats = list(await session.scalars(_WAITED_FOR))
    return [one for format_id in formats for one in await offer(session, format_id, public_url=public_url)]


async def expire_due(
    session: AsyncSession, *, formats: Collection[UUID] | None = None, public_url: str
) -> list[UUID]:
    """Let the holds expire whose time is over, and offer what they kept; return their loans.

    Args:
        session: in the transaction.
        formats: only those of these formats; `None` for all.
        public_url: where the links of mails begin.

    """
    values = {"formats": None if formats is None else sorted(formats), "count": _AT_ONCE}
    due = list(await session.scalars(_DUE, values))
    freed = [await _expire(session, loan_id, public_url=public_url) for loan_id in due]
    for format_id in sorted(set(freed)):
        await offer(session, format_id, public_url=public_url)
    return due


async def _expire(session: AsyncSession, loan_id: UUID, *, public_url: str) -> UUID:
    seen = await look_at(session, None, loan_id, lock=True)
    seen.apply("expire")
    await session.flush()
    await Blocking(session).release(loan_id)
    await record_step(session, seen, None, "expire")
    await tell(session, seen, "expire", public_url=public_url)
    return seen.loan.format_id
