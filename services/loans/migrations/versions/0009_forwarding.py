"""Requests that are forwarded to whoever lends the item."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0009_forwarding.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0009_down.sql")
