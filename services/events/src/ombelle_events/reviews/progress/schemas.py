from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from ombelle_events.reviews.schemas import HeldDossier, Message, Person, ReviewerMail, Scored


class MemberProgress(BaseModel):
    """How far somebody is: of what they were asked, what they submitted, what is late, what they stood back from."""

    account: Person
    assigned: int
    submitted: int
    late: int
    recused: int
    conflicts: int = Field(
        description="Applications of the call with which they have a conflict of interest."
    )
    next_due_on: date | None


class DossierProgress(BaseModel):
    """How far the review of an application is. `score` is null to whoever has a conflict of interest there."""

    application: HeldDossier
    assigned: int
    submitted: int
    conflicts: int = Field(description="Members of the committee with a conflict of interest there.")
    has_conflict: bool = Field(description="Whether the caller has one.")
    score: Scored | None


class ReviewTotals(BaseModel):
    """The call's applications that are or were to be reviewed, and how far they are."""

    applications: int
    assigned: int = Field(description="Applications with as many reviewers as the call asks for.")
    complete: int = Field(description="Applications with as many submitted reviews as the call asks for.")
    reviews_asked: int
    reviews_submitted: int


class ReviewProgress(BaseModel):
    """How far a call's reviews are: its committee, and a page of its applications by number."""

    totals: ReviewTotals
    members: list[MemberProgress]
    items: list[DossierProgress]
    next: str | None


class ReviewRemindersAsked(BaseModel):
    """Whom to remind: without accounts, everybody who has something to review."""

    model_config = ConfigDict(extra="forbid")

    account_ids: Annotated[list[UUID], Field(min_length=1, max_length=100)] | None = None
    message: Message | None = Field(default=None, description="What to add, in one's own words.")


class ReviewReminders(BaseModel):
    """The mails that would leave; nothing was sent."""

    items: list[ReviewerMail]


class ReviewersReminded(BaseModel):
    """How many mails leave."""

    sent: int
