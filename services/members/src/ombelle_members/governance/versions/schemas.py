from datetime import date
from typing import Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import OptionalMessage
from pydantic import MISSING, BaseModel, ConfigDict, Field, model_validator

from ombelle_members.governance.bylaws import BylawsRules
from ombelle_members.typed_days import Day


class BylawsQuery(ListQuery):
    """All of them."""


class BylawsWrite(BaseModel):
    """A version of the bylaws. One that begins after the running version ends it; an older one says when it ended."""

    model_config = ConfigDict(extra="forbid")

    adopted_on: Day
    begins_on: Day
    ends_on: Day | None = Field(default=None, description="The first day without it, for one that is past.")
    rules: BylawsRules
    note: OptionalMessage = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends_on is not None and self.ends_on <= self.begins_on:
            raise ValueError("Les statuts prennent fin avant d’avoir commencé.")
        if self.begins_on < self.adopted_on:
            raise ValueError("Les statuts s’appliquent avant d’être adoptés.")
        return self


class BylawsPatch(BaseModel):
    """What is corrected; what is left out stays as it is. `rules` are given whole."""

    model_config = ConfigDict(extra="forbid")

    adopted_on: Day | MISSING = MISSING
    rules: BylawsRules | MISSING = MISSING
    note: OptionalMessage = None


class BylawsOut(BaseModel):
    """A version of the bylaws. `ends_on` is the first day without it."""

    id: UUID
    adopted_on: date
    begins_on: date
    ends_on: date | None
    is_in_force: bool
    rules: BylawsRules
    note: str | None
    version: int
    allowed_actions: list[str]


class BylawsVersions(BaseModel):
    """The versions, the last first. `founding_rules` hold as long as none is entered."""

    items: list[BylawsOut]
    next: str | None
    total: int
    founding_rules: BylawsRules
    may_adopt: bool
