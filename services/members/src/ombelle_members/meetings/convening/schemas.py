from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_members.meetings.domain import StruckAs
from ombelle_members.meetings.fields import College, Input, OptionalText


class NoticeWanted(Input):
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
    struck_on: date | None = Field(description="Since when they are struck off: the first day without.")
    struck_as: StruckAs | None


class Roll(BaseModel):
    """A page of the roll, by name."""

    items: list[RollEntry]
    next: str | None
    total: int


class SeatLink(BaseModel):
    """The address that opens somebody's place at the meeting; the one before it opens nothing any more."""

    url: str
