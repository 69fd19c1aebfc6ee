from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.typed_days import Day

_Word = Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING]


class OfficersQuery(ListQuery):
    """The day whose officers are asked for; today, in Paris, where it is left out."""

    on: Day | None = None


class OfficerDetails(BaseModel):
    """What the form asks of a person who administers the association."""

    model_config = ConfigDict(extra="forbid")

    birth_date: Day | None = None
    nationality: _Word = None
    occupation: Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING] = None
    home: Annotated[Annotated[str, Field(max_length=500), *LINES] | None, BLANK_IS_NOTHING] = None
    country_of_residence: _Word = None


class OfficerOut(BaseModel):
    """Somebody who administers the association, and what of the form is missing.

    `person_id` is null where a member that is an organisation has nobody to stand for it.
    """

    member_id: UUID
    kind: Literal["legal", "natural"]
    name: str | None
    college: str | None
    capacity: str
    post_number: int
    since: date
    person_id: UUID | None
    representative: str | None
    details: OfficerDetails
    missing: list[str]
    version: int


class Officers(BaseModel):
    """A page of officers, in the form's order."""

    on: date
    items: list[OfficerOut]
    next: str | None
    total: int
    allowed_actions: list[str]


class DetailsKept(BaseModel):
    """That details were kept."""

    person_id: UUID
    version: int
