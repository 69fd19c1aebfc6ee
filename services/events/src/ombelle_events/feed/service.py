"""What people do with feeds: look at them, ask for a run, settle conflicts. Each use case is one transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.feed.domain import EVENT_FIELDS
from ombelle_events.feed.errors import ConflictNotFound, ConflictSettled, FeedNotFound, SourceValueUnusable
from ombelle_events.feed.queue import enqueue_sync
from ombelle_events.feed.store import FeedStore
from ombelle_events.feed.tables import FeedConflictRow, FeedRunRow
from ombelle_events.programme.tables import EventRow
from ombelle_events.programme.texts import render_markdown

FIRST: Final = UUID(int=0)
_LINKS: Final = ("venue_id", "parent_id", "edition_id")


class FeedService:
    """Feeds as the administrator sees them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def feeds(self, after: str, count: int) -> Sequence[RowMapping]:
        """Return feeds in the order of their names."""
        async with self._sessions() as session, session.begin():
            return await FeedStore(session).feeds(after, count)

    async def feed(self, name: str) -> RowMapping:
        """Return one feed.

        Raises:
            FeedNotFound: no feed has this name.

        """
        async with self._sessions() as session, session.begin():
            found = await FeedStore(session).feed(name)
        if found is None:
            raise _unknown(name)
        return found

    async def runs(self, name: str, before: UUID | None, count: int) -> Sequence[FeedRunRow]:
        """Return runs of a feed, the newest first. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            return await store.runs(await _feed_id(store, name), before, count)

    async def conflicts(self, name: str, after: UUID, count: int) -> Sequence[RowMapping]:
        """Return a feed's open conflicts. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            return await store.conflicts(await _feed_id(store, name), after, count)

    async def duplicates(self, name: str, after: UUID, count: int) -> Sequence[RowMapping]:
        """Return pairs that may be one event. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            return await store.duplicates(await _feed_id(store, name), after, count)

    async def ask_for_run(self, name: str, *, full: bool, force: bool) -> bool:
        """Queue a run for the worker, and say whether it was not waiting already.

        Raises:
            FeedNotFound: no feed has this name.

        """
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            await _feed_id(store, name)
            return await enqueue_sync(await store.raw_connection(), name, full=full, force=force)

    async def settle(self, name: str, conflict_id: UUID, *, keep: str, by: str) -> FeedConflictRow:
        """Settle a conflict: `ours` leaves what stands here, `theirs` takes the source's value from now on.

        Raises:
            FeedNotFound, ConflictNotFound: there is none.
            ConflictSettled: somebody did already.
            SourceValueUnusable: the source's value cannot stand here.

        """
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            conflict = await store.conflict(await _feed_id(store, name), conflict_id)
            if conflict is None:
                raise ConflictNotFound("Ce conflit n'existe pas dans ce flux.")
            if conflict.settled_at is not None:
                raise ConflictSettled("Ce conflit est déjà réglé : rechargez la liste.")
            if keep == "theirs":
                await self._take_theirs(store, conflict)
            conflict.settled_at, conflict.settled_by, conflict.kept = datetime.now(UTC), by, keep
            return conflict

    async def _take_theirs(self, store: FeedStore, conflict: FeedConflictRow) -> None:
        event = await store.event(conflict.event_id)
        value = conflict.source_value
        if conflict.field in _LINKS:
            value = await store.id_of(conflict.field, value)
            if value is None and conflict.source_value is not None:
                raise SourceValueUnusable("Ce que la source désigne n'existe pas ici.")
        elif conflict.field not in EVENT_FIELDS:
            raise SourceValueUnusable(
                "Cette valeur ne se reprend pas d'elle-même : modifiez l'événement, puis gardez votre version."
            )
        _change(event, conflict.field, value)
        try:
            await store.give_back(event, conflict.field)
        except IntegrityError as error:
            raise SourceValueUnusable(
                "La valeur de la source contredit un autre champ modifié ici : corrigez-le d'abord."
            ) from error


def _change(event: EventRow, field: str, value: Any) -> None:
    setattr(event, field, value)
    if field == "long_description":
        event.long_description_html = render_markdown(value)
    event.version += 1
    event.updated_at = datetime.now(UTC)


async def _feed_id(store: FeedStore, name: str) -> UUID:
    found = await store.feed_id(name)
    if found is None:
        raise _unknown(name)
    return found


def _unknown(name: str) -> FeedNotFound:
    return FeedNotFound(f"Aucun flux ne s'appelle « {name} ».")
