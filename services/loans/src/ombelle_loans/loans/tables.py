"""Tables of loans, their units and their history. What each state needs is checked here; `0005_loans.sql` has the rest."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    SmallInteger,
    Text,
    UniqueConstraint,
    false,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.loans import domain
from ombelle_loans.tables import NEW_ID, Base, at_most, one_of

_MOMENT: Final = DateTime(timezone=True)


def _listed(statuses: Iterable[str]) -> str:
    return "status IN (" + ", ".join(f"'{status}'" for status in statuses) + ")"


def _needs(
    name: str, statuses: Iterable[str], condition: str, *, also_imported: bool = False
) -> CheckConstraint:
    """A CHECK that a loan in one of these states fulfils a condition; one of before Ombelle has no papers."""
    beside = "" if also_imported else "origin = 'imported' OR "
    return CheckConstraint(f"{beside}NOT ({_listed(statuses)}) OR ({condition})", name=name)


_PAPERS: Final = tuple(  # a loan's papers are its own
    ForeignKeyConstraint(
        [column, "id"], [f"{table}.id", f"{table}.loan_id"], name=f"fk_loan_{column}", use_alter=True
    )
    for column, table in (
        ("agreement_id", "agreement"),
        ("signed_agreement_id", "agreement"),
        ("condition_report_out_id", "condition_report"),
        ("condition_report_in_id", "condition_report"),
    )
)
_SENT: Final = ("agreement_sent", "confirmed", *domain.WENT_OUT)
_CONFIRMED: Final = ("confirmed", *domain.WENT_OUT)
_BACK: Final = ("returned", "inspected", "closed")


class LoanRow(Base):
    """One item that goes out once, from `starts_on` to `ends_on`, both days of the loan.

    `modules` are the numbers of the modules that were chosen, null for the whole item. While it is `held`, the option
    lasts until `held_until`; one that came from the waiting list was offered at `offered_at` and blocks the units while
    the borrower thinks, until `offer_accepted_at`.

    `fee_cents` is null as long as it is to be settled. `member_status` is what members said of the start date, frozen:
    `{"is_member", "on"}`; `fee_reason` why the lender settled it otherwise.

    `agreement_id`, `signed_agreement_id`, `insurance_certificate_id` and `condition_report_…_id` name rows of the
    aggregates that make these papers; nothing else sets them. `insurance_asked` is the lender's rule when the loan was
    approved. `extension_asked_until` is the last day that the borrower asks for, until the lender answers.
    """

    __tablename__ = "loan"
    __table_args__ = (
        one_of("status", domain.STATUSES),
        one_of("origin", domain.ORIGINS),
        one_of("fee_state", domain.FEE_STATES),
        one_of("cancelled_by", domain.CANCELLED_BY),
        one_of("insurance_asked", ("none", "clause", "certificate", "yearly")),
        CheckConstraint(
            f"ends_on >= starts_on AND ends_on - starts_on < {domain.LONGEST}", name="days_in_order"
        ),
        CheckConstraint("cardinality(modules) > 0", name="modules_chosen"),
        CheckConstraint("fee_cents >= 0", name="fee_not_negative"),
        CheckConstraint(
            "(fee_state = 'settled') = (fee_cents IS NOT NULL)", name="fee_settled_has_an_amount"
        ),
        CheckConstraint("(status = 'held') = (held_until IS NOT NULL)", name="hold_has_an_end"),
        CheckConstraint("(status = 'waitlisted') <= (waitlisted_at IS NOT NULL)", name="waitlisted_since"),
        CheckConstraint("offer_accepted_at IS NULL OR offered_at IS NOT NULL", name="accepted_was_offered"),
        CheckConstraint("(status = 'declined') = (decline_reason IS NOT NULL)", name="declined_says_why"),
        CheckConstraint(
            "(status = 'cancelled') = (cancelled_by IS NOT NULL) AND (status = 'cancelled') = (cancelled_on IS NOT NULL)"
            " AND (status = 'cancelled') = (days_lost IS NOT NULL) AND (status = 'cancelled') = (notice_days IS NOT NULL)",
            name="cancelled_says_how",
        ),
        CheckConstraint("days_lost >= 0 AND notice_days >= 0", name="days_lost_not_negative"),
        _needs("approved_says_insurance", ("approved", *_SENT), "insurance_asked IS NOT NULL"),
        _needs("sent_needs_agreement", _SENT, "agreement_id IS NOT NULL"),
        _needs("confirmed_needs_signature", _CONFIRMED, "signed_agreement_id IS NOT NULL"),
        _needs(
            "confirmed_needs_insurance",
            _CONFIRMED,
            "insurance_asked NOT IN ('certificate', 'yearly') OR insurance_certificate_id IS NOT NULL"
            " OR insurance_waiver IS NOT NULL",
        ),
        _needs("out_needs_report", domain.WENT_OUT, "condition_report_out_id IS NOT NULL"),
        _needs("inspected_needs_report", ("inspected", "closed"), "condition_report_in_id IS NOT NULL"),
        _needs("out_has_a_day", domain.WENT_OUT, "went_out_on IS NOT NULL", also_imported=True),
        _needs("returned_has_a_day", _BACK, "returned_on IS NOT NULL", also_imported=True),
        _needs("closed_needs_fee", ("closed",), "fee_state = 'settled'"),
        CheckConstraint("returned_on >= went_out_on", name="returned_after_out"),
        CheckConstraint(
            "(extension_asked_until IS NULL) = (extension_asked_at IS NULL)"
            " AND (extension_message IS NULL OR extension_asked_until IS NOT NULL)",
            name="extension_asked_whole",
        ),
        CheckConstraint("extension_asked_until > ends_on", name="extension_asked_is_longer"),
        CheckConstraint(
            f"extension_asked_until IS NULL OR {_listed(domain.EXTENDABLE)}",
            name="extension_asked_while_it_may",
        ),
        at_most("extension_message", 2000),
        at_most("decline_reason", 5000),
        at_most("cancel_reason", 5000),
        at_most("fee_reason", 500),
        at_most("insurance_waiver", 500),
        at_most("external_id", 200),
        ForeignKeyConstraint(["format_id", "item_id"], ["item_format.id", "item_format.item_id"]),
        *_PAPERS,
        UniqueConstraint("number", name="uq_loan_number"),
        UniqueConstraint("external_id", name="uq_loan_external_id"),
        Index("ix_loan_request_id", "request_id"),
        Index("ix_loan_item_id", "item_id", "starts_on"),
        Index(
            "ix_loan_format_id", "format_id", "waitlisted_at", postgresql_where=text("status = 'waitlisted'")
        ),
        Index("ix_loan_held_until", "held_until", postgresql_where=text("held_until IS NOT NULL")),
        Index("ix_loan_out", "ends_on", postgresql_where=text("status = 'out'")),
        Index("ix_loan_to_settle", "id", postgresql_where=text("fee_state = 'to_be_settled'")),
        Index("ix_loan_starts_on", "starts_on", "id"),
        Index("ix_loan_extension_asked", "id", postgresql_where=text("extension_asked_until IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    request_id: Mapped[UUID] = mapped_column(ForeignKey("loan_request.id"))
    item_id: Mapped[UUID]
    format_id: Mapped[UUID]
    modules: Mapped[list[int] | None] = mapped_column(ARRAY(SmallInteger))
    status: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(Text, server_default="asked")
    external_id: Mapped[str | None] = mapped_column(Text)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)

    held_until: Mapped[datetime | None] = mapped_column(_MOMENT)
    waitlisted_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    offered_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    offer_accepted_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    decline_reason: Mapped[str | None] = mapped_column(Text)
    cancelled_by: Mapped[str | None] = mapped_column(Text)
    cancel_reason: Mapped[str | None] = mapped_column(Text)
    cancelled_on: Mapped[date | None] = mapped_column(Date)
    days_lost: Mapped[int | None] = mapped_column(Integer)
    notice_days: Mapped[int | None] = mapped_column(Integer)

    fee_state: Mapped[str] = mapped_column(Text, server_default="to_be_settled")
    fee_cents: Mapped[int | None] = mapped_column(BigInteger)
    fee_reason: Mapped[str | None] = mapped_column(Text)
    tariff_id: Mapped[UUID | None] = mapped_column(ForeignKey("tariff.id"))
    member_status: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))

    agreement_id: Mapped[UUID | None]
    signed_agreement_id: Mapped[UUID | None]
    insurance_asked: Mapped[str | None] = mapped_column(Text)
    insurance_certificate_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("insurance_certificate.id", name="fk_loan_insurance_certificate_id", use_alter=True)
    )
    insurance_waiver: Mapped[str | None] = mapped_column(Text)
    condition_report_out_id: Mapped[UUID | None]
    condition_report_in_id: Mapped[UUID | None]
    went_out_on: Mapped[date | None] = mapped_column(Date)
    returned_on: Mapped[date | None] = mapped_column(Date)
    late_told_on: Mapped[date | None] = mapped_column(Date)

    extension_asked_until: Mapped[date | None] = mapped_column(Date)
    extension_asked_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    extension_message: Mapped[str | None] = mapped_column(Text)

    version: Mapped[int] = mapped_column(Integer, server_default="1")
    created_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())


class LoanUnitRow(Base):
    """A unit that goes out with a loan: chosen when it is first blocked."""

    __tablename__ = "loan_unit"
    __table_args__ = (Index("ix_loan_unit_unit_id", "unit_id"),)

    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id", ondelete="CASCADE"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)


class LoanEntryRow(Base):
    """One line of a loan's readable history. It never changes.

    `changes` lists what it changed: `{"name", "before", "after"}`. `status` is the loan's then; `actor` an account's id.
    `is_internal` ones are the lender's alone.
    """

    __tablename__ = "loan_entry"
    __table_args__ = (
        one_of("part", domain.PARTS),
        one_of("status", domain.STATUSES),
        CheckConstraint("jsonb_typeof(changes) = 'array'", name="changes_listed"),
        Index("ix_loan_entry_loan_id", "loan_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
    actor: Mapped[str] = mapped_column(Text)
    part: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    is_internal: Mapped[bool] = mapped_column(Boolean, server_default=false())
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))
