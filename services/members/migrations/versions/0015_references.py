"""A payment's reference is the same however its letters are written."""

from ombelle_members.migrate import MIGRATIONS

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0015_references.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0015_down.sql")
