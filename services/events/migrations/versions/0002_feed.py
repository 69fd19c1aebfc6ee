"""Feeds: what is synced, each run, each row; and the job queue's tables."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feed",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("territory", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("every_minutes", sa.Integer(), nullable=True),
        sa.Column("meaning", sa.Text(), nullable=True),
        sa.Column("watermark", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("kind IN ('openagenda-v2')", name=op.f("ck_feed_kind_known")),
        sa.CheckConstraint("name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'", name=op.f("ck_feed_name_shape")),
        sa.CheckConstraint("every_minutes BETWEEN 1 AND 43200", name=op.f("ck_feed_every_minutes_sensible")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("name", name=op.f("uq_feed_name")),
    )
    op.create_table(
        "feed_quarantine",
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("pointer", sa.Text(), nullable=False),
        sa.Column("raw", postgresql.JSON(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "first_seen_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feed.id"], name=op.f("fk_feed_quarantine_feed_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("feed_id", "external_id", name=op.f("pk_feed_quarantine")),
    )
    op.create_table(
        "feed_run",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("forced", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), server_default="running", nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("summary", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.CheckConstraint("mode IN ('incremental', 'full')", name=op.f("ck_feed_run_mode_known")),
        sa.CheckConstraint(
            "state IN ('running', 'complete', 'incomplete', 'held', 'interrupted', 'failed')",
            name=op.f("ck_feed_run_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feed.id"], name=op.f("fk_feed_run_feed_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_run")),
    )
    op.create_index(
        "ix_feed_run_feed_started",
        "feed_run",
        ["feed_id", sa.literal_column("started_at DESC")],
        unique=False,
    )
    op.create_table(
        "venue_ref",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("venue_id", sa.Uuid(), nullable=False),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("source_updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_venue_ref_venue_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source", "external_id", name=op.f("pk_venue_ref")),
    )
    op.create_index(op.f("ix_venue_ref_venue_id"), "venue_ref", ["venue_id"], unique=False)
    op.create_index(
        "uq_venue_ref_leads", "venue_ref", ["venue_id"], unique=True, postgresql_where=sa.text("leads")
    )
    op.create_table(
        "duplicate_candidate",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("similarity", sa.Double(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'linked', 'apart')", name=op.f("ck_duplicate_candidate_state_known")
        ),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_duplicate_candidate_in_order")),
        sa.ForeignKeyConstraint(
            ["first_id"], ["event.id"], name=op.f("fk_duplicate_candidate_first_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["event.id"], name=op.f("fk_duplicate_candidate_second_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_candidate")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_duplicate_candidate_first_id_second_id")),
    )
    op.create_index("ix_duplicate_candidate_second", "duplicate_candidate", ["second_id"], unique=False)
    op.create_table(
        "feed_conflict",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("source_value", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("kept", sa.Text(), nullable=True),
        sa.CheckConstraint("kept IN ('ours', 'theirs')", name=op.f("ck_feed_conflict_kept_known")),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (kept IS NULL)", name=op.f("ck_feed_conflict_settled_whole")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_feed_conflict_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feed.id"], name=op.f("fk_feed_conflict_feed_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_conflict")),
    )
    op.create_index("ix_feed_conflict_feed", "feed_conflict", ["feed_id"], unique=False)
    op.create_index(
        "uq_feed_conflict_open",
        "feed_conflict",
        ["event_id", "field"],
        unique=True,
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_table(
        "feed_record",
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("source_updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parent_external_id", sa.Text(), nullable=True),
        sa.Column(
            "notes", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column("applied", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("raw", postgresql.JSON(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_feed_record_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feed.id"], name=op.f("fk_feed_record_feed_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("feed_id", "external_id", name=op.f("pk_feed_record")),
    )
    op.create_index("ix_feed_record_event", "feed_record", ["event_id"], unique=False)
    op.create_index(
        "ix_feed_record_parent",
        "feed_record",
        ["feed_id", "parent_external_id"],
        unique=False,
        postgresql_where=sa.text("parent_external_id IS NOT NULL"),
    )
    op.create_index(
        "uq_feed_record_leads",
        "feed_record",
        ["event_id"],
        unique=True,
        postgresql_where=sa.text("leads"),
    )
    MIGRATIONS.run_sql("0002_feed.sql")
    MIGRATIONS.run_sql("0002_jobs.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0002_down.sql")
    op.drop_index("uq_feed_record_leads", table_name="feed_record", postgresql_where=sa.text("leads"))
    op.drop_index(
        "ix_feed_record_parent",
        table_name="feed_record",
        postgresql_where=sa.text("parent_external_id IS NOT NULL"),
    )
    op.drop_index("ix_feed_record_event", table_name="feed_record")
    op.drop_table("feed_record")
    op.drop_index(
        "uq_feed_conflict_open", table_name="feed_conflict", postgresql_where=sa.text("settled_at IS NULL")
    )
    op.drop_index("ix_feed_conflict_feed", table_name="feed_conflict")
    op.drop_table("feed_conflict")
    op.drop_index("ix_duplicate_candidate_second", table_name="duplicate_candidate")
    op.drop_table("duplicate_candidate")
    op.drop_index("uq_venue_ref_leads", table_name="venue_ref", postgresql_where=sa.text("leads"))
    op.drop_index(op.f("ix_venue_ref_venue_id"), table_name="venue_ref")
    op.drop_table("venue_ref")
    op.drop_index("ix_feed_run_feed_started", table_name="feed_run")
    op.drop_table("feed_run")
    op.drop_table("feed_quarantine")
    op.drop_table("feed")
