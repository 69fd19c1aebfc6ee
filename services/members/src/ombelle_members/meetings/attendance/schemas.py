from uuid import UUID

from ombelle_members.meetings.domain import Mode
from ombelle_members.meetings.fields import Input


class Arrival(Input):
    """Who arrives, and how."""

    roll_id: UUID
    mode: Mode = "on_site"


class Departure(Input):
    """Who leaves."""

    roll_id: UUID
