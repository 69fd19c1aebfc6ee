from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_members.meetings.domain import Mode
from ombelle_members.meetings.fields import College, Input, OptionalReason
from ombelle_members.meetings.schemas import MeetingBrief
from ombelle_members.meetings.sitting.schemas import SeatBrief, SittingOut


class OwnArrival(Input):
    """How somebody arrives."""

    mode: Mode = "on_site"


class OwnProxy(Input):
    """To whom somebody gives their proxy."""

    holder_id: UUID


class OwnConflict(Input):
    """A conflict of interest that somebody declares."""

    motion_id: UUID
    reason: OptionalReason = None


class Ballot(Input):
    """A ballot: of whose voice, and what it names, nothing where it is blank."""

    poll_id: UUID
    voice_id: UUID
    choices: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=300)]


class BallotCast(BaseModel):
    """A ballot is in the urn; `ballots` have been cast so far."""

    poll_id: UUID
    voice_id: UUID
    ballots: int


class ProxyOut(BaseModel):
    """A proxy that was given; it counts while its holder is there."""

    id: UUID
    holder: SeatBrief
    counts: bool


class Voice(BaseModel):
    """A voice that somebody may cast: their own, or one that was given to them. `voted` names polls."""

    id: UUID
    name: str
    college: College | None
    is_own: bool
    voted: list[UUID]


class SeatOut(BaseModel):
    """Somebody's own place at the meeting."""

    id: UUID
    name: str
    college: College | None
    representative_name: str | None
    is_staff_seat: bool
    may_vote: bool
    is_present: bool
    mode: Mode | None
    proxy: ProxyOut | None
    voices: list[Voice]
    conflicts: list[UUID] = Field(description="Motions on which they declared a conflict of interest.")
    may_hold: list[SeatBrief] = Field(description="To whom they may give their proxy now.")
    allowed_actions: list[str]


class MySitting(BaseModel):
    """A meeting, and the caller's own place at it."""

    meeting: SittingOut
    me: SeatOut


class MyMeeting(BaseModel):
    """A meeting to which the caller may go, in the place of a member."""

    id: UUID = Field(description="Of their place on the roll.")
    meeting: MeetingBrief
    name: str
    college: College | None
    may_vote: bool
    is_present: bool
    holder_name: str | None = Field(description="Who has their proxy.")
    minutes_number: int | None = Field(description="Of the minutes that were approved last.")


class MyMeetings(BaseModel):
    """A page of the caller's meetings, the last first."""

    items: list[MyMeeting]
    next: str | None
