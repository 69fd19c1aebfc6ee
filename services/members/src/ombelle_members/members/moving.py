"""What happens to a member on a day: another college, a departure, a return. Dates may be past; what was decided stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day
from ombelle_members.governance.ending import end_term_of, in_the_way
from ombelle_members.governance.errors import DecisionsAfterIt
from ombelle_members.log import record
from ombelle_members.members.access import hold
from ombelle_members.members.admitting import invalid, refuse_category, refuse_future
from ombelle_members.members.domain import DEPARTURES, term_end
from ombelle_members.members.errors import NotAMember, StillAMember
from ombelle_members.members.service import shown
from ombelle_members.members.store import MemberStore
from ombelle_members.transactions import in_transaction


class MovingService:
    """Moves members between colleges, out of the association and in again."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def change_college(
        self, caller: Caller, member_id: UUID, values: Mapping[str, Any], once: OneRequest
    ) -> dict[str, Any]:
        """Put a member in another college from a day on.

        Raises:
            MemberUnknown: there is none.
            NotAMember: it has left.
            DecisionsAfterIt: it changed college on that day or later already.
            InvalidInput: it is in that college; a day to come.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (before := await once.recall(session)) is not None:
                return dict(before)
            refuse_future(values["on"], "/body/on")
            await hold(session, member_id)
            last = await _running(session, member_id)
            if last["college"] == values["college"]:
                raise invalid("/body/college", "same", "L’adhérent est déjà dans ce collège.")
            _refuse_before(last, values["on"])
            store = MemberStore(session)
            await store.close(member_id, values["on"], "change", values["reason"])
            await store.begin(member_id, values["college"], values["on"], "change")
            logged = {"on": values["on"], "from": last["college"], "to": values["college"]}
            return await _done(session, caller, member_id, "member_college_changed", logged, once)

        return await in_transaction(self._sessions, work)

    async def end(
        self, caller: Caller, member_id: UUID, values: Mapping[str, Any], once: OneRequest
    ) -> dict[str, Any]:
        """Let a member leave on a day: its seat and office end with it, and so does whoever represents it.

        PostgreSQL strikes it off the rolls of meetings of that day and later to which it was convened.

        Raises:
            MemberUnknown: there is none.
            NotAMember: it has left already.
            DecisionsAfterIt: something was decided of it on that day or after; the problem says what.
            InvalidInput: a departure of another kind of member; a day to come.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (before := await once.recall(session)) is not None:
                return dict(before)
            on, ended_as = values["on"], values["ended_as"]
            refuse_future(on, "/body/on")
            held = await hold(session, member_id)
            if ended_as not in DEPARTURES[held["kind"]]:
                raise invalid("/body/ended_as", "other_kind", "Cet adhérent ne part pas de cette façon.")
            _refuse_before(await _running(session, member_id), on)
            await _refuse_decided(session, member_id, on)
            await end_term_of(session, member_id, on, term_end(ended_as), values["reason"])
            store = MemberStore(session)
            for one in await store.representatives_from(member_id, on):
                await store.end_representative(one["id"], on)
            await store.close(member_id, on, ended_as, values["reason"])
            return await _done(
                session, caller, member_id, "member_ended", {"on": on, "ended_as": ended_as}, once
            )

        return await in_transaction(self._sessions, work)

    async def readmit(
        self, caller: Caller, member_id: UUID, values: Mapping[str, Any], once: OneRequest
    ) -> dict[str, Any]:
        """Admit a former member again from a day on.

        Raises:
            MemberUnknown: there is none.
            StillAMember: it has not left, or left after that day.
            InvalidInput: a category of another kind of member; a day to come.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (before := await once.recall(session)) is not None:
                return dict(before)
            refuse_future(values["on"], "/body/on")
            held = await hold(session, member_id)
            store = MemberStore(session)
            last = await store.last_college(member_id)
            if last["until"] is None or last["until"] > values["on"]:
                raise StillAMember(
                    "À cette date, cet adhérent l’est encore : il se réadmet au plus tôt le jour de son départ.",
                    errors=[FieldError("/body/on", "still_a_member", "Une date à partir du départ.")],
                )
            if values["fee_category"] is not None:
                refuse_category(held["kind"], values["fee_category"])
                await store.change(
                    member_id, fee_category=values["fee_category"], external_id=held["external_id"]
                )
            await store.begin(member_id, values["college"], values["on"], "readmission")
            logged = {"on": values["on"], "college": values["college"]}
            return await _done(session, caller, member_id, "member_readmitted", logged, once)

        return await in_transaction(self._sessions, work)


async def _running(session: AsyncSession, member_id: UUID) -> dict[str, Any]:
    last = await MemberStore(session).last_college(member_id)
    if last["until"] is not None:
        raise NotAMember(f"Cet adhérent est parti le {spoken_day(last['until'])}.")
    return last


def _refuse_before(last: Mapping[str, Any], on: date) -> None:
    if on <= last["since"]:
        raise DecisionsAfterIt(
            f"Cet adhérent est dans son collège depuis le {spoken_day(last['since'])} : choisissez un jour d’après.",
            errors=[FieldError("/body/on", "decisions_after_it", "Une date d’après celle-ci.")],
            decisions=[{"kind": "college", "began_on": str(last["since"])}],
        )


async def _refuse_decided(session: AsyncSession, member_id: UUID, on: date) -> None:
    """Refuse a departure in the past that would undo what was decided since: seats, offices, representatives, rolls."""
    decided = await in_the_way(session, member_id, on)
    for one in await MemberStore(session).representatives_from(member_id, on):
        if one["since"] >= on:
            decided.append({"kind": "representative", "id": one["id"], "began_on": one["since"]})
    decided += await MemberStore(session).rolls_from(member_id, on)
    if decided:
        raise DecisionsAfterIt(
            "Des décisions ont été prises avec cet adhérent ce jour-là ou après : choisissez une date plus récente, ou "
            "corrigez-les d’abord.",
            errors=[FieldError("/body/on", "decisions_after_it", "Des décisions suivent cette date.")],
            decisions=[
                {name: None if value is None else str(value) for name, value in one.items()}
                for one in decided
            ],
        )


async def _done(
    session: AsyncSession,
    caller: Caller,
    member_id: UUID,
    action: str,
    logged: Mapping[str, Any],
    once: OneRequest,
) -> dict[str, Any]:
    await MemberStore(session).touch(member_id)
    changed = await shown(session, caller, member_id)
    await record(session, caller, action, ("member", member_id), logged)
    return await once.keep(session, changed)
