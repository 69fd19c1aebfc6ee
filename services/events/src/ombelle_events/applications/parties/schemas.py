from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import MISSING, BaseModel, ConfigDict, Field, StrictBool, StringConstraints, model_validator

from ombelle_events.applications.domain import PartyRole

OtherRole = Literal["co_holder", "partner", "provider"]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]*$"),
]


class PartyCreate(BaseModel):
    """Somebody who takes part: an organisation of the directory, or a name."""

    model_config = ConfigDict(extra="forbid")

    role: OtherRole
    organisation_id: UUID | None = None
    name: Name | None = None
    may_edit: StrictBool = Field(default=False, description="Whether a co-holder writes in the dossier.")

    @model_validator(mode="after")
    def _one_of_them(self) -> "PartyCreate":
        if (self.organisation_id is None) == (self.name is None):
            raise ValueError("Dites soit la structure de l'annuaire, soit un nom.")
        if self.may_edit and (self.role != "co_holder" or self.organisation_id is None):
            raise ValueError("Seul un co-porteur de l'annuaire peut modifier le dossier.")
        return self


class PartyPatch(BaseModel):
    """What to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    role: OtherRole | MISSING = MISSING
    may_edit: StrictBool | MISSING = MISSING


class PartyOut(BaseModel):
    """Somebody who takes part. `named` is one by name alone, who is not asked."""

    id: UUID
    role: PartyRole
    role_label: str
    organisation_id: UUID | None
    name: str | None
    may_edit: bool
    state: Literal["named", "invited", "accepted", "refused"]
    invited_at: datetime
    accepted_at: datetime | None
    refused_at: datetime | None
    allowed_actions: list[str]


class Parties(BaseModel):
    """Everybody who takes part, the lead first."""

    items: list[PartyOut]
    next: None = None
