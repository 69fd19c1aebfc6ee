from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ombelle_loans.invoices.domain import InvoiceKind, iban_of, siret_of

LenderKey = Literal["agency"] | UUID
Siret = Annotated[str, Field(max_length=20, description="14 digits."), AfterValidator(siret_of)]
_Iban = Annotated[Annotated[str, Field(max_length=42), AfterValidator(iban_of)] | None, BLANK_IS_NOTHING]
_Line100 = Annotated[str, Field(max_length=100), *LINE]
_Line200 = Annotated[str, Field(max_length=200), *LINE]
_Line300 = Annotated[str, Field(max_length=300), *LINE]
_Postcode = Annotated[str, Field(max_length=10), *LINE]
_Service = Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING]
_Commitment = Annotated[Annotated[str, Field(max_length=50), *LINE] | None, BLANK_IS_NOTHING]


class IssuerWrite(BaseModel):
    """Who issues a lender's invoices."""

    model_config = ConfigDict(extra="forbid")

    name: _Line200
    siret: Siret
    address: _Line300
    postcode: _Postcode
    city: _Line100
    iban: _Iban = None
    vat_note: _Line300 = Field(description="Why no tax is added, as the invoice must say.")
    payment_days: int = Field(default=30, strict=True, ge=0, le=60)


class IssuerOut(IssuerWrite):
    """Who issues a lender's invoices; `version` is what `If-Match` names."""

    version: int
    allowed_actions: list[str]


class Debtor(BaseModel):
    """Whom an invoice is for, as Chorus Pro knows them."""

    model_config = ConfigDict(extra="forbid")

    name: _Line200
    siret: Siret
    address: _Line300
    postcode: _Postcode
    city: _Line100
    service_code: _Service = Field(default=None, description="Asked by some public bodies: « code service ».")
    commitment_number: _Commitment = Field(default=None, description="« Numéro d'engagement ».")


class InvoiceWrite(BaseModel):
    """An invoice for loans of one request."""

    model_config = ConfigDict(extra="forbid")

    loans: Annotated[list[UUID], Field(min_length=1, max_length=100, json_schema_extra={"uniqueItems": True})]
    debtor: Debtor


class CreditNoteWrite(BaseModel):
    """Why an invoice is cancelled."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(max_length=500), *LINES]


class InvoicesQuery(ListQuery):
    """Which invoices are asked for."""

    year: int | None = Field(default=None, ge=2000, le=2200)
    loan: UUID | None = None


class ExportQuery(BaseModel):
    """Which invoices are exported: those of a lender in a year."""

    model_config = ConfigDict(extra="forbid")

    year: int = Field(ge=2000, le=2200)
    lender: LenderKey = "agency"


class InvoiceLine(BaseModel):
    """A loan that is billed."""

    loan_id: UUID
    label: str
    cents: int


class FrozenIssuer(BaseModel):
    """Who issued an invoice."""

    name: str
    siret: str
    address: str
    postcode: str
    city: str
    iban: str | None
    vat_note: str


class InvoiceOut(BaseModel):
    """An invoice, or the credit note that cancels one; it is never changed."""

    id: UUID
    kind: InvoiceKind
    reference: str
    year: int
    number: int
    request_id: UUID
    cancels: str | None
    cancelled_by: str | None
    reason: str | None
    issuer: FrozenIssuer
    debtor: Debtor
    lines: list[InvoiceLine]
    total_cents: int
    issued_on: date
    due_on: date
    allowed_actions: list[str]


class Invoices(BaseModel):
    """A page of invoices, the newest first."""

    items: list[InvoiceOut]
    next: str | None
    total: int
