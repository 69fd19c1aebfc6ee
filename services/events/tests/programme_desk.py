"""What tests of the written programme stand on: an edition, a call, labelled projects, and those who hold them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from review_rows import NOW, Rows, Someone

FIELDS = [
    {"id": "titre", "type": "text", "label": "Titre", "purpose": "title"},
    {"id": "resume", "type": "long_text", "label": "Résumé", "purpose": "summary"},
    {"id": "qui", "type": "text", "label": "Contact", "purpose": "contact_name"},
    {"id": "courriel", "type": "email", "label": "Courriel", "purpose": "contact_email"},
]
ANSWERS = {"qui": "Ada Contact", "courriel": "contact@marmite.example", "resume": "Des fusées et de l'eau."}
_LABEL = """
WITH batch AS (
  INSERT INTO decision_batch (call_id, title, created_by) VALUES ($2, 'Séance', 'tests') RETURNING id
), item AS (
  INSERT INTO decision_item (batch_id, application_id, call_id, decision, staged_by)
  SELECT id, $1, $2, 'labelled', 'tests' FROM batch RETURNING batch_id
)
SELECT batch_id FROM item
"""
_DECIDE = """
UPDATE application SET status = 'decided', decision = 'labelled', decided_at = now(), batch_id = $2 WHERE id = $1
"""
_OPEN = """
INSERT INTO project (application_id, edition_id, organisation_id, title, contact_name, contact_email)
SELECT a.id, $2, a.organisation_id, a.title, a.answers ->> 'qui', a.answers ->> 'courriel'
FROM application a WHERE a.id = $1 RETURNING id
"""
TEN, NOON = "2027-10-02T10:00:00+02:00", "2027-10-02T12:00:00+02:00"
LINK = "http://localhost:8000/espace/projets/"


@dataclass
class Programme:
    """An edition of 2027 mastered here, two organisations with an editor each, a coordinator."""

    rows: Rows
    edition: UUID
    call: UUID
    ours: UUID
    theirs: UUID
    bob: Someone
    zoe: Someone
    alice: Someone
    somebody: Callable[..., Someone]

    async def project(self, title: str = "Fusées à eau", *, confirmed: bool = True, **values: Any) -> UUID:
        """Open the project of a labelled application of Bob's organisation."""
        answers = {**ANSWERS, **values.pop("answers", {})}
        application = await self.rows.application(
            self.call, values.pop("organisation", self.ours), title=title, answers=answers, **values
        )
        batch = await self.rows.connection.fetchval(_LABEL, application, self.call)
        await self.rows.connection.execute(_DECIDE, application, batch)
        project: UUID = await self.rows.connection.fetchval(_OPEN, application, self.edition)
        if confirmed:
            await self.rows.connection.execute(
                "UPDATE project SET lifecycle = 'active', confirmed_at = now(), confirmed_by = 'tests' WHERE id = $1",
                project,
            )
        return project

    async def party(self, project: UUID, role: str, organisation: UUID, *, may_edit: bool = False) -> None:
        """Let an organisation take part, which it has accepted."""
        application = await self.rows.connection.fetchval(
            "SELECT application_id FROM project WHERE id = $1", project
        )
        await self.rows.insert(
            "application_party",
            application_id=application,
            role=role,
            organisation_id=organisation,
            may_edit=may_edit,
            accepted_at=NOW,
            invited_by="tests",
        )

    async def venue(self, name: str = "Le Beffroi", insee: str = "80021", **values: Any) -> str:
        made = await self.rows.insert("venue", name=name, insee=insee, **values)
        return str(made)

    async def event(self, title: str = "Fusées à eau", *, by: Someone | None = None, **values: Any) -> Any:
        """Write an event through the API, by default of Bob's organisation, with one session on the first Saturday."""
        body = {
            "title": title,
            "organisation_id": str(self.ours),
            "edition": 2027,
            "sessions": [{"starts_at": TEN, "ends_at": NOON}],
            **values,
        }
        written = await (by or self.bob).do("POST", "/events", body, status=201)
        return written["event"]

    async def shown(self, event: Any, publication: str = "published") -> None:
        """Publish an event, as the coordination does."""
        await self.alice.do("PATCH", f"/events/{event['id']}", {"publication": publication}, If_Match="*")

    async def session_of(self, event: Any, by: Someone | None = None) -> Any:
        """Return the one session of an event."""
        [session] = (await (by or self.bob).get(f"/events/{event['id']}/sessions"))["items"]
        return session

    async def posted(self, kind: str) -> list[dict[str, Any]]:
        """Return the messages posted of a kind, in order."""
        found = await self.rows.connection.fetch(
            "SELECT payload::text FROM outbox_message WHERE type = $1 ORDER BY seq", kind
        )
        return [json.loads(row["payload"]) for row in found]

    async def logged(self, action: str) -> int:
        """Count the entries of the audit log for an action on what is here."""
        return await self.rows.connection.fetchval(
            "SELECT count(*) FROM audit_entry WHERE action = $1", action
        )
