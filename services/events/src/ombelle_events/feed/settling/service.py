"""Fields edited here that a source has changed since: shown side by side, and settled."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import DomainError, FieldError
from sqlalchemy import RowMapping
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.feed.errors import (
    ConflictNotFound,
    ConflictSettled,
    SettlementsRefused,
    SourceValueUnusable,
)
from ombelle_events.feed.settling.domain import Settlement
from ombelle_events.feed.settling.store import SettlingStore
from ombelle_events.feed.settling.takeover import Takeover
from ombelle_events.feed.store import FeedStore
from ombelle_events.feed.tables import FeedConflictRow
from ombelle_events.programme.store import refresh_cards
from ombelle_events.programme.tables import EventRow
from ombelle_events.transactions import in_transaction


class _Refused(Exception):
    """Why settlements cannot be, by their place among those asked."""

    def __init__(self, errors: Mapping[int, DomainError]) -> None:
        super().__init__()
        self.errors = errors


class SettlingService:
    """Conflicts of feeds. `ours` leaves what stands here; `theirs` takes the source's value, then follows it."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def conflicts(self, name: str, *, settled: bool, after: UUID, count: int) -> Sequence[RowMapping]:
        """Return a feed's conflicts, the oldest first. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            feed_id = await FeedStore(session).required_id(name)
            return await SettlingStore(session).conflicts(feed_id, settled=settled, after=after, count=count)

    async def settle(self, name: str, wanted: Settlement, *, by: str) -> FeedConflictRow:
        """Settle one conflict.

        Raises:
            FeedNotFound, ConflictNotFound: there is none.
            ConflictSettled: somebody did already.
            SourceValueUnusable: the source's value cannot stand here.

        """
        try:
            return (await self._settle(name, [wanted], by))[0]
        except _Refused as refused:
            raise refused.errors[0] from refused

    async def settle_all(
        self, name: str, wanted: Sequence[Settlement], *, by: str
    ) -> Sequence[FeedConflictRow]:
        """Settle several conflicts, all or none.

        Raises:
            FeedNotFound: there is none.
            SettlementsRefused: some cannot be; each is told by its pointer.

        """
        try:
            return await self._settle(name, wanted, by)
        except _Refused as refused:
            raise SettlementsRefused(
                "Rien n'a été réglé : corrigez les conflits indiqués, puis recommencez.",
                errors=[
                    FieldError(f"/body/settlements/{place}", error.code, error.detail)
                    for place, error in sorted(refused.errors.items())
                ],
            ) from refused

    async def _settle(self, name: str, wanted: Sequence[Settlement], by: str) -> list[FeedConflictRow]:
        async def work(session: AsyncSession) -> list[FeedConflictRow]:
            store = SettlingStore(session)
            feed_id = await FeedStore(session).required_id(name)
            conflicts, events = await store.lock(feed_id, [one.id for one in wanted])
            _refuse_unsettled(wanted, conflicts)
            await _take_over(session, wanted, conflicts, events)
            for one in wanted:
                conflict = conflicts[one.id]
                conflict.settled_at, conflict.settled_by, conflict.kept = datetime.now(UTC), by, one.keep
            await session.flush()
            for one in wanted:
                await _record(session, conflicts[one.id], one.keep, by)
            return [conflicts[one.id] for one in wanted]

        return await in_transaction(self._sessions, work)


async def _record(session: AsyncSession, conflict: FeedConflictRow, keep: str, by: str) -> None:
    values = {"conflict": conflict.id, "field": conflict.field, "keep": keep, "theirs": conflict.source_value}
    event = str(conflict.event_id)
    await record(
        session, actor=by, action="conflict_settled", subject_kind="event", subject_id=event, values=values
    )


def _refuse_unsettled(wanted: Sequence[Settlement], conflicts: Mapping[UUID, FeedConflictRow]) -> None:
    errors: dict[int, DomainError] = {}
    for place, one in enumerate(wanted):
        conflict = conflicts.get(one.id)
        if conflict is None:
            errors[place] = ConflictNotFound("Ce conflit n'existe pas dans ce flux.")
        elif conflict.settled_at is not None:
            errors[place] = ConflictSettled("Ce conflit est déjà réglé : rechargez la liste.")
    if errors:
        raise _Refused(errors)


async def _take_over(
    session: AsyncSession,
    wanted: Sequence[Settlement],
    conflicts: Mapping[UUID, FeedConflictRow],
    events: Mapping[UUID, EventRow],
) -> None:
    """Write the source's values event by event, so that a refusal of the database names the fields at fault."""
    takeover = Takeover(SettlingStore(session))
    for event_id in sorted(events):
        asked = {
            place: conflicts[one.id]
            for place, one in enumerate(wanted)
            if one.keep == "theirs" and conflicts[one.id].event_id == event_id
        }
        try:
            # One field may contradict the event until the next is taken: they are written together.
            with session.no_autoflush:
                for place, conflict in asked.items():
                    try:
                        await takeover.take(conflict, events[event_id])
                    except SourceValueUnusable as error:
                        raise _Refused({place: error}) from error
            if asked:
                taken = {conflict.field: conflict.source_value for conflict in asked.values()}
                await takeover.finish(events[event_id], taken)
        except IntegrityError as error:
            told = SourceValueUnusable(
                "La valeur de la source contredit un autre champ modifié ici : corrigez-le d'abord."
            )
            raise _Refused(dict.fromkeys(asked, told)) from error
    if takeover.touched:
        await refresh_cards(session, sorted(takeover.touched))
