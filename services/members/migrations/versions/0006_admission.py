"""Applications for membership, and what of members stands in the register."""

from ombelle_members.migrate import MIGRATIONS

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0006_admission.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0006_down.sql")
