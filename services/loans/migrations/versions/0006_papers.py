"""Papers of loans: agreements, insurance, hand-overs with their condition reports, incidents, invoices."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0006_papers.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0006_down.sql")
