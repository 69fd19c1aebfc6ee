"""Projects in the database. `open_project` is called in the transaction that labels."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, Protocol
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.store import refresh_cards
from ombelle_events.projects.tables import ProjectRow

# Whom to write to is what the holder answered in the form that they filled in.
_OPEN: Final = text("""
INSERT INTO project (application_id, edition_id, organisation_id, title, amount_granted_cents, contact_name,
  contact_email)
SELECT a.id, c.edition_id, a.organisation_id,
  left(coalesce(nullif(btrim(a.title), ''), 'Projet n° ' || a.number), 300), a.amount_granted_cents,
  a.answers ->> (jsonb_path_query_first(f.definition,
    '$.sections[*].fields[*] ? (@.purpose == "contact_name").id') #>> '{}'),
  a.answers ->> (jsonb_path_query_first(f.definition,
    '$.sections[*].fields[*] ? (@.purpose == "contact_email").id') #>> '{}')
FROM application a JOIN call c ON c.id = a.call_id JOIN form_version f ON f.id = a.form_version_id
WHERE a.id = ANY (:ids) AND a.decision = 'labelled'
ORDER BY a.id
ON CONFLICT (application_id) DO NOTHING
RETURNING id, application_id
""").bindparams(bindparam("ids", type_=ARRAY(Uuid)))


class Labelled(Protocol):
    """An application that was labelled."""

    id: UUID


async def open_projects(session: AsyncSession, applications: Collection[Labelled]) -> dict[UUID, UUID]:
    """Open a project for each labelled application that has none, and return those opened, by application.

    Call it in the transaction that writes the decisions, after them. However many they are, it is one statement.
    """
    if not applications:
        return {}
    await session.flush()
    opened = await session.execute(_OPEN, {"ids": [application.id for application in applications]})
    return {application_id: project_id for project_id, application_id in opened}


async def open_project(session: AsyncSession, application: Labelled) -> UUID | None:
    """Open the project of a labelled application, and return its id; `None` when it has one already."""
    return (await open_projects(session, [application])).get(application.id)


_ORGANISATIONS: Final = bindparam("organisations", type_=ARRAY(Uuid))

# Who takes part reads the project; the lead's editors, and those of co-holders who may edit, change it. Amounts are the
# holders' and the coordination's to know.
_LISTED: Final = """
SELECT p.id, p.application_id, a.number, p.edition_id, n.year AS edition, n.mastering, p.organisation_id,
  o.name AS organisation_name, p.title, p.lifecycle, p.confirmed_at, p.cancelled_at, p.cancelled_reason,
  CASE WHEN mine.is_holder THEN p.amount_granted_cents END AS amount_granted_cents,
  CASE WHEN mine.is_holder THEN p.contact_name END AS contact_name,
  CASE WHEN mine.is_holder THEN p.contact_email END AS contact_email,
  p.version, p.created_at, p.updated_at, mine.may_edit,
  e.event_count, e.ready_count, e.published_count, e.in_feed_count,
  (SELECT max(r.sent_at) FROM project_reminder r WHERE r.project_id = p.id) AS reminded_at
FROM project p
JOIN application a ON a.id = p.application_id
JOIN edition n ON n.id = p.edition_id
LEFT JOIN organisation_copy o ON o.organisation_id = p.organisation_id
CROSS JOIN LATERAL (
  SELECT bool_or(true) AS may_read, bool_or(y.may_edit) AS may_edit, bool_or(y.role IN ('lead', 'co_holder')) AS is_holder
  FROM (
    SELECT true AS may_edit, 'lead' AS role WHERE CAST(:organisations AS uuid[]) IS NULL
      OR p.organisation_id = ANY (:organisations)
    UNION ALL SELECT y.may_edit, y.role FROM application_party y WHERE y.application_id = p.application_id
      AND y.organisation_id = ANY (:organisations) AND y.accepted_at IS NOT NULL AND y.role <> 'lead'
  ) AS y
) AS mine
CROSS JOIN LATERAL (
  SELECT count(*) AS event_count, count(*) FILTER (WHERE e.publication = 'ready') AS ready_count,
    count(*) FILTER (WHERE e.publication = 'published' AND e.withdrawn_at IS NULL) AS published_count,
    count(*) FILTER (WHERE is_in_feed(e.id)) AS in_feed_count
  FROM event e WHERE e.project_id = p.id
) AS e
WHERE mine.may_read
"""
_FILTERS: Final = """
  AND (CAST(:edition AS integer) IS NULL OR n.year = :edition)
  AND (CAST(:lifecycle AS text) IS NULL OR p.lifecycle = :lifecycle)
  AND (CAST(:organisation AS uuid) IS NULL OR p.organisation_id = :organisation)
  AND (CAST(:q AS text) IS NULL OR strpos(fold(concat_ws(' ', p.title, o.name)), fold(:q)) > 0)
"""
_MANY: Final = text(f"""WITH listed AS ({_LISTED} {_FILTERS})
SELECT listed.*, (SELECT count(*) FROM listed) AS total FROM listed
WHERE (CAST(:before AS uuid) IS NULL OR id < :before) ORDER BY id DESC LIMIT :count
""").bindparams(_ORGANISATIONS)  # noqa: S608 -- conditions of ours
_ONE: Final = text(f"{_LISTED} AND p.id = :id").bindparams(_ORGANISATIONS)
_PARTIES: Final = text("""
SELECT y.role, y.organisation_id, coalesce(o.name, y.name) AS name, y.may_edit, y.accepted_at
FROM application_party y LEFT JOIN organisation_copy o ON o.organisation_id = y.organisation_id
WHERE y.application_id = :application AND y.refused_at IS NULL
ORDER BY array_position(ARRAY['lead', 'co_holder', 'partner', 'provider'], y.role), name, y.id
""")
_EVENTS: Final = text("""
SELECT e.id, e.slug, e.title, e.structure, e.parent_id, e.publication, e.status, e.withdrawn_at, e.organisation_id,
  o.name AS organisation_name, is_in_feed(e.id) AS is_in_feed,
  (SELECT min(s.starts_at) FROM event_session s WHERE s.event_id = e.id) AS starts_at,
  (SELECT max(s.ends_at) FROM event_session s WHERE s.event_id = e.id) AS ends_at,
  (SELECT count(*) FROM event_session s WHERE s.event_id = e.id) AS session_count
FROM event e LEFT JOIN organisation_copy o ON o.organisation_id = e.organisation_id
WHERE e.project_id = :project ORDER BY e.parent_id NULLS FIRST, e.title, e.id
""")
_REMINDERS: Final = text(
    "SELECT kind, sent_at, sent_by FROM project_reminder WHERE project_id = :project ORDER BY sent_at DESC, id"
)
_HELD: Final = text("""
SELECT e.id FROM event e WHERE e.project_id = :project AND e.status <> 'cancelled' ORDER BY e.id FOR NO KEY UPDATE
""")
# Every field of the event that says that it does not take place is kept from the next sync.
_CANCEL_EVENTS: Final = text("""
WITH gone AS (
  UPDATE event SET status = 'cancelled', status_reason = :reason, version = version + 1, updated_at = now()
  WHERE id = ANY (:events) RETURNING id
)
INSERT INTO event_local_edit AS l (event_id, field, edited_by)
SELECT gone.id, field, :by FROM gone, unnest(ARRAY['status', 'status_reason']) AS field
ON CONFLICT (event_id, field) DO UPDATE SET edited_at = now(), edited_by = excluded.edited_by
""").bindparams(bindparam("events", type_=ARRAY(Uuid)))
_HOLDERS: Final = text("""
SELECT DISTINCT organisation_id FROM event WHERE id = ANY (:events) AND organisation_id IS NOT NULL
ORDER BY organisation_id
""").bindparams(bindparam("events", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class ProjectFilter:
    """Which projects are listed: at most `count`, made before the one of id `before`."""

    before: UUID | None
    count: int
    edition: int | None = None
    lifecycle: str | None = None
    organisation_id: UUID | None = None
    q: str | None = None


class ProjectStore:
    """Projects in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def projects(self, wanted: ProjectFilter, *, of: Collection[UUID] | None) -> list[dict[str, Any]]:
        """Return projects in which one of the organisations `of` takes part, the newest first; each has the `total`."""
        values = {
            "organisations": None if of is None else list(of), "edition": wanted.edition,
            "lifecycle": wanted.lifecycle, "organisation": wanted.organisation_id, "q": wanted.q,
            "before": wanted.before, "count": wanted.count,
        }  # fmt: skip
        return [dict(row) for row in (await self._session.execute(_MANY, values)).mappings()]

    async def described(self, project_id: UUID, *, of: Collection[UUID] | None) -> dict[str, Any] | None:
        """Return a project in which one of the organisations `of` takes part."""
        await self._session.flush()
        values = {"id": project_id, "organisations": None if of is None else list(of)}
        found = (await self._session.execute(_ONE, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def parties(self, application_id: UUID) -> list[dict[str, Any]]:
        """Return who takes part and as what: the lead, co-holders, partners, providers."""
        return [
            dict(row)
            for row in (await self._session.execute(_PARTIES, {"application": application_id})).mappings()
        ]

    async def events(self, project_id: UUID) -> list[dict[str, Any]]:
        """Return the events of a project, its stands held by others included."""
        return [
            dict(row) for row in (await self._session.execute(_EVENTS, {"project": project_id})).mappings()
        ]

    async def reminders(self, project_id: UUID) -> list[dict[str, Any]]:
        """Return what the project's contact was reminded of, the last first."""
        return [
            dict(row) for row in (await self._session.execute(_REMINDERS, {"project": project_id})).mappings()
        ]

    async def row(self, project_id: UUID) -> ProjectRow | None:
        """Return a project, locked until the transaction ends."""
        return await self._session.scalar(
            select(ProjectRow).where(ProjectRow.id == project_id).with_for_update(key_share=True)
        )

    async def cancel_events(self, project_id: UUID, *, reason: str, by: str) -> list[UUID]:
        """Cancel every event of a project, and return those that were not cancelled yet; their cards say so at once."""
        held = list(await self._session.scalars(_HELD, {"project": project_id}))
        if held:
            await self._session.execute(_CANCEL_EVENTS, {"events": held, "reason": reason, "by": by})
            await refresh_cards(self._session, held)
        return held

    async def holders_of(self, events: list[UUID]) -> list[UUID]:
        """Return the organisations that hold these events."""
        return list(await self._session.scalars(_HOLDERS, {"events": events})) if events else []
