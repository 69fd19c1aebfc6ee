"""What every service has: messages, jobs, audit, requests sent again; copies of organisations and of who acts for them."""

import sqlalchemy as sa
from alembic import op
from ombelle_chassis.migration_sql import run_shared_sql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_shared_sql("jobs_v1", "messages_v1", "audit_v1", "idempotency_v1")
    op.create_table(
        "organisation_copy",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("commune_insee", sa.Text(), nullable=True),
        sa.Column("commune_name", sa.Text(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("is_public", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "merged_into <> organisation_id", name=op.f("ck_organisation_copy_not_into_itself")
        ),
        sa.CheckConstraint("(name IS NULL) = (kind IS NULL)", name=op.f("ck_organisation_copy_known_whole")),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_organisation_copy")),
    )
    op.create_index(
        "ix_organisation_copy_merged_into",
        "organisation_copy",
        ["merged_into"],
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_table(
        "membership_copy",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("role IN ('editor', 'administrator')", name=op.f("ck_membership_copy_role_known")),
        sa.PrimaryKeyConstraint("account_id", "organisation_id", name=op.f("pk_membership_copy")),
    )
    op.create_index("ix_membership_copy_organisation_id", "membership_copy", ["organisation_id"])


def downgrade() -> None:
    op.drop_table("membership_copy")
    op.drop_table("organisation_copy")
    run_shared_sql("idempotency_v1_down", "audit_v1_down", "messages_v1_down", "jobs_v1_down")
