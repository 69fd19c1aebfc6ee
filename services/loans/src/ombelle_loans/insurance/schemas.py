from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ombelle_chassis.typed_days import AS_WRITTEN
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import BaseModel, ConfigDict, Field, model_validator

from ombelle_loans.insurance.domain import CertificateKind, CertificateState

_DAY = Annotated[date, Field(ge=date(2000, 1, 1), lt=date(2200, 1, 1)), AS_WRITTEN]


class FileOut(BaseModel):
    """A file that was sent; `scan` is what the virus scanner said."""

    name: str
    media_type: str
    size_bytes: int
    scan: str


class CertificateWrite(BaseModel):
    """What a certificate says, beside its file."""

    model_config = ConfigDict(extra="forbid")

    kind: CertificateKind
    insurer: Annotated[str, Field(max_length=200), *LINE]
    policy_number: Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING] = None
    covers_from: _DAY
    covers_to: _DAY = Field(description="The last day that is covered.")
    value_cents: int = Field(ge=0, le=100_000_000_000, description="The value that is covered.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.covers_to < self.covers_from:
            raise ValueError("Le dernier jour couvert vient après le premier.")
        if (self.covers_to - self.covers_from).days >= 1096:
            raise ValueError("Une attestation couvre trois ans au plus.")
        return self


class CertificateOut(BaseModel):
    """A certificate as it serves the loan that it was read for; `shortfalls` are why it would not."""

    id: UUID
    loan_id: UUID
    kind: CertificateKind
    insurer: str
    policy_number: str | None
    covers_from: date
    covers_to: date
    value_cents: int
    state: CertificateState
    reason: str | None
    decided_at: datetime | None
    version: int
    created_at: datetime
    file: FileOut
    shortfalls: list[Literal["kind", "period", "value"]]
    is_used: bool
    allowed_actions: list[str]


class Certificates(BaseModel):
    """A page of certificates, the newest first."""

    items: list[CertificateOut]
    next: str | None
    total: int


class CertificateRefusal(BaseModel):
    """Why a certificate does not do."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(max_length=1000), *LINES]


class Waiver(BaseModel):
    """Why no certificate is needed."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(max_length=500), *LINES]


class UsedCertificate(BaseModel):
    """A certificate that was accepted before."""

    model_config = ConfigDict(extra="forbid")

    certificate_id: UUID
