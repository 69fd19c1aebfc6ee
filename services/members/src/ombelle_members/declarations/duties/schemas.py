from datetime import date
from typing import Annotated, Any, Literal, Self

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import BaseModel, ConfigDict, Field, model_validator

from ombelle_members.declarations.duties.domain import DutyKind, DutyState
from ombelle_members.typed_days import Day


class DutiesQuery(ListQuery):
    """Which duties are asked for, as a day sees them: today, in Paris, where it is left out."""

    on: Day | None = None
    state: DutyState | None = None


class DutyWrite(BaseModel):
    """A duty that is entered: accounts that were approved on a day, or something else."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["accounts_published", "other"]
    title: Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING] = None
    since: Day = Field(description="When the accounts were approved; when the other thing began.")
    due_on: Day | None = Field(default=None, description="Of something else.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "other" and (self.title is None or self.due_on is None):
            raise ValueError("Une autre échéance a un intitulé et un jour.")
        if self.kind == "accounts_published" and (self.title is not None or self.due_on is not None):
            raise ValueError(
                "Les comptes sont à publier trois mois après leur approbation : n’indiquez que ce jour."
            )
        if self.due_on is not None and self.due_on < self.since:
            raise ValueError("L’échéance vient après son début.")
        return self


class DutyDone(BaseModel):
    """That a duty was done."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    note: Annotated[Annotated[str, Field(max_length=1000), *LINES] | None, BLANK_IS_NOTHING] = None


class DutyOut(BaseModel):
    """A duty: `about` holds what it follows from, by ids, numbers and years."""

    kind: DutyKind
    key: str
    title: str = Field(
        description="In French, or as somebody entered it; `kind` and `about` say it in any language."
    )
    due_on: date
    state: DutyState
    done_on: date | None
    note: str | None
    about: dict[str, Any]
    allowed_actions: list[str]


class Duties(BaseModel):
    """A page of duties, the first due first."""

    on: date
    items: list[DutyOut]
    next: str | None
    total: int
    allowed_actions: list[str]
