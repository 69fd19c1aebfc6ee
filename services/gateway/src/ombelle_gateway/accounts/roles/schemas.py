from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, Field

from ombelle_gateway.accounts.people.schemas import HeldOrganisation, Locale


class Role(StrEnum):
    """A role of the agency."""

    REVIEWER = "reviewer"
    COORDINATOR = "coordinator"
    LENDER = "lender"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    ADMINISTRATOR = "administrator"


class AccountsQuery(ListQuery):
    """Which accounts are asked."""

    q: Annotated[str, Field(max_length=200, pattern=STORABLE)] | None = Field(
        default=None, description="Part of a name or of an address, without regard to case and accents."
    )
    role: Role | None = None


class AccountItem(BaseModel):
    """An account, as an administrator sees it; `organisations` only when it is asked for alone."""

    id: UUID
    name: str
    email: str
    locale: Locale
    created_at: datetime
    suspended_at: datetime | None
    is_demo: bool
    roles: list[Role]
    organisations: list[HeldOrganisation] | None
    allowed_actions: list[str]


class Accounts(BaseModel):
    """A page of accounts by name; `next` is null on the last one."""

    items: list[AccountItem]
    next: str | None


class Reviewer(BaseModel):
    """Somebody who may sit in a committee: enough to choose them by."""

    id: UUID
    name: str
    email: str


class Reviewers(BaseModel):
    """A page of reviewers by name; `next` is null on the last one."""

    items: list[Reviewer]
    next: str | None


class AccountEvent(BaseModel):
    """Something that happened to an account. `actor_name` is null for what is no account."""

    at: datetime
    actor: str | None
    actor_name: str | None
    action: str
    values: dict[str, Any] | None


class AccountHistory(BaseModel):
    """A page of what happened, newest first; `next` is null on the last one."""

    items: list[AccountEvent]
    next: str | None
