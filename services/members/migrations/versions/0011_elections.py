"""Elections: seats, candidacies, ballots, proclamation."""

from ombelle_members.migrate import MIGRATIONS

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0011_elections.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0011_down.sql")
