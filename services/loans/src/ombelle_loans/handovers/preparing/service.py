"""The use cases of what comes before: the preparation list, and the appointments of departure and return."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.mail_templates import long_day
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.days import Days
from ombelle_loans.availability.store import AvailabilityStore
from ombelle_loans.callers import Caller
from ombelle_loans.handovers.domain import DIRECTIONS, Direction
from ombelle_loans.handovers.errors import SlotUnknown, SlotWrong, UnitOfAnotherLoan
from ombelle_loans.handovers.store import HandOverStore
from ombelle_loans.handovers.tables import SlotRow
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible
from ombelle_loans.loans.moves import Seen, look_at, part_of, record_step
from ombelle_loans.loans.telling import tell
from ombelle_loans.transactions import in_transaction

_BEFORE: Final = frozenset({"approved", "agreement_sent", "confirmed"})
_WHEN: Final[Mapping[str, frozenset[str]]] = {"out": _BEFORE, "in": _BEFORE | {"out"}}
"""In which states of the loan each appointment is made."""
_TOLD: Final = ("kind", "day", "from_time", "to_time", "place_id", "address", "note")


class PreparationService:
    """Preparations and appointments. `public_url` is where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def preparation(self, loan_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return what is to be made ready for a loan, and what is ready. Raises LoanUnknown, ActionForbidden."""
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            return await _preparation(session, seen)

    async def tick(self, loan_id: UUID, unit_id: UUID, *, is_ready: bool, caller: Caller) -> dict[str, Any]:
        """Note that a unit is ready to leave, or is not after all.

        Raises:
            LoanUnknown, ActionForbidden: it is not the caller's to do.
            ActionImpossible: the loan is not about to leave.
            UnitOfAnotherLoan: the unit is not of this loan.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            seen = await look_at(session, caller, loan_id, lock=True)
            _require_lender(seen)
            _require_status(seen, _BEFORE)
            store = HandOverStore(session)
            if unit_id not in await store.units(loan_id):
                raise UnitOfAnotherLoan("Cet exemplaire n’est pas de ce prêt.")
            if is_ready:
                await store.tick(loan_id, unit_id, caller.identity.subject)
            else:
                await store.untick(loan_id, unit_id)
            return await _preparation(session, seen)

        return await in_transaction(self._sessions, work)

    async def slots(self, loan_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return the appointments of a loan, and where and between which days the caller makes one. Raises LoanUnknown."""
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            store = HandOverStore(session)
            found = [_shown(row, seen) for row in await store.slots(loan_id)]
            return {
                "items": found,
                "total": len(found),
                "places": await store.places(seen.facts["owner_organisation_id"]),
                "openings": _openings(seen),
            }

    async def set_slot(
        self,
        loan_id: UUID,
        direction: Direction,
        values: Mapping[str, Any],
        *,
        if_match: str | None,
        caller: Caller,
    ) -> dict[str, Any]:
        """Make an appointment, or another one in its place.

        Args:
            loan_id: of which loan.
            direction: `out` for its departure, `in` for its return.
            values: `kind`, `day`, `from_time`, `to_time`, `place_id`, `address`, `note`.
            if_match: the version that it takes the place of; needed where there is an appointment.
            caller: the borrower or the lender.

        Raises:
            LoanUnknown, ActionForbidden, ActionImpossible: it is not the caller's to do, or not now.
            VersionNeeded, ChangedMeanwhile: as their names say.
            SlotWrong: the lender is closed, the day is not one of the loan's, or the place is not the lender's.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            seen = await look_at(session, caller, loan_id, lock=True)
            _require_side(seen)
            _require_status(seen, _WHEN[direction])
            store = HandOverStore(session)
            row = await store.slot(loan_id, direction)
            before = None if row is None else await _one(session, seen, direction)
            if row is not None:
                refuse_stale(require_version(if_match), row.version, current=before or {}, yours=values)
            await self._refuse_wrong(session, seen, direction, values)
            if row is None:
                row = SlotRow(loan_id=loan_id, direction=direction, version=0, **values)
                session.add(row)
            for name, value in values.items():
                setattr(row, name, value)
            row.version += 1
            await session.flush()
            appointment = spoken(direction, values["day"], values["from_time"], values["to_time"])
            changes = [("slot", None if before is None else str(before["day"]), values["day"])]
            await record_step(session, seen, caller, f"slot_{direction}", changes=changes)
            more = {"appointment": appointment}
            await tell(
                session, seen, "slot", public_url=self._public_url, but=part_of(seen, caller), more=more
            )
            return await _one(session, seen, direction)

        return await in_transaction(self._sessions, work)

    async def remove_slot(
        self, loan_id: UUID, direction: Direction, *, if_match: str | None, caller: Caller
    ) -> None:
        """Take an appointment away. Raises SlotUnknown, else as `set_slot`."""
        version = require_version(if_match)

        async def work(session: AsyncSession) -> None:
            seen = await look_at(session, caller, loan_id, lock=True)
            _require_side(seen)
            _require_status(seen, _WHEN[direction])
            row = await HandOverStore(session).slot(loan_id, direction)
            if row is None:
                raise SlotUnknown("Ce prêt n’a pas ce rendez-vous.")
            current = await _one(session, seen, direction)
            refuse_stale(version, row.version, current=current, yours={})
            await HandOverStore(session).remove_slot(row.id)
            await record_step(session, seen, caller, f"slot_{direction}_removed")

        await in_transaction(self._sessions, work)

    async def _refuse_wrong(
        self, session: AsyncSession, seen: Seen, direction: Direction, values: Mapping[str, Any]
    ) -> None:
        day: date = values["day"]
        loan, window = seen.loan, _window(seen, direction)
        if not window[0] <= day <= window[1]:
            raise _wrong(
                "/body/day",
                f"Du {window[0]:%d/%m/%Y} au {window[1]:%d/%m/%Y} : les jours pour lesquels l’outil est réservé.",
            )
        margin = timedelta(days=7)
        rules = await AvailabilityStore(session).rules([loan.format_id], Days(day - margin, day + margin))
        closed = rules[0].rules_for(seen.facts["department"]).calendar.why_closed(day)
        if closed is not None:
            raise _wrong("/body/day", f"Le prêteur est fermé ce jour-là{_why(closed.label)}.")
        if values["place_id"] is not None and not await HandOverStore(session).is_place_of(
            values["place_id"], seen.facts["owner_organisation_id"]
        ):
            raise _wrong("/body/place_id", "Ce lieu n’est pas, ou plus, l’un de ceux du prêteur.")


def _window(seen: Seen, direction: Direction) -> tuple[date, date]:
    """Return between which days, both counted, an appointment may be: the unit is kept for the loan on all of them."""
    blocked, loan = seen.facts["blocked"], seen.loan
    first, last = (date.fromisoformat(blocked[name]) for name in ("starts_on", "ends_on"))
    return (first, loan.ends_on) if direction == "out" else (loan.starts_on, last)


def _openings(seen: Seen) -> list[dict[str, Any]]:
    if not seen.parts:
        return []
    windows = {one: _window(seen, one) for one in DIRECTIONS if seen.loan.status in _WHEN[one]}
    return [{"direction": one, "starts_on": first, "ends_on": last} for one, (first, last) in windows.items()]


def spoken(direction: Direction, day: date, from_time: time, to_time: time) -> str:
    """Return an appointment in words: « départ le lundi 1er mars 2027, de 9 h à 12 h 30 »."""
    what = "départ" if direction == "out" else "retour"
    return f"{what} le {long_day(day, 'fr')}, de {_hour(from_time)} à {_hour(to_time)}"


def _hour(moment: time) -> str:
    return f"{moment.hour} h" + (f" {moment.minute:02}" if moment.minute else "")


def _why(label: str) -> str:
    return f" ({label})" if label else ""


def _wrong(pointer: str, detail: str) -> SlotWrong:
    return SlotWrong(
        f"Ce rendez-vous n’est pas possible. {detail}", errors=[FieldError(pointer, "slot_wrong", detail)]
    )


def _require_lender(seen: Seen) -> None:
    if "lender" not in seen.parts:
        raise ActionForbidden("C’est au prêteur de le faire.")


def _require_side(seen: Seen) -> None:
    if not seen.parts:
        raise ActionForbidden("Vous ne pouvez que consulter ce prêt.")


def _require_status(seen: Seen, statuses: frozenset[str]) -> None:
    if seen.loan.status not in statuses:
        raise ActionImpossible(
            "Ce prêt n’est pas dans un état qui le permet.", state=seen.loan.status, allowed_actions=[]
        )


async def _one(session: AsyncSession, seen: Seen, direction: str) -> dict[str, Any]:
    rows = await HandOverStore(session).slots(seen.loan.id)
    return next(_shown(row, seen) for row in rows if row["direction"] == direction)


def _shown(row: Mapping[str, Any], seen: Seen) -> dict[str, Any]:
    may = bool(seen.parts) and seen.loan.status in _WHEN[row["direction"]]
    return {**row, "allowed_actions": ["edit", "remove"] if may else []}


async def _preparation(session: AsyncSession, seen: Seen) -> dict[str, Any]:
    if "lender" not in seen.parts and not seen.facts["is_lender"]:
        raise ActionForbidden("La préparation est l’affaire du prêteur.")
    store, loan = HandOverStore(session), seen.loan
    sheet, units = await store.preparation(loan.id)
    slots = [row for row in await store.slots(loan.id) if row["direction"] == "out"]
    may = "lender" in seen.parts and loan.status in _BEFORE
    return {
        "loan_id": loan.id,
        "number": loan.number,
        "status": loan.status,
        "title": seen.facts["title"],
        "starts_on": loan.starts_on,
        "sheet": sheet,
        "units": [{**unit, "is_ready": unit["checked_at"] is not None} for unit in units],
        "is_ready": bool(units) and all(unit["checked_at"] is not None for unit in units),
        "slot": _shown(slots[0], seen) if slots else None,
        "allowed_actions": ["tick"] if may else [],
    }
