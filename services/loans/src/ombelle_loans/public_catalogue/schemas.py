from datetime import date
from typing import Annotated, Any, Final, Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_days import WrittenDay
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ombelle_loans.lending.schemas import LenderKey
from ombelle_loans.vocabulary import (
    Audience,
    Basis,
    Category,
    Condition,
    DocumentKind,
    Format,
    Handling,
    Insurance,
    Language,
    Need,
    Theme,
)

_Many: Any = Field(default_factory=list, max_length=20)
_LISTS: Final = (
    "category",
    "theme",
    "audience",
    "format",
    "department",
    "owner",
    "language",
    "accessibility",
)
_LONGEST_LOAN = 366


class CatalogueFilters(BaseModel):
    """What is looked for: within a list (repeated, or by commas) any of them, between lists all."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(default="", max_length=200, pattern=STORABLE)
    category: list[Category] = _Many
    theme: list[Theme] = _Many
    audience: list[Audience] = _Many
    format: list[Format] = _Many
    department: Annotated[
        list[Annotated[str, Field(pattern="^[0-9][0-9AB][0-9]?$")]],
        Field(description="Of the owner, like 80, 2A, 974."),
    ] = _Many
    owner: list[LenderKey] = _Many
    language: list[Language] = _Many
    accessibility: list[Need] = _Many
    available_from: WrittenDay | None = Field(
        default=None, description="With `available_to`: only what can be had on all of these days."
    )
    available_to: WrittenDay | None = None

    @field_validator(*_LISTS, mode="before")
    @classmethod
    def _split(cls, values: Any) -> Any:
        """Read `theme=health,astronomy` as `theme=health&theme=astronomy`, as the agenda does."""
        if not isinstance(values, list):
            return values
        return [
            part for value in values for part in (value.split(",") if isinstance(value, str) else [value])
        ]

    @model_validator(mode="after")
    def _window(self) -> Self:
        first, last = self.available_from, self.available_to
        if (first is None) != (last is None):
            raise ValueError("Donnez les deux jours, le premier et le dernier.")
        if first is not None and last is not None:
            if last < first:
                raise ValueError("Le dernier jour vient après le premier.")
            if (last - first).days >= _LONGEST_LOAN:
                raise ValueError("Un prêt dure au plus un an.")
        return self


class CatalogueQuery(CatalogueFilters, ListQuery):
    """What is looked for, and which page of it."""


class PublicOwner(BaseModel):
    """Whose an item is. The agency has no id."""

    id: UUID | None
    name: str
    department: str | None


class PublicPhoto(BaseModel):
    """A photograph: `alt` says what it shows, `credit` whose it is."""

    url: str
    width: int
    height: int
    alt: str
    credit: str


class PublicDocument(BaseModel):
    """A document to download."""

    url: str
    kind: DocumentKind
    title: str
    name: str
    media_type: str
    size_bytes: int


class Card(BaseModel):
    """An item in a list."""

    id: UUID
    slug: str
    title: str
    category: Category
    abstract: str | None
    themes: list[Theme]
    audiences: list[Audience]
    languages: list[Language]
    formats: list[Format]
    year: int | None
    handling: Handling
    owner: PublicOwner
    photo: PublicPhoto | None


class Catalogue(BaseModel):
    """A page of the catalogue: what is looked for by words, those that have them in their titles first; then by title."""

    items: list[Card]
    next: str | None
    total: int


class Facet(BaseModel):
    """A value, what it is called, and how many items have it; `null` is nothing known."""

    value: str | None
    label: str
    count: int


class CatalogueFacets(BaseModel):
    """Counts over the same items as the list."""

    total: int
    category: list[Facet]
    theme: list[Facet]
    audience: list[Facet]
    format: list[Facet]
    department: list[Facet]
    owner: list[Facet]
    language: list[Facet]
    accessibility: list[Facet]


class PublicFormat(BaseModel):
    """A format: its own measures, the item's where it has none; how many copies there are, and the modules of each."""

    id: UUID
    format: Format
    label: str | None
    panels: int | None
    dimensions: str | None
    space_m2: int | None
    needs_power: bool | None
    weight_kg: int | None
    packages: int | None
    transport: str | None
    setup: str | None
    insurance_value_cents: int | None
    copies: int
    modules: list[str]


class PublicRules(BaseModel):
    """On what terms it is lent. Lengths are days, both ends counted."""

    min_days: int
    max_days: int
    notice_days: int
    opening_days: list[int]
    insurance: Insurance


class PublicTariff(BaseModel):
    """What a loan that begins today costs: once, or for each period begun."""

    basis: Basis
    period_days: int | None
    member_cents: int
    other_cents: int


class PublicPlace(BaseModel):
    """Where it is fetched and brought back."""

    id: UUID
    name: str
    address: str
    hours: str | None
    directions: str | None


class PublicContact(BaseModel):
    """Whom to ask, where that is not done here."""

    email: str | None
    phone: str | None


class PublicItem(BaseModel):
    """An item's whole sheet."""

    id: UUID
    slug: str
    title: str
    category: Category
    abstract: str | None
    description: str | None
    themes: list[Theme]
    audiences: list[Audience]
    languages: list[Language]
    accessibility: list[Need]
    producer: str | None
    year: int | None
    credits: str | None
    condition: Condition | None
    handling: Handling
    contact: PublicContact | None
    owner: PublicOwner
    retired_on: date | None
    formats: list[PublicFormat]
    photos: list[PublicPhoto]
    documents: list[PublicDocument]
    rules: PublicRules
    tariff: PublicTariff | None
    pickup_places: list[PublicPlace]
    similar: list[Card]
    updated_at: str
