"""Tables of agreements, of the links by which they are signed, and of the numbers of papers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Date,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.agreements import domain
from ombelle_loans.tables import NEW_ID, Base, at_most, one_of


class PaperNumberRow(Base):
    """The last number given of a kind of papers by a lender (`domain.issuer_of`) in a year."""

    __tablename__ = "paper_number"
    __table_args__ = (
        one_of("kind", domain.PAPER_KINDS),
        CheckConstraint("last_number > 0", name="positive"),
    )

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    issuer_id: Mapped[UUID] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    last_number: Mapped[int]


class AgreementRow(Base):
    """What a loan is lent by, frozen: the days, the units (in order) and the fee that it says, and `content`, all that
    its PDF shows. `digest` is that of the content, and what whoever signs by link agrees to.

    One stands at most for each loan, those before it are voided. What changes is when it is sent, signed and voided.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        UniqueConstraint("issuer_id", "year", "number", "version"),
        UniqueConstraint("loan_id", "version"),
        UniqueConstraint("id", "loan_id"),
        CheckConstraint("number > 0 AND version > 0 AND year BETWEEN 2000 AND 2200", name="numbers_positive"),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("cardinality(units) > 0", name="names_units"),
        CheckConstraint("octet_length(digest) = 32", name="digest_length"),
        one_of("void_reason", domain.VOID_REASONS),
        CheckConstraint("(voided_at IS NULL) = (void_reason IS NULL)", name="voided_says_why"),
        one_of("signed_by", domain.SIGNED_BY),
        CheckConstraint(
            "(signed_at IS NULL) = (signed_by IS NULL) AND (signed_file_id IS NULL OR "
            "coalesce(signed_by IN ('borrower', 'lender'), false))",
            name="signed_says_how",
        ),
        at_most("signatory_name", 200),
        at_most("signatory_capacity", 200),
        Index("uq_agreement_standing", "loan_id", unique=True, postgresql_where=text("voided_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id"))
    issuer_id: Mapped[UUID]
    year: Mapped[int] = mapped_column(SmallInteger)
    number: Mapped[int]
    version: Mapped[int] = mapped_column(SmallInteger)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    units: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    fee_cents: Mapped[int | None] = mapped_column(BigInteger)
    value_cents: Mapped[int | None] = mapped_column(BigInteger)
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    made_by: Mapped[str] = mapped_column(Text)
    sent_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    voided_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    void_reason: Mapped[str | None] = mapped_column(Text)
    signed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    signed_by: Mapped[str | None] = mapped_column(Text)
    signatory_name: Mapped[str | None] = mapped_column(Text)
    signatory_capacity: Mapped[str | None] = mapped_column(Text)
    signed_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))


class SignatureLinkRow(Base):
    """The link by which a signatory without an account reads and signs; `token_hash` is all that is kept of its secret."""

    __tablename__ = "signature_link"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        CheckConstraint("octet_length(token_hash) = 32", name="token_hash_length"),
        CheckConstraint("expires_at > made_at", name="expires_later"),
        Index(
            "uq_signature_link_open",
            "agreement_id",
            unique=True,
            postgresql_where=text("used_at IS NULL AND revoked_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    agreement_id: Mapped[UUID] = mapped_column(ForeignKey("agreement.id", ondelete="CASCADE"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    used_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    revoked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
