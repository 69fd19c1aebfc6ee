from datetime import datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.correspondence.domain import LONGEST_TEXT, Side

Written = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT, pattern=STORABLE),
]


class MessageNew(BaseModel):
    """A message to write."""

    model_config = ConfigDict(extra="forbid")

    text: Written


class ReadMark(BaseModel):
    """Up to which message one has read; without, all of them."""

    model_config = ConfigDict(extra="forbid")

    up_to: UUID | None = None


class MessageOut(BaseModel):
    """What one side wrote; `read_at` is when the other first saw it."""

    id: UUID
    side: Side
    is_mine: bool
    text: str
    at: datetime
    read_at: datetime | None


class Messages(BaseModel):
    """A page of messages, the last first; `unread` is how many of the other side's one's own has not read."""

    items: list[MessageOut]
    next: str | None
    total: int
    unread: int
    allowed_actions: list[str]


class Marked(BaseModel):
    """How many messages are read by this, and how many are still not."""

    marked: int = Field(ge=0)
    unread: int = Field(ge=0)
