from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ombelle_chassis.email_addresses import EmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES, NAME
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from ombelle_members.meetings.domain import (
    MOST_ITEMS,
    Body,
    Majority,
    Mode,
    MotionState,
    Purpose,
    State,
    Voting,
)
from ombelle_members.typed_days import Day, Moment


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("Un fuseau horaire est attendu, comme Europe/Paris.") from None
    return name


Title = Annotated[str, Field(max_length=200), *LINE]
Zone = Annotated[str, Field(max_length=100), AfterValidator(_known_zone)]
OnlineAddress = Annotated[
    Annotated[str, Field(max_length=500, pattern="^https?://[^ ]+$"), *LINE] | None, BLANK_IS_NOTHING
]
OptionalPlace = Annotated[Annotated[str, Field(max_length=300), *LINE] | None, BLANK_IS_NOTHING]
OptionalName = Annotated[Annotated[str, Field(max_length=200), *NAME] | None, BLANK_IS_NOTHING]
OptionalReason = Annotated[Annotated[str, Field(max_length=500), *LINES] | None, BLANK_IS_NOTHING]
OptionalText = Annotated[Annotated[str, Field(max_length=5000), *LINES] | None, BLANK_IS_NOTHING]
OptionalReport = Annotated[Annotated[str, Field(max_length=10000), *LINES] | None, BLANK_IS_NOTHING]
OptionalTellers = Annotated[Annotated[str, Field(max_length=500), *LINE] | None, BLANK_IS_NOTHING]
College = Literal["A", "B", "C", "D"]


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MeetingsQuery(ListQuery):
    """Which meetings are asked for; both days are included."""

    body: Body | None = None
    state: State | None = None
    first: Day | None = None
    last: Day | None = None


class MeetingCreate(_Input):
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


class MeetingPatch(_Input):
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


class AgendaItemWrite(_Input):
    """An item: with its id it stays, without it is new."""

    id: UUID | None = None
    title: Title
    text: OptionalText = None
    report: OptionalReport = Field(default=None, description="What was said, for the minutes.")


class AgendaWrite(_Input):
    """The whole agenda, in its order."""

    items: Annotated[list[AgendaItemWrite], Field(max_length=MOST_ITEMS)]


class MeetingDocument(BaseModel):
    """A document of the meeting or of an item."""

    id: UUID
    name: str
    media_type: str
    size_bytes: int


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
    """How many are on the roll, and how many of them vote."""

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


class Reason(_Input):
    """Why."""

    reason: Annotated[str, Field(max_length=1000), *LINES]


class NoticeWanted(_Input):
    """How the meeting is convened. A dry run says whom it would reach, and sends nothing."""

    message: OptionalText = None
    dry_run: bool = False
    accept_short_notice: bool = False
    only_new: bool = Field(default=False, description="Only those whom no notice has reached yet.")


class NoticeRecipient(BaseModel):
    """To whom a notice goes: an address, or whoever administers the organisation."""

    roll_id: UUID
    name: str
    representative_name: str | None
    email: str | None
    may_vote: bool
    reached_by: Literal["address", "organisation", "nothing"]


class NoticeReport(BaseModel):
    """What a notice is, or would be."""

    is_sent: bool
    days_given: int
    days_needed: int
    is_short: bool
    subject: str
    text: str
    recipients: list[NoticeRecipient]
    unreached: int


class RollEntry(BaseModel):
    """Somebody of the roll."""

    id: UUID
    member_id: UUID | None
    is_staff_seat: bool
    name: str
    college: College | None
    representative_name: str | None
    email: str | None
    may_vote: bool
    notified_at: datetime | None
    has_link: bool


class Roll(BaseModel):
    """A page of the roll, by name."""

    items: list[RollEntry]
    next: str | None
    total: int


class SeatLink(BaseModel):
    """The address that opens somebody's place at the meeting; the one before it opens nothing any more."""

    url: str


class Adjournment(_Input):
    """When the second call is."""

    held_on: Day
    starts_at: Moment | None = None


class Arrival(_Input):
    """Who arrives, and how."""

    roll_id: UUID
    mode: Mode = "on_site"


class OwnArrival(_Input):
    """How somebody arrives."""

    mode: Mode = "on_site"


class Departure(_Input):
    """Who leaves."""

    roll_id: UUID


class ProxyGiven(_Input):
    """Who gives a proxy to whom."""

    giver_id: UUID
    holder_id: UUID


class OwnProxy(_Input):
    """To whom somebody gives their proxy."""

    holder_id: UUID


class MotionWrite(_Input):
    """A motion to vote on."""

    title: Title
    text: OptionalReport = None
    majority: Majority = "ordinary"
    voting: Voting = "hands"
    agenda_item_id: UUID | None = None


class HandsCounted(_Input):
    """Hands that were counted; nothing for a secret ballot, whose urn is opened."""

    votes_for: Annotated[int, Field(ge=0, le=10_000)] | None = None
    votes_against: Annotated[int, Field(ge=0, le=10_000)] | None = None
    votes_abstain: Annotated[int, Field(ge=0, le=10_000)] | None = None


class ConflictNoted(_Input):
    """Whose interest conflicts: their voice takes no part in the vote."""

    roll_id: UUID
    reason: OptionalReason = None


class OwnConflict(_Input):
    """A conflict of interest that somebody declares."""

    motion_id: UUID
    reason: OptionalReason = None


class Ballot(_Input):
    """A ballot: of whose voice, and what it names, nothing where it is blank."""

    poll_id: UUID
    voice_id: UUID
    choices: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=300)]


class BallotCast(BaseModel):
    """A ballot is in the urn; `ballots` have been cast so far."""

    poll_id: UUID
    voice_id: UUID
    ballots: int


class QuorumOut(BaseModel):
    """Who is there now."""

    members: int
    present: int
    represented: int
    voices: int
    needed: int
    is_met: bool


class MotionOut(BaseModel):
    """A motion, and what became of it. `ballots` says how many have voted, while it is secret and open."""

    id: UUID
    agenda_item_id: UUID | None
    position: int
    title: str
    text: str | None
    majority: Majority
    voting: Voting
    state: MotionState
    opened_at: datetime | None
    closed_at: datetime | None
    majority_base: Literal["cast", "present", "members"] | None
    majority_share: str | None
    majority_exceeds: bool | None
    members: int | None
    present: int | None
    represented: int | None
    quorum_needed: int | None
    voices: int | None
    votes_for: int | None
    votes_against: int | None
    votes_abstain: int | None
    conflicts: int
    poll_id: UUID | None
    ballots: int | None
    version: int


class MotionDone(MotionOut):
    """A motion as the secretariat sees it."""

    meeting_id: UUID
    allowed_actions: list[str]


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


class DeskOut(BaseModel):
    """A meeting as the secretariat keeps it, with its whole roll."""

    meeting: SittingOut
    roll: list[SeatAtTheDesk]
    allowed_actions: list[str]


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


class MinutesWrite(_Input):
    """The text of the minutes."""

    text: Annotated[str, Field(max_length=100_000), *LINES]


class MinutesApproval(_Input):
    """When the minutes were approved."""

    approved_on: Day


class MinutesCorrection(_Input):
    """What is to be corrected in approved minutes."""

    correction: Annotated[str, Field(max_length=1000), *LINES]


class MeetingTaskWrite(_Input):
    """What somebody is to do, by when."""

    what: Annotated[str, Field(max_length=500), *LINE]
    who: OptionalName = None
    due_on: Day | None = None


class MeetingTaskPatch(MeetingTaskWrite):
    """A task, and since when it is done."""

    done_on: Day | None = None


class MeetingTaskRow(MeetingTask):
    """A task with its meeting."""

    meeting_id: UUID
    meeting_title: str
    held_on: date
    allowed_actions: list[str]


class MeetingTasksQuery(ListQuery):
    """Which tasks are asked for."""

    waiting: bool = Field(default=True, description="Only those that are not done.")


class MeetingTasks(BaseModel):
    """A page of tasks, the oldest first."""

    items: list[MeetingTaskRow]
    next: str | None
    total: int
