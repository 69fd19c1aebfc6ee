from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from ombelle_chassis.email_addresses import OptionalEmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import WrittenDay
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES, OptionalPhone
from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, model_validator

from ombelle_loans.vocabulary import Basis, Category, Insurance

LenderKey = Literal["agency"] | UUID
"""The agency, or an organisation by its id."""


def _distinct(values: list[Any]) -> list[Any]:
    if len(set(values)) < len(values):
        raise ValueError("La même valeur y est deux fois.")
    return sorted(values)


_DISTINCT = AfterValidator(_distinct), Field(json_schema_extra={"uniqueItems": True})
_Days = Annotated[int, Field(strict=True, ge=0, le=366)]
_Length = Annotated[int, Field(strict=True, ge=1, le=366)]
Buffer = Annotated[int, Field(strict=True, ge=0, le=60, description="Working days.")]
OpeningDays = Annotated[
    list[Annotated[int, Field(strict=True, ge=1, le=7)]],
    Field(min_length=1, max_length=7, description="Days of the week, Monday is 1."),
    *_DISTINCT,
]
Departments = Annotated[
    list[Annotated[str, Field(pattern="^[0-9][0-9AB][0-9]?$")]], Field(max_length=110), *_DISTINCT
]
_Line200 = Annotated[str, Field(max_length=200), *LINE]
_Lines500 = Annotated[str, Field(max_length=500), *LINES]
_Lines1000 = Annotated[str, Field(max_length=1000), *LINES]
_Template = Annotated[Annotated[str, Field(max_length=20_000), *LINES] | None, BLANK_IS_NOTHING]
_Cents = Annotated[int, Field(strict=True, ge=0, le=100_000_000)]


class PickupPlaceIn(BaseModel):
    """A place where items are fetched and brought back; with `id`, one that is there already."""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = None
    name: _Line200
    address: _Lines500
    hours: Annotated[_Lines500 | None, BLANK_IS_NOTHING] = None
    directions: Annotated[_Lines1000 | None, BLANK_IS_NOTHING] = None


class PickupPlaceOut(BaseModel):
    """A place where items are fetched and brought back."""

    id: UUID
    name: str
    address: str
    hours: str | None
    directions: str | None


class LenderSettingsPatch(BaseModel):
    """The settings to change; those left out stay as they are. `pickup_places` is the whole list."""

    model_config = ConfigDict(extra="forbid")

    opening_days: OpeningDays | MISSING = MISSING
    buffer_before_days: Buffer | MISSING = MISSING
    buffer_after_days: Buffer | MISSING = MISSING
    near_departments: Departments | MISSING = Field(
        default=MISSING, description="Places of use elsewhere take the far buffers; none: all are near."
    )
    far_buffer_before_days: Buffer | MISSING = MISSING
    far_buffer_after_days: Buffer | MISSING = MISSING
    notice_days: _Days | MISSING = MISSING
    min_days: _Length | MISSING = MISSING
    max_days: _Length | MISSING = MISSING
    hold_days: Annotated[int, Field(strict=True, ge=1, le=90)] | MISSING = MISSING
    insurance: Insurance | MISSING = MISSING
    agreement_template: _Template = None
    address: Annotated[_Lines500 | None, BLANK_IS_NOTHING] = None
    email: OptionalEmailAddress = None
    phone: OptionalPhone = None
    signatory_name: Annotated[_Line200 | None, BLANK_IS_NOTHING] = None
    signatory_capacity: Annotated[_Line200 | None, BLANK_IS_NOTHING] = None
    pickup_places: Annotated[list[PickupPlaceIn], Field(max_length=50)] | MISSING = MISSING


class Lender(BaseModel):
    """Who lends. The agency has no id."""

    id: UUID | None
    name: str


class LenderSettingsOut(BaseModel):
    """How a lender lends; `version` 0 and no `updated_at` where nothing was set yet."""

    lender: Lender
    opening_days: list[int]
    buffer_before_days: int
    buffer_after_days: int
    near_departments: list[str]
    far_buffer_before_days: int
    far_buffer_after_days: int
    notice_days: int
    min_days: int
    max_days: int
    hold_days: int
    insurance: Insurance
    agreement_template: str | None
    address: str | None
    email: str | None
    phone: str | None
    signatory_name: str | None
    signatory_capacity: str | None
    pickup_places: list[PickupPlaceOut]
    version: int
    updated_at: datetime | None
    allowed_actions: list[str]


class LenderListed(BaseModel):
    """A lender in a list."""

    lender: Lender
    has_settings: bool
    items: int = Field(description="How many items are theirs.")
    allowed_actions: list[str]


class Lenders(BaseModel):
    """The lenders that the caller lends for: the agency first, the others by name."""

    items: list[LenderListed]
    next: str | None
    total: int


class TariffsQuery(ListQuery):
    """Which tariffs are asked for."""

    lender: LenderKey | None = None
    category: Category | None = None
    on: WrittenDay | None = Field(default=None, description="Those that hold on this day.")


class TariffCreate(BaseModel):
    """What a lender asks for a category, for loans that begin on these days."""

    model_config = ConfigDict(extra="forbid")

    lender: LenderKey = "agency"
    category: Category
    starts_on: WrittenDay
    ends_on: WrittenDay | None = Field(
        default=None, description="The last day; without it, until another is said."
    )
    basis: Basis
    period_days: _Length | None = Field(default=None, description="For `per_period`: how long one is.")
    member_cents: _Cents
    other_cents: _Cents

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise ValueError("Le dernier jour vient après le premier.")
        if (self.basis == "per_period") != (self.period_days is not None):
            raise ValueError("Un tarif par période dit la longueur d'une période ; un forfait n'en a pas.")
        return self


class TariffPatch(BaseModel):
    """When it ends. Other amounts are another tariff: loans keep the one that they were settled by."""

    model_config = ConfigDict(extra="forbid")

    ends_on: WrittenDay | None


class TariffOut(BaseModel):
    """A tariff; `ends_on` is its last day."""

    id: UUID
    lender: Lender
    category: Category
    starts_on: date
    ends_on: date | None
    basis: Basis
    period_days: int | None
    member_cents: int
    other_cents: int
    version: int
    allowed_actions: list[str]


class Tariffs(BaseModel):
    """A page of tariffs: by lender and category, the newest first."""

    items: list[TariffOut]
    next: str | None
    total: int
