"""The tables of `sql/`, for the metadata of a service: migrations are compared with it."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

_NEW_ID = text("uuidv7()")
_NOW = text("now()")


def message_tables(metadata: MetaData) -> None:
    """Add the tables of `sql/messages_v1.sql` to a service's metadata."""
    Table(
        "outbox_message",
        metadata,
        Column("id", Uuid, primary_key=True, server_default=_NEW_ID),
        Column("seq", BigInteger, Identity(always=True), nullable=False),
        Column("type", Text, nullable=False),
        Column("key", Text, nullable=False),
        Column("version", BigInteger, nullable=False),
        Column("payload", JSONB, nullable=False),
        Column("created_at", DateTime(timezone=True), nullable=False, server_default=_NOW),
        UniqueConstraint("seq"),
    )
    delivery = Table(
        "outbox_delivery",
        metadata,
        Column("id", Uuid, primary_key=True, server_default=_NEW_ID),
        Column("message_id", ForeignKey("outbox_message.id", ondelete="CASCADE"), nullable=False),
        Column("subscriber", Text, nullable=False),
        Column("key", Text, nullable=False),
        Column("seq", BigInteger, nullable=False),
        Column("state", Text, nullable=False, server_default="waiting"),
        Column("tries", Integer, nullable=False, server_default="0"),
        Column("refusals", Integer, nullable=False, server_default="0"),
        Column("next_try_at", DateTime(timezone=True), nullable=False, server_default=_NOW),
        Column("last_error", Text),
        Column("died_at", DateTime(timezone=True)),
        UniqueConstraint("message_id", "subscriber"),
        CheckConstraint("state IN ('waiting', 'dead')", name="state_known"),
        CheckConstraint("(state = 'dead') = (died_at IS NOT NULL)", name="dead_whole"),
    )
    columns = delivery.c
    Index(
        "ix_outbox_delivery_waiting",
        columns.subscriber,
        columns.key,
        columns.seq,
        postgresql_where=text("state = 'waiting'"),
    )
    Index("ix_outbox_delivery_dead", columns.id, postgresql_where=text("state = 'dead'"))
    Table(
        "inbox_message",
        metadata,
        Column("id", Uuid, primary_key=True),
        Column("type", Text, nullable=False),
        Column("received_at", DateTime(timezone=True), nullable=False, server_default=_NOW, index=True),
    )


def idempotency_tables(metadata: MetaData) -> None:
    """Add the table of `sql/idempotency_v1.sql` to a service's metadata."""
    Table(
        "idempotent_request",
        metadata,
        Column("caller", Text, primary_key=True),
        Column("key", Text, primary_key=True),
        Column("digest", LargeBinary, nullable=False),
        Column("result", JSONB, nullable=False),
        Column("at", DateTime(timezone=True), nullable=False, server_default=_NOW, index=True),
        CheckConstraint("length(digest) = 32", name="digest_is_sha256"),
    )


def audit_tables(metadata: MetaData) -> None:
    """Add the tables of `sql/audit_v1.sql` to a service's metadata."""
    entry = Table(
        "audit_entry",
        metadata,
        Column("seq", BigInteger, primary_key=True, autoincrement=False),
        Column("at", DateTime(timezone=True), nullable=False),
        Column("action", Text, nullable=False),
        Column("subject_kind", Text, nullable=False),
        *(
            Column(name, LargeBinary, nullable=False)
            for name in ("actor_digest", "subject_digest", "values_digest", "previous_hash", "hash")
        ),
    )
    Index("ix_audit_entry_action", entry.c.action, entry.c.seq)
    value = Table(
        "audit_value",
        metadata,
        Column("seq", ForeignKey("audit_entry.seq"), primary_key=True, autoincrement=False),
        Column("actor", Text),
        Column("actor_salt", LargeBinary),
        Column("subject_id", Text),
        Column("subject_salt", LargeBinary),
        Column("values", JSONB(none_as_null=True)),
        Column("values_salt", LargeBinary),
        CheckConstraint(
            "(actor IS NULL) = (actor_salt IS NULL) AND (subject_id IS NULL) = (subject_salt IS NULL) "
            'AND ("values" IS NULL) = (values_salt IS NULL)',
            name="salt_goes_too",
        ),
    )
    Index("ix_audit_value_actor", value.c.actor, value.c.seq)
    Index("ix_audit_value_subject_id", value.c.subject_id, value.c.seq)
    Table(
        "audit_head",
        metadata,
        Column("is_head", Boolean, primary_key=True, server_default=text("true")),
        Column("seq", BigInteger, nullable=False),
        Column("hash", LargeBinary, nullable=False),
        CheckConstraint("is_head", name="single"),
    )
