"""Who leaves is struck off rolls, hours are those of a meeting's day, paper ballots say who added them."""

from ombelle_members.migrate import MIGRATIONS

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0013_sittings.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0013_down.sql")
