from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import MISSING, BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from ombelle_events.programme.schemas import Title
from ombelle_events.projects.domain import Lifecycle

Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000, pattern=STORABLE)
]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
]
Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=254, pattern=r"^[^@\s\x00]+@[^@\s\x00]+\.[^@\s\x00]+$"
    ),
]
Message = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=STORABLE)]


class ProjectsQuery(ListQuery):
    """Which projects are listed."""

    edition: Annotated[int, Field(ge=1991, le=2199)] | None = None
    lifecycle: Lifecycle | None = None
    organisation_id: UUID | None = None
    q: (
        Annotated[
            str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
        ]
        | None
    ) = Field(default=None, description="Part of the title or of the holder's name.")


class ProjectSummary(BaseModel):
    """A project of the list."""

    id: UUID
    application_id: UUID
    number: int = Field(description="Of its application in the call.")
    edition: int
    organisation_id: UUID
    organisation_name: str | None
    title: str
    lifecycle: Lifecycle
    confirmed_at: datetime | None
    cancelled_at: datetime | None
    cancelled_reason: str | None
    amount_granted_cents: int | None = Field(description="Told to its holders and the coordination.")
    event_count: int
    ready_count: int
    published_count: int
    in_feed_count: int = Field(description="How many of its events a feed holds.")
    reminded_at: datetime | None
    version: int
    allowed_actions: list[str]


class Projects(BaseModel):
    """A page of projects, the newest first; `total` counts all that were asked for."""

    items: list[ProjectSummary]
    next: str | None
    total: int


class ProjectParty(BaseModel):
    """Who takes part: *chef de file*, *co-porteur*, *partenaire* or *prestataire*."""

    role: Literal["lead", "co_holder", "partner", "provider"]
    role_label: str
    organisation_id: UUID | None
    name: str | None
    may_edit: bool
    accepted_at: datetime | None


class Note(BaseModel):
    """Something that is missing of an event, or worth a look."""

    code: str
    text: str = Field(description="In French, as the screen says it.")


class ProjectEvent(BaseModel):
    """An event of a project, whoever holds it."""

    id: UUID
    slug: str
    title: str
    structure: str
    parent_id: UUID | None
    publication: str
    status: str
    withdrawn_at: datetime | None
    organisation_id: UUID | None
    organisation_name: str | None
    is_in_feed: bool
    starts_at: datetime | None
    ends_at: datetime | None
    session_count: int
    missing: list[Note] = Field(description="What keeps it from being published; nothing of what is.")
    warnings: list[Note] = Field(description="What is worth a look before it is.")


class ReminderOut(BaseModel):
    """A reminder that was sent."""

    kind: Literal["confirmation", "not_entered"]
    sent_at: datetime


class ProjectOut(ProjectSummary):
    """A project with who takes part, its events, and what its contact was reminded of."""

    mastering: Literal["here", "nationally"]
    contact_name: str | None
    contact_email: str | None
    created_at: datetime
    updated_at: datetime
    parties: list[ProjectParty]
    events: list[ProjectEvent]
    reminders: list[ReminderOut]


class ProjectPatch(BaseModel):
    """The fields to change."""

    model_config = ConfigDict(extra="forbid")

    title: Title | MISSING = MISSING
    contact_name: Name | None = None
    contact_email: Email | None = None


class Cancellation(BaseModel):
    """Why a project is cancelled; those whom it concerns are told."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class PublishItem(BaseModel):
    """An event that may be published: what it misses, and what is worth a look."""

    event_id: UUID
    slug: str
    title: str
    project_id: UUID | None
    project_title: str | None
    organisation_name: str | None
    publication: str
    missing: list[Note]
    warnings: list[Note]
    can_be_published: bool


class Publication(BaseModel):
    """What would be published, and what would not, and why."""

    items: list[PublishItem]
    publishable_count: int
    warnings: list[Note] = Field(description="Of the edition as a whole.")


class Published(BaseModel):
    """What was published, and what was left."""

    published: list[UUID]
    left: list[PublishItem]


class PublishWhat(BaseModel):
    """Which events are published: all that can be, or those named."""

    model_config = ConfigDict(extra="forbid")

    event_ids: Annotated[list[UUID], Field(max_length=2_000)] | None = None
    include_drafts: StrictBool = Field(
        default=False, description="Also those that their holders have not said ready."
    )


class NotEntered(BaseModel):
    """A labelled project of which the national feed holds no event."""

    project_id: UUID
    number: int
    title: str
    organisation_id: UUID
    organisation_name: str | None
    lifecycle: Lifecycle
    event_count: int
    candidate_count: int = Field(description="Events of the feed that may be one of its own: to be linked.")
    has_contact: bool
    reminded_at: datetime | None
    allowed_actions: list[str]


class NotEnteredList(BaseModel):
    """« Labellisés, non saisis », by number."""

    year: int
    mastering: Literal["here", "nationally"]
    items: list[NotEntered]
    total: int


class RemindWhom(BaseModel):
    """Whose contacts are reminded: all that wait, or those named; with words of one's own."""

    model_config = ConfigDict(extra="forbid")

    project_ids: Annotated[list[UUID], Field(max_length=1_000)] | None = None
    message: Message | None = None


class ReminderMail(BaseModel):
    """A mail as it leaves."""

    project_id: UUID
    to: str
    subject: str
    text: str
    html: str


class ReminderPreview(BaseModel):
    """Every mail as it would leave, and the projects without an address."""

    mails: list[ReminderMail]
    without_address: list[UUID]


class RemindedProjects(BaseModel):
    """Whose contacts were reminded."""

    sent: list[UUID]
    without_address: list[UUID]


class SheetField(BaseModel):
    """One line of the national form, and what to copy into it; null where nothing is known."""

    label: str
    value: str | None


class SheetSection(BaseModel):
    """A page of the national form."""

    title: str
    fields: list[SheetField]


class EventSheet(BaseModel):
    """An event in the order of the national form."""

    event_id: UUID | None = Field(description="Null where no event is written yet: the application speaks.")
    title: str
    is_in_feed: bool
    sections: list[SheetSection]


class NationalSheet(BaseModel):
    """What to copy into the national site's form, event by event."""

    project_id: UUID
    title: str
    edition: int
    mastering: Literal["here", "nationally"]
    items: list[EventSheet]
