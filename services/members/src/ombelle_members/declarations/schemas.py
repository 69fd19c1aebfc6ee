from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from ombelle_members.declarations.domain import Cause, Kind, SentBy, State
from ombelle_members.typed_days import Day

Reason = Annotated[str, Field(max_length=2000), *LINES]


class DeclarationsQuery(ListQuery):
    """Which declarations are asked for."""

    state: State | None = None
    kind: Kind | None = None
    overdue: bool = False


class CauseOut(BaseModel):
    """What happened; `detail` holds ids and codes."""

    cause: Cause
    occurred_on: date
    subject_id: UUID
    detail: dict[str, Any]


class ReceiptFile(BaseModel):
    """The receipt's file; `scan` is what the virus scanner said."""

    name: str
    media_type: str
    size_bytes: int
    scan: str


class DeclarationBrief(BaseModel):
    """A declaration to the State, in a list."""

    id: UUID
    number: int
    kind: Kind
    causes: list[CauseOut]
    occurred_on: date
    due_on: date
    is_overdue: bool
    state: State
    submitted_on: date | None
    submitted_by: SentBy | None
    receipted_on: date | None
    receipt_number: str | None
    receipt_file: ReceiptFile | None
    version: int
    allowed_actions: list[str]


class StepOut(BaseModel):
    """A step of a declaration's way."""

    step: Literal["opened", "submitted", "returned", "receipted", "withdrawn"]
    on_day: date
    reason: str | None
    noted_at: datetime


class DeclaredOfficer(BaseModel):
    """Somebody on the list of officers; a member that is an organisation has a representative."""

    member_id: UUID
    kind: Literal["legal", "natural"]
    name: str | None
    representative: str | None
    capacity: str


class DeclarationOut(DeclarationBrief):
    """A declaration whole. `officers` is the list as it was sent, or as it would be sent now; `missing` is how many
    things that the form asks are not known, which only the secretariat sees.
    """

    history: list[StepOut]
    officers: list[DeclaredOfficer]
    missing: int | None


class Declarations(BaseModel):
    """A page of declarations, the newest first."""

    items: list[DeclarationBrief]
    next: str | None
    total: int
    allowed_actions: list[str]


class DeclarationWrite(BaseModel):
    """Something that happened and that the State is to be told."""

    model_config = ConfigDict(extra="forbid")

    cause: Literal["bylaws", "representative", "name", "seat"]
    occurred_on: Day
    subject_id: UUID = Field(description="What it happened to: a version of the bylaws, a member.")


class DeclarationSent(BaseModel):
    """That a declaration was sent."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    by: SentBy
    although_incomplete: StrictBool = Field(
        default=False, description="The form was sent though something that it asks is not known here."
    )


class DeclarationStep(BaseModel):
    """That a declaration came back, or is withdrawn."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    reason: Reason


class ReceiptFields(BaseModel):
    """What a receipt says, beside its file."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    number: Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING] = None
