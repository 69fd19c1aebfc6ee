"""Tables of who may edit what when, and of changes that wait for the coordination."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, Text, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.programme.editing.domain import FIELD_GROUPS, PHASES, RULES
from ombelle_events.programme.tables import NEW_ID, one_of
from ombelle_events.tables import Base

OUTCOMES = ("approved", "rejected", "withdrawn")
ACTIONS = ("edit", "add_session", "edit_session", "change_session_status", "remove_session")


class EditPolicyRow(Base):
    """The rule of an edition for a group of fields in a phase; what has no row follows the defaults."""

    __tablename__ = "edit_policy"
    __table_args__ = (
        one_of("field_group", FIELD_GROUPS),
        one_of("phase", PHASES),
        one_of("rule", RULES),
    )

    edition_id: Mapped[UUID] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True)
    field_group: Mapped[str] = mapped_column(Text, primary_key=True)
    phase: Mapped[str] = mapped_column(Text, primary_key=True)
    rule: Mapped[str] = mapped_column(Text)


class ChangeProposalRow(Base):
    """A change of a published event that waits for the coordination: `before` and `after` by field.

    An event has one open proposal for its own fields, and one for each of its sessions: a second edit joins the first.
    Sessions to add have no id yet, and may wait beside one another.
    """

    __tablename__ = "change_proposal"
    __table_args__ = (
        one_of("action", ACTIONS),
        one_of("outcome", OUTCOMES),
        CheckConstraint(
            "(outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by IS NULL)",
            name="settled_whole",
        ),
        CheckConstraint(
            "outcome IS DISTINCT FROM 'rejected' OR reason IS NOT NULL", name="rejected_says_why"
        ),
        CheckConstraint(
            "action NOT IN ('edit', 'add_session') OR event_session_id IS NULL",
            name="of_the_event_or_of_a_session",
        ),
        Index(
            "uq_change_proposal_open_of_event",
            "event_id",
            unique=True,
            postgresql_where=text("outcome IS NULL AND action = 'edit'"),
        ),
        Index(
            "uq_change_proposal_open_of_session",
            "event_session_id",
            unique=True,
            postgresql_where=text("outcome IS NULL AND event_session_id IS NOT NULL"),
        ),
        Index("ix_change_proposal_event", "event_id", "id"),
        Index(
            "ix_change_proposal_session",
            "event_session_id",
            postgresql_where=text("event_session_id IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    event_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("event_session.id", ondelete="SET NULL"))
    action: Mapped[str] = mapped_column(Text)
    before: Mapped[dict[str, Any]] = mapped_column(JSONB)
    after: Mapped[dict[str, Any]] = mapped_column(JSONB)
    proposed_by: Mapped[str] = mapped_column(Text)
    proposed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    settled_by: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    outcome: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
