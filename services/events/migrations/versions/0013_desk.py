"""The coordination desk: messages are found by their words, and typing errors are forgiven in dossiers too."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "application_message",
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('programme'::regconfig, text)", persisted=True),
            nullable=False,
        ),
    )
    MIGRATIONS.run_sql("0013_desk.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0013_down.sql")
    op.drop_column("application_message", "search")
