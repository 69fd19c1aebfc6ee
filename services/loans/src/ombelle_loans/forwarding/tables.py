"""The table of forwarded requests."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, DateTime, ForeignKey, Index, Text, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.tables import NEW_ID, Base, at_most


class ForwardedRequestRow(Base):
    """What an organisation asked of another one by a mail of ours; what becomes of it is between the two.

    `contact_…` is whom the lender answers: null once that person was erased. `created_by` is an account's id.
    """

    __tablename__ = "forwarded_request"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("(contact_name IS NULL) = (contact_email IS NULL)", name="contact_whole"),
        at_most("contact_name", 200),
        at_most("contact_email", 254),
        at_most("place_name", 200),
        at_most("place_address", 500),
        at_most("commune_name", 100),
        at_most("message", 5000),
        UniqueConstraint(
            "organisation_id", "item_id", "starts_on", "ends_on", name="uq_forwarded_request_asked_once"
        ),
        Index("ix_forwarded_request_item_id", "item_id"),
        Index(
            "ix_forwarded_request_contact_email",
            text("lower(contact_email)"),
            postgresql_where=text("contact_email IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("item.id"))
    organisation_id: Mapped[UUID]
    contact_name: Mapped[str | None] = mapped_column(Text)
    contact_email: Mapped[str | None] = mapped_column(Text)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    place_name: Mapped[str] = mapped_column(Text)
    place_address: Mapped[str | None] = mapped_column(Text)
    commune_insee: Mapped[str] = mapped_column(Text)
    commune_name: Mapped[str | None] = mapped_column(Text)
    department: Mapped[str] = mapped_column(Text)
    message: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
