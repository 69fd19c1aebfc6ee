"""Tables of attachments, messages and requests for changes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.correspondence.domain import (
    LONGEST_FILE,
    LONGEST_TEXT,
    NAME_LENGTH,
    REASONS,
    SCANS,
    SIDES,
)
from ombelle_events.programme.tables import EMPTY_ARRAY, NEW_ID, one_of
from ombelle_events.tables import Base

_NOW = func.now()


def _said(column: str) -> CheckConstraint:
    return CheckConstraint(
        f"length({column}) <= {LONGEST_TEXT} AND btrim({column}) <> ''", name=f"{column}_length"
    )


class AttachmentRow(Base):
    """A file of an application, in the object storage under `storage_key`; `media_type` is what its content is.

    A removed one keeps its row; its file goes soon after.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        one_of("scan", SCANS),
        CheckConstraint(f"length(name) BETWEEN 1 AND {NAME_LENGTH}", name="name_length"),
        CheckConstraint(f"size_bytes BETWEEN 1 AND {LONGEST_FILE}", name="size_in_bounds"),
        CheckConstraint("length(sha256) = 32", name="sha256_whole"),
        CheckConstraint("(removed_at IS NULL) = (removed_by IS NULL)", name="removed_whole"),
        Index("ix_attachment_application_id", "application_id", "id"),
        Index(
            "ix_attachment_waiting", "id", postgresql_where=text("scan = 'waiting' AND removed_at IS NULL")
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    field_id: Mapped[str | None] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[bytes] = mapped_column(LargeBinary)
    storage_key: Mapped[str] = mapped_column(Text, unique=True)
    scan: Mapped[str] = mapped_column(Text)
    uploaded_by: Mapped[str] = mapped_column(Text)
    uploaded_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    removed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    removed_by: Mapped[str | None] = mapped_column(Text)


class ApplicationMessageRow(Base):
    """What one side wrote to the other; `read_at` is when the other one first saw it, `search` its words."""

    __tablename__ = "application_message"
    __table_args__ = (
        one_of("side", SIDES),
        _said("text"),
        CheckConstraint("(read_at IS NULL) = (read_by IS NULL)", name="read_whole"),
        Index("ix_application_message_application_id", "application_id", "id"),
        Index("ix_application_message_unread", "application_id", "side", postgresql_where=text("read_at IS NULL")),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    side: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    read_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    read_by: Mapped[str | None] = mapped_column(Text)
    search: Mapped[str] = mapped_column(
        TSVECTOR, Computed("to_tsvector('programme'::regconfig, text)", persisted=True), deferred=True
    )


class ChangeRequestRow(Base):
    """What the coordination asks to be mended, and what it was answered; one waits at a time."""

    __tablename__ = "change_request"
    __table_args__ = (
        one_of("reason", REASONS),
        _said("message"),
        _said("answer"),
        CheckConstraint("(answered_at IS NULL) = (answered_by IS NULL)", name="answered_whole"),
        CheckConstraint("answer IS NULL OR answered_at IS NOT NULL", name="answer_has_its_time"),
        Index(
            "uq_change_request_open",
            "application_id",
            unique=True,
            postgresql_where=text("answered_at IS NULL"),
        ),
        Index("ix_change_request_application_id", "application_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    reason: Mapped[str] = mapped_column(Text)
    message: Mapped[str] = mapped_column(Text)
    field_ids: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    due_on: Mapped[date | None]
    asked_by: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
