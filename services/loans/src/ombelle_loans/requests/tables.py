"""The table of requests."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    Identity,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.requests.domain import CHANNELS, PASS_CULTURE_STATES
from ombelle_loans.tables import NEW_ID, Base, at_most, one_of


class LoanRequestRow(Base):
    """What an organisation asks for at once; each item of it is a loan.

    `organisation_id` asks, `place_…` is where the items go, `signatory_…` who signs the agreement and in what capacity
    (mayor, president, head of school): null once that person was erased. `created_by` is an account's id.
    """

    __tablename__ = "loan_request"
    __table_args__ = (
        one_of("channel", CHANNELS),
        one_of("pass_culture_state", PASS_CULTURE_STATES),
        CheckConstraint(
            "(channel = 'pass_culture') = (pass_culture_state IS NOT NULL)", name="pass_culture_has_a_state"
        ),
        CheckConstraint(
            "pass_culture_offer IS NULL OR channel = 'pass_culture'", name="offer_is_of_pass_culture"
        ),
        CheckConstraint(
            "pass_culture_offer IS NOT NULL OR coalesce(pass_culture_state, 'pre_booked') = 'pre_booked'",
            name="confirmed_offer_has_a_number",
        ),
        CheckConstraint("(signatory_name IS NULL) = (signatory_capacity IS NULL)", name="signatory_whole"),
        at_most("place_name", 200),
        at_most("place_address", 500),
        at_most("commune_name", 100),
        at_most("signatory_name", 200),
        at_most("signatory_capacity", 200),
        at_most("pass_culture_offer", 50),
        at_most("message", 5000),
        UniqueConstraint("number", name="uq_loan_request_number"),
        Index("ix_loan_request_organisation_id", "organisation_id", "id"),
        Index(
            "ix_loan_request_signatory_email",
            text("lower(signatory_email)"),
            postgresql_where=text("signatory_email IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    organisation_id: Mapped[UUID]
    place_name: Mapped[str] = mapped_column(Text)
    place_address: Mapped[str | None] = mapped_column(Text)
    commune_insee: Mapped[str] = mapped_column(Text)
    commune_name: Mapped[str | None] = mapped_column(Text)
    department: Mapped[str] = mapped_column(Text)
    signatory_name: Mapped[str | None] = mapped_column(Text)
    signatory_capacity: Mapped[str | None] = mapped_column(Text)
    signatory_email: Mapped[str | None] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(Text, server_default="direct")
    pass_culture_offer: Mapped[str | None] = mapped_column(Text)
    pass_culture_state: Mapped[str | None] = mapped_column(Text)
    message: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
