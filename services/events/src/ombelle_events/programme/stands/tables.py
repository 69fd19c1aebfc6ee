"""Stands of a village that another organisation holds: asked, and accepted or not."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.programme.tables import NEW_ID, one_of
from ombelle_events.tables import Base

OUTCOMES = ("accepted", "declined", "withdrawn")


class StandInvitationRow(Base):
    """An organisation asked to hold a stand of an umbrella event; accepted, the stand is an event of its own."""

    __tablename__ = "stand_invitation"
    __table_args__ = (
        one_of("outcome", OUTCOMES),
        CheckConstraint(
            "(outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by IS NULL)",
            name="settled_whole",
        ),
        CheckConstraint("length(btrim(title)) BETWEEN 1 AND 300", name="title_length"),
        Index(
            "uq_stand_invitation_open",
            "umbrella_id",
            "organisation_id",
            "title",
            unique=True,
            postgresql_where=text("outcome IS NULL"),
        ),
        Index("ix_stand_invitation_organisation", "organisation_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    umbrella_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    organisation_id: Mapped[UUID]
    title: Mapped[str] = mapped_column(Text)
    message: Mapped[str | None] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    settled_by: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    outcome: Mapped[str | None] = mapped_column(Text)
    stand_id: Mapped[UUID | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"))
