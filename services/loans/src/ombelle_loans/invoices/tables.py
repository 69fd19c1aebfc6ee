"""Tables of invoices, and of who issues them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    DateTime,
    ForeignKey,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.invoices import domain
from ombelle_loans.tables import NEW_ID, Base, at_most, one_of


class InvoiceIssuerRow(Base):
    """What a lender's invoices say of who issues them; the agency's id is all zeros."""

    __tablename__ = "invoice_issuer"
    __table_args__ = (
        at_most("name", 200),
        CheckConstraint("siret ~ '^[0-9]{14}$'", name="siret_shape"),
        at_most("address", 300),
        at_most("postcode", 10),
        at_most("city", 100),
        at_most("iban", 34),
        at_most("vat_note", 300),
        CheckConstraint("payment_days BETWEEN 0 AND 60", name="payment_days_bounded"),
    )

    issuer_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    siret: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    postcode: Mapped[str] = mapped_column(Text)
    city: Mapped[str] = mapped_column(Text)
    iban: Mapped[str | None] = mapped_column(Text)
    vat_note: Mapped[str] = mapped_column(Text)
    payment_days: Mapped[int] = mapped_column(SmallInteger, server_default="30")
    version: Mapped[int] = mapped_column(server_default="1")


class InvoiceRow(Base):
    """An invoice for loans of one request, or the credit note that cancels it (`cancels_id`); it is never changed.

    `issuer` is what `InvoiceIssuerRow` said when it was issued. Amounts are cents, without tax to be added.
    """

    __tablename__ = "invoice"
    __table_args__ = (
        UniqueConstraint("issuer_id", "year", "number"),
        UniqueConstraint("cancels_id"),
        one_of("kind", domain.INVOICE_KINDS),
        CheckConstraint(
            "(kind = 'credit_note') = (cancels_id IS NOT NULL) AND (kind = 'credit_note') = (reason IS NOT NULL)",
            name="credit_note_cancels",
        ),
        CheckConstraint("number > 0 AND year = extract(year FROM issued_on)", name="number_positive"),
        CheckConstraint("debtor_siret ~ '^[0-9]{14}$'", name="debtor_siret_shape"),
        CheckConstraint("total_cents > 0", name="total_not_negative"),
        CheckConstraint("due_on >= issued_on", name="due_after_issued"),
        at_most("reason", 500),
        at_most("debtor_name", 200),
        at_most("debtor_address", 300),
        at_most("debtor_postcode", 10),
        at_most("debtor_city", 100),
        at_most("service_code", 100),
        at_most("commitment_number", 50),
        Index("ix_invoice_request_id", "request_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    issuer_id: Mapped[UUID]
    year: Mapped[int] = mapped_column(SmallInteger)
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(Text)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("loan_request.id"))
    cancels_id: Mapped[UUID | None] = mapped_column(ForeignKey("invoice.id"))
    reason: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[dict[str, Any]] = mapped_column(JSONB)
    debtor_name: Mapped[str] = mapped_column(Text)
    debtor_siret: Mapped[str] = mapped_column(Text)
    debtor_address: Mapped[str] = mapped_column(Text)
    debtor_postcode: Mapped[str] = mapped_column(Text)
    debtor_city: Mapped[str] = mapped_column(Text)
    service_code: Mapped[str | None] = mapped_column(Text)
    commitment_number: Mapped[str | None] = mapped_column(Text)
    total_cents: Mapped[int] = mapped_column(BigInteger)
    issued_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date)
    issued_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class InvoiceLineRow(Base):
    """A loan that is billed. `is_live` until a credit note cancels it."""

    __tablename__ = "invoice_line"
    __table_args__ = (
        CheckConstraint("cents > 0", name="cents_positive"),
        at_most("label", 500),
        Index("uq_invoice_line_live", "loan_id", unique=True, postgresql_where=text("is_live")),
    )

    invoice_id: Mapped[UUID] = mapped_column(ForeignKey("invoice.id"), primary_key=True)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id"), primary_key=True)
    label: Mapped[str] = mapped_column(Text)
    cents: Mapped[int] = mapped_column(BigInteger)
    is_live: Mapped[bool] = mapped_column(Boolean)
