from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ombelle_chassis.email_addresses import OptionalEmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_days import AS_WRITTEN
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES, OptionalPhone
from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from ombelle_loans.catalogue.domain import MOST_FORMATS
from ombelle_loans.lending.schemas import LenderKey
from ombelle_loans.vocabulary import (
    Audience,
    Category,
    Condition,
    DocumentKind,
    Format,
    Handling,
    Insurance,
    Language,
    Need,
    Publication,
    Theme,
    UnitState,
)


def _distinct(values: list[Any]) -> list[Any]:
    if len(set(values)) < len(values):
        raise ValueError("La même valeur y est deux fois.")
    return values


_DISTINCT = AfterValidator(_distinct), Field(max_length=20, json_schema_extra={"uniqueItems": True})


Title = Annotated[str, Field(max_length=200), *LINE]
Line100 = Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING]
Line120 = Annotated[Annotated[str, Field(max_length=120), *LINE] | None, BLANK_IS_NOTHING]
Line200 = Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING]
Line300 = Annotated[Annotated[str, Field(max_length=300), *LINE] | None, BLANK_IS_NOTHING]
Lines500 = Annotated[Annotated[str, Field(max_length=500), *LINES] | None, BLANK_IS_NOTHING]
Lines600 = Annotated[Annotated[str, Field(max_length=600), *LINES] | None, BLANK_IS_NOTHING]
Lines1000 = Annotated[Annotated[str, Field(max_length=1000), *LINES] | None, BLANK_IS_NOTHING]
Lines3000 = Annotated[Annotated[str, Field(max_length=3000), *LINES] | None, BLANK_IS_NOTHING]
Lines10000 = Annotated[Annotated[str, Field(max_length=10_000), *LINES] | None, BLANK_IS_NOTHING]
Themes = Annotated[list[Theme], *_DISTINCT]
Audiences = Annotated[list[Audience], *_DISTINCT]
Languages = Annotated[list[Language], *_DISTINCT]
Needs = Annotated[list[Need], *_DISTINCT]
Year = Annotated[int, Field(strict=True, ge=1900, le=2100)] | None
Measure = Annotated[int, Field(strict=True, ge=0, le=100_000)] | None
Packages = Annotated[int, Field(strict=True, ge=0, le=10_000)] | None
Panels = Annotated[int, Field(strict=True, ge=0, le=1000)] | None
Value = Annotated[int, Field(strict=True, ge=0, le=10_000_000_000)] | None
Buffer = Annotated[int, Field(strict=True, ge=0, le=60)] | None
Notice = Annotated[int, Field(strict=True, ge=0, le=366)] | None
Length = Annotated[int, Field(strict=True, ge=1, le=366)] | None
Added = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2100, 12, 31)), AS_WRITTEN]


class Sheet(BaseModel):
    """What an item's editors write. Rules left out are the lender's."""

    model_config = ConfigDict(extra="forbid")

    abstract: Lines600 = None
    description: Lines10000 = None
    producer: Line300 = None
    year: Year = None
    credits: Lines1000 = None
    space_m2: Measure = None
    needs_power: StrictBool | None = None
    weight_kg: Measure = None
    packages: Packages = None
    transport: Lines1000 = None
    setup: Lines3000 = Field(default=None, description="What is needed to set it up.")
    insurance_value_cents: Value = None
    condition: Condition | None = None
    contact_email: OptionalEmailAddress = None
    contact_phone: OptionalPhone = None
    buffer_before_days: Buffer = None
    buffer_after_days: Buffer = None
    notice_days: Notice = None
    min_days: Length = None
    max_days: Length = None
    insurance: Insurance | None = None


class FormatSheet(BaseModel):
    """What a format says for itself; what is left out is as the item says."""

    model_config = ConfigDict(extra="forbid")

    label: Line120 = None
    external_id: Line100 = Field(default=None, description="What imports and figures know it by.")
    panels: Panels = None
    dimensions: Line300 = None
    space_m2: Measure = None
    needs_power: StrictBool | None = None
    weight_kg: Measure = None
    packages: Packages = None
    transport: Lines1000 = None
    setup: Lines3000 = None
    insurance_value_cents: Value = None
    retired_on: Added | None = None


class FormatCreate(FormatSheet):
    """A format, with so many copies; each of them whole, or in these modules."""

    format: Format
    position: Annotated[int, Field(strict=True, ge=0, le=1000)] = 0
    added_on: Added | None = Field(default=None, description="Today without it.")
    copies: Annotated[int, Field(strict=True, ge=0, le=20)] = 1
    modules: Annotated[list[Annotated[str, Field(max_length=120), *LINE]], Field(max_length=100)] = Field(
        default_factory=list, description="The names of the modules of each copy; none: it goes out whole."
    )


class FormatPatch(FormatSheet):
    """The fields to change; those left out stay as they are."""

    format: Format | MISSING = MISSING
    position: Annotated[int, Field(strict=True, ge=0, le=1000)] | MISSING = MISSING
    added_on: Added | MISSING = MISSING


def _french() -> list[Language]:
    return ["fr"]


class ItemCreate(Sheet):
    """An item to enter, a draft until it is published."""

    owner: LenderKey = "agency"
    title: Title
    category: Category
    themes: Themes = Field(default_factory=list)
    audiences: Audiences = Field(default_factory=list)
    languages: Languages = Field(default_factory=_french)
    accessibility: Needs = Field(default_factory=list)
    handling: Handling = "handled_here"
    added_on: Added | None = Field(default=None, description="Today without it.")
    formats: Annotated[list[FormatCreate], Field(min_length=1, max_length=MOST_FORMATS)]


class ItemPatch(Sheet):
    """The fields to change; those left out stay as they are."""

    title: Title | MISSING = MISSING
    category: Category | MISSING = MISSING
    themes: Themes | MISSING = MISSING
    audiences: Audiences | MISSING = MISSING
    languages: Languages | MISSING = MISSING
    accessibility: Needs | MISSING = MISSING
    handling: Handling | MISSING = MISSING
    added_on: Added | MISSING = MISSING


class Retirement(BaseModel):
    """From which day it is lent no more; `null` takes that back."""

    model_config = ConfigDict(extra="forbid")

    retired_on: Added | None


class UnitCreate(BaseModel):
    """A copy, or a module of one."""

    model_config = ConfigDict(extra="forbid")

    copy_number: Annotated[int, Field(strict=True, ge=1, le=100)] = 1
    module_number: Annotated[int, Field(strict=True, ge=1, le=200)] | None = None
    name: Line120 = None
    state: UnitState = "usable"
    state_note: Lines500 = None
    place: Line200 = Field(default=None, description="Where it stands in the store-room.")


class UnitPatch(BaseModel):
    """The fields to change; those left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    name: Line120 = None
    state: UnitState | MISSING = MISSING
    state_note: Lines500 = None
    place: Line200 = None


class ItemsQuery(ListQuery):
    """Which items are asked for."""

    q: str = Field(default="", max_length=200, pattern=STORABLE)
    owner: LenderKey | None = None
    category: Category | None = None
    publication: Publication | None = None
    retired: bool | None = Field(
        default=None, description="Only those that are lent no more, or only the others."
    )


class Owner(BaseModel):
    """Whose an item is. The agency has no id."""

    id: UUID | None
    name: str


class UnitOut(BaseModel):
    """What goes out: a whole copy, or a module of one. `code` is printed on it."""

    id: UUID
    item_id: UUID
    format_id: UUID
    copy_number: int
    module_number: int | None
    name: str | None
    code: str
    state: UnitState
    state_note: str | None
    place: str | None
    version: int
    allowed_actions: list[str]


class FormatOut(BaseModel):
    """A format, with what it says for itself, and its units."""

    id: UUID
    format: Format
    label: str | None
    external_id: str | None
    panels: int | None
    dimensions: str | None
    space_m2: int | None
    needs_power: bool | None
    weight_kg: int | None
    packages: int | None
    transport: str | None
    setup: str | None
    insurance_value_cents: int | None
    position: int
    added_on: date
    retired_on: date | None
    units: list[UnitOut]


class PhotoOut(BaseModel):
    """A photograph: `alt` says what it shows, `credit` whose it is."""

    id: UUID
    url: str
    media_type: str
    width: int
    height: int
    alt: str
    credit: str


class DocumentOut(BaseModel):
    """A document that goes with an item."""

    id: UUID
    url: str
    kind: DocumentKind
    title: str
    name: str
    media_type: str
    size_bytes: int
    is_public: bool


class LentItemOut(BaseModel):
    """An item as those who lend it see it."""

    id: UUID
    slug: str
    owner: Owner
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
    space_m2: int | None
    needs_power: bool | None
    weight_kg: int | None
    packages: int | None
    transport: str | None
    setup: str | None
    insurance_value_cents: int | None
    condition: Condition | None
    handling: Handling
    contact_email: str | None
    contact_phone: str | None
    buffer_before_days: int | None
    buffer_after_days: int | None
    notice_days: int | None
    min_days: int | None
    max_days: int | None
    insurance: Insurance | None
    publication: Publication
    published_at: datetime | None
    added_on: date
    retired_on: date | None
    formats: list[FormatOut]
    photos: list[PhotoOut]
    documents: list[DocumentOut]
    version: int
    created_at: datetime
    updated_at: datetime
    allowed_actions: list[str]


class ItemListed(BaseModel):
    """An item in a list of those who lend it."""

    id: UUID
    slug: str
    owner: Owner
    title: str
    category: Category
    formats: list[Format]
    units: int
    publication: Publication
    added_on: date
    retired_on: date | None
    version: int
    allowed_actions: list[str]


class Items(BaseModel):
    """A page of items, by title, and how many there are in all."""

    items: list[ItemListed]
    next: str | None
    total: int


class PhotoPatch(BaseModel):
    """The fields to change."""

    model_config = ConfigDict(extra="forbid")

    alt: Annotated[str, Field(max_length=300), *LINE] | MISSING = MISSING
    credit: Annotated[str, Field(max_length=200), *LINE] | MISSING = MISSING
    position: Annotated[int, Field(strict=True, ge=0, le=1000)] | MISSING = MISSING


class DocumentPatch(BaseModel):
    """The fields to change."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(max_length=200), *LINE] | MISSING = MISSING
    kind: DocumentKind | MISSING = MISSING
    is_public: StrictBool | MISSING = MISSING
    position: Annotated[int, Field(strict=True, ge=0, le=1000)] | MISSING = MISSING
