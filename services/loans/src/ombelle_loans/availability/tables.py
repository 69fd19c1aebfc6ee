"""Tables of availability: what blocks units, and when lenders are closed."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, Integer, Text, func, text
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.availability.domain import BLOCK_KINDS
from ombelle_loans.tables import NEW_ID, Base, at_most, one_of

ONE_AT_A_TIME: Final = "ex_unit_block_one_at_a_time"
"""The exclusion constraint: of the blocks of a unit that are not released, no two have a day in common."""


class UnitBlockRow(Base):
    """Days on which a unit is not free. `loan_id` names a loan, which is an aggregate that stands above this one."""

    __tablename__ = "unit_block"
    __table_args__ = (
        one_of("kind", BLOCK_KINDS),
        CheckConstraint("(kind IN ('hold', 'loan')) = (loan_id IS NOT NULL)", name="loans_name_theirs"),
        CheckConstraint("kind = 'hold' OR expires_at IS NULL", name="only_holds_expire"),
        CheckConstraint(
            "NOT isempty(period) AND daterange('1990-01-01', '2200-01-01') @> blocked", name="days_bounded"
        ),
        CheckConstraint("blocked @> period", name="blocked_holds_period"),
        at_most("reason", 500),
        Index("ix_unit_block_loan_id", "loan_id", postgresql_where=text("loan_id IS NOT NULL")),
        Index("ix_unit_block_unit_id", "unit_id", text("upper(period)")),
        Index(
            "ix_unit_block_lent",
            text("upper(period)"),
            "unit_id",
            postgresql_where=text("released_at IS NULL AND kind = 'loan'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    kind: Mapped[str] = mapped_column(Text)
    loan_id: Mapped[UUID | None]
    period: Mapped[Range[date]] = mapped_column(DATERANGE)
    blocked: Mapped[Range[date]] = mapped_column(DATERANGE)
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    released_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    reason: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class ClosureRow(Base):
    """Days on which a lender is closed; the agency's names no organisation."""

    __tablename__ = "closure"
    __table_args__ = (
        CheckConstraint(
            "NOT isempty(days) AND daterange('1990-01-01', '2200-01-01') @> days "
            "AND upper(days) - lower(days) <= 366",
            name="days_bounded",
        ),
        at_most("label", 120),
        Index("ix_closure_organisation_id", "organisation_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation_copy.organisation_id"))
    days: Mapped[Range[date]] = mapped_column(DATERANGE)
    label: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer, server_default="1")
