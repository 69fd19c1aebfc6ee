from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.calls.schemas import Instant
from ombelle_events.calls.typed import ShortText

Code = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, pattern="^[A-Za-z0-9-]{6,40}$")]


class AccessCodeCreate(BaseModel):
    """A code to make. Without `code`, letters are drawn."""

    model_config = ConfigDict(extra="forbid")

    code: Code | None = None
    label: ShortText = Field(default="", description="For whom, or why.")
    expires_at: Instant = Field(description="What it opened stays open until then, and no longer.")
    max_uses: Annotated[int, Field(strict=True, ge=1, le=1000)] = 1


class AccessCodeOut(BaseModel):
    """A code that lets in late."""

    id: UUID
    code: str
    label: str
    expires_at: datetime
    max_uses: int
    uses: int
    ended_at: datetime | None
    created_at: datetime
    allowed_actions: list[str]


class AccessCodes(BaseModel):
    """A page of codes, the last made first."""

    items: list[AccessCodeOut]
    next: str | None
    total: int
    allowed_actions: list[str]
