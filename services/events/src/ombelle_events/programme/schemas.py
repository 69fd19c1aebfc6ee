from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_events.programme import vocabulary
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]
LongText = Annotated[str, StringConstraints(max_length=50_000)]
Age = Annotated[int, Field(ge=0, le=120)]
Theme = Literal[tuple(vocabulary.THEMES)]  # type: ignore[valid-type]
ActivityType = Literal[tuple(vocabulary.ACTIVITY_TYPES)]  # type: ignore[valid-type]
Audience = Literal[tuple(vocabulary.AUDIENCES)]  # type: ignore[valid-type]
SchoolLevel = Literal[tuple(vocabulary.SCHOOL_LEVELS)]  # type: ignore[valid-type]
Need = Literal[tuple(vocabulary.ACCESSIBILITY)]  # type: ignore[valid-type]
Status = Literal[tuple(vocabulary.STATUSES)]  # type: ignore[valid-type]
Publication = Literal[tuple(vocabulary.PUBLICATIONS)]  # type: ignore[valid-type]


class Registration(BaseModel):
    """A way to register."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["link", "phone", "email"]
    value: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class EventPatch(BaseModel):
    """The fields to change; those left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    title: Title = None  # type: ignore[assignment]  # absent is not null: null is refused
    description: ShortText | None = None
    long_description: LongText | None = Field(default=None, description="Markdown.")
    activity_type: ActivityType | None = None
    theme: Theme | None = None
    audience: list[Audience] = Field(default=None)  # type: ignore[assignment]
    school_levels: list[SchoolLevel] = Field(default=None)  # type: ignore[assignment]
    age_min: Age | None = None
    age_max: Age | None = None
    accessibility: list[Need] | None = None
    free: bool | None = None
    conditions: ShortText | None = None
    registration: list[Registration] = Field(default=None, max_length=20)  # type: ignore[assignment]
    keywords: list[Annotated[str, StringConstraints(min_length=1, max_length=80)]] = Field(
        default=None,  # type: ignore[assignment]
        max_length=50,
    )
    holder: ShortText | None = None
    status: Status = None  # type: ignore[assignment]
    status_reason: ShortText | None = None
    publication: Publication = None  # type: ignore[assignment]


class EventOut(BaseModel):
    """An event as those who keep the programme see it."""

    id: UUID
    slug: str
    title: str
    description: str | None
    long_description: str | None
    structure: str
    parent_id: UUID | None
    edition_id: UUID | None
    venue_id: UUID | None
    activity_type: str | None
    theme: str | None
    audience: list[str]
    school_levels: list[str]
    age_min: int | None
    age_max: int | None
    accessibility: list[str] | None
    free: bool | None
    conditions: str | None
    registration: list[dict[str, str]]
    keywords: list[str]
    holder: str | None
    attendance_mode: str
    online_access_url: str | None
    status: str
    status_reason: str | None
    publication: str
    withdrawn_at: datetime | None
    source_name: str | None
    source_url: str | None
    additional: dict[str, Any]
    version: int
    updated_at: datetime
    provenance: dict[str, Literal["here"]] = Field(
        description="Fields edited here, which no source overwrites; the others come from `source_name`."
    )
    allowed_actions: list[str]


class EditionOut(BaseModel):
    """A year's festival; civil days, both included."""

    id: UUID
    year: int
    theme: str | None
    starts_on: date
    ends_on: date


class Editions(BaseModel):
    """All editions, newest first."""

    items: list[EditionOut]
