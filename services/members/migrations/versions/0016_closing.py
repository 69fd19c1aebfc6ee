"""How many voices were there when a vote closed is kept with it."""

from ombelle_members.migrate import MIGRATIONS

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0016_closing.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0016_down.sql")
