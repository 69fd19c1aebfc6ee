"""What is done with many applications at once. Plain Python: no database, no framework."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from ombelle_events.applications.domain import Decision
from ombelle_events.correspondence.domain import Reason

Refusal = Literal[
    "application_unknown",
    "changed_meanwhile",
    "action_impossible",
    "conflict_of_interest",
    "own_dossier",
    "no_contact",
    "staged_elsewhere",
    "not_in_the_committee",
    "assigned_already",
    "conflict_stands",
    "repeated",
]
REFUSALS: Final[dict[str, str]] = {
    "application_unknown": "Ce dossier n'est pas de cet appel.",
    "changed_meanwhile": "Ce dossier a changé depuis l'aperçu : relisez-le.",
    "action_impossible": "Ce dossier n'est pas dans un état qui le permet.",
    "conflict_of_interest": "Un conflit d'intérêts vous lie à ce dossier.",
    "own_dossier": "Ce dossier est porté par une de vos structures.",
    "no_contact": "Ce dossier ne donne pas encore d'adresse à qui écrire.",
    "staged_elsewhere": "Une décision sur ce dossier se prépare déjà.",
}


@dataclass(frozen=True, slots=True)
class RequestChanges:
    """Give applications back to their holders."""

    action: Literal["request_changes"]
    reason: Reason
    message: str
    field_ids: tuple[str, ...]
    due_on: date | None


@dataclass(frozen=True, slots=True)
class RemindDraft:
    """Remind holders of what they have not sent yet."""

    action: Literal["remind_draft"]
    message: str | None


@dataclass(frozen=True, slots=True)
class Assign:
    """Ask members of the committee to review applications, each of them all."""

    action: Literal["assign"]
    account_ids: tuple[UUID, ...]
    due_on: date | None
    message: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """Write the same to every holder."""

    action: Literal["message"]
    text: str


@dataclass(frozen=True, slots=True)
class Stage:
    """Add applications to a batch of decisions, decided alike."""

    action: Literal["stage"]
    batch_id: UUID
    decision: Decision
    motivation: str


What = RequestChanges | RemindDraft | Assign | Message | Stage


@dataclass(frozen=True, slots=True)
class Line:
    """An application, and the version of it that was previewed."""

    application_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one application: nothing is half done."""

    application_id: UUID
    number: int | None
    code: str | None = None
    detail: str | None = None

    def told(self) -> dict[str, Any]:
        """Return it as the API tells it."""
        return {
            "application_id": self.application_id,
            "number": self.number,
            "done": self.code is None,
            "code": self.code,
            "detail": self.detail,
        }
