"""A call on the desk, with applications in any state: for tests of the desk."""

from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from review_rows import NOW, Rows, Someone

FORM: dict[str, Any] = {
    "sections": [
        {
            "id": "projet",
            "title": "Le projet",
            "fields": [
                {
                    "id": "titre",
                    "type": "text",
                    "label": "Titre",
                    "purpose": "title",
                    "required": "at_submission",
                },
                {"id": "resume", "type": "long_text", "label": "Résumé"},
                {
                    "id": "courriel",
                    "type": "email",
                    "label": "Courriel",
                    "purpose": "contact_email",
                    "is_identifying": True,
                },
                {
                    "id": "montant",
                    "type": "amount",
                    "label": "Montant demandé",
                    "purpose": "requested_amount",
                },
            ],
        }
    ]
}


@dataclass
class Desk:
    """A call, and Clara of the coordination who looks at it."""

    rows: Rows
    clara: Someone
    call: UUID

    @classmethod
    async def make(cls, rows: Rows, clara: Someone, **values: Any) -> Self:
        return cls(rows, clara, await rows.call(form=FORM, **{"scales": ((1, 5), (3, 5)), **values}))

    async def add(self, status: str, organisation: UUID | None = None, **values: Any) -> UUID:
        """Put an application in; `words` and `plain` are what is searched of it."""
        words, plain = values.pop("words", ""), values.pop("plain", "")
        made = await self.rows.application(self.call, organisation, status=status, **values)
        await self.rows.connection.execute(
            "UPDATE application SET search = dossier_texts($2, $3, '', '') WHERE id = $1", made, words, plain
        )
        return made

    async def stage(self, application: UUID, decision: str) -> UUID:
        """Prepare the decision on an application, in a batch of its own, and return the batch."""
        batch = await self.rows.insert(
            "decision_batch", call_id=self.call, title="Séance", created_by="tests"
        )
        await self.rows.insert(
            "decision_item",
            "batch_id",
            batch_id=batch,
            application_id=application,
            call_id=self.call,
            decision=decision,
            staged_by="tests",
        )
        return batch

    async def decided(self, decision: str, **values: Any) -> UUID:
        """Put an application in on which it was decided."""
        made = await self.add("submitted", **values)
        batch = await self.stage(made, decision)
        await self.rows.connection.execute(
            "UPDATE application SET status = 'decided', decision = $2, decided_at = $3, batch_id = $4 WHERE id = $1",
            made, decision, NOW, batch,
        )  # fmt: skip
        await self.rows.connection.execute(
            "UPDATE decision_batch SET state = 'applied', applied_at = $2, applied_by = 'tests', minutes = '{}' "
            "WHERE id = $1",
            batch, NOW,
        )  # fmt: skip
        return made
