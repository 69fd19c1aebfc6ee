"""What membership costs, what was called, what was paid."""

from ombelle_members.migrate import MIGRATIONS

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0007_fees.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0007_down.sql")
