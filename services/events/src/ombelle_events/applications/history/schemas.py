from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_events.applications.domain import Audience, Side, Status


class Piece(BaseModel):
    """A piece of a text that changed."""

    kind: Literal["same", "removed", "added"]
    text: str


class ChangeOut(BaseModel):
    """What one change was, as people read it."""

    pointer: str
    label: str
    before: str | None
    after: str | None
    difference: list[Piece]


class ApplicationEntryOut(BaseModel):
    """Something that happened. `status` is the application's then; an edit lasted until `until`."""

    id: UUID
    at: datetime
    until: datetime
    action: str
    label: str
    side: Side = Field(description="For whom they acted who did it.")
    is_mine: bool
    audience: Audience
    status: Status
    reason: str | None
    changes: list[ChangeOut]


class ApplicationHistory(BaseModel):
    """A page of the history, the last first; `next` is null on the last one."""

    items: list[ApplicationEntryOut]
    next: str | None
