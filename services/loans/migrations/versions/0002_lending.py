"""What each lender has set: opening days, buffers, lengths, insurance, pick-up places, dated tariff."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0002_lending.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0002_down.sql")
