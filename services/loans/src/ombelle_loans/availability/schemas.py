from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ombelle_chassis.typed_days import WrittenDay
from pydantic import BaseModel, ConfigDict, Field, field_validator

from ombelle_loans.availability.domain import Choice, Reason

Department = Annotated[
    str, Field(pattern=r"^(?:[0-9]{2}|2[AB]|97[1-8])$", description="As `80`, `2A`, `971`.")
]


class _Asked(BaseModel):
    """What of an item is asked for."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    format: UUID | None = Field(
        default=None, description="One of its formats; needless where it has only one."
    )
    units: list[UUID] = Field(default=[], max_length=200, description="These very copies or modules.")
    modules: list[Annotated[int, Field(ge=1, le=200)]] = Field(
        default=[],
        max_length=200,
        description="The numbers of these modules, of any copy; without them, all.",
    )
    copies: int = Field(default=1, ge=1, le=100, description="How many copies.")
    department: Department | None = Field(
        default=None, description="Where it will be used: what is far takes longer to fetch."
    )

    @field_validator("units", "modules", mode="before")
    @classmethod
    def _split(cls, values: Any) -> Any:
        """Read `modules=1,2` as `modules=1&modules=2`."""
        if not isinstance(values, list):
            return values
        return [
            part for value in values for part in (value.split(",") if isinstance(value, str) else [value])
        ]

    @property
    def choice(self) -> Choice:
        """What of the format."""
        return Choice(frozenset(self.units), frozenset(self.modules), self.copies)


class CalendarQuery(_Asked):
    """Which days are shown: two years at most, a year from today where nothing is told."""

    since: WrittenDay | None = Field(default=None, alias="from")
    until: WrittenDay | None = Field(default=None, alias="to")


class CheckQuery(_Asked):
    """The days of a loan, both included."""

    starts_on: WrittenDay
    ends_on: WrittenDay


class Period(BaseModel):
    """Days, both included."""

    starts_on: date
    ends_on: date


class BusyDays(Period):
    """Days that no new loan can hold, and the strongest reason."""

    code: Reason


class ClosedDays(Period):
    """Days on which nothing leaves or comes back, beside the weekdays on which the lender is never open."""

    code: Reason
    label: str


class UnitCalendar(BaseModel):
    """A copy or a module, and when it is not free."""

    id: UUID
    name: str
    copy_number: int
    module_number: int | None
    is_usable: bool
    busy: Sequence[BusyDays]


class FormatCalendar(BaseModel):
    """A format: when what is asked for cannot be had, when it can next, and each unit."""

    id: UUID
    format: str
    label: str | None
    retired_on: date | None
    buffer_before_days: int
    buffer_after_days: int
    busy: Sequence[BusyDays]
    next_free: Period | None
    units: Sequence[UnitCalendar]


class CalendarOut(BaseModel):
    """When an item is free. Days that no range covers are; a loan begins and ends on an opening day that is not closed."""

    item_id: UUID
    slug: str
    starts_on: date
    ends_on: date
    today: date
    is_lent_here: bool
    first_day: date = Field(description="The first day on which a loan asked for today may begin.")
    notice_days: int
    min_days: int
    max_days: int
    opening_days: Sequence[int] = Field(description="Monday is 1.")
    closed: Sequence[ClosedDays]
    formats: Sequence[FormatCalendar]


class RefusalOut(BaseModel):
    """Why not; `detail` is for people."""

    code: Reason
    detail: str
    unit_id: UUID | None
    days: Period | None


class CheckOut(Period):
    """Whether days are free: which units serve, or why not and what is free next. `blocked` includes the buffers."""

    item_id: UUID
    format_id: UUID
    is_free: bool
    blocked: Period
    unit_ids: Sequence[UUID]
    refusals: Sequence[RefusalOut]
    next_free: Period | None
