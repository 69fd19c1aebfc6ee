"""What the national agenda holds of the labelled projects, in one transaction; nothing here commits."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, insert, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.projects.tables import ProjectReminderRow

# A project is entered once one of its events is in a feed: by its own row, or linked with one that is.
_NOT_ENTERED: Final = text("""
SELECT p.id AS project_id, a.number, p.title, p.organisation_id, o.name AS organisation_name, p.lifecycle,
  p.contact_email IS NOT NULL AS has_contact,
  (SELECT count(*) FROM event e WHERE e.project_id = p.id) AS event_count,
  (SELECT count(DISTINCT d.id) FROM event e JOIN duplicate_candidate d ON d.state = 'open'
     AND e.id IN (d.first_id, d.second_id)
   WHERE e.project_id = p.id
     AND is_in_feed(CASE d.first_id WHEN e.id THEN d.second_id ELSE d.first_id END)) AS candidate_count,
  (SELECT max(r.sent_at) FROM project_reminder r WHERE r.project_id = p.id AND r.kind = 'not_entered') AS reminded_at
FROM project p JOIN edition n ON n.id = p.edition_id JOIN application a ON a.id = p.application_id
LEFT JOIN organisation_copy o ON o.organisation_id = p.organisation_id
WHERE n.year = :year AND p.lifecycle <> 'cancelled'
  AND NOT EXISTS (SELECT FROM event e WHERE e.project_id = p.id AND is_in_feed(e.id))
ORDER BY a.number, p.id
""")
_UNCONFIRMED: Final = text("""
SELECT p.id AS project_id FROM project p JOIN edition n ON n.id = p.edition_id
WHERE n.year = :year AND p.lifecycle = 'awaiting_confirmation' ORDER BY p.id
""")
_SHEETS: Final = text("""
SELECT e.id, e.title, e.description, e.long_description, e.structure, e.activity_type, e.theme, e.audience,
  e.school_levels, e.age_min, e.age_max, e.accessibility, e.free, e.conditions, e.registration, e.keywords,
  e.attendance_mode, e.online_access_url, coalesce(o.name, e.holder) AS holder, is_in_feed(e.id) AS is_in_feed,
  parent.title AS parent_title, v.name AS venue_name, v.address AS venue_address, v.postal_code AS venue_postal_code,
  coalesce(c.name, v.city) AS venue_city,
  (SELECT array_agg(child.title ORDER BY child.title) FROM event child WHERE child.parent_id = e.id) AS children,
  (SELECT json_agg(json_build_object('starts_at', s.starts_at, 'ends_at', s.ends_at, 'timezone', s.timezone,
      'venue', place.name, 'animators', s.animators) ORDER BY s.starts_at, s.id)
    FROM event_session s LEFT JOIN venue place ON place.id = s.venue_id
    WHERE s.event_id = e.id AND s.status <> 'cancelled') AS sessions
FROM event e LEFT JOIN event parent ON parent.id = e.parent_id LEFT JOIN venue v ON v.id = e.venue_id
LEFT JOIN commune c ON c.insee = v.insee
LEFT JOIN organisation_copy o ON o.organisation_id = e.organisation_id
WHERE e.project_id = :project AND e.status <> 'cancelled' AND e.withdrawn_at IS NULL
ORDER BY e.parent_id NULLS FIRST, e.title, e.id
""")
_APPLICATION: Final = text("""
SELECT a.answers, f.definition, a.renewed_from_id IS NOT NULL AS is_renewed FROM application a
JOIN form_version f ON f.id = a.form_version_id WHERE a.id = :application
""")
_STILL: Final = text(
    "SELECT id FROM project WHERE id = ANY (:projects) ORDER BY id FOR NO KEY UPDATE"
).bindparams(bindparam("projects", type_=ARRAY(Uuid)))


class MasteringStore:
    """Labelled projects and the national agenda, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def not_entered(self, year: int) -> list[dict[str, Any]]:
        """Return the labelled projects of an edition of which no feed holds an event, by number."""
        return [dict(row) for row in (await self._session.execute(_NOT_ENTERED, {"year": year})).mappings()]

    async def unconfirmed(self, year: int) -> list[dict[str, Any]]:
        """Return the projects of an edition that their holders have not confirmed."""
        return [dict(row) for row in (await self._session.execute(_UNCONFIRMED, {"year": year})).mappings()]

    async def lock(self, projects: list[UUID]) -> None:
        """Hold these projects: two who remind at once do it one after the other."""
        await self._session.execute(_STILL, {"projects": projects})

    async def note_reminders(self, projects: list[UUID], *, kind: str, by: str) -> None:
        """Note that the contacts of these projects were reminded."""
        rows: list[dict[str, Any]] = [{"project_id": one, "kind": kind, "sent_by": by} for one in projects]
        await self._session.execute(insert(ProjectReminderRow), rows)

    async def sheets(self, project_id: UUID) -> list[dict[str, Any]]:
        """Return what the national form asks of each event of a project."""
        return [
            dict(row) for row in (await self._session.execute(_SHEETS, {"project": project_id})).mappings()
        ]

    async def application(self, application_id: UUID) -> dict[str, Any]:
        """Return the answers of an application, and the form that they answer."""
        return dict(
            (await self._session.execute(_APPLICATION, {"application": application_id})).mappings().one()
        )
