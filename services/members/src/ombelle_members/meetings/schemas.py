from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.email_addresses import EmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import LINES
from pydantic import BaseModel, Field, model_validator

from ombelle_members.meetings.domain import MOST_ITEMS, Body, Purpose, State
from ombelle_members.meetings.fields import (
    Input,
    OnlineAddress,
    OptionalName,
    OptionalPlace,
    OptionalReport,
    OptionalTellers,
    OptionalText,
    Title,
    Zone,
)
from ombelle_members.typed_days import Day, Moment


class MeetingsQuery(ListQuery):
    """Which meetings are asked for; both days are included."""

    body: Body | None = None
    state: State | None = None
    first: Day | None = None
    last: Day | None = None


class MeetingCreate(Input):
    """A meeting to prepare. Its day is the one of `starts_at` where that is told."""

    body: Body
    title: Title
    purpose: Purpose = "ordinary"
    held_on: Day
    starts_at: Moment | None = None
    zone: Zone = "Europe/Paris"
    place: OptionalPlace = None
    online_url: OnlineAddress = None
    cut_off_on: Day | None = Field(
        default=None,
        description="The day on which it is looked up who may vote; that of the meeting by default.",
    )
    staff_voter_name: OptionalName = None
    staff_voter_email: EmailAddress | None = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        _refuse_days(self.held_on, self.starts_at, self.zone, self.cut_off_on)
        return self


class MeetingPatch(Input):
    """What changes of a meeting; what is left out stays."""

    title: Title | None = None
    purpose: Purpose | None = None
    held_on: Day | None = None
    starts_at: Moment | None = None
    zone: Zone | None = None
    place: OptionalPlace = None
    online_url: OnlineAddress = None
    cut_off_on: Day | None = None
    staff_voter_name: OptionalName = None
    staff_voter_email: EmailAddress | None = None
    chair_name: OptionalName = None
    secretary_name: OptionalName = None
    tellers: OptionalTellers = None


def _refuse_days(held_on: date, starts_at: datetime | None, zone: str, cut_off_on: date | None) -> None:
    if starts_at is not None and starts_at.astimezone(ZoneInfo(zone)).date() != held_on:
        raise ValueError("L'heure de début est un autre jour que celui de la réunion.")
    if cut_off_on is not None and cut_off_on > held_on:
        raise ValueError("La liste électorale est arrêtée au plus tard le jour de la réunion.")


class AgendaItemWrite(Input):
    """An item: with its id it stays, without it is new."""

    id: UUID | None = None
    title: Title
    text: OptionalText = None
    report: OptionalReport = Field(default=None, description="What was said, for the minutes.")


class AgendaWrite(Input):
    """The whole agenda, in its order."""

    items: Annotated[list[AgendaItemWrite], Field(max_length=MOST_ITEMS)]


class MeetingDocument(BaseModel):
    """A document of the meeting or of an item. One that went with a notice stays."""

    id: UUID
    name: str
    media_type: str
    size_bytes: int
    went_with_notice: bool


class AgendaItemOut(BaseModel):
    """An item of the agenda."""

    id: UUID
    position: int
    title: str
    text: str | None
    report: str | None
    documents: list[MeetingDocument]


class NoticeOut(BaseModel):
    """A notice that left. `unreached` have no address here: they are told by other means."""

    id: UUID
    sent_at: datetime
    days_given: int
    days_needed: int
    is_short: bool
    recipients: int
    unreached: int


class MinutesBrief(BaseModel):
    """A version of the minutes; `correction` says what it corrects of the one before."""

    number: int
    drafted_at: datetime
    approved_on: date | None
    correction: str | None


class MeetingTask(BaseModel):
    """What somebody is to do."""

    id: UUID
    what: str
    who: str | None
    due_on: date | None
    done_on: date | None
    version: int


class RollSize(BaseModel):
    """How many are on the roll, and how many of them vote; who was struck off is not counted."""

    total: int
    voters: int


class MeetingBrief(BaseModel):
    """A meeting in a list."""

    id: UUID
    body: Body
    title: str
    purpose: Purpose
    held_on: date
    starts_at: datetime | None
    zone: str
    place: str | None
    online_url: str | None
    state: State
    second_call_of: UUID | None
    allowed_actions: list[str]


class Meetings(BaseModel):
    """A page of meetings, the last first."""

    items: list[MeetingBrief]
    next: str | None
    total: int


class MeetingOut(MeetingBrief):
    """A meeting as the association's team prepares it. The rules are those of the bylaws of its day."""

    cancel_reason: str | None
    second_call_id: UUID | None
    cut_off_on: date
    bylaws_version_id: UUID | None
    quorum_share: str = Field(description="Of those who may vote, such as 1/4.")
    proxies_per_holder: int
    proxies_same_college: bool
    notice_days: int
    has_staff_seat: bool
    staff_voter_name: str | None
    staff_voter_email: str | None
    chair_name: str | None
    secretary_name: str | None
    tellers: str | None
    roll_frozen_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    version: int
    agenda: list[AgendaItemOut]
    documents: list[MeetingDocument]
    notices: list[NoticeOut]
    roll: RollSize
    tasks: list[MeetingTask]
    minutes: list[MinutesBrief]


class Reason(Input):
    """Why."""

    reason: Annotated[str, Field(max_length=1000), *LINES]
