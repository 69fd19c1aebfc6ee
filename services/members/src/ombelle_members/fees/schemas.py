from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINES
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.fees.domain import Age, Category, College, FeeState, Method
from ombelle_members.typed_days import Day

Year = Annotated[int, Field(ge=1900, le=2200)]
Cents = Annotated[int, Field(strict=True, ge=0, le=100_000_000, description="Cents of a euro.")]
Reason = Annotated[str, Field(max_length=500), *LINES]
OptionalReason = Annotated[Reason | None, BLANK_IS_NOTHING]


class FeeMember(BaseModel):
    """Whose fee it is."""

    id: UUID
    number: int
    kind: Literal["legal", "natural"]
    name: str | None


class PaymentOut(BaseModel):
    """What was received for a fee; void, it was none after all, and says why."""

    id: UUID
    method: Method
    reference: str | None
    received_on: date
    amount_cents: int
    voided_on: date | None
    void_reason: str | None


class MemberFeeOut(BaseModel):
    """What a member owes for a year, and what was received of it; `version` is what `If-Match` names."""

    id: UUID
    member: FeeMember
    year: int
    starts_on: date
    ends_on: date = Field(description="The last day that the fee covers.")
    category: Category
    college: College | None
    amount_cents: int
    amount_reason: str | None = Field(description="Why the amount is not the tariff's.")
    received_cents: int
    remaining_cents: int
    state: FeeState
    is_late: bool
    called_on: date
    due_on: date
    waived_on: date | None
    waive_reason: str | None
    void_on: date | None
    void_reason: str | None
    reminders: int
    last_reminded_on: date | None
    receipt: str | None = Field(description="The number of its receipt, such as 2027-0012.")
    payments: list[PaymentOut]
    version: int
    allowed_actions: list[str]


class FeesExport(BaseModel):
    """Which fees are asked for."""

    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(
        default=None,
        max_length=200,
        pattern=STORABLE,
        description="Words of the member's name, or its number.",
    )
    year: int | None = Field(default=None, ge=1900, le=2200)
    member: UUID | None = None
    state: FeeState | None = None
    late: bool = Field(default=False, description="`true`: only what is owed since before today.")
    category: Category | None = None
    college: College | None = None


class FeesQuery(ListQuery, FeesExport):
    """Which fees are asked for, page by page."""


class Fees(BaseModel):
    """A page of fees: the latest year first, by the members' names."""

    items: list[MemberFeeOut]
    next: str | None
    total: int
    amount_cents: int = Field(description="Of all the filters find, void ones left out.")
    received_cents: int
    remaining_cents: int


class ReasonWrite(BaseModel):
    """Why it is done."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class WaiveWrite(ReasonWrite):
    """Why a fee is waived, and since when."""

    on: Day | None = Field(default=None, description="Today where it is not told; no later.")


class PostponeWrite(BaseModel):
    """Until when a fee may be paid now."""

    model_config = ConfigDict(extra="forbid")

    due_on: Day


class AgeingQuery(ListQuery):
    """The day that is asked about."""

    on: Day | None = Field(default=None, description="Today where it is not told.")


class AgeBucket(BaseModel):
    """What is owed since when: `to_30` is one to thirty days after the due one."""

    age: Age
    fees: int
    remaining_cents: int


class AgeingRow(BaseModel):
    """A fee that was owed on the day."""

    id: UUID
    member: FeeMember
    year: int
    due_on: date
    days_late: int = Field(description="Zero or less as long as it is not due.")
    age: Age
    remaining_cents: int
    reminders: int


class Ageing(BaseModel):
    """What was owed on a day, the oldest first."""

    on: date
    buckets: list[AgeBucket]
    remaining_cents: int
    items: list[AgeingRow]
    next: str | None
    total: int
