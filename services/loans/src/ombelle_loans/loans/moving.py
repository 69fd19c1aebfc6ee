"""Use cases of a loan's days: changed before it is agreed on, longer where its units are free, shorter always."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.mail_templates import long_day
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.blocking import Blocking
from ombelle_loans.availability.days import Days
from ombelle_loans.callers import Caller
from ombelle_loans.loans.dates import LENDER_WAIVES, check_days, check_longer, check_shorter, trim
from ombelle_loans.loans.domain import BLOCKING
from ombelle_loans.loans.moves import Seen, look_at, part_of
from ombelle_loans.loans.quoting import ask_members
from ombelle_loans.loans.stepping import Step, Stepping, read_one
from ombelle_loans.loans.waiting import offer


class DatesService(Stepping):
    """A loan's days."""

    async def extend(
        self, loan_id: UUID, ends_on: date, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Let a loan last longer, where its units are free. What was agreed on for other days is made anew.

        Raises:
            DatesWrong: the day is not later.
            DomainError: as the table says; `Taken` where a unit is somebody else's then.

        """

        async def do(session: AsyncSession, seen: Seen) -> Step:
            loan = seen.loan
            seen.check("extend")
            check_longer(seen, ends_on)
            before, days = loan.ends_on, Days(loan.starts_on, ends_on)
            await Blocking(session).move(
                loan.id, days, department=seen.facts["department"], waived=LENDER_WAIVES
            )
            seen.apply(
                "extend",
                ends_on=ends_on,
                late_told_on=None,
                extension_asked_until=None,
                extension_asked_at=None,
                extension_message=None,
            )
            if loan.status == "approved":
                loan.agreement_id = loan.signed_agreement_id = None
            await self.requote(session, seen)
            return Step(changes=[("ends_on", before, ends_on)])

        return await self.step(loan_id, "extend", do, caller, once)

    async def ask_extension(
        self, loan_id: UUID, ends_on: date, message: str | None, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Ask that a loan last longer: its lender answers. Asked again, the last day asked for is the one that counts.

        Raises:
            DatesWrong: the day is not later.
            DomainError: as the table says.

        """

        async def do(_session: AsyncSession, seen: Seen) -> Step:
            seen.check("ask_extension")
            check_longer(seen, ends_on)
            before = seen.loan.extension_asked_until
            seen.apply(
                "ask_extension",
                extension_asked_until=ends_on,
                extension_asked_at=datetime.now(UTC),
                extension_message=message,
            )
            changes = [("extension_asked_until", before, ends_on)]
            return Step(message, changes, more={"asked": long_day(ends_on, "fr")})

        return await self.step(loan_id, "ask_extension", do, caller, once)

    async def decline_extension(
        self, loan_id: UUID, reason: str, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Say why a loan does not last longer. Raises PaperMissing where nobody asked that it should."""

        async def do(_session: AsyncSession, seen: Seen) -> Step:
            asked = seen.loan.extension_asked_until
            seen.apply(
                "decline_extension",
                extension_asked_until=None,
                extension_asked_at=None,
                extension_message=None,
            )
            return Step(reason, [("extension_asked_until", asked, None)])

        return await self.step(loan_id, "decline_extension", do, caller, once)

    async def shorten(
        self, loan_id: UUID, ends_on: date, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Let a loan end earlier. Raises DatesWrong where the day does not shorten it, else as the table says."""

        async def do(session: AsyncSession, seen: Seen) -> Step:
            before = seen.loan.ends_on
            seen.check("shorten")
            check_shorter(seen, ends_on)
            await trim(session, seen, ends_on)
            seen.apply("shorten", ends_on=ends_on)
            await self.requote(session, seen)
            await offer(session, seen.loan.format_id, public_url=self.public_url)
            return Step(changes=[("ends_on", before, ends_on)], but=part_of(seen, caller))

        return await self.step(loan_id, "shorten", do, caller, once)

    async def edit(
        self, loan_id: UUID, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Change the days of a loan that is not agreed on yet.

        Raises:
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.
            DatesWrong: the days make no loan.
            DomainError: as the table says; `Taken` or `NotAvailable` where these days cannot be had.

        """
        version = require_version(if_match)
        members = await self._asked_for(loan_id, values, caller)

        async def do(session: AsyncSession, seen: Seen) -> Step:
            loan = seen.loan
            refuse_stale(
                version, loan.version, current=await read_one(session, loan_id, caller), yours=values
            )
            seen.check("edit")
            before = (loan.starts_on, loan.ends_on)
            first = values.get("starts_on") or loan.starts_on
            last = values.get("ends_on") or loan.ends_on
            check_days(first, last)
            await self._move(session, seen, Days(first, last), caller)
            seen.apply("edit", starts_on=first, ends_on=last)
            if first != before[0]:
                loan.member_status = (
                    None if members is None else {"is_member": members, "on": first.isoformat()}
                )
            await self.requote(session, seen)
            if loan.status in BLOCKING:
                await offer(session, loan.format_id, public_url=self.public_url)
            changes = [("starts_on", before[0], first), ("ends_on", before[1], last)]
            return Step(changes=changes, but=part_of(seen, caller))

        return await self.step(loan_id, "edit", do, caller, None)

    async def _move(self, session: AsyncSession, seen: Seen, days: Days, caller: Caller) -> None:
        if seen.loan.status not in BLOCKING:
            return
        waived = LENDER_WAIVES if part_of(seen, caller) == "lender" else frozenset()
        await Blocking(session).move(seen.loan.id, days, department=seen.facts["department"], waived=waived)

    async def _asked_for(self, loan_id: UUID, values: Mapping[str, Any], caller: Caller) -> bool | None:
        """Ask members, outside of the transaction, where a loan is to begin on another day."""
        starts_on: date | None = values.get("starts_on")
        if starts_on is None:
            return None
        async with self.sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            organisation_id = seen.facts["organisation_id"]
        return (await ask_members(self.membership, organisation_id, [starts_on]))[starts_on]
