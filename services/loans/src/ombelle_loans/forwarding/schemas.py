from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.email_addresses import EmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import WrittenDay
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINES, NAME
from pydantic import BaseModel, ConfigDict, Field

from ombelle_loans.loans.asking.schemas import PlaceWrite
from ombelle_loans.loans.schemas import NamedOrganisation, Place

_Name = Annotated[str, Field(max_length=200), *NAME]
_Message = Annotated[Annotated[str, Field(max_length=5000), *LINES] | None, BLANK_IS_NOTHING]


class ContactWrite(BaseModel):
    """Whom the lender answers."""

    model_config = ConfigDict(extra="forbid")

    name: _Name
    email: EmailAddress


class ForwardedRequestCreate(BaseModel):
    """What is asked of an item's organisation: for whom, when, where, and whom it answers."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
    contact: ContactWrite
    starts_on: WrittenDay
    ends_on: WrittenDay
    place_of_use: PlaceWrite
    message: _Message = None


class Contact(BaseModel):
    """Whom the lender answers."""

    name: str
    email: str


class ForwardedItem(BaseModel):
    """The item that was asked for, and who lends it."""

    id: UUID
    slug: str
    title: str
    owner_name: str


class ForwardedRequestOut(BaseModel):
    """A request as it was forwarded. `contact` is null once that person was erased."""

    id: UUID
    item: ForwardedItem
    organisation: NamedOrganisation
    contact: Contact | None
    starts_on: date
    ends_on: date
    place_of_use: Place
    message: str | None
    created_at: datetime


class ForwardedRequestsQuery(ListQuery):
    """Which forwarded requests are listed."""


class ForwardedRequests(BaseModel):
    """A page of forwarded requests, the newest first."""

    items: list[ForwardedRequestOut]
    next: str | None
    total: int
