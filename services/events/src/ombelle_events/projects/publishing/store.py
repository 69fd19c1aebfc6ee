"""What may be published, and publishing it, in one transaction; nothing here commits."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.duplicates import find_duplicates
from ombelle_events.programme.store import refresh_cards
from ombelle_events.transactions import driver_connection

# Events written here that are not published: a person who took one off meant it, and what a source shows is published
# by itself. Stands of a village share its place: no clash between them.
_WAITING: Final = """
SELECT e.id FROM event e JOIN edition n ON n.id = e.edition_id
WHERE e.publication IN ('draft', 'ready') AND e.withdrawn_at IS NULL AND e.duplicate_of IS NULL
  AND (CAST(:project AS uuid) IS NULL OR e.project_id = :project)
  AND (CAST(:year AS integer) IS NULL OR n.year = :year)
"""
_LOCK: Final = text(f"{_WAITING} ORDER BY e.id FOR NO KEY UPDATE OF e")
_WAITING_IDS: Final = text(f"{_WAITING} ORDER BY e.id")
_FACTS: Final = text(f"""
WITH chosen AS ({_WAITING}),
s AS (
  SELECT s.id, s.event_id, s.starts_at, s.ends_at, coalesce(s.venue_id, e.venue_id) AS place
  FROM chosen JOIN event e USING (id) JOIN event_session s ON s.event_id = e.id
  WHERE s.status NOT IN ('cancelled', 'postponed')
), busy AS (
  SELECT o.event_id, o.starts_at, o.ends_at, e.parent_id, coalesce(o.venue_id, e.venue_id) AS place
  FROM event e JOIN event_session o ON o.event_id = e.id
  WHERE coalesce(o.venue_id, e.venue_id) IN (SELECT place FROM s) AND o.status NOT IN ('cancelled', 'postponed')
    AND e.withdrawn_at IS NULL AND e.duplicate_of IS NULL AND e.status <> 'cancelled' AND e.publication <> 'unpublished'
), clashing AS (
  SELECT s.event_id, count(*) AS clash_count FROM s JOIN event e ON e.id = s.event_id JOIN busy b ON b.place = s.place
    AND b.event_id <> s.event_id AND b.starts_at < s.ends_at AND b.ends_at > s.starts_at
    AND b.parent_id IS DISTINCT FROM e.id AND e.parent_id IS DISTINCT FROM b.event_id
    AND (e.parent_id IS NULL OR b.parent_id IS DISTINCT FROM e.parent_id)
  GROUP BY s.event_id
), counted AS (
  SELECT s.event_id, count(*) AS session_count, count(*) FILTER (WHERE s.place IS NULL) AS unplaced_count,
    count(*) FILTER (WHERE (s.starts_at AT TIME ZONE 'Europe/Paris')::date BETWEEN n.starts_on AND n.ends_on)
      AS official_count
  FROM s JOIN event e ON e.id = s.event_id JOIN edition n ON n.id = e.edition_id GROUP BY s.event_id
), alike AS (
  SELECT c.id AS event_id, count(*) AS candidate_count, count(*) FILTER (WHERE is_in_feed(other.id)) AS feed_candidate_count
  FROM chosen c JOIN duplicate_candidate d ON d.state = 'open' AND c.id IN (d.first_id, d.second_id)
  JOIN event other ON other.id = CASE d.first_id WHEN c.id THEN d.second_id ELSE d.first_id END
    AND NOT other.is_duplicate AND other.withdrawn_at IS NULL
  GROUP BY c.id
)
SELECT e.id AS event_id, e.slug, e.title, e.project_id, p.title AS project_title, p.lifecycle, e.publication, e.structure,
  e.organisation_id, o.name AS organisation_name, e.free, e.audience, e.activity_type, e.theme, e.online_access_url,
  coalesce(btrim(e.description), btrim(e.long_description), '') <> '' AS has_description,
  coalesce(counted.session_count, 0) AS session_count, coalesce(counted.unplaced_count, 0) AS unplaced_count,
  coalesce(counted.official_count, 0) AS official_count, coalesce(clashing.clash_count, 0) AS clash_count,
  coalesce(alike.candidate_count, 0) AS candidate_count,
  coalesce(alike.feed_candidate_count, 0) AS feed_candidate_count,
  (SELECT count(*) FROM change_proposal c WHERE c.event_id = e.id AND c.outcome IS NULL) AS pending_count
FROM chosen JOIN event e USING (id)
LEFT JOIN project p ON p.id = e.project_id
LEFT JOIN organisation_copy o ON o.organisation_id = e.organisation_id
LEFT JOIN counted ON counted.event_id = e.id
LEFT JOIN clashing ON clashing.event_id = e.id
LEFT JOIN alike ON alike.event_id = e.id
ORDER BY p.title NULLS LAST, p.id, e.title, e.id
""")  # noqa: S608 -- a condition of ours
_PUBLISH: Final = text("""
WITH shown AS (
  UPDATE event SET publication = 'published', version = version + 1, updated_at = now()
  WHERE id = ANY (:events) RETURNING id
)
INSERT INTO event_local_edit AS l (event_id, field, edited_by) SELECT id, 'publication', :by FROM shown
ON CONFLICT (event_id, field) DO UPDATE SET edited_at = now(), edited_by = excluded.edited_by
""").bindparams(bindparam("events", type_=ARRAY(Uuid)))


class PublishingStore:
    """What waits for publication, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def waiting(self, *, year: int | None, project_id: UUID | None, for_update: bool) -> list[UUID]:
        """Return the events that wait, locked in the order of their ids when they are going to be published."""
        statement = _LOCK if for_update else _WAITING_IDS
        return list(await self._session.scalars(statement, {"year": year, "project": project_id}))

    async def compare(self, events: list[UUID]) -> None:
        """Look for the same events elsewhere: a sync may have brought one since they were written."""
        if events:
            await find_duplicates(await driver_connection(self._session), events)

    async def facts(self, *, year: int | None, project_id: UUID | None) -> list[dict[str, Any]]:
        """Return what is to be known of each event that waits, by project and title; one statement."""
        values = {"year": year, "project": project_id}
        return [dict(row) for row in (await self._session.execute(_FACTS, values)).mappings()]

    async def publish(self, events: list[UUID], *, by: str) -> None:
        """Show these events, in every channel at once."""
        await self._session.execute(_PUBLISH, {"events": events, "by": by})
        await refresh_cards(self._session, events)
