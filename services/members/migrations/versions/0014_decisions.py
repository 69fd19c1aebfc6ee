"""What the board decides of an application names a meeting that is kept."""

from ombelle_members.migrate import MIGRATIONS

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0014_decisions.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0014_down.sql")
