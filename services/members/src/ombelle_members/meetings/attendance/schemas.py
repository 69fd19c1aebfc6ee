from uuid import UUID

from pydantic import Field

from ombelle_members.meetings.domain import Mode
from ombelle_members.meetings.fields import Input
from ombelle_members.typed_days import Moment

_AT = Field(
    default=None,
    description="On the meeting's day. By default now, where that is today; else when the meeting began.",
)


class Arrival(Input):
    """Who arrives, how and when."""

    roll_id: UUID
    mode: Mode = "on_site"
    at: Moment | None = _AT


class Departure(Input):
    """Who leaves, and when."""

    roll_id: UUID
    at: Moment | None = _AT
