"""What of bylaws, posts, terms and offices stands in the register."""

from ombelle_members.migrate import MIGRATIONS

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0008_governance.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0008_down.sql")
