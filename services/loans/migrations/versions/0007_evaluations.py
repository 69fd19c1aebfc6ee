"""What borrowers say of loans, what is counted of them, and how imports name organisations."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0007_evaluations.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0007_down.sql")
