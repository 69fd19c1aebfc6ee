"""The catalogue: items, their formats, units, photographs and documents; the files that people send."""

from ombelle_loans.migrate import MIGRATIONS

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0003_catalogue.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0003_down.sql")
