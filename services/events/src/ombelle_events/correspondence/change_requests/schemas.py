from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_days import WrittenDay
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.correspondence.domain import LONGEST_TEXT, Reason

Written = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT, pattern=STORABLE),
]
FieldId = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=STORABLE)]


def _distinct(names: list[str]) -> list[str]:
    if len(set(names)) < len(names):
        raise ValueError("La même rubrique y est deux fois.")
    return names


class ChangesWanted(BaseModel):
    """What the coordination asks to be mended."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason
    message: Written
    field_ids: Annotated[list[FieldId], AfterValidator(_distinct)] = Field(
        default_factory=list, max_length=200, json_schema_extra={"uniqueItems": True}
    )
    due_on: WrittenDay | None = Field(default=None, description="The last day for answering, in Paris.")


class ChangesPutOff(BaseModel):
    """Another day until which changes may be sent; null for no such day."""

    model_config = ConfigDict(extra="forbid")

    due_on: date | None


class Resubmission(BaseModel):
    """What goes with the changed application."""

    model_config = ConfigDict(extra="forbid")

    answer: Written | None = None


class AskedField(BaseModel):
    """A question that a request is about."""

    id: str
    label: str


class ChangeRequestOut(BaseModel):
    """What was asked for, and what it was answered."""

    id: UUID
    reason: Reason
    message: str
    fields: list[AskedField]
    due_on: date | None
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None
    is_open: bool
    allowed_actions: list[str]


class ChangeRequests(BaseModel):
    """A page of requests, the last first; `next` is null on the last one."""

    items: list[ChangeRequestOut]
    next: str | None
