"""The register of the association: numbered, chained, only ever longer."""

from ombelle_chassis.migration_sql import run_shared_sql
from ombelle_members.migrate import MIGRATIONS

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_shared_sql("idempotency_v1")
    MIGRATIONS.run_sql("0004_register.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0004_down.sql")
    run_shared_sql("idempotency_v1_down")
