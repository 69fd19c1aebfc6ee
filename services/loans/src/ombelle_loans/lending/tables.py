"""What each lender has set. Nothing here names a person but who signs for the lender."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.tables import EMPTY_ARRAY, NEW_ID, Base, at_most, one_of
from ombelle_loans.vocabulary import BASES, CATEGORIES, INSURANCES

_ZERO = text("0")


def _short(default: int) -> Mapped[int]:
    return mapped_column(SmallInteger, server_default=text(str(default)))


class LenderSettingsRow(Base):
    """How one lender lends; the agency's row names no organisation.

    Buffers are working days before and after a loan; places of use outside of `near_departments` take the far ones,
    unless that list is empty. Lengths are days of the loan, both ends counted; `notice_days` go by between the request
    and the loan's first day; a hold lasts `hold_days`.
    """

    __tablename__ = "lender_settings"
    __table_args__ = (
        UniqueConstraint("organisation_id", postgresql_nulls_not_distinct=True),
        CheckConstraint(
            "opening_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND cardinality(opening_days) > 0",
            name="opening_days_known",
        ),
        CheckConstraint(
            "buffer_before_days BETWEEN 0 AND 60 AND buffer_after_days BETWEEN 0 AND 60 AND "
            "far_buffer_before_days BETWEEN 0 AND 60 AND far_buffer_after_days BETWEEN 0 AND 60",
            name="buffers_bounded",
        ),
        CheckConstraint("1 <= min_days AND min_days <= max_days AND max_days <= 366", name="lengths_bounded"),
        CheckConstraint(
            "notice_days BETWEEN 0 AND 366 AND hold_days BETWEEN 1 AND 90", name="delays_bounded"
        ),
        one_of("insurance", INSURANCES),
        at_most("agreement_template", 20_000),
        at_most("address", 500),
        at_most("email", 254),
        at_most("phone", 40),
        at_most("signatory_name", 200),
        at_most("signatory_capacity", 200),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation_copy.organisation_id"))
    opening_days: Mapped[list[int]] = mapped_column(
        ARRAY(SmallInteger), server_default=text("'{1,2,3,4,5}'::smallint[]")
    )
    buffer_before_days: Mapped[int] = _short(0)
    buffer_after_days: Mapped[int] = _short(0)
    near_departments: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    far_buffer_before_days: Mapped[int] = _short(0)
    far_buffer_after_days: Mapped[int] = _short(0)
    notice_days: Mapped[int] = _short(0)
    min_days: Mapped[int] = _short(1)
    max_days: Mapped[int] = _short(366)
    hold_days: Mapped[int] = _short(14)
    insurance: Mapped[str] = mapped_column(Text, server_default="none")
    agreement_template: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    signatory_name: Mapped[str | None] = mapped_column(Text)
    signatory_capacity: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class PickupPlaceRow(Base):
    """Where a lender's items are fetched and brought back; one that is used no more has ended, and stays."""

    __tablename__ = "pickup_place"
    __table_args__ = (
        CheckConstraint("length(name) <= 200 AND btrim(name) <> ''", name="name_length"),
        at_most("address", 500),
        at_most("hours", 500),
        at_most("directions", 1000),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    settings_id: Mapped[UUID] = mapped_column(
        ForeignKey("lender_settings.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    hours: Mapped[str | None] = mapped_column(Text)
    directions: Mapped[str | None] = mapped_column(Text)
    position: Mapped[int] = mapped_column(SmallInteger, server_default=_ZERO)
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class TariffRow(Base):
    """What a lender asks for a category on the days of `in_force`, which the loan's first day falls in.

    `flat`, or for each period of `period_days` that the loan begins. No two of a lender for a category share a day:
    the exclusion constraint `ex_tariff_one_a_day`.
    """

    __tablename__ = "tariff"
    __table_args__ = (
        one_of("category", CATEGORIES),
        one_of("basis", BASES),
        CheckConstraint("(basis = 'per_period') = (period_days IS NOT NULL)", name="period_with_its_basis"),
        CheckConstraint("period_days BETWEEN 1 AND 366", name="period_bounded"),
        CheckConstraint(
            "member_cents BETWEEN 0 AND 100000000 AND other_cents BETWEEN 0 AND 100000000",
            name="amounts_bounded",
        ),
        CheckConstraint("NOT isempty(in_force) AND NOT lower_inf(in_force)", name="in_force_begins"),
        Index("ix_tariff_organisation_id", "organisation_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation_copy.organisation_id"))
    category: Mapped[str] = mapped_column(Text)
    in_force: Mapped[Range[date]] = mapped_column(DATERANGE)
    basis: Mapped[str] = mapped_column(Text)
    period_days: Mapped[int | None] = mapped_column(SmallInteger)
    member_cents: Mapped[int]
    other_cents: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
