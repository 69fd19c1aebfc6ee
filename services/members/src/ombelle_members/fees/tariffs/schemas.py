from datetime import date
from typing import Annotated
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ombelle_members.fees.domain import Category, College
from ombelle_members.fees.schemas import Cents
from ombelle_members.fees.tariffs.domain import iban_of
from ombelle_members.organisations.domain import web_page
from ombelle_members.organisations.schemas import Siret
from ombelle_members.typed_days import Day

_Note = Annotated[Annotated[str, Field(max_length=2000), *LINES] | None, BLANK_IS_NOTHING]
_Iban = Annotated[Annotated[str, Field(max_length=42), AfterValidator(iban_of)] | None, BLANK_IS_NOTHING]
_Link = Annotated[
    Annotated[str, Field(max_length=500), *LINE, AfterValidator(web_page)] | None, BLANK_IS_NOTHING
]


class FeeTariffLine(BaseModel):
    """What a category pays; without a college, in those that have no line of their own."""

    model_config = ConfigDict(extra="forbid")

    category: Category
    college: College | None = None
    amount_cents: Cents


def _distinct(lines: list[FeeTariffLine]) -> list[FeeTariffLine]:
    if len({(line.category, line.college) for line in lines}) < len(lines):
        raise ValueError("La même catégorie y est deux fois pour le même collège.")
    return lines


class FeeTariffWrite(BaseModel):
    """A tariff: what membership costs from a day on."""

    model_config = ConfigDict(extra="forbid")

    starts_on: Day = Field(description="Fees of years that begin on this day or later are called by it.")
    adopted_on: Day = Field(description="When it was decided.")
    note: _Note = None
    lines: Annotated[list[FeeTariffLine], Field(min_length=1, max_length=20), AfterValidator(_distinct)]


class FeeTariffOut(BaseModel):
    """A tariff, and how many fees were called by it."""

    id: UUID
    starts_on: date
    ends_on: date | None = Field(description="Its last day; null as long as none follows.")
    adopted_on: date
    note: str | None
    lines: list[FeeTariffLine]
    fees: int
    is_current: bool


class FeeTariffsQuery(ListQuery):
    """Which tariffs are asked for."""

    on: Day | None = Field(default=None, description="Only the one of this day.")


class FeeTariffs(BaseModel):
    """A page of tariffs, the latest first; `version` is what `If-Match` names, and grows with each change of any."""

    items: list[FeeTariffOut]
    next: str | None
    total: int
    version: int
    allowed_actions: list[str]


class FeeSettingsWrite(BaseModel):
    """How fees are asked for."""

    model_config = ConfigDict(extra="forbid")

    due_days: int = Field(
        default=60, strict=True, ge=0, le=366, description="Days that a call leaves to pay."
    )
    remind_after_days: Annotated[int, Field(strict=True, ge=0, le=366)] | None = Field(
        default=None, description="A reminder leaves by itself so many days after the due one; null: never."
    )
    remind_every_days: int = Field(
        default=30, strict=True, ge=1, le=366, description="Never two reminders of a fee within so many days."
    )
    most_reminders: int = Field(
        default=3, strict=True, ge=1, le=20, description="That leave by themselves, for one fee."
    )
    how_to_pay: _Note = None
    iban: _Iban = None
    payment_link: _Link = Field(
        default=None, description="Where one pays online, such as a form of HelloAsso."
    )
    siret: Siret = Field(default=None, description="The association's own, for Chorus Pro.")


class FeeSettingsOut(FeeSettingsWrite):
    """How fees are asked for; `version` is what `If-Match` names."""

    version: int
    allowed_actions: list[str]
