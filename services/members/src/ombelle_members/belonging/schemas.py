from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.email_addresses import EmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import OptionalMessage
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.organisations.schemas import OrganisationBrief, OrganisationName
from ombelle_members.vocabulary import Role

InvitationState = Literal["waiting", "accepted", "declined", "cancelled", "expired"]
JoinRequestState = Literal["waiting", "accepted", "refused", "withdrawn"]


class PersonBrief(BaseModel):
    """Somebody, shown to the people of the organisation and to the agency. Null: not told yet, or erased since."""

    id: UUID
    name: str | None
    email: str | None


class MembershipOut(BaseModel):
    """A person acts for the organisation."""

    id: UUID
    person: PersonBrief
    is_me: bool
    role: Role
    since: datetime
    allowed_actions: list[str]


class Memberships(BaseModel):
    """A page of memberships, the oldest first."""

    items: list[MembershipOut]
    next: str | None
    total: int


class RoleWanted(BaseModel):
    """What a person is to be."""

    model_config = ConfigDict(extra="forbid")

    role: Role


class InvitationCreate(BaseModel):
    """Whom to invite, as what, with which words, and in which language the mail is."""

    model_config = ConfigDict(extra="forbid")

    email: EmailAddress
    role: Role = "editor"
    message: OptionalMessage = None
    locale: Literal["fr", "en"] = "fr"


class MailPreview(BaseModel):
    """A mail as it would leave; the link in it leads nowhere."""

    to: str
    subject: str
    text: str
    html: str


class InvitationOut(BaseModel):
    """An invitation as the organisation sees it. `invited_by` is null when it was the agency's command."""

    id: UUID
    email: str | None = Field(description="Null once whoever has this address was erased.")
    role: Role
    message: str | None
    state: InvitationState
    invited_by: str | None
    created_at: datetime
    expires_at: datetime
    settled_at: datetime | None
    allowed_actions: list[str]


class InvitationsQuery(ListQuery):
    """Which invitations are asked for."""

    state: InvitationState | None = None


class Invitations(BaseModel):
    """A page of invitations, the newest first."""

    items: list[InvitationOut]
    next: str | None


class MyInvitationOut(BaseModel):
    """An invitation as whoever is invited sees it."""

    id: UUID
    organisation: OrganisationBrief
    role: Role
    message: str | None
    invited_by: str | None
    created_at: datetime
    expires_at: datetime
    allowed_actions: list[str]


class MyInvitations(BaseModel):
    """A page of the invitations that wait for the caller, the newest first."""

    items: list[MyInvitationOut]
    next: str | None


class InvitationToken(BaseModel):
    """What the link in the mail holds."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[str, Field(min_length=20, max_length=100, pattern="^[A-Za-z0-9_-]*$")]


class Joined(BaseModel):
    """Where the caller belongs now, and as what."""

    organisation: OrganisationName
    role: Role


class JoinRequestCreate(BaseModel):
    """What is told to those who decide."""

    model_config = ConfigDict(extra="forbid")

    message: OptionalMessage = None


class Refusal(BaseModel):
    """Why; told to whoever asked."""

    model_config = ConfigDict(extra="forbid")

    reason: OptionalMessage = None


class RoleGiven(BaseModel):
    """As what somebody is let in."""

    model_config = ConfigDict(extra="forbid")

    role: Role = "editor"


class JoinRequestOut(BaseModel):
    """A request to join, as those who decide see it."""

    id: UUID
    organisation: OrganisationName
    person: PersonBrief
    message: str | None
    state: JoinRequestState
    role: Role | None = Field(description="The one that was given.")
    reason: str | None
    created_at: datetime
    settled_at: datetime | None
    settled_by: str | None
    allowed_actions: list[str]


class JoinRequestsQuery(ListQuery):
    """Which requests are asked for."""

    state: JoinRequestState | None = "waiting"


class JoinRequests(BaseModel):
    """A page of requests to join, the oldest first."""

    items: list[JoinRequestOut]
    next: str | None


class MyJoinRequestOut(BaseModel):
    """A request to join, as whoever asked sees it."""

    id: UUID
    organisation: OrganisationName
    message: str | None
    state: JoinRequestState
    role: Role | None
    reason: str | None
    created_at: datetime
    settled_at: datetime | None
    allowed_actions: list[str]


class MyJoinRequests(BaseModel):
    """A page of the caller's requests to join, the newest first."""

    items: list[MyJoinRequestOut]
    next: str | None
