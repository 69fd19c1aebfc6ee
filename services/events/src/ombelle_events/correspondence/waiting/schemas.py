from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_events.applications.schemas import CallName, HolderName

Kind = Literal["change_request", "transfer", "invitation", "messages"]


class WaitingOut(BaseModel):
    """Something that waits for the caller's side: changes to make, an answer to give, messages to read."""

    kind: Kind
    application_id: UUID
    number: int
    title: str | None
    call: CallName
    organisation: HolderName
    count: int = Field(ge=1, description="How many: of messages, those that nobody of one's side has read.")
    due_on: date | None = Field(description="The last day for it, if there is one.")
    since: datetime


class WaitingList(BaseModel):
    """What is due soonest first, then what has waited longest; at most a hundred, of `total`."""

    items: list[WaitingOut]
    total: int
    next: None = None
