"""The feed desk: duplicates linked and told apart, versions of feeds, conflicts named as sources name fields."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("feed", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    _add_decisions()
    _add_duplicates()
    MIGRATIONS.run_sql("0004_feed_desk.sql")


def _add_decisions() -> None:
    table = "duplicate_candidate"
    op.add_column(table, sa.Column("kept_id", sa.Uuid(), nullable=True))
    op.add_column(
        table,
        sa.Column(
            "hidden_id",
            sa.Uuid(),
            sa.Computed(
                "CASE kept_id WHEN first_id THEN second_id WHEN second_id THEN first_id END", persisted=True
            ),
            nullable=True,
        ),
    )
    op.create_check_constraint(
        op.f("ck_duplicate_candidate_linked_keeps_one"), table, "(state = 'linked') = (kept_id IS NOT NULL)"
    )
    op.create_check_constraint(
        op.f("ck_duplicate_candidate_keeps_one_of_the_two"), table, "kept_id IN (first_id, second_id)"
    )
    op.create_check_constraint(
        op.f("ck_duplicate_candidate_settled_whole"),
        table,
        "(state = 'open') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)",
    )
    op.create_unique_constraint(
        op.f("uq_duplicate_candidate_hidden_id_kept_id"), table, ["hidden_id", "kept_id"]
    )


def _add_duplicates() -> None:
    op.add_column("event", sa.Column("duplicate_of", sa.Uuid(), nullable=True))
    op.add_column(
        "event",
        sa.Column(
            "is_duplicate",
            sa.Boolean(),
            sa.Computed("duplicate_of IS NOT NULL", persisted=True),
            nullable=False,
        ),
    )
    op.add_column(
        "event",
        sa.Column(
            "kept_is_duplicate",
            sa.Boolean(),
            sa.Computed("CASE WHEN duplicate_of IS NOT NULL THEN false END", persisted=True),
            nullable=True,
        ),
    )
    op.create_check_constraint(op.f("ck_event_not_its_own_duplicate"), "event", "duplicate_of <> id")
    op.create_unique_constraint(op.f("uq_event_id_is_duplicate"), "event", ["id", "is_duplicate"])
    op.create_index(
        "ix_event_duplicate_of",
        "event",
        ["duplicate_of"],
        unique=False,
        postgresql_where=sa.text("duplicate_of IS NOT NULL"),
    )
    op.create_foreign_key(
        "fk_event_kept_is_no_duplicate",
        "event",
        "event",
        ["duplicate_of", "kept_is_duplicate"],
        ["id", "is_duplicate"],
    )
    op.create_foreign_key(
        "fk_event_hidden_by_a_decision",
        "event",
        "duplicate_candidate",
        ["id", "duplicate_of"],
        ["hidden_id", "kept_id"],
    )


def downgrade() -> None:
    # What was hidden is shown again, and its pair is open: the older code knows no way to undo it.
    op.execute(
        "CREATE TEMPORARY TABLE shown_again ON COMMIT DROP AS SELECT id FROM event WHERE duplicate_of IS NOT NULL"
    )
    op.execute("UPDATE event SET duplicate_of = NULL WHERE duplicate_of IS NOT NULL")
    op.execute(
        "UPDATE duplicate_candidate SET state = 'open', kept_id = NULL, settled_at = NULL, settled_by = NULL "
        "WHERE state = 'linked'"
    )
    MIGRATIONS.run_sql("0004_down.sql")
    op.execute("SELECT refresh_cards((SELECT array_agg(id) FROM shown_again))")
    op.drop_constraint("fk_event_hidden_by_a_decision", "event", type_="foreignkey")
    op.drop_constraint("fk_event_kept_is_no_duplicate", "event", type_="foreignkey")
    op.drop_index(
        "ix_event_duplicate_of",
        table_name="event",
        postgresql_where=sa.text("duplicate_of IS NOT NULL"),
    )
    op.drop_constraint(op.f("uq_event_id_is_duplicate"), "event", type_="unique")
    op.drop_constraint(op.f("ck_event_not_its_own_duplicate"), "event", type_="check")
    for column in ("kept_is_duplicate", "is_duplicate", "duplicate_of"):
        op.drop_column("event", column)
    table = "duplicate_candidate"
    for constraint in ("settled_whole", "keeps_one_of_the_two", "linked_keeps_one"):
        op.drop_constraint(op.f(f"ck_duplicate_candidate_{constraint}"), table, type_="check")
    op.drop_constraint(op.f("uq_duplicate_candidate_hidden_id_kept_id"), table, type_="unique")
    op.drop_column(table, "hidden_id")
    op.drop_column(table, "kept_id")
    op.drop_column("feed", "version")
