from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.applications.domain import Decision, Status
from ombelle_events.applications.schemas import CommuneName, HolderName
from ombelle_events.desk.domain import Column, DeskFilter, Late, Sort

Department = Annotated[str, StringConstraints(pattern="^[0-9][0-9AB][0-9]?$")]
Theme = Annotated[str, StringConstraints(max_length=100, pattern=STORABLE)]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
]
Score = Annotated[float, Field(ge=0, le=1_000, allow_inf_nan=False)]
DeskAction = Literal["request_changes", "remind_draft", "assign", "message", "stage"]


class DeskQuery(BaseModel):
    """Which applications are looked at. An unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    status: list[Column] = Field(
        default_factory=list, max_length=8, description="States, and for decided ones their decisions."
    )
    decision: list[Decision] = Field(default_factory=list, max_length=3)
    theme: list[Theme] = Field(default_factory=list, max_length=20)
    department: list[Department] = Field(
        default_factory=list, max_length=110, description="Like 80, 2A, 974."
    )
    commune: Annotated[str, StringConstraints(pattern="^[0-9][0-9AB][0-9]{3}$")] | None = Field(
        default=None, description="INSEE code."
    )
    organisation: UUID | None = Field(default=None, description="That holds it, or takes part in it.")
    assigned_to: UUID | None = Field(default=None, description="An account that reviews them.")
    score_from: Score | None = Field(default=None, description="The committee's mean is at least this.")
    score_to: Score | None = Field(default=None, description="The committee's mean is at most this.")
    awaits_changes: bool | None = Field(default=None, description="A request for changes is open.")
    late: bool | None = Field(default=None, description="Something of it is overdue, as `late` tells.")
    conflicted: bool | None = Field(
        default=None, description="Somebody of the committee has a conflict of interest there."
    )
    staged: bool | None = Field(default=None, description="A decision on it is being prepared.")
    unread: bool | None = Field(default=None, description="Its holder wrote what nobody has read yet.")
    q: Words | None = Field(
        default=None,
        description="Words of answers, messages, names, or a number; accents and small typing errors are forgiven.",
    )

    def wanted(self) -> DeskFilter:
        """Return the filter that is asked."""
        return DeskFilter(
            columns=tuple(self.status),
            decisions=tuple(self.decision),
            themes=tuple(self.theme),
            departments=tuple(self.department),
            **{name: getattr(self, name) for name in _SAME},
        )


_SAME = (
    "commune", "organisation", "assigned_to", "score_from", "score_to", "awaits_changes", "late", "conflicted", "staged",
    "unread", "q",
)  # fmt: skip


class BoardQuery(DeskQuery):
    """Which applications are on the board, and how many of each column."""

    limit: int = Field(default=20, ge=1, le=100, description="How many of each column.")


class DeskListQuery(ListQuery, DeskQuery):
    """Which applications are listed, in what order."""

    sort: Sort = Field(
        default="number", description="By number, by when they were sent, or by score, the best first."
    )


class DeskCall(BaseModel):
    """The call, as far as the desk depends on it."""

    id: UUID
    title: str
    edition: int
    opens_at: datetime
    closes_at: datetime
    publication: str
    has_scoring: bool
    has_committee: bool
    is_anonymous: bool
    reviews_per_application: int


class OpenRequest(BaseModel):
    """A request for changes that waits for its answer."""

    id: UUID
    due_on: date | None
    asked_at: datetime


class DeskReviews(BaseModel):
    """How far the reviews are, and what they say together."""

    assigned: int
    submitted: int
    mean: float | None
    spread: float | None
    out_of: int | None
    label: int
    waitlist: int
    not_label: int


class DeskStaged(BaseModel):
    """The decision that is being prepared."""

    batch_id: UUID
    title: str
    decision: Decision


class DeskCard(BaseModel):
    """An application on the desk. Of a draft its number, title and organisation are told, and nothing that it says."""

    id: UUID
    number: int
    column: Column = Field(description="Its state; once it is decided, its decision.")
    organisation: HolderName
    title: str | None
    status: Status
    decision: Decision | None
    theme: str | None
    commune: CommuneName | None
    department: str | None
    submitted_at: datetime | None
    updated_at: datetime
    version: int
    requested_cents: int | None
    amount_granted_cents: int | None
    change_request: OpenRequest | None
    unread: int = Field(description="Messages of its holder that nobody has read.")
    late: list[Late]
    has_conflict: bool = Field(description="Whether the caller has a conflict of interest there.")
    conflicts: int = Field(description="Members of the committee with a conflict of interest there.")
    reviews: DeskReviews | None = Field(
        description="Null for a draft, and to whoever has a conflict of interest."
    )
    staged: DeskStaged | None = Field(description="Null too to whoever has a conflict of interest.")
    allowed_actions: list[DeskAction]


class DeskColumn(BaseModel):
    """A column of the board: how many stand there, and the first of them by number."""

    name: Column
    total: int
    items: list[DeskCard]
    next: str | None = Field(description="Where `/board/applications?status=…` goes on.")


class Board(BaseModel):
    """A call's applications by state and decision."""

    call: DeskCall
    total: int
    columns: list[DeskColumn]


class DeskApplications(BaseModel):
    """A page of a call's applications; `total` is over all pages."""

    items: list[DeskCard]
    total: int
    next: str | None
