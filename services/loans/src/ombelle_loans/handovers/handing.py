"""The use cases of hand-overs: out to the borrower, and from one borrower straight to the next."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.handovers.errors import TransferImpossible, UnitElsewhere
from ombelle_loans.handovers.incidents.service import note_differences
from ombelle_loans.handovers.reports.service import day_of, written
from ombelle_loans.handovers.store import HandOverStore
from ombelle_loans.handovers.tables import HandOverRow
from ombelle_loans.loans.errors import DatesWrong, LoanUnknown, PaperMissing
from ombelle_loans.loans.moves import Seen, look_at, record_step
from ombelle_loans.loans.reading import read_loan
from ombelle_loans.loans.telling import tell
from ombelle_loans.loans.transitions import NEED_DETAILS
from ombelle_loans.loans.waiting import free
from ombelle_loans.transactions import in_transaction

_SAID: Final = ("given_by", "taken_by", "packages", "remarks")


class HandOverService:
    """Hand-overs. `public_url` is where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def hand_over(
        self, loan_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Hand a loan over to its borrower, by the report of what leaves, which is frozen; return the loan.

        Args:
            loan_id: which one.
            values: `on` (today where it is `None`), `given_by`, `taken_by`, `packages`, `remarks`.
            caller: the lender.
            once: the request.

        Raises:
            DomainError: as the table of transitions says for `hand_over`: `PaperMissing` without the report.
            UnitElsewhere: a unit is still out with another loan.
            DatesWrong: the day has not come.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            seen.check("hand_over")
            await _refuse_elsewhere(session, loan_id)
            day = day_of(values["on"])
            seen.apply("hand_over", went_out_on=day)
            session.add(_row(loan_id, "out", day, values, caller))
            await session.flush()
            await record_step(session, seen, caller, "hand_over", changes=[("went_out_on", None, day)])
            await tell(session, seen, "hand_over", public_url=self._public_url)
            return await once.keep(session, await _read(session, loan_id, caller))

        return await in_transaction(self._sessions, work)

    async def transfer(
        self, loan_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Let what is out go on to the next borrower: one report is the return of one loan and the departure of the other.

        The first loan is returned and looked at, the next one is out; return the next one.

        Args:
            loan_id: the loan that is out.
            values: `to_loan_id`, `lines` of the report (`None`: those of the return report), and as `hand_over`.
            caller: the lender.
            once: the request.

        Raises:
            LoanUnknown: one of them is not to be known of.
            DomainError: as the table of transitions says for `return` and `hand_over`.
            TransferImpossible: the next loan is of other units, or has its report of departure already.
            ReportMade, ReportIncomplete, UnitElsewhere, DatesWrong: as for each step.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            next_id: UUID = values["to_loan_id"]
            first, following = await _both(session, caller, loan_id, next_id)
            await _refuse_other_units(session, loan_id, next_id)
            await _refuse_elsewhere(session, next_id, but=loan_id)
            day = _day_since(first, values["on"])
            lines = await self._come_back(session, first, values, day, caller)
            await self._go_on(session, following, {**values, "lines": lines}, day, caller)
            session.add(_row(loan_id, "transfer", day, values, caller, to_loan_id=next_id))
            return await once.keep(session, await _read(session, next_id, caller))

        return await in_transaction(self._sessions, work)

    async def _come_back(
        self, session: AsyncSession, seen: Seen, values: Mapping[str, Any], day: date, caller: Caller
    ) -> list[dict[str, Any]]:
        """Let a loan come back and be looked at; return the lines of its report."""
        lines = values["lines"] or await _reported(session, seen)
        seen.apply("return", returned_on=day)
        if values["lines"] is not None:
            report = {**values, "direction": "in", "on": day}
            report_id = await written(session, seen, report, caller=caller)
            await note_differences(session, seen, report_id, caller=caller, public_url=self._public_url)
        await record_step(session, seen, caller, "return", changes=[("returned_on", None, day)])
        await tell(session, seen, "return", public_url=self._public_url)
        seen.apply("inspect")
        await record_step(session, seen, caller, "inspect")
        await free(session, seen, public_url=self._public_url)
        return lines

    async def _go_on(
        self, session: AsyncSession, seen: Seen, values: Mapping[str, Any], day: date, caller: Caller
    ) -> None:
        await written(session, seen, {**values, "direction": "out", "on": day}, caller=caller)
        seen.apply("hand_over", went_out_on=day)
        await session.flush()
        await record_step(session, seen, caller, "hand_over", changes=[("went_out_on", None, day)])
        await tell(session, seen, "hand_over", public_url=self._public_url)


async def _reported(session: AsyncSession, seen: Seen) -> list[dict[str, Any]]:
    """Return what the return report of a loan says of each unit. Raises PaperMissing where there is none."""
    reports = await HandOverStore(session).reports(seen.loan.id)
    made = [line for report in reports if report["direction"] == "in" for line in report["lines"]]
    if not made:
        raise PaperMissing(
            NEED_DETAILS["report_in"], state=seen.loan.status, needs=["report_in"], allowed_actions=[]
        )
    names = ("state", "remarks")
    return [{"unit_id": UUID(line["unit"]["id"]), **{name: line[name] for name in names}} for line in made]


async def _both(session: AsyncSession, caller: Caller, loan_id: UUID, next_id: UUID) -> tuple[Seen, Seen]:
    """Return both loans, locked in the order of their ids, where each may do its step."""
    if loan_id == next_id:
        raise _not_there("Un prêt ne se transmet pas à lui-même.")
    seen = {one: await look_at(session, caller, one, lock=True) for one in sorted((loan_id, next_id))}
    first, following = seen[loan_id], seen[next_id]
    first.check("return")
    if following.loan.condition_report_out_id is not None:
        raise TransferImpossible("Le prêt suivant a déjà son constat de départ.")
    if following.loan.status != "confirmed":  # else only the report is missing, which is made now
        following.check("hand_over")
    return first, following


async def _refuse_other_units(session: AsyncSession, loan_id: UUID, next_id: UUID) -> None:
    store = HandOverStore(session)
    if await store.units(loan_id) != await store.units(next_id):
        raise _not_there("Le prêt suivant n’est pas des mêmes exemplaires.")


async def _refuse_elsewhere(session: AsyncSession, loan_id: UUID, *, but: UUID | None = None) -> None:
    if numbers := await HandOverStore(session).elsewhere(loan_id, but=but):
        named = ", ".join(f"n° {number}" for number in numbers)
        raise UnitElsewhere(
            f"Un exemplaire est encore sorti (prêt {named}) : notez d’abord son retour.", loans=numbers
        )


def _not_there(detail: str) -> TransferImpossible:
    return TransferImpossible(detail, errors=[FieldError("/body/to_loan_id", "transfer_impossible", detail)])


def _day_since(seen: Seen, on: date | None) -> date:
    day, out = day_of(on), seen.loan.went_out_on
    if out is not None and day < out:
        raise DatesWrong(
            "L’outil n’était pas encore sorti ce jour-là.",
            errors=[FieldError("/body/on", "dates_wrong", "Jour impossible.")],
        )
    return day


def _row(
    loan_id: UUID,
    kind: str,
    day: date,
    values: Mapping[str, Any],
    caller: Caller,
    to_loan_id: UUID | None = None,
) -> HandOverRow:
    said = {name: values[name] for name in _SAID}
    return HandOverRow(
        loan_id=loan_id,
        kind=kind,
        day=day,
        to_loan_id=to_loan_id,
        recorded_by=caller.identity.subject,
        **said,
    )


async def _read(session: AsyncSession, loan_id: UUID, caller: Caller) -> dict[str, Any]:
    await session.flush()
    found = await read_loan(session, loan_id, caller)
    if found is None:
        raise LoanUnknown("Ce prêt n’existe pas.")
    return found
