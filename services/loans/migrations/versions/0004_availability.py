"""What blocks each unit, whatever for, and when each lender is closed."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0004_availability.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0004_down.sql")
