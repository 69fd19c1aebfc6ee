"""Past editions: a kind of feed that reads archives, and what a run met that nobody had told it of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint(op.f("ck_feed_kind_known"), "feed", type_="check")
    op.create_check_constraint(
        op.f("ck_feed_kind_known"), "feed", "kind IN ('openagenda-v2', 'opendatasoft')"
    )
    # An archive has no agenda, and is open to all unless its site wants a key.
    op.alter_column("feed", "agenda", nullable=True)
    op.alter_column("feed", "key", nullable=True)
    op.create_check_constraint(
        op.f("ck_feed_agenda_by_kind"), "feed", "(kind = 'openagenda-v2') = (agenda IS NOT NULL)"
    )
    op.create_check_constraint(
        op.f("ck_feed_key_by_kind"), "feed", "kind <> 'openagenda-v2' OR key IS NOT NULL"
    )
    op.add_column(
        "feed_run",
        sa.Column("report", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    )


def downgrade() -> None:
    op.drop_column("feed_run", "report")
    op.drop_constraint(op.f("ck_feed_key_by_kind"), "feed", type_="check")
    op.drop_constraint(op.f("ck_feed_agenda_by_kind"), "feed", type_="check")
    # The older code cannot run these feeds; their events stay, as when a feed is removed.
    op.execute("DELETE FROM feed WHERE kind = 'opendatasoft'")
    op.alter_column("feed", "key", nullable=False)
    op.alter_column("feed", "agenda", nullable=False)
    op.drop_constraint(op.f("ck_feed_kind_known"), "feed", type_="check")
    op.create_check_constraint(op.f("ck_feed_kind_known"), "feed", "kind IN ('openagenda-v2')")
