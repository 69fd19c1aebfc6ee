from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from ombelle_chassis.email_addresses import EmailAddress, OptionalEmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import OptionalMessage, Phone
from pydantic import MISSING, BaseModel, ConfigDict, Field, model_validator

from ombelle_members.directory.domain import PAIRS, Decision, Origin
from ombelle_members.directory.domain import Field as FieldName
from ombelle_members.organisations.schemas import (
    CommuneName,
    Description,
    Insee,
    Latitude,
    Line300,
    Longitude,
    Name,
    Offers,
    OrganisationName,
    PostalCode,
    Themes,
    Website,
)
from ombelle_members.vocabulary import Kind


class Proposed(BaseModel):
    """What fields should say; those left out are right as they are, null says that nothing should stand there."""

    model_config = ConfigDict(extra="forbid")

    name: Name | MISSING = MISSING
    kind: Kind | MISSING = MISSING
    address: Line300 | MISSING = MISSING
    postal_code: PostalCode | MISSING = MISSING
    commune_insee: Insee | MISSING = MISSING
    commune_name: CommuneName | MISSING = MISSING
    latitude: Latitude | MISSING | None = MISSING
    longitude: Longitude | MISSING | None = MISSING
    website: Website | MISSING = MISSING
    email: EmailAddress | MISSING | None = MISSING
    phone: Phone | MISSING | None = MISSING
    description: Description | MISSING = MISSING
    themes: Themes | MISSING = MISSING
    offers: Offers | MISSING = MISSING

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for pair in PAIRS:
            values = [getattr(self, name) for name in pair]
            there = [value is not MISSING for value in values]
            if any(there) and (not all(there) or (values[0] is None) != (values[1] is None)):
                raise ValueError("Une commune a un code et un nom, un point deux coordonnées.")
        return self


class CorrectionCreate(BaseModel):
    """What is wrong, in fields or in words. Whoever has no account may leave an address to be answered."""

    model_config = ConfigDict(extra="forbid")

    fields: Proposed = Field(default_factory=Proposed)
    message: OptionalMessage = None
    email: OptionalEmailAddress = None
    trap: str = Field(
        default="",
        max_length=500,
        description="Left empty by people, who do not see it; programs fill it in.",
    )

    def proposed(self) -> Mapping[str, Any]:
        """Return the proposed values by field."""
        return self.fields.model_dump(mode="json", exclude_unset=True)


class CorrectionReceived(BaseModel):
    """It came, and waits for whoever keeps the directory."""

    state: Literal["waiting"] = "waiting"


class CorrectionsQuery(ListQuery):
    """Which corrections are asked for."""

    state: Literal["waiting", "settled"] | None = None
    organisation_id: UUID | None = None


class CorrectionField(BaseModel):
    """A field: what it says now, what it should say, and what was decided."""

    field: FieldName
    current: Any
    proposed: Any
    decision: Decision | None


class CorrectionSender(BaseModel):
    """Who asked, as far as they told."""

    name: str | None
    email: str | None


class CorrectionOut(BaseModel):
    """A correction, for those who keep the directory."""

    id: UUID
    organisation: OrganisationName
    origin: Origin
    sender: CorrectionSender | None
    message: str | None
    answer: str | None
    state: Literal["waiting", "settled"]
    fields: list[CorrectionField]
    created_at: datetime
    settled_at: datetime | None
    settled_by: str | None
    version: int
    allowed_actions: list[str]


class Corrections(BaseModel):
    """A page of corrections, the newest first."""

    items: list[CorrectionOut]
    next: str | None
    total: int


class CorrectionDecision(BaseModel):
    """What is decided of fields; a commune's two go together, and a point's. The correction is settled with the last."""

    model_config = ConfigDict(extra="forbid")

    decisions: Annotated[dict[FieldName, Decision], Field(max_length=20)]
    answer: OptionalMessage = Field(default=None, description="A few words to whoever asked.")
