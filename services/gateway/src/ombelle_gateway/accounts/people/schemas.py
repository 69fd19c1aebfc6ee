from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.texts import STORABLE
from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ombelle_gateway.accounts.people.domain import normalised_email, normalised_name

Email = Annotated[
    str,
    StringConstraints(min_length=3, max_length=320, pattern=STORABLE),
    AfterValidator(normalised_email),
]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=STORABLE),
    AfterValidator(normalised_name),
]
Locale = Literal["fr", "en"]
Secret = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]


class AccountOut(BaseModel):
    """One's own account."""

    id: UUID
    name: str
    email: str
    locale: Locale
    created_at: datetime


class HeldOrganisation(BaseModel):
    """An organisation that one acts for, and as what."""

    id: UUID
    name: str
    role: Literal["editor", "administrator"]


class Me(BaseModel):
    """Who asks: a person with an account, a program with scopes, or nobody."""

    account: AccountOut | None
    roles: list[str]
    organisations: list[HeldOrganisation]
    scopes: list[str] | None = Field(description="Of a program's token; null for people.")
    is_demo: bool = False
    passkeys: int = 0
    allowed_actions: list[str]


class MePatch(BaseModel):
    """What to change of one's own account; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: Name | MISSING = MISSING
    locale: Locale | MISSING = MISSING


class EmailAsked(BaseModel):
    """The address that one wants to have."""

    model_config = ConfigDict(extra="forbid")

    email: Email


class EmailConfirmation(BaseModel):
    """What the link sent to the new address held."""

    model_config = ConfigDict(extra="forbid")

    token: Secret


class LinkSent(BaseModel):
    """A mail is on its way; the same answer for every address."""

    sent: Literal[True] = True
    expires_in_minutes: int
