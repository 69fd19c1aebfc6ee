"""Who speaks for a member that is an organisation: one at a time, from a day to another."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day
from ombelle_members.log import record
from ombelle_members.members.access import hold_for
from ombelle_members.members.admitting import invalid, person_of, refuse_future
from ombelle_members.members.errors import NotAMember, RepresentativeElsewhere, RepresentativeUnknown
from ombelle_members.members.service import shown
from ombelle_members.members.store import MemberStore
from ombelle_members.transactions import in_transaction


class RepresentativeService:
    """Names representatives and ends them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def of(self, caller: Caller, member_id: UUID) -> list[dict[str, Any]]:
        """Return everybody who spoke for a member, the latest first. Raises MemberUnknown."""
        async with self._sessions() as session, session.begin():
            return list((await shown(session, caller, member_id))["representatives"])

    async def name(self, caller: Caller, member_id: UUID, values: Mapping[str, Any]) -> dict[str, Any]:
        """Name a representative from a day on; who was before is so until then. Returns the member.

        Raises:
            MemberUnknown: there is none that the caller may know of.
            Forbidden: it is not theirs to say.
            PersonUnknown: the person is nobody.
            RepresentativeElsewhere: another was named for that day or later.
            NotAMember: it is no member on that day.
            InvalidInput: a day to come.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            since = values["since"]
            refuse_future(since, "/body/since")
            await hold_for(session, caller, member_id, "name_representative")
            store = MemberStore(session)
            await _refuse_no_member(store, member_id, since)
            for one in await store.representatives_from(member_id, since):
                if one["since"] >= since:
                    raise RepresentativeElsewhere(
                        f"Une autre personne représente cet adhérent depuis le {spoken_day(one['since'])} : "
                        "choisissez un jour d’après.",
                        errors=[
                            FieldError("/body/since", "representative_overlap", "Une date d’après celle-ci.")
                        ],
                    )
                if one["until"] is None:
                    await store.end_representative(one["id"], since)
            person = await person_of(session, values["person"], "/body/person")
            await store.name_representative(member_id, person, values["capacity"], since)
            return await _done(
                session, caller, member_id, "representative_named", {"since": since, "person": person}
            )

        return await in_transaction(self._sessions, work)

    async def end(self, caller: Caller, member_id: UUID, representative_id: UUID, on: date) -> dict[str, Any]:
        """End a representation; `on` is the first day without. Returns the member.

        Raises:
            MemberUnknown, RepresentativeUnknown: there is none, or it has ended.
            Forbidden: it is not theirs to say.
            InvalidInput: a day to come, or before they began.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            refuse_future(on, "/body/on")
            await hold_for(session, caller, member_id, "end_representative")
            running = [
                one
                for one in await MemberStore(session).representatives_from(member_id, date.max)
                if one["id"] == representative_id
            ]
            if not running:
                raise RepresentativeUnknown("Cette personne ne représente pas cet adhérent, ou plus.")
            if on <= running[0]["since"]:
                raise invalid("/body/on", "before_it_began", "Une date d’après le début est attendue.")
            await MemberStore(session).end_representative(representative_id, on)
            logged = {"on": on, "representative": representative_id}
            return await _done(session, caller, member_id, "representative_ended", logged)

        return await in_transaction(self._sessions, work)


async def _refuse_no_member(store: MemberStore, member_id: UUID, since: date) -> None:
    last = await store.last_college(member_id)
    if last["until"] is not None or not (await store.status(member_id, since))["is_member"]:
        raise NotAMember(
            "À cette date, ce n’est pas un adhérent : il ne peut être représenté.",
            errors=[FieldError("/body/since", "not_a_member", "Une date où il est adhérent.")],
        )


async def _done(
    session: AsyncSession, caller: Caller, member_id: UUID, action: str, logged: Mapping[str, Any]
) -> dict[str, Any]:
    await MemberStore(session).touch(member_id)
    changed = await shown(session, caller, member_id)
    await record(session, caller, action, ("member", member_id), logged)
    return changed
