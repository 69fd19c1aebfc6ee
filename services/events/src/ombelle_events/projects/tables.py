"""Tables of the projects: what a labelled application becomes, and who was reminded of what."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.programme.tables import NEW_ID, one_of
from ombelle_events.projects.domain import LIFECYCLES, REMINDERS
from ombelle_events.tables import Base


class ProjectRow(Base):
    """A labelled project. The constant column lets the foreign key say that its application was labelled.

    `contact_name` and `contact_email` are whom the coordination writes to; the holder may change them.
    """

    __tablename__ = "project"
    __table_args__ = (
        one_of("lifecycle", LIFECYCLES),
        CheckConstraint("length(btrim(title)) BETWEEN 1 AND 300", name="title_length"),
        CheckConstraint(
            "(lifecycle = 'cancelled') = (cancelled_at IS NOT NULL)"
            " AND (cancelled_at IS NULL) = (cancelled_by IS NULL)"
            " AND (cancelled_at IS NULL) = (cancelled_reason IS NULL)",
            name="cancelled_says_why_when_and_by_whom",
        ),
        CheckConstraint("length(btrim(cancelled_reason)) > 0", name="reason_says_something"),
        CheckConstraint("lifecycle <> 'awaiting_confirmation' OR confirmed_at IS NULL", name="awaits_or_not"),
        CheckConstraint(
            "lifecycle <> 'active' OR confirmed_at IS NOT NULL",
            name="active_once_confirmed",
        ),
        CheckConstraint("(confirmed_at IS NULL) = (confirmed_by IS NULL)", name="confirmed_by_somebody"),
        CheckConstraint("amount_granted_cents >= 0", name="amount_not_negative"),
        UniqueConstraint("application_id"),
        ForeignKeyConstraint(
            ["application_id", "application_decision"],
            ["application.id", "application.decision"],
            name="fk_project_labelled_application",
        ),
        Index("ix_project_edition", "edition_id", "id"),
        Index("ix_project_organisation", "organisation_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID]
    application_decision: Mapped[str] = mapped_column(Text, Computed("'labelled'::text", persisted=True))
    edition_id: Mapped[UUID] = mapped_column(ForeignKey("edition.id"))
    organisation_id: Mapped[UUID]
    title: Mapped[str] = mapped_column(Text)
    lifecycle: Mapped[str] = mapped_column(Text, server_default="awaiting_confirmation")
    confirmed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    confirmed_by: Mapped[str | None] = mapped_column(Text)
    cancelled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    cancelled_by: Mapped[str | None] = mapped_column(Text)
    cancelled_reason: Mapped[str | None] = mapped_column(Text)
    amount_granted_cents: Mapped[int | None] = mapped_column(BigInteger)
    contact_name: Mapped[str | None] = mapped_column(Text)
    contact_email: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class ProjectReminderRow(Base):
    """A reminder that was sent for a project; `sent_to` is kept by the gateway's mails, not here."""

    __tablename__ = "project_reminder"
    __table_args__ = (
        one_of("kind", REMINDERS),
        Index("ix_project_reminder_project", "project_id", "kind", "sent_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(Text)
    sent_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    sent_by: Mapped[str] = mapped_column(Text)
