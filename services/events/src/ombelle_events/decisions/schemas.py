from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_days import WrittenDay
from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.applications.domain import Decision
from ombelle_events.decisions.domain import BatchState

Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
]
Notes = Annotated[str, StringConstraints(max_length=20_000, pattern=STORABLE)]
Motivation = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5_000, pattern=STORABLE)]
# Strict: "3" or true is no amount. A hundred million euros is more than any call has.
Cents = Annotated[int, Field(strict=True, ge=0, le=10_000_000_000)]
Rank = Annotated[int, Field(strict=True, ge=1, le=10_000)]


def _refuse_repetition(values: list[UUID]) -> list[UUID]:
    if len(set(values)) < len(values):
        raise ValueError("La même personne y est deux fois.")
    return values


Present = Annotated[
    list[UUID],
    AfterValidator(_refuse_repetition),
    Field(
        max_length=100,
        description="Accounts of the call's committee who sit.",
        json_schema_extra={"uniqueItems": True},
    ),
]


class BatchesQuery(ListQuery):
    """Which batches are listed."""

    call_id: UUID | None = None
    state: BatchState | None = None


class BatchCreate(BaseModel):
    """A batch to begin."""

    model_config = ConfigDict(extra="forbid")

    call_id: UUID
    title: Title
    notes: Notes = Field(default="", description="Said in the minutes.")
    sitting_on: WrittenDay | None = None
    present: Present = Field(default_factory=list)


class BatchPatch(BaseModel):
    """What of a batch to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    title: Title | MISSING = MISSING
    notes: Notes | MISSING = MISSING
    sitting_on: WrittenDay | None = None
    present: Present | MISSING = MISSING


class Staged(BaseModel):
    """The decision on one application."""

    model_config = ConfigDict(extra="forbid")

    decision: Decision
    amount_cents: Cents | None = Field(default=None, description="Of what is labelled only.")
    motivation: Motivation = Field(default="", description="Told to the holder, in mail and letter.")
    rank: Rank | None = Field(default=None, description="On the waiting list; of what is waitlisted only.")


class StagedLine(Staged):
    """The decision on one of many applications."""

    application_id: UUID
    version: int | None = Field(
        default=None, description="Of the line that is changed; left out for one that is new."
    )


class StagedLines(BaseModel):
    """Decisions on many applications, all staged or none."""

    model_config = ConfigDict(extra="forbid")

    items: list[StagedLine] = Field(min_length=1, max_length=500)


class ApplyWanted(BaseModel):
    """Which version of the batch is applied, as it was previewed."""

    model_config = ConfigDict(extra="forbid")

    version: int
    preview_id: UUID | None = Field(default=None, description="By default the last preview of this version.")


class DecidedBy(BaseModel):
    """Who did something; `name` is null where it is not known here."""

    id: str
    name: str | None


class BatchCall(BaseModel):
    """The call that a batch decides on."""

    id: UUID
    title: str
    year: int
    has_scoring: bool
    has_committee: bool
    quorum: int | None


class DecisionCounts(BaseModel):
    """How many decisions of each kind."""

    labelled: int
    waitlisted: int
    not_labelled: int
    total: int


class CallBudget(BaseModel):
    """The call's money, in cents; `left_cents` once this batch is applied, below 0 when it is too little."""

    budget_cents: int
    granted_cents: int
    left_cents: int


class CommitteeRecommendations(BaseModel):
    """How many reviewers recommend what."""

    label: int
    waitlist: int
    not_label: int


class CommitteeScores(BaseModel):
    """What the committee thinks: the mean of the reviews' weighted means, out of `out_of`, and their spread."""

    reviews: int
    mean: float | None
    spread: float | None
    out_of: int | None
    recommendations: CommitteeRecommendations


class DecisionCandidate(BaseModel):
    """An application to decide on."""

    application_id: UUID
    number: int
    title: str | None
    organisation_id: UUID
    organisation_name: str | None
    department: str | None
    theme: str | None
    commune_insee: str | None
    status: str
    present_decision: Decision | None = Field(description="`waitlisted` for one that may be called up.")
    present_rank: int | None = Field(description="On the waiting list that it stands on.")
    requested_cents: int | None
    scores: CommitteeScores | None


class DecisionCandidates(BaseModel):
    """A page of applications that no batch decides yet, by number; `next` is null on the last one."""

    items: list[DecisionCandidate]
    next: str | None


class ItemOut(DecisionCandidate):
    """A line of a batch."""

    decision: Decision
    amount_cents: int | None
    motivation: str
    rank: int | None
    staged_at: datetime
    staged_by: DecidedBy
    version: int
    allowed_actions: list[str]


class BatchSummary(BaseModel):
    """A batch of the list. What a conflict of interest hides from the caller is in no count."""

    id: UUID
    call_id: UUID
    call: BatchCall
    title: str
    notes: str
    state: BatchState
    sitting_on: date | None
    counts: DecisionCounts
    amount_cents: int
    budget: CallBudget | None = Field(description="Null where the call has none.")
    created_by: DecidedBy
    created_at: datetime
    updated_at: datetime
    applied_by: DecidedBy | None
    applied_at: datetime | None
    version: int
    allowed_actions: list[str]


class Batches(BaseModel):
    """A page of batches, the last made first; `next` is null on the last one."""

    items: list[BatchSummary]
    next: str | None


class PresentMember(BaseModel):
    """A member of the committee."""

    account_id: UUID
    name: str


class BatchOut(BatchSummary):
    """A batch with those present and everything that it decides."""

    present: list[PresentMember]
    items: list[ItemOut]


class BatchWarning(BaseModel):
    """Something to look at before a batch is applied."""

    code: str
    detail: str
    is_blocking: bool
    application_id: UUID | None
    number: int | None


class DecisionMail(BaseModel):
    """A mail as it would leave."""

    to: str
    subject: str
    text: str
    html: str


class LetterText(BaseModel):
    """A letter as it would leave."""

    recipient: str
    subject: str
    text: str


class PreviewItem(DecisionCandidate):
    """What would become of one application."""

    decision: Decision
    amount_cents: int | None
    motivation: str
    rank: int | None
    mail: DecisionMail | None
    letter: LetterText | None


class Quorum(BaseModel):
    """How many must sit, null when the call asks for none, and how many do."""

    needed: int | None
    present: int


class PreviewOut(BaseModel):
    """What applying a batch would do."""

    id: UUID
    version: int
    made_at: datetime
    counts: DecisionCounts
    amount_cents: int
    budget: CallBudget | None
    quorum: Quorum
    may_be_applied: bool
    warnings: list[BatchWarning]
    items: list[PreviewItem]


class Applied(BaseModel):
    """What applying a batch did."""

    id: UUID
    state: BatchState
    version: int
    applied_at: datetime
    applied_by: DecidedBy
    counts: DecisionCounts
    mails: int
    letters: int
    projects: int


class LetterOut(BaseModel):
    """A letter that told a decision."""

    id: UUID
    kind: Decision
    number: int
    recipient: str
    subject: str
    text: str
    made_at: datetime


class Letters(BaseModel):
    """The letters of an application, the last one first."""

    items: list[LetterOut]


def values_of(body: BaseModel) -> dict[str, Any]:
    """Return what a body says, without what it leaves out."""
    return body.model_dump(exclude_unset=True)
