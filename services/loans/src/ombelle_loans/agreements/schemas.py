from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINES, NAME
from pydantic import BaseModel, ConfigDict, Field

from ombelle_loans.agreements.domain import SignedBy, VoidReason
from ombelle_loans.loans.domain import Status


class SignatureOut(BaseModel):
    """How an agreement was signed: by the link, or on paper, whose scan the borrower or the lender sent."""

    at: datetime
    by: SignedBy
    name: str | None
    capacity: str | None
    has_scan: bool


class AgreementOut(BaseModel):
    """A version of the agreement of a loan. `digest` is the SHA-256 of what it says, in hexadecimal."""

    id: UUID
    loan_id: UUID
    year: int
    number: int
    version: int
    reference: str
    starts_on: date
    ends_on: date
    units: list[UUID]
    fee_cents: int | None
    insurance_value_cents: int | None
    text: str
    digest: str
    made_at: datetime
    sent_at: datetime | None
    voided_at: datetime | None
    void_reason: VoidReason | None
    signature: SignatureOut | None
    allowed_actions: list[str]


class UploadedAgreementOut(AgreementOut):
    """A signed agreement, and the state of its loan since."""

    loan_status: Status


class Agreements(BaseModel):
    """A page of versions, the last first."""

    items: list[AgreementOut]
    next: str | None
    total: int


class Fact(BaseModel):
    """A line of what an agreement says."""

    name: str
    value: str


class NamedUnit(BaseModel):
    """What is lent."""

    code: str
    name: str


class Signatory(BaseModel):
    """Who is to sign."""

    name: str
    capacity: str


class AgreementToSign(BaseModel):
    """What the link of a signatory shows. Whoever signs tells `digest` again: it is what they read."""

    reference: str
    lender: str
    borrower: str | None
    facts: list[Fact]
    units: list[NamedUnit]
    text: str
    signatory: Signatory
    starts_on: date
    ends_on: date
    digest: str
    made_at: datetime
    signature: SignatureOut | None


class SignatureWrite(BaseModel):
    """The signature."""

    model_config = ConfigDict(extra="forbid")

    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    name: Annotated[str, Field(max_length=200), *NAME]
    capacity: Annotated[str, Field(max_length=200), *NAME]
    accepts: Literal[True] = Field(
        description="That they have read the agreement and commit who they sign for."
    )


class TemplateTried(BaseModel):
    """A text of agreements to try; without one, the standard text."""

    model_config = ConfigDict(extra="forbid")

    template: Annotated[Annotated[str, Field(max_length=20_000), *LINES] | None, BLANK_IS_NOTHING] = None


class WordOfAgreement(BaseModel):
    """A word that a text may name (`{{ emprunteur }}`), and what it could say."""

    name: str
    example: str


class TriedAgreement(BaseModel):
    """What agreements with this text would say, for a loan that nobody asked for."""

    text: str
    standard: str = Field(description="The text of a lender who has written none.")
    words: list[WordOfAgreement]
