from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from ombelle_gateway.accounts.people.schemas import Name

Credential = Annotated[
    dict[str, Any], Field(description="A `PublicKeyCredential` as its `toJSON()` gives it.")
]


class CeremonyOptions(BaseModel):
    """What the browser's `PublicKeyCredential.parse…OptionsFromJSON()` takes."""

    public_key: dict[str, Any]


class PasskeyNew(BaseModel):
    """A passkey to add."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    credential: Credential


class PasskeyPatch(BaseModel):
    """A passkey's new name."""

    model_config = ConfigDict(extra="forbid")

    name: Name


class PasskeySignIn(BaseModel):
    """A passkey that answers a challenge."""

    model_config = ConfigDict(extra="forbid")

    credential: Credential


class PasskeyOut(BaseModel):
    """A passkey of mine."""

    id: UUID
    name: str
    is_synchronised: bool = Field(description="Whether it follows its owner from one device to another.")
    created_at: datetime
    last_used_at: datetime | None
    allowed_actions: list[str] = ["rename", "delete"]


class Passkeys(BaseModel):
    """All my passkeys, the newest first: there are ten at most."""

    items: list[PasskeyOut]
    next: None = None


class PasskeySignedIn(BaseModel):
    """Signed in; where to go."""

    next: str
