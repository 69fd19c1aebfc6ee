"""Conflicts of one feed, with what stands here beside what the source says."""

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.feed.settling.domain import COLUMNS
from ombelle_events.feed.tables import FeedConflictRow
from ombelle_events.programme.tables import (
    EditionRow,
    EventLocalEditRow,
    EventRow,
    EventSessionRow,
    ExternalRefRow,
)

# Both values have the same shape. A parent that the source names and nobody brought has no id here.
_CONFLICTS: Final = text("""
SELECT c.id, c.field, c.opened_at, c.settled_at, c.settled_by, c.kept,
  jsonb_build_object('id', e.id, 'slug', e.slug, 'title', e.title) AS event,
  CASE c.field
    WHEN 'venue' THEN (SELECT jsonb_build_object('name', v.name, 'address', v.address, 'postal_code', v.postal_code,
      'city', v.city, 'insee', v.insee, 'latitude', v.latitude, 'longitude', v.longitude, 'phone', v.phone,
      'email', v.email, 'website', v.website, 'access', v.access) FROM venue v WHERE v.id = e.venue_id)
    WHEN 'sessions' THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('starts_at', local_iso(s.starts_at, s.timezone),
      'ends_at', local_iso(s.ends_at, s.timezone)) ORDER BY s.starts_at, s.ends_at), '[]')
      FROM event_session s WHERE s.event_id = e.id)
    WHEN 'parent' THEN (SELECT jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title)
      FROM event p WHERE p.id = e.parent_id)
    WHEN 'edition' THEN (SELECT to_jsonb(n.year) FROM edition n WHERE n.id = e.edition_id)
    ELSE nullif(to_jsonb(e) -> c.field, 'null')
  END AS ours,
  CASE
    WHEN c.source_value = 'null' THEN NULL
    WHEN c.field = 'venue' THEN c.source_value - 'external_id'
    WHEN c.field = 'sessions' THEN (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'starts_at', local_iso((s ->> 0)::timestamptz, zone.name), 'ends_at', local_iso((s ->> 1)::timestamptz, zone.name))
      ORDER BY s), '[]') FROM jsonb_array_elements(c.source_value) s)
    WHEN c.field = 'parent' THEN (SELECT jsonb_build_object('id', p.id, 'slug', p.slug,
      'title', coalesce(p.title, c.source_value #>> '{}'))
      FROM (SELECT) AS one LEFT JOIN external_ref x ON x.source = origin.source AND x.external_id = c.source_value #>> '{}'
      LEFT JOIN event p ON p.id = x.event_id)
    ELSE c.source_value
  END AS theirs
FROM feed_conflict c
JOIN event e ON e.id = c.event_id
CROSS JOIN LATERAL (SELECT coalesce((SELECT s.timezone FROM event_session s WHERE s.event_id = e.id
  ORDER BY s.starts_at, s.id LIMIT 1), 'Europe/Paris') AS name) zone
LEFT JOIN LATERAL (SELECT x.source FROM feed_record r
  JOIN external_ref x ON x.event_id = r.event_id AND x.external_id = r.external_id
  WHERE r.feed_id = c.feed_id AND r.event_id = c.event_id
  ORDER BY r.leads DESC, r.linked DESC, r.external_id LIMIT 1) origin ON true
WHERE c.feed_id = :feed AND (c.settled_at IS NOT NULL) = :settled AND c.id > :after
ORDER BY c.id LIMIT :count
""")
# Under which name the platform of this feed is known, from the row by which it brought the event.
_ORIGIN: Final = text("""
SELECT x.source FROM feed_record r
JOIN external_ref x ON x.event_id = r.event_id AND x.external_id = r.external_id
WHERE r.feed_id = :feed AND r.event_id = :event
ORDER BY r.leads DESC, r.linked DESC, r.external_id LIMIT 1
""")
_VENUE: Final = text("SELECT venue_id FROM venue_ref WHERE source = :source AND external_id = :external_id")


class SettlingStore:
    """Conflicts and the events that they are about, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def conflicts(
        self, feed_id: UUID, *, settled: bool, after: UUID, count: int
    ) -> Sequence[RowMapping]:
        """Return conflicts, the oldest first, with both values."""
        values = {"feed": feed_id, "settled": settled, "after": after, "count": count}
        return (await self._session.execute(_CONFLICTS, values)).mappings().all()

    async def lock(
        self, feed_id: UUID, ids: Sequence[UUID]
    ) -> tuple[dict[UUID, FeedConflictRow], dict[UUID, EventRow]]:
        """Return these conflicts and their events by id, locked in the order that a sync locks them in."""
        mine = (FeedConflictRow.feed_id == feed_id, FeedConflictRow.id.in_(ids))
        named = await self._session.scalars(select(FeedConflictRow.event_id).where(*mine))
        asked = select(EventRow).where(EventRow.id.in_(set(named))).order_by(EventRow.id)
        events = {event.id: event for event in await self._session.scalars(asked.with_for_update())}
        held = select(FeedConflictRow).where(*mine).order_by(FeedConflictRow.id).with_for_update()
        return {one.id: one for one in await self._session.scalars(held)}, events

    async def origin(self, conflict: FeedConflictRow) -> str | None:
        """Return the name of the platform that the conflict's feed reads."""
        values = {"feed": conflict.feed_id, "event": conflict.event_id}
        found = await self._session.scalar(_ORIGIN, values)
        return None if found is None else str(found)

    async def venue_of(self, source: str | None, external_id: str) -> UUID | None:
        """Return the venue that a place of the source became."""
        found = await self._session.scalar(_VENUE, {"source": source, "external_id": external_id})
        return found if isinstance(found, UUID) else None

    async def event_of(self, source: str | None, external_id: str) -> EventRow | None:
        """Return the event that a row of the source became, which stays as it is until the transaction ends."""
        ref = select(ExternalRefRow.event_id).where(
            ExternalRefRow.source == source, ExternalRefRow.external_id == external_id
        )
        return await self._session.scalar(
            select(EventRow).where(EventRow.id.in_(ref)).with_for_update(read=True)
        )

    async def edition_of(self, year: int) -> UUID | None:
        """Return the edition of a year."""
        return await self._session.scalar(select(EditionRow.id).where(EditionRow.year == year))

    async def zone_of(self, event_id: UUID) -> str:
        """Return the time zone that an event's sessions are in."""
        asked = select(EventSessionRow.timezone).where(EventSessionRow.event_id == event_id)
        ordered = asked.order_by(EventSessionRow.starts_at, EventSessionRow.id).limit(1)
        return await self._session.scalar(ordered) or "Europe/Paris"

    async def forget_edit(self, event_id: UUID, field: str) -> None:
        """Forget that the field was edited here: its source is followed from now on."""
        names: Iterable[str] = {field, COLUMNS.get(field, field)}
        await self._session.execute(
            delete(EventLocalEditRow).where(
                EventLocalEditRow.event_id == event_id, EventLocalEditRow.field.in_(names)
            )
        )

    async def raw_connection(self) -> Any:
        """Return the driver's connection of this transaction, with everything written before."""
        await self._session.flush()
        connection = await self._session.connection()
        return (await connection.get_raw_connection()).driver_connection
