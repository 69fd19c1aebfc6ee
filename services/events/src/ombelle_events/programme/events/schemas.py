from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_events.programme.schemas import EventNew, EventOut
from ombelle_events.programme.sessions.schemas import Clash, SessionNew


class EventWithSessions(EventNew):
    """An event to write, with its sessions."""

    sessions: list[SessionNew] = Field(default=[], max_length=200)


class EventCandidate(BaseModel):
    """An event that may be this one; the coordination links the pair `id`, or tells the two apart."""

    id: UUID
    similarity: float
    state: str
    event_id: UUID
    title: str
    slug: str
    source_name: str | None
    is_in_feed: bool = Field(description="Whether a feed holds it: it is linked instead of doubled.")


class EventCandidates(BaseModel):
    """The events that may be this one, the likest first."""

    items: list[EventCandidate]


class EventCreated(BaseModel):
    """The event, what it may be already, and what its sessions clash with."""

    event: EventOut
    may_be: list[EventCandidate]
    warnings: list[Clash]
