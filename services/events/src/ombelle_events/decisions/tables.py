"""Tables of decisions: batches with what they decide, who sat, what was looked at before, letters.

A staged decision stands in its batch only; an application learns of it when the batch is applied.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.applications.domain import DECISIONS
from ombelle_events.applications.tables import ApplicationRow
from ombelle_events.decisions import domain
from ombelle_events.programme.tables import NEW_ID, one_of
from ombelle_events.tables import Base

_NOW = func.now()


class DecisionBatchRow(Base):
    """Decisions of one call that are staged together and applied at once.

    `version` grows with every change of the batch, its items and those present. `minutes` is what the minutes say,
    frozen when the batch is applied. An applied batch never changes (trigger).
    """

    __tablename__ = "decision_batch"
    __table_args__ = (
        CheckConstraint("length(btrim(title)) BETWEEN 1 AND 200", name="title_length"),
        CheckConstraint("length(notes) <= 20000", name="notes_length"),
        one_of("state", domain.BATCH_STATES),
        CheckConstraint(
            "(state = 'applied') = (applied_at IS NOT NULL) AND (applied_at IS NULL) = (applied_by IS NULL) "
            "AND (applied_at IS NULL) = (minutes IS NULL)",
            name="applied_whole",
        ),
        UniqueConstraint("id", "call_id"),
        UniqueConstraint("id", "state"),
        Index("ix_decision_batch_call", "call_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id"))
    title: Mapped[str] = mapped_column(Text)
    notes: Mapped[str] = mapped_column(Text, server_default="")
    state: Mapped[str] = mapped_column(Text, server_default="staged")
    sitting_on: Mapped[date | None] = mapped_column(Date)
    minutes: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    applied_by: Mapped[str | None] = mapped_column(Text)
    applied_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    version: Mapped[int] = mapped_column(server_default="1")


class DecisionPresenceRow(Base):
    """A member of the call's committee who sat when the batch was decided."""

    __tablename__ = "decision_presence"
    __table_args__ = (
        ForeignKeyConstraint(
            ["batch_id", "call_id"],
            ["decision_batch.id", "decision_batch.call_id"],
            name="fk_decision_presence_batch",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["call_id", "account_id"],
            ["committee_member.call_id", "committee_member.account_id"],
            name="fk_decision_presence_member_of_the_committee",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        Index("ix_decision_presence_member", "call_id", "account_id"),
    )

    batch_id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    call_id: Mapped[UUID]


class DecisionItemRow(Base):
    """What a batch decides of one application. `batch_state` follows the batch's, so that an index can say that an
    application stands in one staged batch at most. A trigger refuses what somebody with a conflict stages.
    """

    __tablename__ = "decision_item"
    __table_args__ = (
        one_of("decision", DECISIONS),
        CheckConstraint(
            "amount_cents >= 0 AND (amount_cents IS NULL OR decision = 'labelled')", name="amount_of_a_label"
        ),
        CheckConstraint(
            "rank > 0 AND (rank IS NULL OR decision = 'waitlisted')", name="rank_of_the_waitlist"
        ),
        CheckConstraint("length(motivation) <= 5000", name="motivation_length"),
        ForeignKeyConstraint(
            ["batch_id", "batch_state"],
            ["decision_batch.id", "decision_batch.state"],
            name="fk_decision_item_batch_state",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["batch_id", "call_id"],
            ["decision_batch.id", "decision_batch.call_id"],
            name="fk_decision_item_batch_of_the_call",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["application_id", "call_id"],
            ["application.id", "application.call_id"],
            name="fk_decision_item_application_of_the_call",
        ),
        UniqueConstraint("batch_id", "application_id", "decision"),
        # Deferred: a list written anew exchanges ranks.
        UniqueConstraint("batch_id", "rank", deferrable=True, initially="DEFERRED"),
        Index(
            "uq_decision_item_staged",
            "application_id",
            unique=True,
            postgresql_where=text("batch_state = 'staged'"),
        ),
        Index("ix_decision_item_application", "application_id"),
    )

    batch_id: Mapped[UUID] = mapped_column(primary_key=True)
    application_id: Mapped[UUID] = mapped_column(primary_key=True)
    call_id: Mapped[UUID]
    batch_state: Mapped[str] = mapped_column(Text, server_default="staged")
    decision: Mapped[str] = mapped_column(Text)
    amount_cents: Mapped[int | None] = mapped_column(BigInteger)
    motivation: Mapped[str] = mapped_column(Text, server_default="")
    rank: Mapped[int | None] = mapped_column(SmallInteger)
    staged_by: Mapped[str] = mapped_column(Text)
    staged_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    version: Mapped[int] = mapped_column(server_default="1")


class DecisionPreviewRow(Base):
    """What somebody was shown before a batch is applied: what then differs is told instead of applied.

    `shown` holds, by application, what would be decided and sent, texts by their digests.
    """

    __tablename__ = "decision_preview"
    __table_args__ = (Index("ix_decision_preview_batch", "batch_id", "version", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("decision_batch.id", ondelete="CASCADE"))
    version: Mapped[int]
    shown: Mapped[dict[str, Any]] = mapped_column(JSONB)
    made_by: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)


class LetterRow(Base):
    """A letter that tells a decision, frozen when it is taken; its PDF is made of this row alone."""

    __tablename__ = "letter"
    __table_args__ = (
        one_of("kind", DECISIONS),
        CheckConstraint("number > 0", name="number_counts"),
        ForeignKeyConstraint(
            ["batch_id", "application_id", "kind"],
            ["decision_item.batch_id", "decision_item.application_id", "decision_item.decision"],
            name="fk_letter_tells_an_item",
        ),
        ForeignKeyConstraint(
            ["batch_id", "call_id"], ["decision_batch.id", "decision_batch.call_id"], name="fk_letter_call"
        ),
        UniqueConstraint("batch_id", "application_id"),
        UniqueConstraint("call_id", "number"),
        Index("ix_letter_application", "application_id", "made_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID]
    batch_id: Mapped[UUID]
    call_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(Text)
    number: Mapped[int]
    sender: Mapped[str] = mapped_column(Text)
    sender_contact: Mapped[str | None] = mapped_column(Text)
    recipient: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)


# An application's decision is what an item says, word by word. Its table stands below this one, and so does not name it.
ApplicationRow.__table__.append_constraint(  # type: ignore[attr-defined]
    ForeignKeyConstraint(
        ["batch_id", "id", "decision"],
        ["decision_item.batch_id", "decision_item.application_id", "decision_item.decision"],
        name="fk_application_decided_by_an_item",
        use_alter=True,
    )
)
