"""Webhooks and their deliveries; requests that may be sent again."""

import sqlalchemy as sa
from alembic import op
from ombelle_chassis.migration_sql import run_shared_sql
from ombelle_gateway.accounts.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.text("uuidv7()")
_NOW = sa.text("now()")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    run_shared_sql("idempotency_v1")
    _add_webhooks()
    _add_deliveries()
    MIGRATIONS.run_sql("0004_webhooks.sql")


def _add_webhooks() -> None:
    op.create_table(
        "webhook",
        sa.Column("id", sa.Uuid(), server_default=_ID, nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("events", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("previous_secret", sa.Text(), nullable=True),
        sa.Column("previous_until", _MOMENT, nullable=True),
        sa.Column("is_enabled", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("disabled_reason", sa.Text(), nullable=True),
        sa.Column("failing_since", _MOMENT, nullable=True),
        sa.Column("last_delivered_at", _MOMENT, nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("length(btrim(name)) BETWEEN 1 AND 100", name=op.f("ck_webhook_name_length")),
        sa.CheckConstraint("length(url) <= 500", name=op.f("ck_webhook_url_length")),
        sa.CheckConstraint("cardinality(events) > 0", name=op.f("ck_webhook_listens_to_something")),
        sa.CheckConstraint(
            "(previous_secret IS NULL) = (previous_until IS NULL)", name=op.f("ck_webhook_previous_whole")
        ),
        sa.CheckConstraint(
            "is_enabled = (disabled_reason IS NULL)", name=op.f("ck_webhook_disabled_for_a_reason")
        ),
        sa.CheckConstraint("disabled_reason IN ('person', 'gone')", name=op.f("ck_webhook_reason_known")),
        sa.ForeignKeyConstraint(
            ["created_by"], ["account.id"], name=op.f("fk_webhook_created_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook")),
    )
    op.create_index("ix_webhook_organisation_id", "webhook", ["organisation_id", "id"])
    op.create_index("ix_webhook_created_by", "webhook", ["created_by"])


def _add_deliveries() -> None:
    table = "webhook_delivery"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), server_default=_ID, nullable=False),
        sa.Column("webhook_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("waiting_since", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("next_try_at", _MOMENT, server_default=_NOW, nullable=True),
        sa.Column("last_try_at", _MOMENT, nullable=True),
        sa.Column("last_status", sa.SmallInteger(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("delivered_at", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'delivered', 'failed')", name=op.f("ck_webhook_delivery_state_known")
        ),
        sa.CheckConstraint(
            "(state = 'waiting') = (next_try_at IS NOT NULL)",
            name=op.f("ck_webhook_delivery_waits_for_a_try"),
        ),
        sa.CheckConstraint(
            "state <> 'delivered' OR delivered_at IS NOT NULL",
            name=op.f("ck_webhook_delivery_delivered_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["webhook_id"], ["webhook.id"], name=op.f("fk_webhook_delivery_webhook_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_delivery")),
    )
    op.create_index(
        "ix_webhook_delivery_waiting",
        table,
        ["webhook_id", "subject_kind", "subject_id", "seq"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("ix_webhook_delivery_webhook_id", table, ["webhook_id", "id"])
    op.create_index("ix_webhook_delivery_created_at", table, ["created_at"])


def downgrade() -> None:
    MIGRATIONS.run_sql("0004_down.sql")
    op.drop_table("webhook_delivery")
    op.drop_table("webhook")
    run_shared_sql("idempotency_v1_down")
