from datetime import date, datetime, time
from typing import Annotated, Literal, Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import AS_WRITTEN
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import MISSING, BaseModel, ConfigDict, Field, model_validator

from ombelle_loans.handovers.domain import (
    Direction,
    HandOverKind,
    IncidentKind,
    Outcome,
    SlotKind,
    UnitCondition,
)
from ombelle_loans.loans.domain import Status
from ombelle_loans.loans.schemas import UnitOfLoan
from ombelle_loans.vocabulary import Format, UnitState

_Line100 = Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING]
_Line200 = Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING]
_Line300 = Annotated[Annotated[str, Field(max_length=300), *LINE] | None, BLANK_IS_NOTHING]
_Lines500 = Annotated[Annotated[str, Field(max_length=500), *LINES] | None, BLANK_IS_NOTHING]
_Lines1000 = Annotated[Annotated[str, Field(max_length=1000), *LINES] | None, BLANK_IS_NOTHING]
_Lines2000 = Annotated[Annotated[str, Field(max_length=2000), *LINES] | None, BLANK_IS_NOTHING]
_Lines5000 = Annotated[Annotated[str, Field(max_length=5000), *LINES] | None, BLANK_IS_NOTHING]
_Cents = Annotated[int, Field(strict=True, ge=0, le=10_000_000_000)]
_DAY = Annotated[date, Field(ge=date(2000, 1, 1), lt=date(2200, 1, 1)), AS_WRITTEN]


class ConditionLineWrite(BaseModel):
    """What a unit is like."""

    model_config = ConfigDict(extra="forbid")

    unit_id: UUID
    state: UnitCondition
    remarks: _Lines2000 = None


_Lines = Annotated[list[ConditionLineWrite], Field(min_length=1, max_length=300)]


class ReportWrite(BaseModel):
    """What each unit of a loan is like, when it leaves or is back."""

    model_config = ConfigDict(extra="forbid")

    direction: Direction
    on: _DAY | None = Field(default=None, description="Today without it.")
    remarks: _Lines5000 = None
    lines: _Lines


class ReportPatch(BaseModel):
    """What changes of a report: `lines` of the units named alone."""

    model_config = ConfigDict(extra="forbid")

    remarks: _Lines5000 | MISSING = MISSING
    lines: _Lines | MISSING = MISSING


class PhotoOut(BaseModel):
    """A photograph."""

    id: UUID
    caption: str | None
    name: str
    media_type: str
    size_bytes: int
    url: str


class ConditionLineOut(BaseModel):
    """What a unit is like; on its return, `before` is what it was when it left."""

    unit: UnitOfLoan
    state: UnitCondition
    remarks: str | None
    before: UnitCondition | None
    photos: list[PhotoOut]


class ReportOut(BaseModel):
    """A condition report, frozen once the loan went on."""

    id: UUID
    loan_id: UUID
    direction: Direction
    made_on: date
    remarks: str | None
    is_frozen: bool
    lines: list[ConditionLineOut]
    version: int
    created_at: datetime
    allowed_actions: list[str]


class HandOverOut(BaseModel):
    """Who gave what to whom: `out` to this loan's borrower, `in` from them straight to the next one."""

    kind: HandOverKind
    direction: Direction
    day: date
    given_by: str | None
    taken_by: str | None
    packages: int | None
    remarks: str | None


class Reports(BaseModel):
    """The reports of a loan, that of its departure first, its hand-overs, and what the caller may tell of its units now."""

    items: list[ReportOut]
    total: int
    hand_overs: list[HandOverOut]
    allowed_actions: list[Literal["report_out", "report_in", "incident"]]


class HandOverWrite(BaseModel):
    """How a loan is handed over."""

    model_config = ConfigDict(extra="forbid")

    on: _DAY | None = Field(default=None, description="Today without it.")
    given_by: _Line200 = None
    taken_by: _Line200 = None
    packages: int | None = Field(default=None, ge=0, le=10_000)
    remarks: _Lines2000 = None


class TransferWrite(HandOverWrite):
    """How a loan goes on to the next borrower, by one report for both."""

    to_loan_id: UUID
    lines: _Lines | None = Field(
        default=None,
        description="Without, those of the return report that was made already, with its photographs.",
    )


class UnitToPrepare(UnitOfLoan):
    """A unit to be made ready; `last_condition` is what it was like at the end of the last report."""

    state: UnitState
    state_note: str | None
    place: str | None
    last_condition: UnitCondition | None
    is_ready: bool
    checked_at: datetime | None


class SheetToPrepare(BaseModel):
    """What is to be known of what leaves."""

    packages: int | None
    weight_kg: int | None
    panels: int
    dimensions: str | None
    transport: str | None
    setup: str | None


class SlotPlace(BaseModel):
    """Where something is fetched or brought back."""

    id: UUID
    name: str
    address: str
    hours: str | None
    directions: str | None


class SlotWrite(BaseModel):
    """An appointment: a day on which the lender is open, from one time to another, in Paris."""

    model_config = ConfigDict(extra="forbid")

    kind: SlotKind
    day: _DAY
    from_time: time
    to_time: time
    place_id: UUID | None = None
    address: _Lines500 = None
    note: _Lines1000 = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_time.tzinfo or self.to_time.tzinfo:
            raise ValueError("Les heures sont celles de Paris, sans décalage.")
        if self.to_time <= self.from_time:
            raise ValueError("La fin vient après le début.")
        return self


class SlotOut(BaseModel):
    """An appointment of a loan."""

    id: UUID
    direction: Direction
    kind: SlotKind
    day: date
    from_time: time
    to_time: time
    place: SlotPlace | None
    address: str | None
    note: str | None
    version: int
    allowed_actions: list[str]


class SlotOpening(BaseModel):
    """Between which days, both counted, the caller may make an appointment now."""

    direction: Direction
    starts_on: date
    ends_on: date


class Slots(BaseModel):
    """The appointments of a loan, that of its departure first; where and between which days others are made."""

    items: list[SlotOut]
    total: int
    places: list[SlotPlace]
    openings: list[SlotOpening]


class Preparation(BaseModel):
    """What is to be made ready for a loan, and what is ready."""

    loan_id: UUID
    number: int
    status: Status
    title: str
    starts_on: date
    sheet: SheetToPrepare
    units: list[UnitToPrepare]
    is_ready: bool
    slot: SlotOut | None
    allowed_actions: list[str]


class IncidentsQuery(ListQuery):
    """Which incidents are asked for."""

    open: bool | None = None
    loan: UUID | None = None


class IncidentWrite(BaseModel):
    """Damage or loss."""

    model_config = ConfigDict(extra="forbid")

    unit_id: UUID
    kind: IncidentKind
    happened_on: _DAY | None = None
    description: Annotated[str, Field(max_length=5000), *LINES]
    estimated_cents: _Cents | None = None


class IncidentPatch(BaseModel):
    """What changes of an incident; an `outcome` closes it."""

    model_config = ConfigDict(extra="forbid")

    description: Annotated[str, Field(max_length=5000), *LINES] | MISSING = MISSING
    happened_on: _DAY | MISSING | None = MISSING
    estimated_cents: _Cents | MISSING | None = MISSING
    insurer_told_on: _DAY | MISSING | None = MISSING
    insurer_reference: _Line100 | MISSING = MISSING
    outcome: Outcome | MISSING = MISSING


class ItemOfIncident(BaseModel):
    """Of which item."""

    id: UUID
    slug: str
    title: str


class OrganisationOfIncident(BaseModel):
    """Who had borrowed it."""

    id: UUID
    name: str | None


class IncidentOut(BaseModel):
    """Damage to a unit, or its loss; open until `closed_on`."""

    id: UUID
    loan_id: UUID
    loan_number: int
    kind: IncidentKind
    happened_on: date | None
    description: str
    estimated_cents: int | None
    insurer_told_on: date | None
    insurer_reference: str | None
    outcome: Outcome | None
    closed_on: date | None
    report_id: UUID | None
    unit: UnitOfLoan
    item: ItemOfIncident
    organisation: OrganisationOfIncident
    version: int
    created_at: datetime
    allowed_actions: list[str]


class Incidents(BaseModel):
    """A page of incidents, the newest first."""

    items: list[IncidentOut]
    next: str | None
    total: int


class LoanAtHand(BaseModel):
    """The loan that a unit is out with, or leaves with next."""

    id: UUID
    number: int
    status: Status
    starts_on: date
    ends_on: date
    organisation: str | None


class UnitAtHand(BaseModel):
    """What the label of a unit opens; the action is the report to make."""

    unit_id: UUID
    code: str
    name: str | None
    copy_number: int
    module_number: int | None
    state: UnitState
    state_note: str | None
    place: str | None
    item_id: UUID
    slug: str
    title: str
    format: Format
    format_label: str | None
    loan: LoanAtHand | None
    next_loan: LoanAtHand | None = Field(description="The one that it leaves with once it is back.")
    allowed_actions: list[Literal["report_out", "report_in"]]


class PhotoForm(BaseModel):
    """What comes beside a photograph."""

    unit_id: UUID
    caption: _Line300 = None
