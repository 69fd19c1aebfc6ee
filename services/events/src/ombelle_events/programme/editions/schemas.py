from datetime import date
from typing import Annotated, Literal

from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_days import WrittenDay
from pydantic import MISSING, BaseModel, ConfigDict, Field, StringConstraints

Year = Annotated[int, Field(strict=True, ge=1991, le=2199)]
Theme = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=STORABLE)
]
Mastering = Literal["here", "nationally"]


class EditionNew(BaseModel):
    """A year's festival to open; civil days, both included."""

    model_config = ConfigDict(extra="forbid")

    year: Year
    theme: Theme | None = None
    starts_on: WrittenDay
    ends_on: WrittenDay
    mastering: Mastering = "nationally"


class EditionPatch(BaseModel):
    """The fields to change."""

    model_config = ConfigDict(extra="forbid")

    theme: Theme | None = None
    starts_on: date | MISSING = MISSING
    ends_on: date | MISSING = MISSING
    mastering: Mastering | MISSING = MISSING
