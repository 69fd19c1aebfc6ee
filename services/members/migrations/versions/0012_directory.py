"""Corrections that people ask of the directory, and what was imported."""

from ombelle_members.migrate import MIGRATIONS

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0012_directory.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0012_down.sql")
