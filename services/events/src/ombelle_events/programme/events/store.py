"""What an event is written into: its project, its village, its edition; nothing here commits."""

from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.events.domain import slug_of
from ombelle_events.programme.tables import EventRow

# Lead or accepted co-holder: partners and providers hold no events of the project.
_PROJECT: Final = text("""
SELECT p.edition_id, p.lifecycle FROM project p
WHERE p.id = :project AND (p.organisation_id = :organisation OR EXISTS (
  SELECT FROM application_party y WHERE y.application_id = p.application_id AND y.organisation_id = :organisation
    AND y.role = 'co_holder' AND y.accepted_at IS NOT NULL))
FOR KEY SHARE OF p
""")
_EDITION: Final = text("SELECT id FROM edition WHERE year = :year")
_SAME_ADDRESS: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(:slug, 51))")
_TAKEN: Final = text("SELECT true FROM event WHERE slug = :slug")
_CANDIDATES: Final = text("""
SELECT d.id, d.similarity, d.state, other.id AS event_id, other.title, other.slug, other.source_name,
  EXISTS (SELECT FROM feed_record r WHERE r.event_id = other.id AND r.withdrawn_at IS NULL) AS is_in_feed
FROM duplicate_candidate d JOIN event other ON other.id = CASE d.first_id WHEN :event THEN d.second_id ELSE d.first_id END
WHERE :event IN (d.first_id, d.second_id) AND d.state = 'open' AND NOT other.is_duplicate
ORDER BY d.similarity DESC, d.id
""")


class NewEventStore:
    """Writes events in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def project(self, project_id: UUID, *, organisation_id: UUID) -> dict[str, Any] | None:
        """Return a project in which an organisation may hold events."""
        values = {"project": project_id, "organisation": organisation_id}
        found = (await self._session.execute(_PROJECT, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def edition(self, year: int) -> UUID | None:
        """Return the edition of a year."""
        found: UUID | None = await self._session.scalar(_EDITION, {"year": year})
        return found

    async def free_slug(self, title: str) -> str:
        """Return an address that no event has, and that nobody takes until the transaction ends."""
        slug = slug_of(title)
        await self._session.execute(_SAME_ADDRESS, {"slug": slug})
        if await self._session.scalar(_TAKEN, {"slug": slug}):
            return f"{slug}-{uuid4().hex[:8]}"
        return slug

    async def add(self, values: dict[str, Any]) -> EventRow:
        """Write an event."""
        event = EventRow(**values)
        self._session.add(event)
        await self._session.flush()
        await self._session.refresh(event)
        return event

    async def candidates(self, event_id: UUID) -> list[dict[str, Any]]:
        """Return the events that may be this one, the likest first; those that the national feed holds say so."""
        rows = (await self._session.execute(_CANDIDATES, {"event": event_id})).mappings().all()
        return [dict(row) for row in rows]
