"""The table of insurance certificates."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, Text, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.insurance import domain
from ombelle_loans.tables import NEW_ID, Base, at_most, one_of


class InsuranceCertificateRow(Base):
    """A certificate that a borrower gave a lender (null: the agency) for a loan; a yearly one serves others of theirs."""

    __tablename__ = "insurance_certificate"
    __table_args__ = (
        UniqueConstraint("file_id"),
        one_of("kind", domain.CERTIFICATE_KINDS),
        one_of("state", domain.CERTIFICATE_STATES),
        CheckConstraint(
            "NOT isempty(covers) AND daterange('2000-01-01', '2200-01-01') @> covers "
            "AND upper(covers) - lower(covers) <= 1096",
            name="covers_bounded",
        ),
        CheckConstraint("value_cents BETWEEN 0 AND 100000000000", name="value_bounded"),
        CheckConstraint(
            "(state = 'waiting') = (decided_at IS NULL) AND (state = 'waiting') = (decided_by IS NULL) "
            "AND (state = 'refused') = (reason IS NOT NULL)",
            name="decided_whole",
        ),
        at_most("insurer", 200),
        at_most("policy_number", 100),
        at_most("reason", 1000),
        Index("ix_insurance_certificate_loan_id", "loan_id"),
        Index("ix_insurance_certificate_organisation_id", "organisation_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id"))
    organisation_id: Mapped[UUID]
    lender_organisation_id: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(Text)
    insurer: Mapped[str] = mapped_column(Text)
    policy_number: Mapped[str | None] = mapped_column(Text)
    covers: Mapped[Range[date]] = mapped_column(DATERANGE)
    value_cents: Mapped[int] = mapped_column(BigInteger)
    file_id: Mapped[UUID] = mapped_column(ForeignKey("stored_file.id"))
    state: Mapped[str] = mapped_column(Text, server_default="waiting")
    reason: Mapped[str | None] = mapped_column(Text)
    uploaded_by: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
