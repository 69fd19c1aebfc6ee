from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.programme.schemas import Title

Message = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=STORABLE)]


class StandOffer(BaseModel):
    """A stand offered to an organisation, which will write it itself."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
    title: Title
    message: Message | None = None


class StandInvitationOut(BaseModel):
    """An invitation to hold a stand; accepted, `stand_id` is the event that its organisation writes."""

    id: UUID
    umbrella_id: UUID
    umbrella_title: str
    umbrella_organisation_id: UUID | None
    umbrella_organisation_name: str | None
    organisation_id: UUID
    organisation_name: str | None
    edition: int | None
    title: str
    message: str | None
    asked_at: datetime
    settled_at: datetime | None
    outcome: Literal["accepted", "declined", "withdrawn"] | None
    stand_id: UUID | None
    allowed_actions: list[str]


class InvitationsQuery(ListQuery):
    """Which invitations are listed."""

    state: Literal["open", "all"] = "open"


class StandInvitations(BaseModel):
    """A page of invitations, the newest first."""

    items: list[StandInvitationOut]
    next: str | None


class StandOut(BaseModel):
    """An event under an umbrella, whoever holds it."""

    id: UUID
    slug: str
    title: str
    organisation_id: UUID | None
    organisation_name: str | None
    publication: str
    status: str
    session_count: int


class Stands(BaseModel):
    """What stands in a village, and who is asked."""

    items: list[StandOut]
    invitations: Annotated[list[StandInvitationOut], Field(description="Not answered yet.")]
    allowed_actions: list[str]
