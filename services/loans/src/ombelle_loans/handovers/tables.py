"""Tables of preparations, appointments, hand-overs, condition reports and incidents."""

from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    Time,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.handovers import domain
from ombelle_loans.tables import NEW_ID, Base, at_most, one_of

_MOMENT: Final = DateTime(timezone=True)


class PreparationCheckRow(Base):
    """A unit that is ready to leave with a loan."""

    __tablename__ = "preparation_check"

    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id", ondelete="CASCADE"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    checked_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
    checked_by: Mapped[str] = mapped_column(Text)


class SlotRow(Base):
    """When and where a loan leaves (`out`) or comes back (`in`): one appointment each way, in Paris's time."""

    __tablename__ = "slot"
    __table_args__ = (
        UniqueConstraint("loan_id", "direction"),
        one_of("direction", domain.DIRECTIONS),
        one_of("kind", domain.SLOT_KINDS),
        CheckConstraint("to_time > from_time", name="times_in_order"),
        at_most("address", 500),
        at_most("note", 1000),
        Index("ix_slot_day", "day", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id", ondelete="CASCADE"))
    direction: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    day: Mapped[date] = mapped_column(Date)
    from_time: Mapped[time] = mapped_column(Time)
    to_time: Mapped[time] = mapped_column(Time)
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("pickup_place.id"))
    address: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")


class ConditionReportRow(Base):
    """What each unit of a loan is like when it leaves (`out`) or is back (`in`); `frozen_at` once the loan went on."""

    __tablename__ = "condition_report"
    __table_args__ = (
        UniqueConstraint("loan_id", "direction"),
        UniqueConstraint("id", "loan_id"),
        one_of("direction", domain.DIRECTIONS),
        at_most("remarks", 5000),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id"))
    direction: Mapped[str] = mapped_column(Text)
    made_on: Mapped[date] = mapped_column(Date)
    made_by: Mapped[str] = mapped_column(Text)
    remarks: Mapped[str | None] = mapped_column(Text)
    frozen_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())


class ConditionLineRow(Base):
    """What one unit is like."""

    __tablename__ = "condition_line"
    __table_args__ = (
        one_of("state", domain.UNIT_CONDITIONS),
        at_most("remarks", 2000),
        Index("ix_condition_line_unit_id", "unit_id"),
    )

    report_id: Mapped[UUID] = mapped_column(ForeignKey("condition_report.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    state: Mapped[str] = mapped_column(Text)
    remarks: Mapped[str | None] = mapped_column(Text)


class ConditionPhotoRow(Base):
    """A photograph of what a unit is like."""

    __tablename__ = "condition_photo"
    __table_args__ = (
        UniqueConstraint("file_id"),
        ForeignKeyConstraint(
            ["report_id", "unit_id"], ["condition_line.report_id", "condition_line.unit_id"]
        ),
        at_most("caption", 300),
        Index("ix_condition_photo_report_id", "report_id", "unit_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    report_id: Mapped[UUID]
    unit_id: Mapped[UUID]
    file_id: Mapped[UUID] = mapped_column(ForeignKey("stored_file.id"))
    caption: Mapped[str | None] = mapped_column(Text)


class HandOverRow(Base):
    """Who gave what to whom: out to the borrower, back, or on to the next borrower's loan. Names are of those present."""

    __tablename__ = "hand_over"
    __table_args__ = (
        UniqueConstraint("loan_id", "kind"),
        one_of("kind", domain.HAND_OVER_KINDS),
        CheckConstraint("(kind = 'transfer') = (to_loan_id IS NOT NULL)", name="transfer_names_the_next"),
        CheckConstraint("packages BETWEEN 0 AND 10000", name="packages_bounded"),
        at_most("given_by", 200),
        at_most("taken_by", 200),
        at_most("remarks", 2000),
        Index("ix_hand_over_to_loan_id", "to_loan_id", postgresql_where=text("to_loan_id IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id"))
    kind: Mapped[str] = mapped_column(Text)
    day: Mapped[date] = mapped_column(Date)
    to_loan_id: Mapped[UUID | None] = mapped_column(ForeignKey("loan.id"))
    given_by: Mapped[str | None] = mapped_column(Text)
    taken_by: Mapped[str | None] = mapped_column(Text)
    packages: Mapped[int | None]
    remarks: Mapped[str | None] = mapped_column(Text)
    recorded_by: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())


class IncidentRow(Base):
    """Damage to a unit or its loss, open until `closed_on` says on which day it ended, and `outcome` how."""

    __tablename__ = "incident"
    __table_args__ = (
        one_of("kind", domain.INCIDENT_KINDS),
        one_of("outcome", domain.OUTCOMES),
        CheckConstraint("(closed_on IS NULL) = (outcome IS NULL)", name="closed_says_how"),
        CheckConstraint("estimated_cents BETWEEN 0 AND 10000000000", name="estimated_bounded"),
        at_most("description", 5000),
        at_most("insurer_reference", 100),
        Index("ix_incident_loan_id", "loan_id"),
        Index(
            "uq_incident_open", "loan_id", "unit_id", unique=True, postgresql_where=text("closed_on IS NULL")
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("condition_report.id"))
    kind: Mapped[str] = mapped_column(Text)
    happened_on: Mapped[date | None] = mapped_column(Date)
    description: Mapped[str] = mapped_column(Text)
    estimated_cents: Mapped[int | None] = mapped_column(BigInteger)
    insurer_told_on: Mapped[date | None] = mapped_column(Date)
    insurer_reference: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[str | None] = mapped_column(Text)
    closed_on: Mapped[date | None] = mapped_column(Date)
    made_by: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
