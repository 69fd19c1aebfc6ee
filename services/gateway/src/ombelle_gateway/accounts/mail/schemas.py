"""What the API takes and gives of mails."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field

State = Literal["waiting", "sent", "failed", "bounced"]
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00\r\n]*\S[^\x00\r\n]*$")]


class MailQuery(ListQuery):
    """Which mails are asked; `q` is looked for in addresses and subjects."""

    state: State | None = None
    q: Annotated[str, Field(min_length=1, max_length=200, pattern=STORABLE)] | None = None


class About(BaseModel):
    """What a mail is about."""

    kind: str
    id: str


class MailOut(BaseModel):
    """A mail. `to` and `subject` are null when whom it was for has been erased."""

    id: UUID
    to: str | None
    subject: str | None
    template: str
    locale: Literal["fr", "en"]
    sender: str = Field(description="The service that asked for it.")
    state: State
    created_at: datetime
    sent_at: datetime | None
    next_try_at: datetime | None
    attempts: int
    last_error: str | None
    about: About | None
    is_secret: bool
    allowed_actions: list[Literal["retry"]]


class MailWhole(MailOut):
    """A mail with its bodies: null when secret, or when they are not kept any more.

    `html` is as it left: show it in a frame without scripts.
    """

    text: str | None
    html: str | None


class Mails(BaseModel):
    """A page of mails, newest first. `notice` says why none leaves, if so."""

    items: list[MailOut]
    next: str | None
    notice: str | None


class Announcement(BaseModel):
    """What a person says in the template `announcement`."""

    model_config = ConfigDict(extra="forbid")

    subject: Line
    message: Annotated[str, Field(min_length=1, max_length=5000, pattern=STORABLE)]
    signed_by: Line


class MailWritten(BaseModel):
    """A mail that a person writes. `announcement` is the only template that one may."""

    model_config = ConfigDict(extra="forbid")

    template: Literal["announcement"]
    locale: Literal["fr", "en"] = "fr"
    values: Announcement


class RenderedMail(BaseModel):
    """How it would read."""

    subject: str
    text: str
    html: str


class CaughtMail(BaseModel):
    """A mail that the demo caught instead of letting it leave."""

    id: str
    to: str
    subject: str
    at: datetime
    text: str
    html: str


class CaughtMails(BaseModel):
    """What the demo caught, newest first."""

    items: list[CaughtMail]
    next: None = None
