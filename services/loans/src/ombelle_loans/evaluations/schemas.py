from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from ombelle_loans.evaluations.domain import HowKnown, Method, Satisfaction, State, TaskState
from ombelle_loans.vocabulary import Audience

_Text = Annotated[Annotated[str, Field(max_length=5000), *LINES] | None, BLANK_IS_NOTHING]
_Note = Annotated[Annotated[str, Field(max_length=2000), *LINES] | None, BLANK_IS_NOTHING]


class Answers(BaseModel):
    """What the borrower says of a loan."""

    model_config = ConfigDict(extra="forbid")

    first_time: StrictBool | None = Field(default=None, description="Whether they borrow for the first time.")
    how_known: HowKnown | None = None
    how_known_other: Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING] = None
    audience_method: Method
    audience: Annotated[int, Field(strict=True, ge=0, le=1_000_000)] | None = Field(
        default=None, description="How many came; nothing where the method is `unknown`."
    )
    audience_types: Annotated[
        list[Audience], Field(max_length=8, json_schema_extra={"uniqueItems": True})
    ] = Field(default_factory=list)
    satisfaction: Satisfaction
    satisfaction_welcome: Satisfaction | None = None
    satisfaction_logistics: Satisfaction | None = None
    pleased: _Text = None
    content_remarks: _Text = Field(
        default=None, description="What is wrong in the content: its owner hears of it."
    )

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if (self.audience is None) != (self.audience_method == "unknown"):
            raise ValueError("Un public compté ou estimé a un nombre ; un public inconnu n'en a pas.")
        if self.how_known_other is not None and self.how_known != "other":
            raise ValueError("Une précision n'a de sens qu'avec « Autrement ».")
        if len(set(self.audience_types)) < len(self.audience_types):
            raise ValueError("Le même public y est deux fois.")
        return self


class Waiver(BaseModel):
    """Why the borrower need not answer."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(max_length=500), *LINES]


class EvaluationOut(BaseModel):
    """The evaluation of a loan, to its two sides. `answered_by_link` where somebody came by a mail's link."""

    loan_id: UUID
    loan_number: int
    item_id: UUID
    title: str
    organisation_id: UUID
    organisation_name: str | None
    starts_on: date
    ends_on: date
    state: State
    asked_at: datetime
    reminders: int
    reminded_at: datetime | None
    first_time: bool | None
    how_known: HowKnown | None
    how_known_other: str | None
    audience_method: Method | None
    audience: int | None
    audience_types: list[Audience]
    satisfaction: Satisfaction | None
    satisfaction_welcome: Satisfaction | None
    satisfaction_logistics: Satisfaction | None
    pleased: str | None
    content_remarks: str | None
    answered_at: datetime | None
    answered_by_link: bool
    waived_at: datetime | None
    waiver_reason: str | None
    version: int
    allowed_actions: list[str]


class QuestionnaireOut(BaseModel):
    """A questionnaire, to whoever opens it by its link: the loan that it is about, and what was answered before."""

    title: str
    organisation_name: str | None
    starts_on: date
    ends_on: date
    state: State
    first_time: bool | None
    how_known: HowKnown | None
    how_known_other: str | None
    audience_method: Method | None
    audience: int | None
    audience_types: list[Audience]
    satisfaction: Satisfaction | None
    satisfaction_welcome: Satisfaction | None
    satisfaction_logistics: Satisfaction | None
    pleased: str | None
    content_remarks: str | None
    version: int


class EvaluationsQuery(ListQuery):
    """Which evaluations are asked for; `year` is the one in which the loan began."""

    state: State | None = None
    year: int | None = Field(default=None, ge=1990, le=2199)
    item_id: UUID | None = None
    satisfaction: Satisfaction | None = None


class AnswerCounts(BaseModel):
    """How often each answer was given, of those that were; somebody may name several types of audience."""

    satisfaction: dict[Satisfaction, int]
    satisfaction_welcome: dict[Satisfaction, int]
    satisfaction_logistics: dict[Satisfaction, int]
    how_known: dict[HowKnown, int]
    audience_types: dict[Audience, int]
    first_time: dict[Literal["true", "false"], int]


class Evaluations(BaseModel):
    """A page of evaluations, the newest first. Counts and the response rate are those of all that are asked for, not of
    the page.
    """

    items: list[EvaluationOut]
    next: str | None
    total: int
    answered: int
    waived: int
    answers: AnswerCounts
    response_rate_percent: float | None


class TasksQuery(ListQuery):
    """Which tasks are asked for."""

    state: TaskState | None = None
    item_id: UUID | None = None


class TaskPatch(BaseModel):
    """How far a task is; one that is set aside says why."""

    model_config = ConfigDict(extra="forbid")

    state: TaskState
    note: _Note = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.state == "set_aside" and self.note is None:
            raise ValueError("Dites pourquoi rien ne change.")
        return self


class TaskOut(BaseModel):
    """What a borrower finds wrong in an item's content."""

    id: UUID
    item_id: UUID
    title: str
    slug: str
    loan_id: UUID
    loan_number: int
    remark: str
    state: TaskState
    note: str | None
    created_at: datetime
    updated_at: datetime
    version: int
    allowed_actions: list[str]


class Tasks(BaseModel):
    """A page of tasks, the newest first."""

    items: list[TaskOut]
    next: str | None
    total: int
