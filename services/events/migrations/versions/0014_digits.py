"""Words that hold digits (« 6ème », « zone51e ») are found as they are typed."""

from ombelle_events.migrate import MIGRATIONS

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0014_digits.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0014_down.sql")
