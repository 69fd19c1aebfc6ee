"""Blocking units for loans: what requests, approvals and returns call, each within the transaction of their use case.

Whoever blocks locks every unit of the format first, in the order of ids, then reads what blocks them, asks the one
computation and inserts; the exclusion constraint stands behind. Run the use case in `transactions.in_transaction`. One
that blocks units of several formats calls `lock` with all of them before anything else.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.computing import Stock
from ombelle_loans.availability.days import DAY, Days, today_in_paris
from ombelle_loans.availability.domain import WHOLE, Answer, BlockKind, Choice, Reason, Unit
from ombelle_loans.availability.errors import HoldLapsed, NotAvailable, Taken
from ombelle_loans.availability.lent_by import MARGIN, reach_of
from ombelle_loans.availability.store import AvailabilityStore, Late
from ombelle_loans.availability.tables import ONE_AT_A_TIME
from ombelle_loans.availability.wording import detail_of, span
from ombelle_loans.catalogue.errors import FormatUnknown
from ombelle_loans.transactions import overlapping


@dataclass(frozen=True, slots=True)
class Placed:
    """What a loan blocks now. `lapsed` are the loans whose hold had expired and was released to make room."""

    units: tuple[Unit, ...]
    days: Days
    blocked: Days
    lapsed: tuple[UUID, ...] = ()


class Blocking:
    """Blocks of loans, in the caller's transaction.

    `department` is that of the place of use, from which the buffers follow; `waived` are reasons of its own rules that
    the lender sets aside, `domain.RULES` all of them. What a unit is blocked by is set aside by nobody.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._store = AvailabilityStore(session)

    async def lock(self, formats: Collection[UUID]) -> None:
        """Lock the units of these formats, in the order of ids, until the transaction ends."""
        await self._store.lock(formats)

    async def answer(
        self,
        format_id: UUID,
        days: Days,
        choice: Choice = WHOLE,
        *,
        department: str | None = None,
        waived: Collection[Reason] = (),
        without: UUID | None = None,
        today: date | None = None,
    ) -> Answer:
        """Say whether days are free now, and if not why, and when next. `without` is a loan that is to move.

        Raises:
            FormatUnknown: there is no such format.

        """
        answer, _ = await self._answer(format_id, days, choice, department, waived, without, today)
        return answer

    async def place(
        self,
        loan_id: UUID,
        kind: BlockKind,
        format_id: UUID,
        days: Days,
        choice: Choice = WHOLE,
        *,
        department: str | None = None,
        expires_at: datetime | None = None,
        waived: Collection[Reason] = (),
        today: date | None = None,
    ) -> Placed:
        """Block units for a loan, as a `hold` until `expires_at` or as a `loan`.

        Where the hold of another loan has expired, it is released: the caller makes those in `lapsed` expired.

        Raises:
            FormatUnknown: there is no such format.
            Taken: a unit is not free; the problem tells `refusals` and `next_free`.
            NotAvailable: the lender's rules refuse; the problem tells the same.

        """
        await self._store.lock([format_id])
        answer, expired = await self._answer(format_id, days, choice, department, waived, None, today)
        refuse(answer)
        lapsed = await self._lapse(expired, loan_id)
        units = [unit.id for unit in answer.units]
        blocks = await self._store.block(
            units, kind, days, answer.blocked, loan_id=loan_id, expires_at=expires_at
        )
        if len(blocks) < len(units):  # somebody who took no lock, or a hold that was approved at this moment
            answer, _ = await self._answer(format_id, days, choice, department, waived, loan_id, today)
            refuse(answer)
            raise taken(answer)
        return Placed(answer.units, days, answer.blocked, lapsed)

    async def lend(self, loan_id: UUID) -> list[UUID]:
        """Make the hold of a loan last: it is approved. Return its units.

        Raises:
            HoldLapsed: it has expired; `place` may still find it free.

        """
        if not (units := await self._store.lend(loan_id)):
            raise HoldLapsed("L'option a expiré : vérifiez que l'outil est encore libre, puis recommencez.")
        return units

    async def hold_until(self, loan_id: UUID, until: datetime) -> list[UUID]:
        """Let the hold of a loan expire at another moment. Return its units.

        Raises:
            HoldLapsed: it has expired.

        """
        if not (units := await self._store.hold_until(loan_id, until)):
            raise HoldLapsed("L'option a expiré : elle ne peut plus être prolongée.")
        return units

    async def move(
        self,
        loan_id: UUID,
        days: Days,
        *,
        department: str | None = None,
        waived: Collection[Reason] = (),
        today: date | None = None,
    ) -> Placed:
        """Let a loan block other days on the same units: extended, shortened, or at another time.

        Raises:
            HoldLapsed: the loan blocks nothing any more.
            Taken: a unit is not free then; the problem tells `refusals` and `next_free`.
            NotAvailable: the lender's rules refuse; the problem tells the same.

        """
        mine = await self._store.of_loan(loan_id)
        if not mine or any(row.has_expired for row in mine):
            raise HoldLapsed("Ce prêt ne retient plus rien : demandez de nouveau ces dates.")
        format_id = mine[0].format_id
        await self._store.lock([format_id])
        choice = Choice(units=frozenset(row.unit_id for row in mine))
        answer, expired = await self._answer(format_id, days, choice, department, waived, loan_id, today)
        refuse(answer)
        lapsed = await self._lapse(expired, loan_id)
        try:
            async with self._session.begin_nested():
                moved = await self._store.move(loan_id, days, answer.blocked)
        except IntegrityError as error:
            if overlapping(error) != ONE_AT_A_TIME:
                raise
            answer, _ = await self._answer(format_id, days, choice, department, waived, loan_id, today)
            refuse(answer)
            raise taken(answer) from error
        if len(moved) < len(mine):  # released while this one waited for the lock
            raise HoldLapsed("Ce prêt ne retient plus rien : demandez de nouveau ces dates.")
        return Placed(answer.units, days, answer.blocked, lapsed)

    async def release(self, loan_id: UUID) -> list[UUID]:
        """Give back what a loan blocks: inspected, cancelled, expired, declined. Return the units; none is no fault."""
        return await self._store.release(loan_id)

    async def extend_late(self, today: date | None = None) -> list[Late]:
        """Let every loan that should be back block its units from now on too, up to the next block.

        Return those that were extended, with the loan that comes next where there is too little time before it.
        """
        today = today or today_in_paris()
        late = await self._store.late(today)
        if not late:
            return []
        formats = sorted({row.format_id for row in late})
        await self._store.lock(formats)
        late = [row for row in await self._store.late(today) if row.format_id in formats]
        known = await self._store.rules(formats, Days(today - MARGIN, today + MARGIN))
        rules = {one.format_id: one.rules_for(None) for one in known}
        until = {
            row.id: rules[row.format_id].calendar.after(today, rules[row.format_id].buffer_after) + DAY
            for row in late
        }
        return await self._store.extend(until) if until else []

    async def _lapse(self, expired: Collection[UUID], loan_id: UUID) -> tuple[UUID, ...]:
        released = await self._store.lapse(expired) if expired else []
        return tuple(one for one in released if one != loan_id)

    async def _answer(
        self,
        format_id: UUID,
        days: Days,
        choice: Choice,
        department: str | None,
        waived: Collection[Reason],
        without: UUID | None,
        today: date | None,
    ) -> tuple[Answer, set[UUID]]:
        today = today or today_in_paris()
        reach = reach_of(days, today)
        found = await self._store.rules([format_id], reach)
        if not found:
            raise FormatUnknown("Aucun format d'outil ne porte cet identifiant.")
        units, expired = await self._store.units([format_id], reach)
        stock = Stock(units[format_id], found[0].rules_for(department), today, without=without)
        return stock.answer(days, choice, waived=waived), expired


def refuse(answer: Answer) -> None:
    """Refuse what is not free.

    Raises:
        Taken: a unit is not there.
        NotAvailable: the lender's rules refuse.

    """
    if answer.is_taken:
        raise taken(answer)
    if not answer.is_free:
        raise NotAvailable(_sentence(answer), **described(answer))


def taken(answer: Answer) -> Taken:
    """Return the refusal of what somebody else has."""
    return Taken(_sentence(answer), **described(answer))


def described(answer: Answer) -> dict[str, Any]:
    """Return why something is refused and when it is free next, as problems and answers tell it."""
    return {
        "refusals": [
            {
                "code": refusal.code,
                "detail": detail_of(refusal),
                "unit_id": None if refusal.unit_id is None else str(refusal.unit_id),
                "days": days_of(refusal.days),
            }
            for refusal in answer.refusals
        ],
        "next_free": days_of(answer.next_free),
    }


def days_of(days: Days | None) -> dict[str, str] | None:
    """Return days as the API tells them."""
    if days is None:
        return None
    return {"starts_on": days.first.isoformat(), "ends_on": days.last.isoformat()}


def _sentence(answer: Answer) -> str:
    first = detail_of(answer.refusals[0]) if answer.refusals else "Ces dates viennent d'être prises."
    if answer.next_free is None:
        return first
    return f"{first} Prochaines dates libres : {span(answer.next_free)}."
