"""Assemblies and sittings: roll, attendance, proxies, motions, ballots, minutes."""

from ombelle_members.migrate import MIGRATIONS

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0010_meetings.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0010_down.sql")
