from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.typed_days import WrittenDay
from pydantic import BaseModel, ConfigDict, Field

from ombelle_events.reviews.schemas import HeldDossier, Message, Person, ReviewerMail


class PlanAsked(BaseModel):
    """What to plan for: without a number, what the call says; without applications, all that are open."""

    model_config = ConfigDict(extra="forbid")

    reviews_per_application: Annotated[int, Field(strict=True, ge=1, le=20)] | None = None
    application_ids: Annotated[list[UUID], Field(min_length=1, max_length=1_000)] | None = None


class PlannedReview(BaseModel):
    """A review that somebody would be asked; `known` says which of the application's matters they know."""

    application: HeldDossier
    account: Person
    known: list[Literal["theme", "department"]]


class Load(BaseModel):
    """How many reviews somebody is asked, before the plan and with it."""

    account: Person
    before: int
    after: int


class Missing(BaseModel):
    """An application for which nobody more may be asked."""

    application: HeldDossier
    missing: int


class LeftOut(BaseModel):
    """Somebody who sits, and may not be asked to review an application: a conflict of interest, or they stood back."""

    application: HeldDossier
    account: Person
    reason: Literal["conflict", "recused"]


class PlanOut(BaseModel):
    """Who would be asked what. Nothing was done: send `assignments` back as it is, and it is done exactly so."""

    assignments: list["AssignmentWanted"]
    items: list[PlannedReview]
    loads: list[Load]
    missing: list[Missing]
    left_out: list[LeftOut] = Field(
        description="Who was not thought of, and why, for the applications of the plan."
    )
    withheld: list[HeldDossier] = Field(
        description="Applications with which the caller has a conflict of interest: somebody else assigns them."
    )


class AssignmentWanted(BaseModel):
    """An application, and who is to review it."""

    model_config = ConfigDict(extra="forbid")

    application_id: UUID
    account_id: UUID


class AssignmentsWrite(BaseModel):
    """A plan, done whole or not at all."""

    model_config = ConfigDict(extra="forbid")

    assignments: Annotated[list[AssignmentWanted], Field(min_length=1, max_length=10_000)]
    due_on: WrittenDay | None = Field(default=None, description="The last day to review.")
    message: Message | None = Field(default=None, description="What to add to the mails, in one's own words.")


class AssignmentMails(BaseModel):
    """The mails that would leave with a plan; nothing was done."""

    items: list[ReviewerMail]


class Assigned(BaseModel):
    """What was done: reviews asked, and applications whose review began with it."""

    assigned: int
    begun: list[UUID]
