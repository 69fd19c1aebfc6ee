"""Use cases of requests: sent whole or not at all, read, changed, booked at pass Culture."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from ombelle_contracts.membership import MembershipClient
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans import log
from ombelle_loans.availability.blocking import Blocking
from ombelle_loans.availability.errors import Taken
from ombelle_loans.availability.turns import Turns
from ombelle_loans.callers import Caller
from ombelle_loans.copies.store import CopyStore
from ombelle_loans.loans.asking.changing import allow, book, fill
from ombelle_loans.loans.asking.deciding import (
    Line,
    days_of,
    decided,
    first_decided,
    items_of,
    locked,
    look_at_asked,
)
from ombelle_loans.loans.asking.reading import list_requests, read_request
from ombelle_loans.loans.asking.resolving import AskedItem
from ombelle_loans.loans.dates import check_days
from ombelle_loans.loans.domain import STATUS_LABELS, Part, Status
from ombelle_loans.loans.moves import look_at, record_step
from ombelle_loans.loans.quoting import MemberOn, ask_members, quote
from ombelle_loans.loans.tables import LoanRow
from ombelle_loans.loans.telling import notify, now_of, recipient, write
from ombelle_loans.loans.waiting import expire_due, hold_end, keep_units
from ombelle_loans.loans.wording import spoken_days, texts_of
from ombelle_loans.requests.domain import PASS_CULTURE_KINDS, department_of
from ombelle_loans.requests.errors import (
    LoanRequestUnknown,
    OrganisationNotInDirectory,
    OrganisationNotYours,
    PassCultureNotOpen,
)
from ombelle_loans.requests.tables import LoanRequestRow
from ombelle_loans.transactions import driver_connection, in_transaction

_UNKNOWN: Final = "Cette demande de prêt n’existe pas."


class RequestService:
    """What organisations ask to borrow."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        membership: MembershipClient,
        turns: Turns,
        *,
        public_url: str,
    ) -> None:
        self._sessions = sessions
        self._membership = membership
        self._turns = turns
        self._public_url = public_url

    async def ask(self, values: Mapping[str, Any], *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Send a request: every item of it is taken in, or none.

        Raises:
            OrganisationNotYours, OrganisationNotInDirectory, PassCultureNotOpen: it is not this organisation's to ask.
            DatesWrong, ItemUnknown: the days, or the item.
            Taken, NotAvailable: an item cannot be had then; every refused one is told, with the next days that are free.

        """
        organisation_id: UUID = values["organisation_id"]
        if not (caller.acts_for(organisation_id) or caller.is_lender):
            raise OrganisationNotYours("Vous ne demandez pas de prêt au nom de cette structure.")
        for place_in_list, line in enumerate(values["loans"]):
            check_days(line["starts_on"], line["ends_on"], f"/body/loans/{place_in_list}")
        asked, department = values["loans"], department_of(values["place_of_use"]["commune_insee"])
        items, days = items_of(asked), days_of(asked)
        decide = partial(first_decided, asked, department=department)
        # With a key it may have been carried out before, and is told so though the units are taken since.
        may_be_refused = once.key is None
        if may_be_refused:
            await self._turns.look(items, days, decide)
        # Before the transaction: the answer may be slow to come. Whoever is refused needs none.
        members = await ask_members(self._membership, organisation_id, [line["starts_on"] for line in asked])

        async def work(session: AsyncSession, first: list[Line] | None = None) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = first or await self._lines(session, asked, department)
            request = await self._request(session, values, caller)
            lines = await locked(session, seen, asked, department)
            session.add(request)
            await session.flush()
            rows = [await self._loan(session, request, line, members, caller) for line in lines]
            await self._tell(session, request, rows)
            await log.record(
                session, caller, "loan_requested", ("loan_request", request.id), {"loans": len(lines)}
            )
            return dict(await once.keep(session, await _read(session, request.id, caller)))

        if not may_be_refused:
            return await in_transaction(self._sessions, work)
        async with self._turns.turn(items, days, decide) as first:
            return await in_transaction(self._sessions, partial(work, first=first))

    async def request(self, request_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return a request with its loans.

        Raises:
            LoanRequestUnknown: none that the caller may know of has this id.

        """
        async with self._sessions() as session, session.begin():
            return await _read(session, request_id, caller)

    async def requests(
        self, *, before: UUID | None, count: int, organisation_id: UUID | None, caller: Caller
    ) -> tuple[list[dict[str, Any]], int]:
        """Return at most `count` requests, the newest first, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            return await list_requests(
                session, before=before, count=count, organisation_id=organisation_id, caller=caller
            )

    async def change(
        self, request_id: UUID, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Change what a request says of itself, or where its booking at pass Culture stands.

        Raises:
            LoanRequestUnknown: none that the caller may know of has this id.
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.
            OrganisationNotYours: the caller may not change this any more, or never might.
            PassCultureOrder: the booking does not go there.

        """
        version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            request = await session.scalar(
                select(LoanRequestRow).where(LoanRequestRow.id == request_id).with_for_update(key_share=True)
            )
            current = await read_request(session, request_id, caller)
            if request is None or current is None:
                raise LoanRequestUnknown(_UNKNOWN)
            refuse_stale(version, request.version, current=current, yours=values)
            allow(values, current)
            book(request, values)
            fill(request, values)
            request.version += 1
            request.updated_at = datetime.now(UTC)
            await log.record(
                session,
                caller,
                "loan_request_changed",
                ("loan_request", request.id),
                {"fields": sorted(values)},
            )
            return await _read(session, request.id, caller)

    async def _request(
        self, session: AsyncSession, values: Mapping[str, Any], caller: Caller
    ) -> LoanRequestRow:
        """Return the row of a request that is not written yet."""
        organisation = await CopyStore(session).standing(values["organisation_id"])
        if organisation is None:
            raise OrganisationNotInDirectory(
                "Cette structure n’est pas dans l’annuaire, ou en est devenue une autre.",
                errors=[FieldError("/body/organisation_id", "organisation_unknown", "Structure inconnue.")],
            )
        is_booked = values["channel"] == "pass_culture"
        if is_booked and organisation["kind"] not in PASS_CULTURE_KINDS:
            raise PassCultureNotOpen(
                "Le pass Culture est ouvert aux collèges et aux lycées.",
                errors=[FieldError("/body/channel", "pass_culture_not_open", "Ni collège, ni lycée.")],
            )
        where, signatory = values["place_of_use"], values["signatory"] or {}
        return LoanRequestRow(
            organisation_id=values["organisation_id"],
            place_name=where["name"],
            place_address=where["address"],
            commune_insee=where["commune_insee"],
            commune_name=where["commune_name"],
            department=department_of(where["commune_insee"]),
            signatory_name=signatory.get("name"),
            signatory_capacity=signatory.get("capacity"),
            signatory_email=signatory.get("email"),
            channel=values["channel"],
            pass_culture_offer=values["pass_culture_offer"] if is_booked else None,
            pass_culture_state="pre_booked" if is_booked else None,
            message=values["message"],
            created_by=caller.identity.subject,
        )

    async def _lines(
        self, session: AsyncSession, asked: Sequence[Mapping[str, Any]], department: str
    ) -> list[Line]:
        """Return what becomes of each item once the holds that have expired are given back, or refuse them all."""
        driver = await driver_connection(session)
        sight = await look_at_asked(driver, asked)
        if sight.expired:
            await expire_due(session, formats=sight.formats, public_url=self._public_url)
            sight = await look_at_asked(await driver_connection(session), asked)
        return decided(asked, sight, department)

    async def _loan(
        self,
        session: AsyncSession,
        request: LoanRequestRow,
        line: Line,
        members: MemberOn,
        caller: Caller,
    ) -> dict[str, Any]:
        """Write one item of a request, and return its row of `reading`."""
        item, now = line.asked, datetime.now(UTC)
        first, last = item.days.first, item.days.last
        price = await quote(session, item.item_id, first, last, is_member=members[first])
        loan = LoanRow(
            request_id=request.id,
            item_id=item.item_id,
            format_id=item.format_id,
            modules=sorted(item.choice.modules) or None,
            status="requested" if line.status == "held" else line.status,
            starts_on=first,
            ends_on=last,
            waitlisted_at=now if line.status == "waitlisted" else None,
            **price.columns(),
        )
        session.add(loan)
        await session.flush()
        if line.status == "held":
            await self._hold(session, loan, item, request.department)
        seen = await look_at(session, caller, loan.id)
        asked_by: Part = "borrower" if "borrower" in seen.parts else "lender"
        await record_step(session, seen, caller, "ask", part=asked_by)
        return now_of(seen)

    async def _hold(self, session: AsyncSession, loan: LoanRow, item: AskedItem, department: str) -> None:
        until = hold_end(loan.starts_on, timedelta(days=item.hold_days))
        try:
            placed = await Blocking(session).place(
                loan.id,
                "hold",
                loan.format_id,
                item.days,
                item.choice,
                department=department,
                expires_at=until,
            )
        except Taken as taken:
            if not item.waitlist_if_taken:
                raise Taken(
                    taken.detail, errors=[FieldError(item.pointer, "taken", taken.detail)], **taken.extensions
                ) from taken
            loan.status, loan.waitlisted_at = "waitlisted", datetime.now(UTC)
            return
        loan.status, loan.held_until = "held", until
        await keep_units(session, loan.id, placed.units)

    async def _tell(
        self, session: AsyncSession, request: LoanRequestRow, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Write to the borrower once, and to each lender of one of the items once."""
        lines: dict[str | UUID, list[Mapping[str, Any]]] = {}
        for row in rows:
            if (lender := recipient(row, "lender")) is not None:
                lines.setdefault(lender, []).append(row)
        told: list[tuple[str, str | UUID, Sequence[Mapping[str, Any]]]] = [
            ("borrower", request.organisation_id, rows)
        ]
        told += [("lender", lender, theirs) for lender, theirs in lines.items()]
        for side, to, theirs in told:
            values = {
                **texts_of(theirs[0], "fr"),
                "lines": "\n".join(_line_of(row) for row in theirs),
                "message": request.message or "",
            }
            about = ("loan_request", request.id)
            await write(session, to, "asked", side, values, about=about, public_url=self._public_url)
        await notify(session, "asked", *rows)


def _line_of(row: Mapping[str, Any]) -> str:
    days = spoken_days(row["starts_on"], row["ends_on"], "fr")
    status: Status = row["status"]
    return f"– « {row['title']} », {days} ({STATUS_LABELS[status].lower()})"


async def _read(session: AsyncSession, request_id: UUID, caller: Caller) -> dict[str, Any]:
    await session.flush()
    found = await read_request(session, request_id, caller)
    if found is None:
        raise LoanRequestUnknown(_UNKNOWN)
    return found
