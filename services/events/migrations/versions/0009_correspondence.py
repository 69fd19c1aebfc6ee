"""Attachments, messages, requests for changes; requests that may be sent again."""

import sqlalchemy as sa
from alembic import op
from ombelle_chassis.migration_sql import run_shared_sql
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NOW = sa.text("now()")
_MOMENT = sa.DateTime(timezone=True)


def _first(table: str) -> tuple[sa.Column, sa.Column, sa.ForeignKeyConstraint, sa.PrimaryKeyConstraint]:
    return (
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f(f"fk_{table}_application_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _said(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"length({column}) <= 10000 AND btrim({column}) <> ''", name=op.f(f"ck_{table}_{column}_length")
    )


def upgrade() -> None:
    run_shared_sql("idempotency_v1")
    _add_attachments()
    _add_messages()
    _add_change_requests()


def _add_attachments() -> None:
    table = "attachment"
    op.create_table(
        table,
        *_first(table),
        sa.Column("field_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("storage_key", sa.Text(), nullable=False),
        sa.Column("scan", sa.Text(), nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("uploaded_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("removed_at", _MOMENT, nullable=True),
        sa.Column("removed_by", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "scan IN ('waiting', 'clean', 'infected', 'skipped')", name=op.f("ck_attachment_scan_known")
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_attachment_name_length")),
        sa.CheckConstraint("size_bytes BETWEEN 1 AND 20971520", name=op.f("ck_attachment_size_in_bounds")),
        sa.CheckConstraint("length(sha256) = 32", name=op.f("ck_attachment_sha256_whole")),
        sa.CheckConstraint(
            "(removed_at IS NULL) = (removed_by IS NULL)", name=op.f("ck_attachment_removed_whole")
        ),
        sa.UniqueConstraint("storage_key", name=op.f("uq_attachment_storage_key")),
    )
    op.create_index("ix_attachment_application_id", table, ["application_id", "id"])
    op.create_index(
        "ix_attachment_waiting",
        table,
        ["id"],
        postgresql_where=sa.text("scan = 'waiting' AND removed_at IS NULL"),
    )


def _add_messages() -> None:
    table = "application_message"
    op.create_table(
        table,
        *_first(table),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("read_at", _MOMENT, nullable=True),
        sa.Column("read_by", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "side IN ('holder', 'coordination')", name=op.f("ck_application_message_side_known")
        ),
        _said(table, "text"),
        sa.CheckConstraint(
            "(read_at IS NULL) = (read_by IS NULL)", name=op.f("ck_application_message_read_whole")
        ),
    )
    op.create_index("ix_application_message_application_id", table, ["application_id", "id"])
    op.create_index(
        "ix_application_message_unread",
        table,
        ["application_id", "side"],
        postgresql_where=sa.text("read_at IS NULL"),
    )


def _add_change_requests() -> None:
    table = "change_request"
    op.create_table(
        table,
        *_first(table),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column(
            "field_ids",
            postgresql.ARRAY(sa.Text()),
            server_default=sa.text("'{}'::text[]"),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answered_at", _MOMENT, nullable=True),
        sa.CheckConstraint(
            "reason IN ('incorrect', 'incomplete', 'outdated')", name=op.f("ck_change_request_reason_known")
        ),
        _said(table, "message"),
        _said(table, "answer"),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by IS NULL)", name=op.f("ck_change_request_answered_whole")
        ),
        sa.CheckConstraint(
            "answer IS NULL OR answered_at IS NOT NULL", name=op.f("ck_change_request_answer_has_its_time")
        ),
    )
    op.create_index(
        "uq_change_request_open",
        table,
        ["application_id"],
        unique=True,
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.create_index("ix_change_request_application_id", table, ["application_id", "id"])


def downgrade() -> None:
    for table in ("change_request", "application_message", "attachment"):
        op.drop_table(table)
    run_shared_sql("idempotency_v1_down")
