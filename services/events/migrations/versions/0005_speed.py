"""The agenda's read path at its limit: narrow rows, one index for words, place and week, cards made in one pass."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_LONG = ("card", "detail", "search")
_SHORT = ("slug", "holder", "audience", "school_levels", "accessibility")


def upgrade() -> None:
    op.add_column("agenda_card", sa.Column("first_day", sa.Date(), nullable=True))
    op.add_column("agenda_card", sa.Column("last_day", sa.Date(), nullable=True))
    op.add_column("agenda_card", sa.Column("first_starts_at", sa.DateTime(timezone=True), nullable=True))
    # What is counted and sorted stays in the row; what fifty readers at most are given lies beside it.
    for column in _LONG:
        op.execute(f"ALTER TABLE agenda_card ALTER COLUMN {column} SET STORAGE EXTERNAL")
    for column in _SHORT:
        op.execute(f"ALTER TABLE agenda_card ALTER COLUMN {column} SET STORAGE MAIN")
    op.execute("ALTER TABLE agenda_card SET (toast_tuple_target = 128)")
    op.create_index("ix_agenda_card_days", "agenda_card", ["last_day", "first_day"])
    # Words just learned wait in a list that every search reads: keep it short.
    op.execute("ALTER INDEX ix_agenda_card_search SET (gin_pending_list_limit = 512)")
    op.execute("ALTER INDEX ix_lexicon_word_trigrams SET (fastupdate = off)")
    op.drop_constraint(op.f("pk_agenda_day"), "agenda_day")
    op.drop_index("ix_agenda_day_event", table_name="agenda_day")
    op.create_primary_key(op.f("pk_agenda_day"), "agenda_day", ["event_id", "day"])
    MIGRATIONS.run_sql("0005_cards.sql")
    op.execute("SELECT refresh_cards(array_agg(id)) FROM event")


def downgrade() -> None:
    MIGRATIONS.run_sql("0005_down.sql")
    op.drop_constraint(op.f("pk_agenda_day"), "agenda_day")
    op.create_primary_key(op.f("pk_agenda_day"), "agenda_day", ["day", "event_id"])
    op.create_index("ix_agenda_day_event", "agenda_day", ["event_id"])
    op.execute("ALTER INDEX ix_lexicon_word_trigrams RESET (fastupdate)")
    op.execute("ALTER INDEX ix_agenda_card_search RESET (gin_pending_list_limit)")
    op.drop_index("ix_agenda_card_days", table_name="agenda_card")
    op.execute("ALTER TABLE agenda_card RESET (toast_tuple_target)")
    for column in (*_LONG, *_SHORT):
        op.execute(f"ALTER TABLE agenda_card ALTER COLUMN {column} SET STORAGE EXTENDED")
    for column in ("first_starts_at", "last_day", "first_day"):
        op.drop_column("agenda_card", column)
    op.execute("SELECT refresh_cards(array_agg(id)) FROM event")
