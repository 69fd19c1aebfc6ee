"""`GET /internal/personal-data`: what this service holds of an account, for the archive that its owner asks for."""

from typing import Any, Final

from fastapi import APIRouter, Response
from sqlalchemy import text

from ombelle_events.calls.forgetting import MADE
from ombelle_events.context import Context
from ombelle_events.correspondence.forgetting import ATTACHMENTS, CHANGE_REQUESTS, MESSAGES
from ombelle_events.decisions.forgetting import MADE as DECIDED
from ombelle_events.policies import Person
from ombelle_events.projects.forgetting import CONFIRMED, OFFERED, PROPOSED, REMINDED
from ombelle_events.reviews.held import JUDGED

router = APIRouter()

_SECTIONS: Final = {
    "events_edited": text("""
SELECT e.slug, e.title, l.field, l.edited_at FROM event_local_edit l JOIN event e ON e.id = l.event_id
WHERE l.edited_by = :account ORDER BY l.edited_at, e.slug, l.field
"""),
    "conflicts_settled": text("""
SELECT e.slug, e.title, c.field, c.kept, c.settled_at FROM feed_conflict c JOIN event e ON e.id = c.event_id
WHERE c.settled_by = :account ORDER BY c.settled_at, c.id
"""),
    "duplicates_decided": text("""
SELECT one.slug AS first, two.slug AS second, d.state, d.settled_at FROM duplicate_candidate d
JOIN event one ON one.id = d.first_id JOIN event two ON two.id = d.second_id
WHERE d.settled_by = :account ORDER BY d.settled_at, d.id
"""),
    "applications": text("""
SELECT l.title AS call, a.number, a.title, a.status, a.created_at,
  CASE WHEN a.submitted_by = :account THEN a.submitted_at END AS submitted_at
FROM application a JOIN call l ON l.id = a.call_id
WHERE a.created_by = :account OR a.submitted_by = :account ORDER BY a.created_at, a.id
"""),
    "applications_history": text("""
SELECT l.title AS call, a.number, n.at, n.action, n.reason
FROM application_entry n JOIN application a ON a.id = n.application_id JOIN call l ON l.id = a.call_id
WHERE n.actor = :account ORDER BY n.id
"""),
    "application_invitations": text("""
SELECT l.title AS call, a.number, p.role, p.invited_at FROM application_party p
JOIN application a ON a.id = p.application_id JOIN call l ON l.id = a.call_id
WHERE p.invited_by = :account AND p.role <> 'lead' ORDER BY p.invited_at, p.id
"""),
    "application_transfers": text("""
SELECT l.title AS call, a.number, t.asked_at, t.settled_at, t.outcome FROM application_transfer t
JOIN application a ON a.id = t.application_id JOIN call l ON l.id = a.call_id
WHERE t.asked_by = :account OR t.settled_by = :account ORDER BY t.asked_at, t.id
"""),
    "calls": MADE,
    "decisions": DECIDED,
    "application_messages": MESSAGES,
    "application_files": ATTACHMENTS,
    "application_changes": CHANGE_REQUESTS,
    **JUDGED,
    "projects": CONFIRMED,
    "project_reminders": REMINDED,
    "change_proposals": PROPOSED,
    "stands_offered": OFFERED,
    "audit": text("""
SELECT e.at, e.action, e.subject_kind, v.subject_id FROM audit_entry e JOIN audit_value v USING (seq)
WHERE v.actor = :account OR v.subject_id = :account ORDER BY e.seq
"""),
}


@router.get("/internal/personal-data", include_in_schema=False)
async def personal_data(context: Context, identity: Person, response: Response) -> dict[str, Any]:
    """Return every row that names the person who asks, by section."""
    sections = {}
    async with context.sessions() as session, session.begin():
        for name, statement in _SECTIONS.items():
            rows = await session.execute(statement, {"account": identity.subject})
            sections[name] = [dict(row) for row in rows.mappings()]
    response.headers["cache-control"] = "private, no-store"
    return {"service": "events", "sections": sections}
