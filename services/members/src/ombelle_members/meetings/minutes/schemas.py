from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.typed_texts import LINES
from pydantic import BaseModel, Field

from ombelle_members.meetings.fields import Input
from ombelle_members.typed_days import Day


class MinutesOut(BaseModel):
    """A version of the minutes. A line that begins with « # » is a heading."""

    meeting_id: UUID
    number: int
    text: str
    correction: str | None
    drafted_at: datetime
    approved_on: date | None
    version: int
    allowed_actions: list[str]


class MinutesWrite(Input):
    """The text of the minutes."""

    text: Annotated[str, Field(max_length=100_000), *LINES]


class MinutesApproval(Input):
    """When the minutes were approved."""

    approved_on: Day


class MinutesCorrection(Input):
    """What is to be corrected in approved minutes."""

    correction: Annotated[str, Field(max_length=1000), *LINES]
