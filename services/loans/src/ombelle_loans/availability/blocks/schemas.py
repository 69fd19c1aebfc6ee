from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import AS_WRITTEN, WrittenDay
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

OwnKind = Literal["maintenance", "internal_use"]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2150, 1, 1)), AS_WRITTEN]
Reason = Annotated[Annotated[str, Field(max_length=500), *LINE] | None, BLANK_IS_NOTHING]
LONGEST = 1096
"""Days of the longest block, three years."""


def _distinct(units: list[UUID]) -> list[UUID]:
    if len(set(units)) < len(units):
        raise ValueError("La même valeur y est deux fois.")
    return units


class BlocksQuery(ListQuery):
    """Which blocks are asked for."""

    model_config = ConfigDict(populate_by_name=True)

    item: UUID | None = None
    unit: UUID | None = None
    kind: OwnKind | None = None
    since: WrittenDay | None = Field(default=None, alias="from")
    until: WrittenDay | None = Field(default=None, alias="to")
    released: bool | None = Field(default=None, description="`false`: those that block today or will.")


class BlockWrite(BaseModel):
    """The days of a block, both included, and what for."""

    model_config = ConfigDict(extra="forbid")

    starts_on: Day
    ends_on: Day
    reason: Reason = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends_on < self.starts_on:
            raise ValueError("Le dernier jour vient après le premier.")
        if (self.ends_on - self.starts_on).days >= LONGEST:
            raise ValueError("Trois ans au plus.")
        return self


class BlockCreate(BlockWrite):
    """Units blocked together: all of them, or none."""

    kind: OwnKind
    units: Annotated[
        list[UUID],
        Field(min_length=1, max_length=200, json_schema_extra={"uniqueItems": True}),
        AfterValidator(_distinct),
    ]


class BlockOut(BaseModel):
    """A unit that its lender keeps for itself."""

    id: UUID
    unit_id: UUID
    unit_code: str
    unit_name: str
    copy_number: int
    module_number: int | None
    format_id: UUID
    item_id: UUID
    slug: str
    title: str
    kind: OwnKind
    starts_on: date
    ends_on: date
    reason: str | None
    released_at: datetime | None
    version: int
    allowed_actions: Sequence[Literal["edit", "release"]]


class Blocks(BaseModel):
    """A page of blocks, in the order of their first days."""

    items: Sequence[BlockOut]
    next: str | None
    total: int


class BlocksMade(BaseModel):
    """The blocks that were made, one a unit."""

    items: Sequence[BlockOut]
