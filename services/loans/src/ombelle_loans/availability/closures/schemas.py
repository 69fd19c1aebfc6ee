from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import AS_WRITTEN, WrittenDay
from ombelle_chassis.typed_texts import LINE
from pydantic import BaseModel, ConfigDict, Field, model_validator

from ombelle_loans.lending.schemas import LenderKey

_FIRST, _LAST = date(2000, 1, 1), date(2150, 1, 1)
Label = Annotated[str, Field(max_length=120), *LINE]
Day = Annotated[date, Field(ge=_FIRST, le=_LAST), AS_WRITTEN]


class ClosuresQuery(ListQuery):
    """Which closures are asked for: those of a lender, with a day in the window."""

    model_config = ConfigDict(populate_by_name=True)

    lender: LenderKey | None = None
    since: WrittenDay | None = Field(default=None, alias="from")
    until: WrittenDay | None = Field(default=None, alias="to")


class ClosureWrite(BaseModel):
    """Days on which a lender is closed, both included, a year at most."""

    model_config = ConfigDict(extra="forbid")

    starts_on: Day
    ends_on: Day
    label: Label

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.starts_on <= self.ends_on:
            raise ValueError("Le dernier jour vient après le premier.")
        if (self.ends_on - self.starts_on).days >= 366:
            raise ValueError("Une fermeture dure un an au plus.")
        return self


class ClosureCreate(ClosureWrite):
    """The same, and whose."""

    lender: LenderKey = "agency"


class ClosureOut(BaseModel):
    """Days on which a lender is closed; the agency has no organisation."""

    id: UUID
    organisation_id: UUID | None
    starts_on: date
    ends_on: date
    label: str
    version: int
    allowed_actions: Sequence[Literal["edit", "remove"]]


class Closures(BaseModel):
    """A page of closures, in the order of their first days."""

    items: Sequence[ClosureOut]
    next: str | None
    total: int
