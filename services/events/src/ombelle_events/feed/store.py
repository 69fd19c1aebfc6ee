from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.feed.tables import FeedConflictRow, FeedRow, FeedRunRow
from ombelle_events.programme.store import refresh_cards
from ombelle_events.programme.tables import EventLocalEditRow, EventRow

# One statement whatever the number of feeds; the key is not among what is read.
_FEEDS = """
SELECT f.name, f.kind, f.url, f.agenda, f.territory, f.edition, f.every_minutes, f.watermark,
  (SELECT count(*) FROM feed_record r WHERE r.feed_id = f.id AND r.withdrawn_at IS NULL) AS events,
  (SELECT count(*) FROM feed_quarantine q WHERE q.feed_id = f.id) AS quarantined,
  (SELECT count(*) FROM feed_conflict c WHERE c.feed_id = f.id AND c.settled_at IS NULL) AS open_conflicts,
  (SELECT to_jsonb(n) - 'feed_id' FROM feed_run n WHERE n.feed_id = f.id ORDER BY n.started_at DESC, n.id DESC
   LIMIT 1) AS last_run
FROM feed f
"""
_FEED = text(f"{_FEEDS} WHERE f.name = :name")
_FEED_PAGE = text(f"{_FEEDS} WHERE f.name > :after ORDER BY f.name LIMIT :count")
_CONFLICTS = text("""
SELECT c.id, c.field, c.source_value, to_jsonb(e) -> c.field AS local_value, c.opened_at,
  jsonb_build_object('id', e.id, 'slug', e.slug, 'title', e.title) AS event
FROM feed_conflict c JOIN event e ON e.id = c.event_id
WHERE c.feed_id = :feed AND c.settled_at IS NULL AND c.id > :after ORDER BY c.id LIMIT :count
""")
_DUPLICATES = text("""
SELECT d.id, d.similarity, d.state, d.found_at, (
  SELECT jsonb_agg(jsonb_build_object('id', e.id, 'slug', e.slug, 'title', e.title) ORDER BY e.id)
  FROM event e WHERE e.id IN (d.first_id, d.second_id)) AS events
FROM duplicate_candidate d
WHERE d.state = 'open' AND d.id > :after AND EXISTS (
  SELECT FROM feed_record r WHERE r.feed_id = :feed AND r.event_id IN (d.first_id, d.second_id))
ORDER BY d.id LIMIT :count
""")
_VENUE_OF = text("SELECT venue_id FROM venue_ref WHERE external_id = :external_id ORDER BY source LIMIT 1")
_EVENT_OF = text("SELECT event_id FROM external_ref WHERE external_id = :external_id ORDER BY source LIMIT 1")
_EDITION_OF = text("SELECT id FROM edition WHERE year = :year")


class FeedStore:
    """Feeds and what waits for a person, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def feeds(self, after: str, count: int) -> Sequence[RowMapping]:
        """Return feeds in the order of their names."""
        return (await self._session.execute(_FEED_PAGE, {"after": after, "count": count})).mappings().all()

    async def feed(self, name: str) -> RowMapping | None:
        """Return one feed as `feeds` does."""
        return (await self._session.execute(_FEED, {"name": name})).mappings().one_or_none()

    async def feed_id(self, name: str) -> UUID | None:
        """Return the id of a feed."""
        return await self._session.scalar(select(FeedRow.id).where(FeedRow.name == name))

    async def runs(self, feed_id: UUID, before: UUID | None, count: int) -> Sequence[FeedRunRow]:
        """Return runs, the newest first."""
        asked = select(FeedRunRow).where(FeedRunRow.feed_id == feed_id)
        if before is not None:
            asked = asked.where(FeedRunRow.id < before)
        return (await self._session.scalars(asked.order_by(FeedRunRow.id.desc()).limit(count))).all()

    async def conflicts(self, feed_id: UUID, after: UUID, count: int) -> Sequence[RowMapping]:
        """Return open conflicts, the oldest first, with what stands here beside what the source says."""
        values = {"feed": feed_id, "after": after, "count": count}
        return (await self._session.execute(_CONFLICTS, values)).mappings().all()

    async def duplicates(self, feed_id: UUID, after: UUID, count: int) -> Sequence[RowMapping]:
        """Return open pairs in which an event of this feed stands."""
        values = {"feed": feed_id, "after": after, "count": count}
        return (await self._session.execute(_DUPLICATES, values)).mappings().all()

    async def conflict(self, feed_id: UUID, conflict_id: UUID) -> FeedConflictRow | None:
        """Return a conflict of this feed, locked until the transaction ends."""
        asked = select(FeedConflictRow).where(
            FeedConflictRow.id == conflict_id, FeedConflictRow.feed_id == feed_id
        )
        return await self._session.scalar(asked.with_for_update())

    async def event(self, event_id: UUID) -> EventRow:
        """Return an event, locked until the transaction ends."""
        return (
            await self._session.scalars(select(EventRow).where(EventRow.id == event_id).with_for_update())
        ).one()

    async def id_of(self, field: str, value: Any) -> UUID | None:
        """Return the id here of what a source names in a field that leads to another table."""
        if value is None:
            return None
        if field == "edition_id":
            found = await self._session.scalar(_EDITION_OF, {"year": value})
        elif field == "venue_id":
            found = await self._session.scalar(_VENUE_OF, {"external_id": value["external_id"]})
        else:
            found = await self._session.scalar(_EVENT_OF, {"external_id": value})
        return found if isinstance(found, UUID) else None

    async def give_back(self, event: EventRow, field: str) -> None:
        """Forget that the field was edited here, and rebuild what the agenda shows."""
        await self._session.execute(
            delete(EventLocalEditRow).where(
                EventLocalEditRow.event_id == event.id, EventLocalEditRow.field == field
            )
        )
        await refresh_cards(self._session, [event.id])

    async def raw_connection(self) -> Any:
        """Return the driver's connection of this transaction: a job enqueued on it lives and dies with it."""
        connection = await self._session.connection()
        return (await connection.get_raw_connection()).driver_connection
