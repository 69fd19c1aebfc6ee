"""Organisations that hold events, as copies; messages between services; the audit log."""

import sqlalchemy as sa
from alembic import op
from ombelle_chassis.migration_sql import run_shared_sql
from ombelle_events.migrate import MIGRATIONS

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_shared_sql("messages_v1", "audit_v1")
    op.create_table(
        "organisation_copy",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "merged_into <> organisation_id", name=op.f("ck_organisation_copy_not_into_itself")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_organisation_copy")),
    )
    op.create_index(
        "ix_organisation_copy_merged_into",
        "organisation_copy",
        ["merged_into"],
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.add_column("event", sa.Column("organisation_id", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_event_organisation",
        "event",
        ["organisation_id", "id"],
        postgresql_where=sa.text("organisation_id IS NOT NULL"),
    )
    MIGRATIONS.run_sql("0006_holders.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0006_down.sql")
    op.execute("SELECT refresh_cards(array_agg(id)) FROM event WHERE organisation_id IS NOT NULL")
    op.drop_index("ix_event_organisation", table_name="event")
    op.drop_column("event", "organisation_id")
    op.drop_table("organisation_copy")
    run_shared_sql("audit_v1_down", "messages_v1_down")
