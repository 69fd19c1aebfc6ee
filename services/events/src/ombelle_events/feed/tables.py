"""Tables of the feeds: what is synced, each run, each row as it came, and what waits for a person."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSON, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.feed.domain import KINDS
from ombelle_events.programme.tables import EMPTY_ARRAY, NEW_ID, EventRow, one_of
from ombelle_events.tables import Base

RUN_MODES = ("incremental", "full")
RUN_STATES = ("running", "complete", "incomplete", "held", "interrupted", "failed")
CANDIDATE_STATES = ("open", "linked", "apart")
KEPT = ("ours", "theirs")


class FeedRow(Base):
    """A feed as it was added. `territory` null checks nothing; `every_minutes` null never runs by itself.

    `url` is the base address of an OpenAgenda API, or a file or an address of an archive, which has no `agenda`.
    """

    __tablename__ = "feed"
    __table_args__ = (
        one_of("kind", KINDS),
        CheckConstraint("(kind = 'openagenda-v2') = (agenda IS NOT NULL)", name="agenda_by_kind"),
        CheckConstraint("kind <> 'openagenda-v2' OR key IS NOT NULL", name="key_by_kind"),
        CheckConstraint("name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'", name="name_shape"),
        CheckConstraint("every_minutes BETWEEN 1 AND 43200", name="every_minutes_sensible"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    name: Mapped[str] = mapped_column(Text, unique=True)
    kind: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    agenda: Mapped[str | None] = mapped_column(Text)
    key: Mapped[str | None] = mapped_column(Text)
    territory: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    edition: Mapped[int | None]
    every_minutes: Mapped[int | None]
    # What a row meant at the last complete run; when it changes, every row is read again.
    meaning: Mapped[str | None] = mapped_column(Text)
    watermark: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    version: Mapped[int] = mapped_column(server_default="1")


class FeedRunRow(Base):
    """One run. `summary` has the keys that `sync --json` prints; `detail` says in French what went wrong.

    `report` counts what the run met that no mapping knows: `{"unknown_columns": {column: rows},
    "unknown_labels": {column: {label: rows}}}`; null when all was known.
    """

    __tablename__ = "feed_run"
    __table_args__ = (
        one_of("mode", RUN_MODES),
        one_of("state", RUN_STATES),
        Index("ix_feed_run_feed_started", "feed_id", text("started_at DESC")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    feed_id: Mapped[UUID] = mapped_column(ForeignKey("feed.id", ondelete="CASCADE"))
    mode: Mapped[str] = mapped_column(Text)
    forced: Mapped[bool]
    state: Mapped[str] = mapped_column(Text, server_default="running")
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    summary: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    detail: Mapped[str | None] = mapped_column(Text)
    report: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))


class FeedRecordRow(Base):
    """A row of a feed as it was last applied: raw, its digest, and its values by field.

    `leads` marks the one record whose content the event shows when several feeds bring it; `linked` one that
    was tied to an event of ours, which it never overwrites. `withdrawn_at` is this feed's withdrawal.
    """

    __tablename__ = "feed_record"
    __table_args__ = (
        Index("ix_feed_record_event", "event_id"),
        Index("uq_feed_record_leads", "event_id", unique=True, postgresql_where=text("leads")),
        Index(
            "ix_feed_record_parent",
            "feed_id",
            "parent_external_id",
            postgresql_where=text("parent_external_id IS NOT NULL"),
        ),
    )

    feed_id: Mapped[UUID] = mapped_column(ForeignKey("feed.id", ondelete="CASCADE"), primary_key=True)
    external_id: Mapped[str] = mapped_column(Text, primary_key=True)
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    leads: Mapped[bool]
    linked: Mapped[bool]
    source_updated_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    parent_external_id: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    applied: Mapped[dict[str, Any]] = mapped_column(JSONB)
    raw: Mapped[Any] = mapped_column(JSON)


class FeedQuarantineRow(Base):
    """A row that could not be kept, with the reason; the last good version of it, if any, stays."""

    __tablename__ = "feed_quarantine"

    feed_id: Mapped[UUID] = mapped_column(ForeignKey("feed.id", ondelete="CASCADE"), primary_key=True)
    external_id: Mapped[str] = mapped_column(Text, primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    reason: Mapped[str] = mapped_column(Text)
    pointer: Mapped[str] = mapped_column(Text)
    raw: Mapped[Any] = mapped_column(JSON)
    first_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class FeedConflictRow(Base):
    """A field edited here that the source has changed since; at most one open for an event and a field."""

    __tablename__ = "feed_conflict"
    __table_args__ = (
        one_of("kept", KEPT),
        CheckConstraint("(settled_at IS NULL) = (kept IS NULL)", name="settled_whole"),
        Index(
            "uq_feed_conflict_open",
            "event_id",
            "field",
            unique=True,
            postgresql_where=text("settled_at IS NULL"),
        ),
        Index("ix_feed_conflict_feed", "feed_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    feed_id: Mapped[UUID] = mapped_column(ForeignKey("feed.id", ondelete="CASCADE"))
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(Text)
    source_value: Mapped[Any] = mapped_column(JSONB)
    opened_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    settled_by: Mapped[str | None] = mapped_column(Text)
    kept: Mapped[str | None] = mapped_column(Text)


class VenueRefRow(Base):
    """The name a place has elsewhere. Several may share a venue; only the `leads` one changes it."""

    __tablename__ = "venue_ref"
    __table_args__ = (Index("uq_venue_ref_leads", "venue_id", unique=True, postgresql_where=text("leads")),)

    source: Mapped[str] = mapped_column(Text, primary_key=True)
    external_id: Mapped[str] = mapped_column(Text, primary_key=True)
    venue_id: Mapped[UUID] = mapped_column(ForeignKey("venue.id", ondelete="CASCADE"), index=True)
    leads: Mapped[bool]
    source_updated_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class DuplicateCandidateRow(Base):
    """Two events that may be one: at the same place, on the same day, under nearly the same title.

    Linked, the agenda shows `kept_id` of the two and hides `hidden_id` behind it.
    """

    __tablename__ = "duplicate_candidate"
    __table_args__ = (
        one_of("state", CANDIDATE_STATES),
        CheckConstraint("first_id < second_id", name="in_order"),
        CheckConstraint("(state = 'linked') = (kept_id IS NOT NULL)", name="linked_keeps_one"),
        CheckConstraint("kept_id IN (first_id, second_id)", name="keeps_one_of_the_two"),
        CheckConstraint(
            "(state = 'open') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)",
            name="settled_whole",
        ),
        UniqueConstraint("first_id", "second_id"),
        UniqueConstraint("hidden_id", "kept_id"),
        Index("ix_duplicate_candidate_second", "second_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    first_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    second_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    similarity: Mapped[float]
    state: Mapped[str] = mapped_column(Text, server_default="open")
    found_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    settled_by: Mapped[str | None] = mapped_column(Text)
    kept_id: Mapped[UUID | None]
    hidden_id: Mapped[UUID | None] = mapped_column(
        Computed("CASE kept_id WHEN first_id THEN second_id WHEN second_id THEN first_id END", persisted=True)
    )


# An event is hidden by a decision that can be undone, or not at all. Said here, since the programme knows no feed.
EventRow.metadata.tables["event"].append_constraint(
    ForeignKeyConstraint(
        ["id", "duplicate_of"],
        ["duplicate_candidate.hidden_id", "duplicate_candidate.kept_id"],
        name="fk_event_hidden_by_a_decision",
        use_alter=True,
    )
)
