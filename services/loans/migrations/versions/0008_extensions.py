"""A borrower asks that a loan last longer."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0008_extensions.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0008_down.sql")
