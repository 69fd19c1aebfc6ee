from typing import Annotated, Self
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import MISSING, BaseModel, ConfigDict, Field, StringConstraints, model_validator

Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=STORABLE)]
Insee = Annotated[str, StringConstraints(pattern=r"^[0-9][0-9AB][0-9]{3}$")]
PostalCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")]
Website = Annotated[str, StringConstraints(max_length=500, pattern=r"^https?://[^\s\x00]+$")]
Latitude = Annotated[float, Field(strict=True, ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(strict=True, ge=-180, le=180, allow_inf_nan=False)]


class VenuesQuery(ListQuery):
    """Which venues are listed."""

    q: (
        Annotated[
            str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
        ]
        | None
    ) = Field(default=None, description="Words of the name, address or commune, in any order.")
    insee: Insee | None = None


class VenueNew(BaseModel):
    """A place to add. Its commune is of the territory, by INSEE code; a point is told whole or not at all."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID | None = Field(default=None, description="The organisation of yours that adds it.")
    name: Name
    insee: Insee
    address: Line | None = None
    postal_code: PostalCode | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    phone: Line | None = None
    email: Line | None = None
    website: Website | None = None
    access: Line | None = None
    distinct_from: Annotated[list[UUID], Field(max_length=50)] = Field(
        default=[], description="Venues nearly like it that were seen, and are others."
    )

    @model_validator(mode="after")
    def _point_whole(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("Donnez la latitude et la longitude, ou aucune des deux.")
        return self


class VenuePatch(BaseModel):
    """The fields to change."""

    model_config = ConfigDict(extra="forbid")

    name: Name | MISSING = MISSING
    insee: Insee | MISSING = MISSING
    address: Line | None = None
    postal_code: PostalCode | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    phone: Line | None = None
    email: Line | None = None
    website: Website | None = None
    access: Line | None = None

    @model_validator(mode="after")
    def _point_whole(self) -> Self:
        told = self.model_fields_set
        if ("latitude" in told) != ("longitude" in told) or (self.latitude is None) != (
            self.longitude is None
        ):
            raise ValueError("Donnez la latitude et la longitude, ou aucune des deux.")
        return self


class VenueOut(BaseModel):
    """A place; without a point of its own, it stands at its commune's."""

    id: UUID
    name: str
    address: str | None
    postal_code: str | None
    city: str | None
    insee: str | None
    department: str | None
    latitude: float | None
    longitude: float | None
    phone: str | None
    email: str | None
    website: str | None
    access: str | None
    follows_a_source: bool = Field(description="Whether the next sync may change it.")
    version: int
    allowed_actions: list[str]


class Venues(BaseModel):
    """A page of venues; `next` is null on the last one."""

    items: list[VenueOut]
    next: str | None
