"""What tests of decisions stand on: a call whose applications are decided, and who decides."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from review_rows import FORM, Rows, Someone

FIELDS = [
    *FORM["sections"][0]["fields"],
    {"id": "contact", "type": "text", "label": "Contact", "purpose": "contact_name"},
    {"id": "demande", "type": "amount", "label": "Demandé", "purpose": "requested_amount"},
]
CONTACT = {"contact": "Ada Contact", "courriel": "contact@marmite.example", "demande": 50_000}


@dataclass
class Desk:
    """A call whose applications are decided, and two coordinators: Alice and Bob."""

    rows: Rows
    somebody: Callable[..., Someone]
    alice: Someone
    bob: Someone
    call: UUID
    organisation: UUID
    made: list[UUID] = field(default_factory=list)

    async def application(self, title: str = "Fusées à eau", **values: Any) -> UUID:
        """Make an application of La Marmite, submitted, with whom to write to."""
        values["answers"] = {**CONTACT, **values.pop("answers", {})}
        values.setdefault("organisation", self.organisation)
        number = len(self.made) + 1
        made = await self.rows.application(self.call, title=title, **{"number": number, **values})
        self.made.append(made)
        return made

    async def batch(self, *lines: dict[str, Any], by: Someone | None = None, **values: Any) -> dict[str, Any]:
        """Begin a batch, with these lines staged."""
        who = by or self.alice
        wanted = {"call_id": str(self.call), "title": "Séance du 4 janvier", **values}
        batch = await who.do("POST", "/decision-batches", wanted, status=201)
        if lines:
            batch = await who.do("POST", f"/decision-batches/{batch['id']}/items", {"items": lines})
        return batch

    async def preview(self, batch: dict[str, Any], by: Someone | None = None) -> dict[str, Any]:
        return await (by or self.alice).do("POST", f"/decision-batches/{batch['id']}/preview")

    async def apply(
        self, batch: dict[str, Any], *, by: Someone | None = None, status: int = 200, **headers: str
    ) -> Any:
        """Preview a batch and apply what was seen."""
        seen = await self.preview(batch, by)
        body = {"version": seen["version"], "preview_id": seen["id"]}
        return await (by or self.alice).do(
            "POST", f"/decision-batches/{batch['id']}/apply", body, status=status, **headers
        )

    async def posted(self, kind: str) -> list[dict[str, Any]]:
        """Return the messages posted of a kind, in order."""
        found = await self.rows.connection.fetch(
            "SELECT payload::text FROM outbox_message WHERE type = $1 ORDER BY seq", kind
        )
        return [json.loads(row["payload"]) for row in found]


def line(application: UUID, decision: str = "labelled", **more: Any) -> dict[str, Any]:
    """A line to stage."""
    return {"application_id": str(application), "decision": decision, **more}
