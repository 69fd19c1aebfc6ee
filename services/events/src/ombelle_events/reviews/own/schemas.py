from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.reviews.schemas import HeldDossier, Person, Reason, Scored

Recommendation = Literal["label", "waitlist", "not_label"]
State = Literal["to_do", "draft", "submitted"]
Comment = Annotated[str, StringConstraints(max_length=20_000, pattern=STORABLE)]
Score = Annotated[int, Field(strict=True, ge=0, le=100)]


class ReviewsQuery(ListQuery):
    """Which of one's reviews are listed."""

    call_id: UUID | None = None
    state: State | None = None


class CallBrief(BaseModel):
    """A call, as lists name it."""

    id: UUID
    title: str


class ReviewItem(BaseModel):
    """An application that one was asked to review."""

    application: HeldDossier
    call: CallBrief
    due_on: date | None
    state: State
    submitted_at: datetime | None
    allowed_actions: list[str]


class Reviews(BaseModel):
    """A page of what one was asked to review: what waits first, by its day; `next` is null on the last page."""

    items: list[ReviewItem]
    total: int
    next: str | None


class CriterionOut(BaseModel):
    """What is scored, from 0 to `scale`."""

    id: UUID
    name: str
    help: str
    weight: float
    scale: int


class ReviewOut(BaseModel):
    """One's own review, begun or not; `version` is 0 before anything is written."""

    application_id: UUID
    due_on: date | None
    criteria: list[CriterionOut]
    scores: dict[UUID, int]
    mean: float | None = Field(description="Weighted, out of `out_of`; null until something is scored.")
    out_of: int | None
    comment: str
    recommendation: Recommendation | None
    submitted_at: datetime | None
    version: int
    allowed_actions: list[str]


class ReviewWrite(BaseModel):
    """The whole review; a criterion left out, or null, is not scored yet."""

    model_config = ConfigDict(extra="forbid")

    scores: dict[UUID, Score | None] = Field(default={}, max_length=100)
    comment: Comment = ""
    recommendation: Recommendation | None = None


class Recusal(BaseModel):
    """Why somebody stands back."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class ReviewShown(BaseModel):
    """Somebody's review. What it says is null until it is submitted.

    `counts` is false for whoever stood back since, or has a conflict: their review is left out of the means.
    """

    account: Person
    state: Literal["to_do", "draft", "submitted", "recused"]
    recusal_reason: str | None
    counts: bool
    scores: dict[UUID, int] | None
    mean: float | None
    comment: str | None
    recommendation: Recommendation | None
    submitted_at: datetime | None


class ApplicationReviews(BaseModel):
    """What the committee thinks of an application."""

    items: list[ReviewShown]
    criteria: list[CriterionOut]
    score: Scored
