from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field


class HistoryEntry(BaseModel):
    """Something that was done to an organisation, or to one that was merged into it."""

    seq: int
    at: datetime
    action: str
    organisation_id: UUID
    actor_kind: Literal["person", "program", "agency", "erased"]
    by: str | None = Field(description="Who did it, as they are called now.")
    person: str | None = Field(description="To whom, where it was somebody.")
    values: dict[str, Any] | None


class History(BaseModel):
    """A page of an organisation's history, the newest first."""

    items: list[HistoryEntry]
    next: str | None
