"""Decisions: batches, who sat, what they decide, previews, letters."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_batches()
    _create_presences()
    _create_items()
    _create_previews()
    _create_letters()
    op.create_foreign_key(
        "fk_application_decided_by_an_item",
        "application",
        "decision_item",
        ["batch_id", "id", "decision"],
        ["batch_id", "application_id", "decision"],
    )
    MIGRATIONS.run_sql("0011_decisions.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0011_down.sql")
    op.drop_constraint("fk_application_decided_by_an_item", "application", type_="foreignkey")
    for table in ("letter", "decision_preview", "decision_item", "decision_presence", "decision_batch"):
        op.drop_table(table)


def _create_batches() -> None:
    op.create_table(
        "decision_batch",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="staged", nullable=False),
        sa.Column("sitting_on", sa.Date(), nullable=True),
        sa.Column("minutes", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("applied_by", sa.Text(), nullable=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(state = 'applied') = (applied_at IS NOT NULL) AND (applied_at IS NULL) = (applied_by IS NULL) AND (applied_at IS NULL) = (minutes IS NULL)",
            name=op.f("ck_decision_batch_applied_whole"),
        ),
        sa.CheckConstraint(
            "state IN ('staged', 'applied', 'discarded')", name=op.f("ck_decision_batch_state_known")
        ),
        sa.CheckConstraint(
            "length(btrim(title)) BETWEEN 1 AND 200", name=op.f("ck_decision_batch_title_length")
        ),
        sa.CheckConstraint("length(notes) <= 20000", name=op.f("ck_decision_batch_notes_length")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_decision_batch_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_batch")),
        sa.UniqueConstraint("id", "call_id", name=op.f("uq_decision_batch_id_call_id")),
        sa.UniqueConstraint("id", "state", name=op.f("uq_decision_batch_id_state")),
    )
    op.create_index("ix_decision_batch_call", "decision_batch", ["call_id", "id"], unique=False)


def _create_presences() -> None:
    op.create_table(
        "decision_presence",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id", "call_id"],
            ["decision_batch.id", "decision_batch.call_id"],
            name="fk_decision_presence_batch",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["call_id", "account_id"],
            ["committee_member.call_id", "committee_member.account_id"],
            name="fk_decision_presence_member_of_the_committee",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("batch_id", "account_id", name=op.f("pk_decision_presence")),
    )
    op.create_index(
        "ix_decision_presence_member", "decision_presence", ["call_id", "account_id"], unique=False
    )


def _create_items() -> None:
    op.create_table(
        "decision_item",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("batch_state", sa.Text(), server_default="staged", nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=True),
        sa.Column("motivation", sa.Text(), server_default="", nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=True),
        sa.Column("staged_by", sa.Text(), nullable=False),
        sa.Column("staged_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "amount_cents >= 0 AND (amount_cents IS NULL OR decision = 'labelled')",
            name=op.f("ck_decision_item_amount_of_a_label"),
        ),
        sa.CheckConstraint(
            "decision IN ('labelled', 'waitlisted', 'not_labelled')",
            name=op.f("ck_decision_item_decision_known"),
        ),
        sa.CheckConstraint(
            "rank > 0 AND (rank IS NULL OR decision = 'waitlisted')",
            name=op.f("ck_decision_item_rank_of_the_waitlist"),
        ),
        sa.CheckConstraint("length(motivation) <= 5000", name=op.f("ck_decision_item_motivation_length")),
        sa.ForeignKeyConstraint(
            ["application_id", "call_id"],
            ["application.id", "application.call_id"],
            name="fk_decision_item_application_of_the_call",
        ),
        sa.ForeignKeyConstraint(
            ["batch_id", "batch_state"],
            ["decision_batch.id", "decision_batch.state"],
            name="fk_decision_item_batch_state",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["batch_id", "call_id"],
            ["decision_batch.id", "decision_batch.call_id"],
            name="fk_decision_item_batch_of_the_call",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("batch_id", "application_id", name=op.f("pk_decision_item")),
        sa.UniqueConstraint(
            "batch_id",
            "application_id",
            "decision",
            name=op.f("uq_decision_item_batch_id_application_id_decision"),
        ),
        sa.UniqueConstraint(
            "batch_id",
            "rank",
            deferrable=True,
            initially="DEFERRED",
            name=op.f("uq_decision_item_batch_id_rank"),
        ),
    )
    op.create_index("ix_decision_item_application", "decision_item", ["application_id"], unique=False)
    op.create_index(
        "uq_decision_item_staged",
        "decision_item",
        ["application_id"],
        unique=True,
        postgresql_where=sa.text("batch_state = 'staged'"),
    )


def _create_previews() -> None:
    op.create_table(
        "decision_preview",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("shown", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["decision_batch.id"], name=op.f("fk_decision_preview_batch_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_preview")),
    )
    op.create_index(
        "ix_decision_preview_batch", "decision_preview", ["batch_id", "version", "id"], unique=False
    )


def _create_letters() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("sender_contact", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('labelled', 'waitlisted', 'not_labelled')", name=op.f("ck_letter_kind_known")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_letter_number_counts")),
        sa.ForeignKeyConstraint(
            ["batch_id", "application_id", "kind"],
            ["decision_item.batch_id", "decision_item.application_id", "decision_item.decision"],
            name="fk_letter_tells_an_item",
        ),
        sa.ForeignKeyConstraint(
            ["batch_id", "call_id"], ["decision_batch.id", "decision_batch.call_id"], name="fk_letter_call"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("batch_id", "application_id", name=op.f("uq_letter_batch_id_application_id")),
        sa.UniqueConstraint("call_id", "number", name=op.f("uq_letter_call_id_number")),
    )
    op.create_index("ix_letter_application", "letter", ["application_id", "made_at"], unique=False)
