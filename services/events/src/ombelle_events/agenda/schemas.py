"""What the agenda answers, for its documentation and for generated types: the bytes come from PostgreSQL."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

Status = Literal["scheduled", "rescheduled", "moved_online", "postponed", "full", "cancelled"]


class AgeRange(BaseModel):
    """Ages welcomed, in years, both included; null for no bound."""

    min: int | None
    max: int | None


class AgendaVenue(BaseModel):
    """Where it happens; `insee` and `department` are null when the commune is not known."""

    id: UUID
    name: str
    city: str | None
    insee: str | None
    department: str | None
    latitude: float | None
    longitude: float | None


class AgendaVenueDetail(AgendaVenue):
    """A venue with how to get there."""

    address: str | None
    postal_code: str | None
    phone: str | None
    website: str | None
    access: str | None


class AgendaImage(BaseModel):
    """A picture, with the name of its author."""

    url: str
    credits: str | None
    alt: str | None


class AgendaParent(BaseModel):
    """The umbrella event that an event belongs to."""

    id: UUID
    slug: str
    title: str


class AgendaSession(BaseModel):
    """One session; instants carry the local offset of where it happens."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    status: Status
    status_reason: str | None
    previous_starts_at: datetime | None
    previous_ends_at: datetime | None


class AgendaSessionDetail(AgendaSession):
    """A session with what its own page shows."""

    timezone: str
    capacity: int | None
    audience: list[str] | None
    venue: AgendaVenueDetail | None


class FirstSession(BaseModel):
    """The first session in the reader's window of days."""

    starts_at: datetime
    ends_at: datetime
    status: Status


class AgendaCard(BaseModel):
    """An event as lists show it."""

    id: UUID
    slug: str
    title: str
    description: str | None
    structure: Literal["single", "umbrella"]
    activity_type: str | None
    theme: str | None
    audience: list[str]
    school_levels: list[str]
    age: AgeRange
    free: bool | None
    accessibility: list[str] | None = Field(description="Needs met; null when nobody said.")
    status: Status
    status_reason: str | None
    attendance_mode: Literal["onsite", "online", "mixed"]
    bookable: bool = Field(description="Whether there is a way to register.")
    holder: str | None
    venue: AgendaVenue | None
    image: AgendaImage | None
    edition: int | None
    parent: AgendaParent | None
    children_count: int
    sessions: list[AgendaSession]
    updated_at: datetime


class AgendaItem(AgendaCard):
    """A card in a reader's window of days."""

    first_session: FirstSession
    distance_km: float | None = Field(default=None, description="Only when `near` is asked.")


class AgendaPage(BaseModel):
    """A page of the agenda; `next` is null on the last one."""

    items: list[AgendaItem]
    total: int
    next: str | None


class RegistrationWay(BaseModel):
    """A way to register."""

    type: Literal["link", "phone", "email"]
    value: str


class AgendaSource(BaseModel):
    """Where an event was first written."""

    name: str
    url: str | None


class AgendaDetail(AgendaCard):
    """An event as its page shows it."""

    venue: AgendaVenueDetail | None
    sessions: list[AgendaSessionDetail]  # type: ignore[assignment]  # a narrower element, in documentation only
    long_description_html: str | None = Field(description="Safe HTML.")
    keywords: list[str]
    conditions: str | None
    registration: list[RegistrationWay]
    online_access_url: str | None
    source: AgendaSource | None
    children: list[AgendaCard]


class FacetCount(BaseModel):
    """How many events have a value; null counts those without any."""

    value: str | None
    label: str | None
    count: int


class AgendaFacets(BaseModel):
    """Counts over the same set as the list with the same filters."""

    total: int
    department: list[FacetCount]
    commune: list[FacetCount]
    epci: list[FacetCount]
    commune_size: list[FacetCount]
    theme: list[FacetCount]
    activity_type: list[FacetCount]
    audience: list[FacetCount]
    school_level: list[FacetCount]
    accessibility: list[FacetCount]
    free: list[FacetCount]
    status: list[FacetCount]
    structure: list[FacetCount]
    edition: list[FacetCount]


class AgendaChange(BaseModel):
    """The last change of an event; `event` is null in a tombstone."""

    id: UUID
    slug: str
    change: Literal["upsert", "delete"]
    changed_at: datetime
    event: AgendaCard | None


class AgendaChanges(BaseModel):
    """Changes, oldest first; `next` continues after them, now or later."""

    items: list[AgendaChange]
    next: str
    more: bool
