"""The register of the association: numbered, chained, only ever longer."""

from ombelle_members.migrate import MIGRATIONS

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    MIGRATIONS.run_sql("0004_register.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0004_down.sql")
