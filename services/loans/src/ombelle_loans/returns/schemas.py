from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINES
from pydantic import BaseModel, ConfigDict, Field, model_validator

from ombelle_loans.lending.schemas import Lender

_Year = Annotated[int, Field(strict=True, ge=1990, le=2199)]
_Note = Annotated[Annotated[str, Field(max_length=2000), *LINES] | None, BLANK_IS_NOTHING]


class Asking(BaseModel):
    """Of which year contributors are asked."""

    model_config = ConfigDict(extra="forbid")

    year: _Year


class Asked(BaseModel):
    """How many were asked who had not been."""

    asked: int


class ReturnPut(BaseModel):
    """How a contributor's items went round in a year, wherever they were lent."""

    model_config = ConfigDict(extra="forbid")

    loans: Annotated[int, Field(strict=True, ge=0, le=100_000)]
    days: Annotated[
        int, Field(strict=True, ge=0, le=10_000_000, description="Days of all these loans together.")
    ]
    note: _Note = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.days < self.loans or (self.loans == 0) != (self.days == 0):
            raise ValueError("Un prêt dure un jour au moins, et sans prêt il n'y a pas de jours.")
        return self


class ReturnOut(BaseModel):
    """A contributor's return of a year; `known_loans` and `known_days` are those of the loans that were made here."""

    id: UUID
    contributor: Lender
    year: int
    asked_at: datetime
    loans: int | None
    days: int | None
    note: str | None
    answered_at: datetime | None
    known_loans: int
    known_days: int
    version: int
    allowed_actions: list[str]


class ReturnsQuery(ListQuery):
    """Which returns are asked for."""

    year: int | None = Field(default=None, ge=1990, le=2199)


class Returns(BaseModel):
    """A page of returns, and the analysis that all contributors share: how many answered, how many of these lent, what."""

    items: list[ReturnOut]
    next: str | None
    total: int = Field(description="Returns that the caller may read one by one.")
    asked: int = Field(description="Contributors who were asked; the numbers below are those of all of them.")
    answered: int
    lent: int
    loans: int
    days: int
    response_rate_percent: float | None
