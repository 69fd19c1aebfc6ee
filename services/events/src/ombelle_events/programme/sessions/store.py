"""Sessions in one transaction, and what clashes with them; nothing here commits."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, Uuid, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.store import refresh_cards
from ombelle_events.programme.tables import EventLocalEditRow, EventRow, EventSessionRow

_ORGANISATIONS: Final = bindparam("organisations", type_=ARRAY(Uuid))

_LISTED: Final = text("""
SELECT s.*, v.name AS venue_name, coalesce(c.name, v.city) AS venue_city
FROM event_session s LEFT JOIN venue v ON v.id = s.venue_id LEFT JOIN commune c ON c.insee = v.insee
WHERE s.event_id = :event ORDER BY s.starts_at, s.id
""")
# What a session of the event meets at its venue, or with one of its animators, at the same time. Stands of one village
# share its place by nature; a person cannot be at two of them. Of what others keep, only what is published is told.
_CLASHES: Final = text("""
WITH event_here AS (SELECT * FROM event WHERE id = :event),
mine AS (
  SELECT s.id, s.starts_at, s.ends_at, s.animators, coalesce(s.venue_id, e.venue_id) AS place
  FROM event_here e JOIN event_session s ON s.event_id = e.id WHERE s.status NOT IN ('cancelled', 'postponed')
), others AS (
  SELECT e.id, e.title, e.slug, e.parent_id, e.venue_id FROM event e
  WHERE e.withdrawn_at IS NULL AND e.duplicate_of IS NULL AND e.status <> 'cancelled' AND e.publication <> 'unpublished'
    AND (e.publication = 'published' OR CAST(:organisations AS uuid[]) IS NULL
      OR e.organisation_id = ANY (:organisations))
), at_place AS (
  SELECT s.id, s.event_id, s.starts_at, s.ends_at, s.venue_id AS place FROM event_session s
  WHERE s.venue_id IN (SELECT place FROM mine) AND s.status NOT IN ('cancelled', 'postponed')
  UNION ALL
  SELECT s.id, s.event_id, s.starts_at, s.ends_at, e.venue_id FROM event e JOIN event_session s ON s.event_id = e.id
  WHERE e.venue_id IN (SELECT place FROM mine) AND s.venue_id IS NULL AND s.status NOT IN ('cancelled', 'postponed')
)
SELECT 'venue' AS kind, mine.id AS session_id, o.id AS event_id, o.slug AS event_slug, o.title AS event_title,
  a.id AS other_session_id, a.starts_at, a.ends_at, v.name AS subject
FROM mine JOIN at_place a ON a.place = mine.place AND a.starts_at < mine.ends_at AND a.ends_at > mine.starts_at
JOIN others o ON o.id = a.event_id JOIN venue v ON v.id = mine.place CROSS JOIN event_here e
WHERE o.id <> e.id AND o.parent_id IS DISTINCT FROM e.id AND e.parent_id IS DISTINCT FROM o.id
  AND (e.parent_id IS NULL OR o.parent_id IS DISTINCT FROM e.parent_id)
UNION
SELECT 'person', mine.id, o.id, o.slug, o.title, s.id, s.starts_at, s.ends_at, btrim(who.name)
FROM mine CROSS JOIN LATERAL unnest(mine.animators) AS who(name)
JOIN event_session s ON s.animators <> '{}' AND s.starts_at < mine.ends_at AND s.ends_at > mine.starts_at
  AND s.id <> mine.id AND s.status NOT IN ('cancelled', 'postponed')
JOIN others o ON o.id = s.event_id
WHERE EXISTS (SELECT FROM unnest(s.animators) AS other(name) WHERE fold(btrim(other.name)) = fold(btrim(who.name)))
ORDER BY starts_at, kind, session_id, other_session_id LIMIT 100
""").bindparams(_ORGANISATIONS)


class SessionStore:
    """Sessions in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def event_id_of(self, session_id: UUID) -> UUID | None:
        """Return the event of a session: what is locked first."""
        return await self._session.scalar(
            select(EventSessionRow.event_id).where(EventSessionRow.id == session_id)
        )

    async def session_row(self, session_id: UUID) -> EventSessionRow | None:
        """Return a session, locked until the transaction ends."""
        return await self._session.scalar(
            select(EventSessionRow).where(EventSessionRow.id == session_id).with_for_update()
        )

    async def of_event(self, event_id: UUID) -> Sequence[RowMapping]:
        """Return the sessions of an event, in order of time, with the names of their venues."""
        await self._session.flush()
        return (await self._session.execute(_LISTED, {"event": event_id})).mappings().all()

    async def clashes(self, event_id: UUID, *, of: Collection[UUID] | None) -> Sequence[RowMapping]:
        """Return what the sessions of an event clash with, at most 100, the first first."""
        await self._session.flush()
        values = {"event": event_id, "organisations": None if of is None else list(of)}
        return (await self._session.execute(_CLASHES, values)).mappings().all()

    def add(self, event_id: UUID, values: Mapping[str, Any]) -> EventSessionRow:
        """Write a session of ours."""
        row = EventSessionRow(event_id=event_id, is_written_here=True, **values)
        self._session.add(row)
        return row

    async def drop(self, row: EventSessionRow) -> None:
        """Take a session away."""
        await self._session.delete(row)
        await self._session.flush()

    async def keep_from_syncs(self, event: EventRow, *, by: str, more: Collection[str] = ()) -> None:
        """Note that the sessions of an event are kept here from now on, raise its version and rebuild its card.

        The next sync then notes what its source says otherwise, and overwrites nothing.
        """
        event.version += 1
        event.updated_at = func.now()
        fields = [{"event_id": event.id, "field": name, "edited_by": by} for name in ("sessions", *more)]
        edits = insert(EventLocalEditRow).values(fields)
        await self._session.execute(
            edits.on_conflict_do_update(
                index_elements=["event_id", "field"], set_={"edited_at": func.now(), "edited_by": by}
            )
        )
        await refresh_cards(self._session, [event.id])
        await self._session.refresh(event, ["updated_at", "version"])
