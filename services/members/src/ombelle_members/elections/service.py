"""The use cases of planning an election at a meeting, and of reading it."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.declarations.association.naming import association_name
from ombelle_members.elections.errors import NothingToFill
from ombelle_members.elections.standing import brief, found_election, reads, shown
from ombelle_members.elections.store import ElectionStore, Row
from ombelle_members.log import record
from ombelle_members.meetings.errors import MeetingUnknown
from ombelle_members.meetings.roll import touch, voter_by_token
from ombelle_members.transactions import in_transaction


class ElectionService:
    """Elections before the vote, and as they are read."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, wanted: Mapping[str, Any], *, after: tuple[date, UUID] | None, count: int, caller: Caller
    ) -> tuple[list[Row], int]:
        """Return elections, the last first, and how many there are. Raises Forbidden."""
        async with self._sessions() as session, session.begin():
            await reads(session, caller)
            rows, total = await ElectionStore(session).page(wanted, after=after, count=count)
        return [brief(row, caller) for row in rows], total

    async def election(self, election_id: UUID, *, caller: Caller) -> Row:
        """Return an election whole. Raises Forbidden, ElectionUnknown."""
        async with self._sessions() as session, session.begin():
            await reads(session, caller)
            return await shown(session, election_id, caller)

    async def results(self, election_id: UUID, agency: str, *, caller: Caller) -> tuple[Row, str]:
        """Return an election whole, and what the association was called on its day. Raises as `election`."""
        async with self._sessions() as session, session.begin():
            await reads(session, caller)
            found = await shown(session, election_id, caller)
            return found, await association_name(session, found["held_on"], agency)

    async def of_link(self, token: str) -> list[Row]:
        """Return the elections of the meeting that somebody's link leads to. Raises MeetingLinkUnknown."""
        async with self._sessions() as session, session.begin():
            who = await voter_by_token(session, token)
            rows, _ = await ElectionStore(session).page(
                {"state": None, "meeting": who.meeting_id}, after=None, count=20
            )
            return [await shown(session, row["id"], None) for row in rows if row["state"] != "planned"]

    async def create(self, values: Mapping[str, Any], *, caller: Caller, once: OneRequest) -> Row:
        """Enter an election at a general assembly that is to come.

        Raises:
            MeetingUnknown: there is no such assembly.
            InvalidInput: candidacies are taken after it.
            NothingToFill: no post would be given.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = ElectionStore(session)
            try:
                election_id = await store.add(values)
            except IntegrityError as error:
                raise _refused(error) from None
            if election_id is None:
                raise MeetingUnknown("Cette réunion n’existe pas.")
            await store.follow(election_id)
            row = await found_election(session, election_id, lock=False)
            if row["meeting_body"] != "general_assembly" or row["meeting_state"] not in _COMING:
                raise MeetingUnknown(
                    "Une élection se tient à une assemblée générale qui n’a pas encore eu lieu."
                )
            _refuse_empty(row)
            await record(session, caller, "election_planned", ("election", election_id))
            return await once.keep(session, await shown(session, election_id, caller))

        return await in_transaction(self._sessions, work)

    async def change(
        self, election_id: UUID, patch: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> Row:
        """Change an election before its vote.

        Raises:
            ElectionUnknown, ElectionMoved: there is none that can change.
            VersionNeeded, ChangedMeanwhile: another version than the present one was read.
            InvalidInput, NothingToFill: as `create`.

        """
        version = require_version(if_match)

        async def work(session: AsyncSession) -> Row:
            row = await found_election(session, election_id, "change")
            refuse_stale(
                version, row["version"], current=await shown(session, election_id, caller), yours=patch
            )
            store = ElectionStore(session)
            empty = {"renewal_group", "candidacies_until"}
            values = {name: one for name, one in patch.items() if one is not None or name in empty}
            try:
                await store.change(election_id, **values)
            except IntegrityError as error:
                raise _refused(error) from None
            await store.follow(election_id)
            _refuse_empty(await found_election(session, election_id, lock=False))
            await record(
                session, caller, "election_changed", ("election", election_id), {"fields": sorted(values)}
            )
            await touch(session, row["meeting_id"])
            return await shown(session, election_id, caller)

        return await in_transaction(self._sessions, work)


_COMING = frozenset({"planned", "convened", "open"})


def _refuse_empty(row: Mapping[str, Any]) -> None:
    if not row["seats"]:
        raise NothingToFill(
            "Aucun siège n’est à pourvoir ce jour-là : ni moitié à renouveler, ni siège vacant."
        )


def _refused(error: IntegrityError) -> Exception:
    told = {
        # PostgreSQL named this one: it bears no field's name.
        "election_check": ("candidacies_until", "Les candidatures se closent le jour de l’assemblée au plus tard."),
        "gives_something": ("renewal_group", "Une élection renouvelle une moitié, ou pourvoit des sièges vacants."),
    }  # fmt: skip
    for name, (field, detail) in told.items():
        if broken_constraint(error).endswith(name):
            return InvalidInput(detail, errors=[FieldError(f"/body/{field}", "invalid", detail)])
    return error
