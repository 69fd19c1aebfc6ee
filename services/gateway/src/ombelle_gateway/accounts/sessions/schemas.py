from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel


class SessionOut(BaseModel):
    """A browser in which one is signed in."""

    id: UUID
    created_at: datetime
    last_used_at: datetime
    method: Literal["link", "passkey", "oidc", "demo"]
    browser: str | None
    is_current: bool


class Sessions(BaseModel):
    """One's sessions, the last used first: they are few, so `next` is always null."""

    items: list[SessionOut]
    next: None = None


class SessionsEnded(BaseModel):
    """How many sessions were ended."""

    ended: int
