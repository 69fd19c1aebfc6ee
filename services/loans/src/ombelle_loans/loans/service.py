"""Use cases of one loan but for its days (`moving`): read, decided on, taken back, paid for."""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.blocking import Blocking, refuse
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.availability.domain import Choice
from ombelle_loans.callers import Caller
from ombelle_loans.loans.choosing import chosen_units
from ombelle_loans.loans.dates import LENDER_WAIVES
from ombelle_loans.loans.domain import CancelledBy, days_of, notice_of
from ombelle_loans.loans.errors import DatesWrong, FeeSettled, FeeUnsaid
from ombelle_loans.loans.history import read_history
from ombelle_loans.loans.moves import Seen, look_at, part_of
from ombelle_loans.loans.quoting import quote
from ombelle_loans.loans.reading import LoanFilter, list_loans
from ombelle_loans.loans.stepping import Step, Stepping, read_one
from ombelle_loans.loans.waiting import days_of_loan, free, hold_end, offer, place, refuse_by_rules


class LoanService(Stepping):
    """One loan, on both of its sides."""

    async def loan(self, loan_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return a loan. Raises LoanUnknown where the caller knows of none."""
        async with self.sessions() as session, session.begin():
            return await read_one(session, loan_id, caller)

    async def loans(self, wanted: LoanFilter, *, caller: Caller) -> tuple[list[dict[str, Any]], int]:
        """Return at most `count` loans, the newest first, and how many there are in all."""
        async with self.sessions() as session, session.begin():
            return await list_loans(session, wanted, caller)

    async def history(
        self, loan_id: UUID, *, before: UUID | None, count: int, caller: Caller
    ) -> list[dict[str, Any]]:
        """Return at most `count` lines of a loan's history, the last first. Raises LoanUnknown."""
        async with self.sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            return await read_history(session, seen, before=before, count=count, caller=caller)

    async def approve(
        self, loan_id: UUID, units: Collection[UUID] | None, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Approve a loan: what was on hold stays blocked, what was not is blocked now.

        Args:
            loan_id: which one.
            units: the units that the lender chose; `None` for those on hold, or the first that are free.
            caller: the lender.
            once: the request.

        Raises:
            UnitsWrong: they are not what was asked for.
            DomainError: as the table says; `Taken`, `NotAvailable` or `HoldLapsed` where the units cannot be had.

        """

        async def do(session: AsyncSession, seen: Seen) -> Step:
            was_held = seen.loan.status == "held"
            seen.apply("approve", insurance_asked=seen.facts["insurance_rule"])
            held = frozenset(UUID(unit["id"]) for unit in seen.facts["units"] or [])
            if was_held and (units is None or held == set(units)):
                await self._still_lent(session, seen)
                await Blocking(session).lend(seen.loan.id)
                return Step()
            choice = None
            if units is not None:
                choice = await chosen_units(session, seen.loan, units)
                # What the loan itself holds is no reason against the units chosen instead.
                await Blocking(session).lock([seen.loan.format_id])
                await Blocking(session).release(seen.loan.id)
            await place(
                session, seen, until=None, waived=LENDER_WAIVES, choice=choice, public_url=self.public_url
            )
            return Step()

        return await self.step(loan_id, "approve", do, caller, once)

    async def decline(
        self, loan_id: UUID, reason: str, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Decline a loan, which blocks nothing any more."""

        async def do(session: AsyncSession, seen: Seen) -> Step:
            seen.apply("decline", decline_reason=reason)
            await free(session, seen, public_url=self.public_url)
            return Step(reason)

        return await self.step(loan_id, "decline", do, caller, once)

    async def hold(self, loan_id: UUID, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Put a loan on hold, or let its hold last as long again as the lender's holds do.

        Raises:
            DomainError: as the table says; `Taken`, `NotAvailable` or `HoldLapsed` where the units cannot be had.

        """

        async def do(session: AsyncSession, seen: Seen) -> Step:
            until = _hold_until(seen)
            before, was_held = seen.loan.held_until, seen.loan.status == "held"
            seen.check("hold")
            if was_held:
                await Blocking(session).hold_until(seen.loan.id, until)
                seen.apply("hold", held_until=until)
            else:
                await place(session, seen, until=until, waived=LENDER_WAIVES, public_url=self.public_url)
                seen.apply("hold", held_until=until, offered_at=None, offer_accepted_at=None)
            return Step(changes=[("held_until", before, until)])

        return await self.step(loan_id, "hold", do, caller, once)

    async def accept(self, loan_id: UUID, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Accept what was offered from the waiting list: it stays on hold until the lender answers.

        Raises:
            DomainError: as the table says; `HoldLapsed` where the offer's time is over.

        """

        async def do(session: AsyncSession, seen: Seen) -> Step:
            until = _hold_until(seen)
            seen.apply("accept", held_until=until, offer_accepted_at=datetime.now(UTC))
            await Blocking(session).hold_until(seen.loan.id, until)
            return Step()

        return await self.step(loan_id, "accept", do, caller, once)

    async def waitlist(self, loan_id: UUID, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Let a loan wait for its days; where they are free already, they are offered at once.

        Raises:
            DomainError: as the table says; `NotAvailable` where the lender's rules refuse its days, which nothing frees.

        """

        async def do(session: AsyncSession, seen: Seen) -> Step:
            seen.check("waitlist")
            await refuse_by_rules(session, seen)
            seen.apply("waitlist", waitlisted_at=datetime.now(UTC), offered_at=None, offer_accepted_at=None)
            return Step()

        async def then(session: AsyncSession, seen: Seen) -> None:
            await offer(session, seen.loan.format_id, public_url=self.public_url)

        return await self.step(loan_id, "waitlist", do, caller, once, then=then)

    async def cancel(
        self, loan_id: UUID, reason: str, by: CancelledBy | None, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Cancel a loan: its units are free at once, and offered to the first that waits for them."""

        async def do(session: AsyncSession, seen: Seen) -> Step:
            loan, today = seen.loan, today_in_paris()
            part = part_of(seen, caller)
            seen.apply(
                "cancel",
                cancelled_by=(by or "lender") if part == "lender" else "borrower",
                cancel_reason=reason,
                cancelled_on=today,
                days_lost=days_of(loan.starts_on, loan.ends_on),
                notice_days=notice_of(loan.starts_on, today),
            )
            await free(session, seen, public_url=self.public_url)
            return Step(reason, [("cancelled_by", None, loan.cancelled_by)])

        return await self.step(loan_id, "cancel", do, caller, once)

    async def take_back(
        self, loan_id: UUID, on: date | None, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Note that what was lent came back, today or on an earlier day. It stays blocked until it was looked at.

        Raises:
            DatesWrong: it was not out yet on that day, or the day has not come.

        """

        async def do(_session: AsyncSession, seen: Seen) -> Step:
            seen.check("return")
            today, out = today_in_paris(), seen.loan.went_out_on
            day = on or today
            if day > today or (out is not None and day < out):
                raise DatesWrong(
                    "L’outil est rentré entre le jour de sa sortie et aujourd’hui.",
                    errors=[FieldError("/body/on", "dates_wrong", "Jour impossible.")],
                )
            seen.apply("return", returned_on=day)
            return Step()

        return await self.step(loan_id, "return", do, caller, once)

    async def inspect(self, loan_id: UUID, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Note that what came back was looked at: its units are free again. Raises PaperMissing without the report."""

        async def do(session: AsyncSession, seen: Seen) -> Step:
            seen.apply("inspect")
            await free(session, seen, public_url=self.public_url)
            return Step()

        return await self.step(loan_id, "inspect", do, caller, once)

    async def close(self, loan_id: UUID, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Close a loan of which nothing is left to do. Raises PaperMissing where its fee is not settled."""

        async def do(_session: AsyncSession, seen: Seen) -> Step:
            seen.apply("close")
            return Step()

        return await self.step(loan_id, "close", do, caller, once)

    async def settle_fee(
        self, loan_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Settle what a loan costs: by the tariff, where the lender says whether the borrower is a member; or otherwise.

        Raises:
            FeeSettled: the tariff settled it already, and no other amount is told.
            FeeUnsaid: neither is told, an amount has no reason, or there is no tariff to go by.

        """

        async def do(session: AsyncSession, seen: Seen) -> Step:
            seen.check("settle_fee")
            loan, before = seen.loan, seen.loan.fee_cents
            if values["cents"] is not None:
                if values["reason"] is None:
                    raise FeeUnsaid("Dites pourquoi ce montant.", errors=[_missing("/body/reason")])
                seen.apply(
                    "settle_fee", fee_state="settled", fee_cents=values["cents"], fee_reason=values["reason"]
                )
            else:
                await self._settle_by_tariff(session, seen, values["is_member"])
            return Step(values["reason"], [("fee_cents", before, loan.fee_cents)])

        return await self.step(loan_id, "settle_fee", do, caller, once)

    async def _settle_by_tariff(self, session: AsyncSession, seen: Seen, is_member: bool | None) -> None:
        loan = seen.loan
        if loan.fee_state == "settled":
            raise FeeSettled("Le montant est déjà fixé : pour en changer, dites lequel et pourquoi.")
        if is_member is None:
            raise FeeUnsaid(
                "Dites si l’emprunteur est adhérent, ou quel est le montant.",
                errors=[_missing("/body/is_member")],
            )
        price = await quote(session, loan.item_id, loan.starts_on, loan.ends_on, is_member=is_member)
        if price.cents is None:
            raise FeeUnsaid(
                "Aucun barème ne vaut pour ce jour : dites le montant.", errors=[_missing("/body/cents")]
            )
        seen.apply("settle_fee", **price.columns())

    async def _still_lent(self, session: AsyncSession, seen: Seen) -> None:
        """Refuse what is lent no more, or has broken, since it was put on hold."""
        loan = seen.loan
        units = frozenset(UUID(unit["id"]) for unit in seen.facts["units"] or [])
        refuse(
            await Blocking(session).answer(
                loan.format_id,
                days_of_loan(loan),
                Choice(units=units),
                department=seen.facts["department"],
                waived=LENDER_WAIVES,
                without=loan.id,
            )
        )


def _hold_until(seen: Seen) -> datetime:
    return hold_end(seen.loan.starts_on, timedelta(days=seen.facts["hold_days"]))


def _missing(pointer: str) -> FieldError:
    return FieldError(pointer, "missing", "Valeur attendue.")
