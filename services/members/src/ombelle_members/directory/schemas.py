from typing import Annotated, Any, Final
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StrictBool, field_validator

from ombelle_members.vocabulary import Kind, Offer, Theme

_Many: Any = Field(default_factory=list, max_length=20)
_LISTS: Final = ("kind", "department", "theme", "offer", "commune")


class DirectoryFilters(BaseModel):
    """What is looked for: within a list (repeated, or by commas) any of them, between lists all."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(
        default="", max_length=200, pattern=STORABLE, description="Words of the name or the commune."
    )
    kind: list[Kind] = _Many
    department: Annotated[
        list[Annotated[str, Field(pattern="^[0-9][0-9AB][0-9]?$")]], Field(description="Like 80, 2A, 974.")
    ] = _Many
    theme: list[Theme] = _Many
    offer: list[Offer] = _Many
    commune: Annotated[
        list[Annotated[str, Field(pattern="^[0-9][0-9AB][0-9]{3}$")]],
        Field(description="INSEE codes, like 80021."),
    ] = _Many

    @field_validator(*_LISTS, mode="before")
    @classmethod
    def _split(cls, values: Any) -> Any:
        """Read `theme=health,astronomy` as `theme=health&theme=astronomy`, as the agenda does."""
        if not isinstance(values, list):
            return values
        return [
            part for value in values for part in (value.split(",") if isinstance(value, str) else [value])
        ]


class DirectoryQuery(DirectoryFilters, ListQuery):
    """What is looked for, and which page of it."""


class DirectoryCard(BaseModel):
    """A public organisation in a list."""

    id: UUID
    slug: str
    name: str
    kind: Kind
    commune_insee: str | None
    commune_name: str | None
    department: str | None
    latitude: float | None
    longitude: float | None
    themes: list[Theme]
    offers: list[Offer]


class Directory(BaseModel):
    """A page of the directory: names that hold what is looked for first, then by name."""

    items: list[DirectoryCard]
    next: str | None
    total: int


class DirectoryFacet(BaseModel):
    """A value, what it is called, and how many organisations have it; `null` is nothing known."""

    value: str | None
    label: str
    count: int


class DirectoryFacets(BaseModel):
    """Counts over the same organisations as the list; `without_place` of them stand on no map."""

    total: int
    without_place: int
    kind: list[DirectoryFacet]
    department: list[DirectoryFacet]
    theme: list[DirectoryFacet]
    offer: list[DirectoryFacet]
    commune: list[DirectoryFacet]


class DirectoryEntry(DirectoryCard):
    """A public organisation: what its people agreed to show. `updated_at` is an instant with its offset."""

    address: str | None
    postal_code: str | None
    website: str | None
    email: str | None
    phone: str | None
    description: str | None
    updated_at: str


class DirectoryDump(BaseModel):
    """Every organisation that is looked for, whole: open data."""

    items: list[DirectoryEntry]
    total: int


class ContactShown(BaseModel):
    """Which of an organisation's contact data stand on its public page. Its people alone decide that."""

    model_config = ConfigDict(extra="forbid")

    shows_email: StrictBool
    shows_phone: StrictBool


class ContactShownOut(ContactShown):
    """The same, with what the caller may do about it."""

    is_public: bool
    allowed_actions: list[str]
