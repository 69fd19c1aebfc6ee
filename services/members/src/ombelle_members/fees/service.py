"""The use cases of fees: read, aged, waived, voided, put off. `calling` makes them, `paying` settles them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.fees.describing import BEFORE_ALL, described, held_fee, read_fee
from ombelle_members.fees.domain import AGES
from ombelle_members.fees.errors import FeeSettled
from ombelle_members.fees.store import FeeStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction

_WHY: Final[Mapping[str, str]] = {
    "paid": "Cette cotisation est payée.",
    "partially_paid": "Une partie de cette cotisation est payée : dites d’abord ce que ce règlement était.",
    "waived": "Cette cotisation est dispensée.",
    "void": "Cette cotisation est annulée.",
}


class FeeService:
    """Fees of every member."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, filters: Mapping[str, Any], *, after: Sequence[Any], count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], dict[str, int]]:
        """Return fees that the caller may read, the latest year first, and what they come to."""
        today = today_in_paris()
        async with self._sessions() as session, session.begin():
            store = FeeStore(session)
            rows = await store.page(caller, filters, today=today, after=after, count=count)
            return [described(row, caller) for row in rows], await store.totals(caller, filters, today=today)

    async def table(self, filters: Mapping[str, Any], *, caller: Caller) -> list[dict[str, Any]]:
        """Return all fees that are asked for, in the order of the list."""
        async with self._sessions() as session, session.begin():
            return await FeeStore(session).page(
                caller, filters, today=today_in_paris(), after=BEFORE_ALL, count=None
            )

    async def fee(self, fee_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return a fee. Raises FeeUnknown."""
        async with self._sessions() as session, session.begin():
            return await read_fee(session, fee_id, caller)

    async def ageing(
        self, on: date | None, *, after: tuple[date, UUID], count: int
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Return what was owed on a day, the oldest first, and how much by age."""
        day = on or today_in_paris()
        async with self._sessions() as session, session.begin():
            rows = await FeeStore(session).ageing(day, after=after, count=count)
            found = await FeeStore(session).buckets(day)
        buckets = [found.get(age) or {"age": age, "fees": 0, "remaining_cents": 0} for age in AGES]
        return rows, {
            "on": day,
            "buckets": buckets,
            "remaining_cents": sum(one["remaining_cents"] for one in buckets),
            "total": sum(one["fees"] for one in buckets),
        }

    async def waive(
        self,
        fee_id: UUID,
        reason: str,
        on: date | None,
        *,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Ask nothing more of a fee: it counts as settled from that day on.

        Raises:
            FeeUnknown: there is none.
            FeeSettled: it is paid, waived or void.
            InvalidInput: that day is to come, or before the call.
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.

        """
        day = on or today_in_paris()
        values = {"on": day, "reason": reason}

        def check(fee: Mapping[str, Any]) -> None:
            _refuse_state(fee, {"paid", "waived", "void"})
            if not fee["called_on"] <= day <= today_in_paris():
                raise InvalidInput(
                    "Une dispense vaut à partir d’un jour entre l’appel et aujourd’hui.",
                    errors=[
                        FieldError("/body/on", "out_of_range", "Entre le jour de l’appel et aujourd’hui.")
                    ],
                )

        return await self._change("waive", fee_id, values, check, if_match, caller, once)

    async def void(
        self, fee_id: UUID, reason: str, *, if_match: str | None, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Say that a fee was called by mistake: it counts for nothing, and another may be called.

        Raises: as `waive`; FeeSettled also where something was received for it.

        """
        values = {"on": today_in_paris(), "reason": reason}

        def check(fee: Mapping[str, Any]) -> None:
            if fee["received_cents"] > 0:
                raise _settled(str(fee["state"]), "Des règlements ont été reçus : annulez-les d’abord.")
            _refuse_state(fee, {"waived", "void"})

        return await self._change("void", fee_id, values, check, if_match, caller, once)

    async def postpone(
        self, fee_id: UUID, due_on: date, *, if_match: str | None, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Leave another day to pay. Raises: as `waive`."""

        def check(fee: Mapping[str, Any]) -> None:
            _refuse_state(fee, {"paid", "waived", "void"})
            if due_on < fee["called_on"]:
                told = f"L’échéance ne vient pas avant l’appel, du {spoken_day(fee['called_on'])}."
                raise InvalidInput(told, errors=[FieldError("/body/due_on", "too_early", told)])

        return await self._change("postpone", fee_id, {"due_on": due_on}, check, if_match, caller, once)

    async def _change(
        self,
        what: str,
        fee_id: UUID,
        values: Mapping[str, Any],
        check: Any,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        wanted = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            fee = await held_fee(session, fee_id, caller)
            refuse_stale(wanted, fee["version"], current=fee, yours=values)
            check(fee)
            await FeeStore(session).change(what, fee_id, values)
            shown = await read_fee(session, fee_id, caller)
            await record(session, caller, _DONE[what], ("fee", fee_id), _logged(fee, shown))
            return await once.keep(session, shown)

        return await in_transaction(self._sessions, work)


_DONE: Final = {"waive": "fee_waived", "void": "fee_voided", "postpone": "fee_postponed"}


def _refuse_state(fee: Mapping[str, Any], refused: set[str]) -> None:
    if fee["state"] in refused:
        raise _settled(fee["state"], _WHY[fee["state"]])


def _settled(state: str, detail: str) -> FeeSettled:
    return FeeSettled(detail, state=state)


def _logged(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "member_id": after["member_id"],
        "year": after["year"],
        "due_on": [before["due_on"], after["due_on"]],
        "state": [before["state"], after["state"]],
    }
