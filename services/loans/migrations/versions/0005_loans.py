"""Requests and loans: what each state needs, what it blocks, what happened."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0005_loans.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0005_down.sql")
