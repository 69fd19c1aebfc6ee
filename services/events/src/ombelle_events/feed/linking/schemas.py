from datetime import datetime
from typing import Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from pydantic import BaseModel, ConfigDict, Field

from ombelle_events.feed.schemas import EventName

State = Literal["open", "linked", "apart"]


class DuplicatesQuery(ListQuery):
    """Which pairs are asked for."""

    state: State = "open"


class DuplicateEvent(EventName):
    """One event of a pair."""

    shown: bool = Field(description="Whether the agenda shows it.")
    feeds: list[str] = Field(description="The feeds that bring it, by name.")


class DuplicateOut(BaseModel):
    """Two events that may be one. Linked, the agenda shows `kept_id` of the two."""

    id: UUID
    similarity: float = Field(description="What the titles have in common, from 0 to 1.")
    state: State
    found_at: datetime
    settled_at: datetime | None
    settled_by: str | None
    kept_id: UUID | None
    events: list[DuplicateEvent]
    allowed_actions: list[str]


class Duplicates(BaseModel):
    """A page of pairs."""

    items: list[DuplicateOut]
    next: str | None


class Link(BaseModel):
    """Which event of the pair the agenda shows."""

    model_config = ConfigDict(extra="forbid")

    keep: UUID
