"""Files, what is due to the State, and the calendar of duties."""

from ombelle_members.migrate import MIGRATIONS

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0009_declarations.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0009_down.sql")
