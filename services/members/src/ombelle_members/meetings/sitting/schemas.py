from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_members.meetings.domain import Body, Mode, Purpose, State, StruckAs
from ombelle_members.meetings.fields import College, Input
from ombelle_members.meetings.motions.schemas import MotionOut
from ombelle_members.meetings.schemas import AgendaItemOut, MeetingDocument
from ombelle_members.typed_days import Day, Moment


class SittingOpened(Input):
    """When a sitting opened."""

    at: Moment | None = Field(
        default=None,
        description="On the meeting's day. By default now, where that is today; else when the meeting began.",
    )


class SittingClosed(Input):
    """When a sitting was closed."""

    at: Moment | None = Field(
        default=None,
        description="On the meeting's day, after all that is noted of it. By default now, where that is today.",
    )


class Adjournment(SittingClosed):
    """When the second call is, and when the first sitting ended."""

    held_on: Day
    starts_at: Moment | None = None


class QuorumOut(BaseModel):
    """Who is there now."""

    members: int
    present: int
    represented: int
    voices: int
    needed: int
    is_met: bool


class PollOut(BaseModel):
    """A secret ballot that is open."""

    id: UUID
    kind: Literal["motion", "election"]
    subject_id: UUID
    choices: list[str]
    most_choices: int
    blank_allowed: bool
    college: College | None
    needs_presence: bool
    ballots: int


class SittingOut(BaseModel):
    """A meeting as everybody there sees it at this moment."""

    id: UUID
    body: Body
    title: str
    purpose: Purpose
    state: State
    held_on: date
    starts_at: datetime | None
    zone: str
    place: str | None
    online_url: str | None
    is_second_call: bool
    opened_at: datetime | None
    closed_at: datetime | None
    quorum: QuorumOut
    agenda: list[AgendaItemOut]
    documents: list[MeetingDocument]
    motions: list[MotionOut]
    polls: list[PollOut]


class SeatBrief(BaseModel):
    """Somebody of the roll, as the others see them."""

    id: UUID
    name: str
    college: College | None


class SeatAtTheDesk(BaseModel):
    """Somebody of the roll as the secretariat sees them: where they are, and whose voice they hold."""

    id: UUID
    name: str
    college: College | None
    representative_name: str | None
    is_staff_seat: bool
    may_vote: bool
    is_present: bool
    mode: Mode | None
    arrived_at: datetime | None
    left_at: datetime | None
    proxy_id: UUID | None
    holder_id: UUID | None
    voted: list[UUID] = Field(description="Open polls in which this voice has voted.")
    struck_on: date | None = Field(description="Since when they are struck off the roll.")
    struck_as: StruckAs | None


class DeskOut(BaseModel):
    """A meeting as the secretariat keeps it, with its whole roll."""

    meeting: SittingOut
    roll: list[SeatAtTheDesk]
    allowed_actions: list[str]
