from dataclasses import fields
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.typed_days import WrittenDay
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ombelle_events.applications.domain import Decision
from ombelle_events.correspondence.change_requests.schemas import ChangesWanted, Written
from ombelle_events.decisions.schemas import Motivation
from ombelle_events.desk.bulk import domain
from ombelle_events.desk.domain import Column
from ombelle_events.desk.schemas import DeskAction
from ombelle_events.reviews.schemas import Message, ReviewerMail

MOST = 300
"""How many applications at once: nobody reads through a longer preview."""


class BulkRequestChanges(ChangesWanted):
    """Ask the holders for the same changes."""

    action: Literal["request_changes"]


class BulkRemindDraft(BaseModel):
    """Remind the holders of drafts."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["remind_draft"]
    message: Message | None = Field(default=None, description="What to add, in one's own words.")


class BulkAssign(BaseModel):
    """Ask members of the committee to review, each of them all. Whoever was asked already is not asked again."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["assign"]
    account_ids: list[UUID] = Field(min_length=1, max_length=20)
    due_on: WrittenDay | None = None
    message: Message | None = None


class BulkMessage(BaseModel):
    """Write the same to every holder."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["message"]
    text: Written


class BulkStage(BaseModel):
    """Add them to a staged batch of decisions, decided alike; amounts and ranks are given there."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["stage"]
    batch_id: UUID
    decision: Decision
    motivation: Motivation = ""


What = Annotated[
    BulkRequestChanges | BulkRemindDraft | BulkAssign | BulkMessage | BulkStage, Field(discriminator="action")
]


def _distinct(ids: list[UUID]) -> list[UUID]:
    if len(set(ids)) < len(ids):
        raise ValueError("Le même dossier y est deux fois.")
    return ids


class BulkPreviewAsked(BaseModel):
    """What to do, and with which applications."""

    model_config = ConfigDict(extra="forbid")

    what: What
    application_ids: Annotated[list[UUID], AfterValidator(_distinct)] = Field(
        min_length=1, max_length=MOST, json_schema_extra={"uniqueItems": True}
    )


class BulkLine(BaseModel):
    """An application as it was previewed."""

    model_config = ConfigDict(extra="forbid")

    application_id: UUID
    version: int


def _distinct_lines(lines: list[BulkLine]) -> list[BulkLine]:
    _distinct([line.application_id for line in lines])
    return lines


class BulkAsked(BaseModel):
    """What to do, and with which applications at which versions: those of the preview."""

    model_config = ConfigDict(extra="forbid")

    what: What
    items: Annotated[list[BulkLine], AfterValidator(_distinct_lines)] = Field(min_length=1, max_length=MOST)


class BulkMail(BaseModel):
    """A mail as it would leave; `to` is null where the address is not the coordination's to know yet."""

    to: str | None
    subject: str
    text: str
    html: str


class BulkPreviewItem(BaseModel):
    """What would become of an application: with a `code`, nothing, and `detail` says why."""

    application_id: UUID
    version: int | None
    number: int | None
    title: str | None
    organisation: str | None
    column: Column | None
    reminded_at: datetime | None = Field(description="When its holder was last reminded to send it.")
    code: str | None
    detail: str | None
    mail: BulkMail | None


class BulkPreview(BaseModel):
    """What would become of each. Nothing was done."""

    action: DeskAction
    ready: int
    refused: int
    items: list[BulkPreviewItem]
    reviewers: list[ReviewerMail] = Field(description="The mails to those who are asked to review.")


class BulkOutcome(BaseModel):
    """What became of an application."""

    application_id: UUID
    number: int | None
    done: bool
    code: str | None
    detail: str | None


class BulkDone(BaseModel):
    """What became of each."""

    action: DeskAction
    done: int
    refused: int
    items: list[BulkOutcome]


_MEANT = {
    "request_changes": domain.RequestChanges,
    "remind_draft": domain.RemindDraft,
    "assign": domain.Assign,
    "message": domain.Message,
    "stage": domain.Stage,
}


def meant(what: BaseModel) -> domain.What:
    """Return what is asked, as the domain says it."""
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in what}
    kind: Any = _MEANT[given["action"]]
    found: domain.What = kind(**{one.name: given[one.name] for one in fields(kind)})
    return found
