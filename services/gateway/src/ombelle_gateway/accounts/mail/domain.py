"""What a mail goes through, and how long one waits before it is tried again. Standard library only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

STATES: Final = ("waiting", "sent", "failed", "bounced")

WAITS: Final = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(days=1),
    timedelta(days=1),
)
"""What passes between two tries: nearly three days in all, as long as a mail server is commonly waited for."""

SECRET_LIVES: Final = timedelta(minutes=15)
"""A mail with a sign-in link is worth nothing once the link has ended."""

INTERRUPTIONS: Final = 2
"""Tries of unknown outcome before a person decides: a mail is sent a second time at most once by itself."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try ended: `sent`, `deferred` (to be tried again), `failed` or `bounced`, with the server's words."""

    kind: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail as a try needs it."""

    id: UUID
    to: str
    subject: str
    text: str
    html: str
    message_key: UUID
    attempt: int


def next_try(*, attempt: int, created_at: datetime, is_secret: bool, now: datetime) -> datetime | None:
    """Return when the try after number `attempt` (1 for the first) is due, or nothing when there is none left."""
    if attempt > len(WAITS):
        return None
    due = now + WAITS[attempt - 1]
    if is_secret and due > created_at + SECRET_LIVES:
        return None
    return due
