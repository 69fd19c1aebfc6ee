from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from ombelle_events.calls.typed import ShortText, Title

# A JSON number on both sides; hundredths, as the table holds them.
Weight = Annotated[
    Decimal,
    Field(gt=0, lt=1000, max_digits=5, decimal_places=2, allow_inf_nan=False),
    PlainSerializer(float, return_type=float),
]
Scale = Annotated[int, Field(strict=True, ge=1, le=100)]


class CriterionWrite(BaseModel):
    """A criterion, new without `id`."""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = None
    name: Title
    help: ShortText = ""
    weight: Weight = Field(description="Its share of the mean is its weight among all weights.")
    scale: Scale = Field(description="Scores go from 0 to this.")


class CriteriaWrite(BaseModel):
    """The whole list, in order; criteria left out go, unless they have scores."""

    model_config = ConfigDict(extra="forbid")

    items: list[CriterionWrite] = Field(max_length=30)


class CallCriterion(BaseModel):
    """A criterion."""

    id: UUID
    name: str
    help: str
    weight: Weight
    scale: int


class Criteria(BaseModel):
    """A call's criteria, in order. `version` is the call's."""

    items: list[CallCriterion]
    next: None = None
    total: int
    version: int
    allowed_actions: list[str]
