from typing import Annotated
from uuid import UUID

from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.organisations.schemas import Siret

_Service = Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING]
_Commitment = Annotated[Annotated[str, Field(max_length=50), *LINE] | None, BLANK_IS_NOTHING]


class BillingWrite(BaseModel):
    """Where a member's calls go, as Chorus Pro knows it."""

    model_config = ConfigDict(extra="forbid")

    uses_chorus_pro: bool = Field(strict=True)
    siret: Siret = Field(default=None, description="Where it is not the organisation’s own.")
    service_code: _Service = Field(default=None, description="« Code service », where the body asks for one.")
    commitment_number: _Commitment = Field(default=None, description="« Numéro d’engagement ».")


class BillingOut(BillingWrite):
    """Where a member's calls go; `missing` is what Chorus Pro would ask for. `version` is what `If-Match` names."""

    member_id: UUID
    organisation_siret: str | None
    missing: list[str]
    version: int
    allowed_actions: list[str]


class ChorusQuery(BaseModel):
    """Which calls are exported."""

    model_config = ConfigDict(extra="forbid")

    year: int = Field(ge=1900, le=2200)
    complete_only: bool = Field(
        default=False,
        description="`true`: those that lack something are left out instead of standing in the way.",
    )
