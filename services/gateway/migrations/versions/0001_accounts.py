"""Accounts, sign-in, sessions, roles, limits, copies of organisations; jobs, messages and the audit log."""

from ombelle_chassis.migration_sql import run_shared_sql
from ombelle_gateway.accounts.migrate import MIGRATIONS

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_shared_sql("jobs_v1", "messages_v1", "audit_v1")
    MIGRATIONS.run_sql("0001_accounts.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0001_down.sql")
    run_shared_sql("audit_v1_down", "messages_v1_down", "jobs_v1_down")
