from datetime import datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.email_addresses import OptionalEmailAddress
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINES, NAME, OptionalPhone
from pydantic import MISSING, BaseModel, ConfigDict, Field

NoteText = Annotated[str, Field(max_length=10_000), *LINES]
ContactName = Annotated[str, Field(max_length=200), *NAME]
Function = Annotated[ContactName | None, BLANK_IS_NOTHING]


class NoteWrite(BaseModel):
    """What is noted."""

    model_config = ConfigDict(extra="forbid")

    text: NoteText


class NoteOut(BaseModel):
    """A follow-up note. `author` is null when it was the agency's command."""

    id: UUID
    text: str
    author: str | None
    is_mine: bool
    version: int
    created_at: datetime
    updated_at: datetime
    allowed_actions: list[str]


class Notes(BaseModel):
    """A page of notes, the newest first."""

    items: list[NoteOut]
    next: str | None


class ContactCreate(BaseModel):
    """Somebody of the organisation to talk to."""

    model_config = ConfigDict(extra="forbid")

    name: ContactName
    function: Function = None
    email: OptionalEmailAddress = None
    phone: OptionalPhone = None


class ContactPatch(BaseModel):
    """The fields to change; those left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    name: ContactName | MISSING = MISSING
    function: Function = None
    email: OptionalEmailAddress = None
    phone: OptionalPhone = None


class ContactOut(BaseModel):
    """Somebody of the organisation to talk to."""

    id: UUID
    name: str
    function: str | None
    email: str | None
    phone: str | None
    version: int
    created_at: datetime
    updated_at: datetime
    allowed_actions: list[str]


class Contacts(BaseModel):
    """A page of contacts, the oldest first."""

    items: list[ContactOut]
    next: str | None
