from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from ombelle_events.programme.editing.domain import FieldGroup, Phase, Rule
from ombelle_events.programme.vocabulary import (
    ActivityType,
    AttendanceMode,
    Audience,
    Need,
    Publication,
    SchoolLevel,
    Status,
    Structure,
    Theme,
)

Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=STORABLE)
]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=STORABLE)]
LongText = Annotated[str, StringConstraints(max_length=50_000, pattern=STORABLE)]
Keyword = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=STORABLE)
]
# Strict: "3" or true is no age, 0 is no « no ».
Age = Annotated[int, Field(strict=True, ge=0, le=120)]


class Registration(BaseModel):
    """A way to register."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["link", "phone", "email"]
    value: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=STORABLE)
    ]


def _refuse_repetition(values: list[Any]) -> list[Any]:
    if any(value in values[:place] for place, value in enumerate(values)):
        raise ValueError("La même valeur y est deux fois.")
    return values


# A set, in the order that it was given.
DISTINCT = AfterValidator(_refuse_repetition), Field(max_length=50, json_schema_extra={"uniqueItems": True})
Audiences = Annotated[list[Audience], *DISTINCT]
SchoolLevels = Annotated[list[SchoolLevel], *DISTINCT]
Needs = Annotated[list[Need], *DISTINCT]
Registrations = Annotated[list[Registration], *DISTINCT]
Keywords = Annotated[list[Keyword], *DISTINCT]
OnlineAddress = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^https?://[^\s\x00]+$")
]


class EventPatch(BaseModel):
    """The fields to change; those left out stay as they are, and null is refused where nothing cannot be meant."""

    model_config = ConfigDict(extra="forbid")

    title: Title | MISSING = MISSING
    description: ShortText | None = None
    long_description: LongText | None = Field(default=None, description="Markdown.")
    activity_type: ActivityType | None = None
    theme: Theme | None = None
    audience: Audiences | MISSING = MISSING
    school_levels: SchoolLevels | MISSING = MISSING
    age_min: Age | None = None
    age_max: Age | None = None
    accessibility: Needs | None = None
    free: StrictBool | None = None
    conditions: ShortText | None = None
    registration: Registrations | MISSING = MISSING
    keywords: Keywords | MISSING = MISSING
    holder: ShortText | None = None
    attendance_mode: AttendanceMode | MISSING = MISSING
    online_access_url: OnlineAddress | None = None
    venue_id: UUID | None = None
    status: Status | MISSING = MISSING
    status_reason: ShortText | None = None
    publication: Publication | MISSING = Field(
        default=MISSING,
        description="The coordination's to decide; a holder moves it between `draft` and `ready`.",
    )
    project_id: UUID | None = Field(
        default=None, description="Its labelled project; the coordination's to decide."
    )
    organisation_id: UUID | None = Field(
        default=None, description="Which organisation holds it; the coordination's to decide."
    )


class EventNew(BaseModel):
    """An event to write: of a project, of a village that one keeps, or of no edition at all."""

    model_config = ConfigDict(extra="forbid")

    title: Title
    organisation_id: UUID
    project_id: UUID | None = None
    parent_id: UUID | None = Field(
        default=None, description="The village, festival or trail that it is part of."
    )
    edition: Annotated[int, Field(strict=True, ge=1991, le=2199)] | None = Field(
        default=None, description="The project's or the parent's, where there is one."
    )
    structure: Structure = "single"
    description: ShortText | None = None
    long_description: LongText | None = Field(default=None, description="Markdown.")
    activity_type: ActivityType | None = None
    theme: Theme | None = None
    audience: Audiences = []
    school_levels: SchoolLevels = []
    age_min: Age | None = None
    age_max: Age | None = None
    accessibility: Needs | None = None
    free: StrictBool | None = None
    conditions: ShortText | None = None
    registration: Registrations = []
    keywords: Keywords = []
    attendance_mode: AttendanceMode = "onsite"
    online_access_url: OnlineAddress | None = None
    venue_id: UUID | None = None
    publication: Literal["draft", "ready"] = "draft"


class EventsQuery(ListQuery):
    """Which events are listed."""

    organisation_id: UUID | None = None
    publication: Publication | None = None
    q: (
        Annotated[
            str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
        ]
        | None
    ) = Field(default=None, description="Part of the title; accents and capitals do not matter.")


class EventSummary(BaseModel):
    """An event of the workspace's list."""

    id: UUID
    slug: str
    title: str
    structure: str
    parent_id: UUID | None
    edition: int | None
    starts_at: datetime | None = Field(description="Of its first session.")
    ends_at: datetime | None = Field(description="Of its last session.")
    status: str
    publication: str
    withdrawn_at: datetime | None
    holder: str | None = Field(description="As its source or an editor wrote it.")
    organisation_id: UUID | None
    organisation_name: str | None = Field(description="Shown as the holder wherever there is one.")
    version: int
    updated_at: datetime
    allowed_actions: list[str]


class Events(BaseModel):
    """A page of events, the last made first; `next` is null on the last one."""

    items: list[EventSummary]
    next: str | None


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
    organisation_id: UUID | None
    organisation_name: str | None = Field(description="Shown as the holder wherever there is one.")
    edition: int | None = Field(description="The year of its edition.")
    project_id: UUID | None
    project_title: str | None
    parent_title: str | None
    duplicate_of: UUID | None = Field(description="The event that the agenda shows in its stead.")
    phase: Phase | None = Field(description="Which of its edition's rules hold now; null without an edition.")
    rules: dict[FieldGroup, Rule] = Field(description="What its holder may edit of it now.")
    pending: dict[str, Any] | None = Field(
        description="What its holder proposed and the coordination has not seen."
    )
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
    mastering: Literal["here", "nationally"] = Field(
        description="Where its events are entered: here, or in the national agenda."
    )
    version: int


class Editions(BaseModel):
    """A page of editions, newest first; `next` is null on the last one."""

    items: list[EditionOut]
    next: str | None
