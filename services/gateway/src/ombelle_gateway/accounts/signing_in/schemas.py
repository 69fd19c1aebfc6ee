from typing import Annotated, Self

from ombelle_chassis.texts import STORABLE
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    model_validator,
)

from ombelle_gateway.accounts.people.schemas import Email, Locale, Name, Secret
from ombelle_gateway.accounts.signing_in.domain import local_path, normalised_code

LocalPath = Annotated[
    str, StringConstraints(min_length=1, max_length=500, pattern=STORABLE), AfterValidator(local_path)
]
Code = Annotated[
    str, StringConstraints(min_length=1, max_length=20, pattern=STORABLE), AfterValidator(normalised_code)
]


class LinkAsked(BaseModel):
    """Where to send a link, and where to go once signed in."""

    model_config = ConfigDict(extra="forbid")

    email: Email
    next: LocalPath | None = None
    locale: Locale = "fr"


class SignIn(BaseModel):
    """What the mail held: the link's token or the code; and who has no account yet says who they are."""

    model_config = ConfigDict(extra="forbid")

    token: Secret | None = None
    code: Code | None = None
    name: Name | None = None
    is_15_or_older: StrictBool | None = None

    @model_validator(mode="after")
    def _one_proof(self) -> Self:
        if (self.token is None) == (self.code is None):
            raise ValueError("Donnez le lien (token) ou le code, l'un des deux.")
        return self


class SignedInOut(BaseModel):
    """Where to go now; the cookie came with it."""

    next: str


class DemoPerson(BaseModel):
    """Somebody of the demo season."""

    key: str
    name: str
    role_label: str
    role_label_en: str
    roles: list[str]
    organisation: str | None


class DemoPeople(BaseModel):
    """Whom one may be in the demo."""

    accounts: list[DemoPerson]


class DemoSignIn(BaseModel):
    """Whom to be."""

    model_config = ConfigDict(extra="forbid")

    key: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,50}$")]
