from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.email_addresses import EmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, Message, OptionalMessage, OptionalPhone
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from ombelle_members.members.domain import College, FeeCategory, MemberKind
from ombelle_members.organisations.schemas import (
    CommuneName,
    Insee,
    Line300,
    Name,
    PostalCode,
    Siret,
    Website,
)
from ombelle_members.typed_days import Day
from ombelle_members.vocabulary import Kind

State = Literal["unconfirmed", "waiting", "asked", "admitted", "declined"]
Capacity = Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING]


class ApplyingOrganisation(BaseModel):
    """The organisation that would be a member."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    kind: Kind
    siret: Siret = None
    address: Line300 = None
    postal_code: PostalCode = None
    commune_insee: Insee = None
    commune_name: CommuneName = None
    website: Website = None


class MembershipApplicationCreate(BaseModel):
    """Who asks to become a member. Nothing is done of it before the address is confirmed by the link mailed there."""

    model_config = ConfigDict(extra="forbid")

    kind: MemberKind
    college: College
    name: Name = Field(description="The person who would be a member, or who asks for the organisation.")
    email: EmailAddress
    phone: OptionalPhone = None
    capacity: Capacity = None
    message: OptionalMessage = None
    organisation: ApplyingOrganisation | None = None
    locale: Literal["fr", "en"] = "fr"
    nickname: str = Field(
        default="", max_length=200, description="Left empty: what is written here was no person's to write."
    )


class ApplicationReceived(BaseModel):
    """Where the link to confirm was sent."""

    sent_to: str


class ApplicationByLink(BaseModel):
    """An application as whoever has its link sees it."""

    kind: MemberKind
    state: State
    college: College
    name: str | None
    organisation_name: str | None
    question: str | None
    answer: str | None
    made_at: datetime


class ApplicationAnswer(BaseModel):
    """What the secretariat asked."""

    model_config = ConfigDict(extra="forbid")

    answer: Message


class ApplicationsQuery(ListQuery):
    """Which applications are asked for; without a state, those that wait for a decision."""

    state: State | None = None


class SimilarMember(BaseModel):
    """Who may be the same: an organisation of the directory or a person; `member_id` where they are or were a member."""

    id: UUID
    kind: MemberKind
    name: str | None
    detail: str | None = Field(description="The commune of an organisation.")
    member_id: UUID | None
    is_member: bool


class MembershipApplicationOut(BaseModel):
    """An application. Names and addresses are gone once it was kept long enough."""

    id: UUID
    kind: MemberKind
    state: State
    college: College
    name: str | None
    email: str | None
    phone: str | None
    capacity: str | None
    message: str | None
    organisation: ApplyingOrganisation | None
    question: str | None
    answer: str | None
    made_at: datetime
    confirmed_at: datetime | None
    decided_on: date | None
    meeting_id: UUID | None
    reason: str | None
    member_id: UUID | None
    version: int
    allowed_actions: list[str]


class ApplicationWhole(MembershipApplicationOut):
    """An application, with whoever may be the same."""

    similar: list[SimilarMember]


class MembershipApplications(BaseModel):
    """A page of applications, the newest first, and how many there are in all."""

    items: list[MembershipApplicationOut]
    next: str | None
    total: int


class Admission(BaseModel):
    """The board admits. Without `organisation_id` the organisation is entered in the directory as it was told."""

    model_config = ConfigDict(extra="forbid")

    decided_on: Day
    meeting_id: UUID | None = Field(
        default=None, description="The board's meeting of that day, where it is kept here."
    )
    admitted_on: Day | None = Field(
        default=None, description="The first day as a member; else the decision's."
    )
    college: College
    fee_category: FeeCategory
    organisation_id: UUID | None = None
    represents: StrictBool = Field(default=True, description="Whoever asked is the representative.")


class Declining(BaseModel):
    """The board declines; the reason is told to whoever asked."""

    model_config = ConfigDict(extra="forbid")

    decided_on: Day
    meeting_id: UUID | None = Field(
        default=None, description="The board's meeting of that day, where it is kept here."
    )
    reason: OptionalMessage = None


class Question(BaseModel):
    """What the secretariat asks before the board decides."""

    model_config = ConfigDict(extra="forbid")

    question: Message
