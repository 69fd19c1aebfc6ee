from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.applications.domain import Decision, Status
from ombelle_events.applications.viewer import Standing

AccessCode = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=STORABLE),
    Field(description="A code that lets a late draft in; capitals and spaces do not matter."),
]
FieldId = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=STORABLE)]
Answers = Annotated[
    dict[FieldId, Any],
    Field(max_length=500, description="Values by field id, as the call's form says; null empties a field."),
]
Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5_000, pattern=STORABLE)
]


class ApplicationsQuery(ListQuery):
    """Which applications are listed."""

    call: UUID | None = None
    status: list[Status] = Field(default_factory=list, max_length=7)
    decision: Decision | None = None
    organisation: UUID | None = None
    theme: str | None = Field(default=None, max_length=100, pattern=STORABLE)
    department: str | None = Field(
        default=None, pattern="^[0-9][0-9AB][0-9]?$", description="Like 80, 2A, 974."
    )
    assigned_to: UUID | None = Field(default=None, description="An account that reviews them.")
    mine: bool = Field(default=False, description="Only those in which one's own organisations take part.")
    q: (
        Annotated[
            str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
        ]
        | None
    ) = Field(default=None, description="Words of the dossier, its number, or the organisation's name.")


class ApplicationCreate(BaseModel):
    """A draft to begin."""

    model_config = ConfigDict(extra="forbid")

    call_id: UUID
    organisation_id: UUID
    access_code: AccessCode | None = None


class ApplicationPatch(BaseModel):
    """Answers to keep; fields left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    answers: Answers = Field(default_factory=dict)
    confirmed: list[FieldId] = Field(
        default_factory=list,
        max_length=500,
        description="Fields taken over from a former edition that are right as they are.",
    )


class Trial(BaseModel):
    """Answers to try in the place of those that are kept."""

    model_config = ConfigDict(extra="forbid")

    answers: Answers = Field(default_factory=dict)


class Withdrawal(BaseModel):
    """Why an application is taken back."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class CodeGiven(BaseModel):
    """A code for a draft that is late."""

    model_config = ConfigDict(extra="forbid")

    access_code: AccessCode


class Renewal(BaseModel):
    """Where a former application is taken up again."""

    model_config = ConfigDict(extra="forbid")

    call_id: UUID
    access_code: AccessCode | None = None


class CallName(BaseModel):
    """A call by its title, and the year of its edition."""

    id: UUID
    title: str
    edition: int


class HolderName(BaseModel):
    """An organisation by its name; null until the directory has told it."""

    id: UUID
    name: str | None


class CommuneName(BaseModel):
    """A commune by its INSEE code; the name is null when the territory does not have it."""

    insee: str
    name: str | None


class AccessOut(BaseModel):
    """Whether the call takes the draft now, and until when."""

    state: Literal["not_open", "open", "grace", "late", "closed"]
    until: datetime | None


class AccessDetail(AccessOut):
    """The same, and whether a code lets it in."""

    by_code: bool


class ApplicationSummary(BaseModel):
    """An application of a list. What the caller may not read is null."""

    id: UUID
    call: CallName
    number: int
    organisation: HolderName | None
    status: Status
    decision: Decision | None
    title: str | None
    theme: str | None
    commune: CommuneName | None
    department: str | None
    submitted_at: datetime | None
    updated_at: datetime
    version: int
    standing: Standing = Field(description="In what capacity the caller looks at it.")
    access: AccessOut
    allowed_actions: list[str]


class Applications(BaseModel):
    """A page of applications, the last begun first. The counts are over every filter but `status`; `total` over all."""

    items: list[ApplicationSummary]
    next: str | None
    total: int
    by_status: dict[str, int]
    by_decision: dict[str, int]


class FormName(BaseModel):
    """The version of the form that holds; `is_newer` says that it was published since the last save."""

    version_id: UUID
    number: int
    is_newer: bool


class FormerAnswer(BaseModel):
    """An answer to a field that the form has no more."""

    field_id: str
    label: str
    value: Any


class TransferOut(BaseModel):
    """An offer that waits."""

    id: UUID
    to_organisation: HolderName
    asked_at: datetime
    allowed_actions: list[str]


class ApplicationOut(ApplicationSummary):
    """An application as the caller may read it. What they may not is null."""

    decided_at: datetime | None
    amount_granted_cents: int | None
    form: FormName
    answers: dict[str, Any] | None
    former_answers: list[FormerAnswer]
    stale_fields: list[str] = Field(
        description="Fields taken over from a former edition, to confirm before it is sent."
    )
    access: AccessDetail
    answer_by: datetime | None = Field(description="Before when requested changes are due.")
    withdrawn_at: datetime | None
    withdrawal_reason: str | None
    renewed_from_id: UUID | None
    transfer: TransferOut | None
    created_at: datetime
    saved_at: datetime


class ProblemOut(BaseModel):
    """What keeps an application from being sent, at one place."""

    pointer: str
    code: str
    detail: str


class CharterRuleOut(BaseModel):
    """How a rule of the charter is kept."""

    rule: str
    label: str
    passed: bool
    evidence: str
    pointer: str | None


class Validation(BaseModel):
    """Everything that keeps an application from being sent; nothing was stored."""

    is_complete: bool
    may_submit: bool = Field(description="Complete, and the caller may send it now.")
    problems: list[ProblemOut]
    charter: list[CharterRuleOut]


class BudgetLineOut(BaseModel):
    """A line of a budget, in cents."""

    label: str
    amount_cents: int | None


class BudgetOut(BaseModel):
    """A budget and what it adds up to, in cents. The balance counts what is asked for as income."""

    expenses: list[BudgetLineOut]
    income: list[BudgetLineOut]
    expenses_cents: int
    income_cents: int
    requested_cents: int | None
    balance_cents: int
    is_balanced: bool
    amount_granted_cents: int | None
