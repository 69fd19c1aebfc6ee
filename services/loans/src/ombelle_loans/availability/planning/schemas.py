from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import WrittenDay
from pydantic import BaseModel, ConfigDict, Field

from ombelle_loans.availability.domain import BlockKind
from ombelle_loans.availability.planning.domain import Risk
from ombelle_loans.availability.schemas import ClosedDays
from ombelle_loans.lending.schemas import LenderKey
from ombelle_loans.vocabulary import Category


class PlanningQuery(ListQuery):
    """Which items, and which days: two years at most, a year from today where nothing is told."""

    model_config = ConfigDict(populate_by_name=True)

    since: WrittenDay | None = Field(default=None, alias="from")
    until: WrittenDay | None = Field(default=None, alias="to")
    q: Annotated[str, Field(max_length=200)] | None = Field(default=None, description="Words of the title.")
    item: UUID | None = None
    lender: LenderKey | None = None
    category: Category | None = None


class PlannedBlock(BaseModel):
    """Days on which a unit is not free; `blocked_…` include the buffers. What was released shows what it took."""

    id: UUID
    kind: BlockKind
    loan_id: UUID | None
    starts_on: date
    ends_on: date
    blocked_from: date
    blocked_until: date
    expires_at: datetime | None
    is_released: bool
    is_late: bool
    risks: Sequence[Risk]
    reason: str | None


class PlannedUnit(BaseModel):
    """A line of the planning."""

    id: UUID
    code: str
    name: str
    copy_number: int
    module_number: int | None
    state: Literal["usable", "damaged", "lost", "retired"]
    blocks: Sequence[PlannedBlock]


class PlannedFormat(BaseModel):
    """A format and its units."""

    id: UUID
    format: str
    label: str | None
    retired_on: date | None
    buffer_before_days: int
    buffer_after_days: int
    units: Sequence[PlannedUnit]


class PlannedItem(BaseModel):
    """An item and its formats."""

    id: UUID
    slug: str
    title: str
    category: Category
    owner_organisation_id: UUID | None
    owner_name: str | None
    opening_days: Sequence[int]
    closed: Sequence[ClosedDays]
    formats: Sequence[PlannedFormat]


class Movement(BaseModel):
    """A loan that leaves or comes back."""

    loan_id: UUID
    item_id: UUID
    slug: str
    title: str
    starts_on: date
    ends_on: date
    unit_ids: Sequence[UUID]


class LoanBriefOut(BaseModel):
    """A loan in a few words."""

    number: int
    status: str
    organisation_id: UUID
    organisation_name: str | None
    place_name: str | None
    department: str | None


class PlanningOut(BaseModel):
    """The units of items that the caller lends, on a line of time, and today's movements of all they lend."""

    starts_on: date
    ends_on: date
    today: date
    items: Sequence[PlannedItem]
    leaving: Sequence[Movement]
    coming_back: Sequence[Movement]
    late: Sequence[Movement]
    loans: Mapping[UUID, LoanBriefOut]
    next: str | None
    total: int
