from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import available_timezones

from ombelle_chassis.texts import STORABLE
from pydantic import (
    MISSING,
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
)

from ombelle_events.programme.editing.schemas import ProposalOut
from ombelle_events.programme.schemas import Audiences


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("Ce fuseau horaire n'existe pas.")
    return name


def _believable(moment: datetime) -> datetime:
    if not 1991 <= moment.year <= 2199:
        raise ValueError("Cette date est trop lointaine.")
    return moment.astimezone(UTC)


Moment = Annotated[AwareDatetime, AfterValidator(_believable)]
Zone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_known_zone)]
Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000, pattern=STORABLE)
]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=STORABLE)
]
Animators = Annotated[list[Name], Field(max_length=30)]
Capacity = Annotated[int, Field(strict=True, ge=1, le=100_000)]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^https?://[^\s\x00]+$")
]


class SessionNew(BaseModel):
    """A session to add: when, and where if not at the event's venue."""

    model_config = ConfigDict(extra="forbid")

    starts_at: Moment
    ends_at: Moment
    timezone: Zone = "Europe/Paris"
    venue_id: UUID | None = None
    audience: Audiences | None = None
    capacity: Capacity | None = None
    animators: Animators = []


class SessionPatch(BaseModel):
    """The fields to change. What visitors noted is moved by `reschedule`, which says so to them."""

    model_config = ConfigDict(extra="forbid")

    starts_at: Moment | MISSING = MISSING
    ends_at: Moment | MISSING = MISSING
    timezone: Zone | MISSING = MISSING
    venue_id: UUID | None = None
    audience: Audiences | None = None
    capacity: Capacity | None = None
    animators: Animators | MISSING = MISSING


class WithReason(BaseModel):
    """Why."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class Rescheduling(WithReason):
    """When the session takes place now, and where if that changes too."""

    starts_at: Moment
    ends_at: Moment
    venue_id: UUID | MISSING | None = MISSING


class MovingOnline(WithReason):
    """Where the session is to be followed."""

    online_access_url: Address | None = None


class EventSessionOut(BaseModel):
    """A session as those who keep the event see it."""

    id: UUID
    event_id: UUID
    starts_at: datetime
    ends_at: datetime
    timezone: str
    venue_id: UUID | None = Field(description="Null at the event's venue.")
    venue_name: str | None
    venue_city: str | None
    status: str
    status_reason: str | None
    status_changed_at: datetime | None
    previous_starts_at: datetime | None
    previous_ends_at: datetime | None
    audience: list[str] | None
    capacity: int | None
    animators: list[str]
    version: int
    pending: dict[str, Any] | None = Field(description="What was proposed and waits for the coordination.")
    allowed_actions: list[str]


class Clash(BaseModel):
    """Another session at the same time, at the same venue or with the same person."""

    kind: Literal["venue", "person"]
    session_id: UUID
    event_id: UUID
    event_slug: str
    event_title: str
    other_session_id: UUID
    starts_at: datetime
    ends_at: datetime
    subject: str = Field(description="The venue's or the person's name.")


class EventSessions(BaseModel):
    """The sessions of an event, in order of time."""

    items: list[EventSessionOut]


class Clashes(BaseModel):
    """What the sessions of an event clash with."""

    items: list[Clash]


class SessionWritten(BaseModel):
    """What became of it: done at once (`session`), or waiting for the coordination (`proposal`)."""

    session: EventSessionOut | None
    proposal: ProposalOut | None
    warnings: list[Clash]
    event_version: int
