from datetime import date
from typing import Annotated
from uuid import UUID

from ombelle_chassis.email_addresses import OptionalEmailAddress
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES, shape
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.typed_days import Day


class AssociationWrite(BaseModel):
    """What the association is from a day on."""

    model_config = ConfigDict(extra="forbid")

    since: Day
    name: Annotated[str, Field(max_length=300), *LINE]
    acronym: Annotated[Annotated[str, Field(max_length=50), *LINE] | None, BLANK_IS_NOTHING] = None
    purpose: Annotated[Annotated[str, Field(max_length=2000), *LINES] | None, BLANK_IS_NOTHING] = None
    address: Annotated[str, Field(max_length=300), *LINE]
    postal_code: Annotated[str, *LINE, *shape("[0-9]{5}", "Un code postal a cinq chiffres.")]
    commune_name: Annotated[str, Field(max_length=100), *LINE]
    siren: Annotated[
        Annotated[str, *LINE, *shape("[0-9]{9}", "Un SIREN a neuf chiffres.")] | None, BLANK_IS_NOTHING
    ] = None
    rna: Annotated[
        Annotated[
            str, *LINE, *shape("W[0-9A-Z][0-9]{8}", "Un numéro RNA s’écrit W suivi de neuf caractères.")
        ]
        | None,
        BLANK_IS_NOTHING,
    ] = None
    email: OptionalEmailAddress = Field(default=None, description="Where reminders of duties go.")


class AssociationOut(BaseModel):
    """What the association was from `since` to the day before `until`."""

    id: UUID
    since: date
    until: date | None
    name: str
    acronym: str | None
    purpose: str | None
    address: str
    postal_code: str
    commune_name: str
    siren: str | None
    rna: str | None
    email: str | None
    version: int


class AssociationVersions(BaseModel):
    """A page of versions, the latest first."""

    items: list[AssociationOut]
    next: str | None
    total: int
    allowed_actions: list[str]
