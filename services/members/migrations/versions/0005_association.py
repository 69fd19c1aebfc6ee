"""Members, their colleges and representatives; bylaws, posts, terms, offices."""

from ombelle_members.migrate import MIGRATIONS

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0005_association.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0005_down.sql")
