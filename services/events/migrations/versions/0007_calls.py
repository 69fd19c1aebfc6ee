"""Calls for projects: calls, versions of their forms, criteria, access codes, texts."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("edition_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("introduction", sa.Text(), server_default="", nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closing_policy", sa.Text(), server_default="lock", nullable=False),
        sa.Column("grace_minutes", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("closed_message", sa.Text(), server_default="", nullable=False),
        sa.Column("publication", sa.Text(), server_default="draft", nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "charter_rules",
            postgresql.ARRAY(sa.Text()),
            server_default=sa.text("'{}'::text[]"),
            nullable=False,
        ),
        sa.Column("has_scoring", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("has_committee", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("quorum", sa.SmallInteger(), nullable=True),
        sa.Column("is_anonymous", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("reviews_per_application", sa.SmallInteger(), server_default="2", nullable=False),
        sa.Column("budget_cents", sa.BigInteger(), nullable=True),
        sa.Column("contact_email", sa.Text(), nullable=True),
        sa.Column("form_version_id", sa.Uuid(), nullable=True),
        sa.Column(
            "form_is_published",
            sa.Boolean(),
            sa.Computed("CASE WHEN form_version_id IS NOT NULL THEN true END", persisted=True),
            nullable=True,
        ),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "(publication = 'draft') = (published_at IS NULL)", name=op.f("ck_call_published_at_known")
        ),
        sa.CheckConstraint(
            "charter_rules <@ ARRAY['session_in_official_dates', 'free_of_charge', 'venue_in_territory']::text[]",
            name=op.f("ck_call_charter_rules_known"),
        ),
        sa.CheckConstraint(
            "closing_policy <> 'grace' OR grace_minutes > 0", name=op.f("ck_call_grace_lasts")
        ),
        sa.CheckConstraint(
            "closing_policy IN ('lock', 'grace', 'submit_complete')",
            name=op.f("ck_call_closing_policy_known"),
        ),
        sa.CheckConstraint(
            "publication = 'draft' OR form_version_id IS NOT NULL", name=op.f("ck_call_published_with_a_form")
        ),
        sa.CheckConstraint(
            "publication IN ('draft', 'published', 'archived')", name=op.f("ck_call_publication_known")
        ),
        sa.CheckConstraint("budget_cents >= 0", name=op.f("ck_call_budget_not_negative")),
        sa.CheckConstraint("closes_at > opens_at", name=op.f("ck_call_closes_after_opening")),
        sa.CheckConstraint("grace_minutes BETWEEN 0 AND 10080", name=op.f("ck_call_grace_at_most_a_week")),
        sa.CheckConstraint("length(btrim(title)) BETWEEN 1 AND 200", name=op.f("ck_call_title_length")),
        sa.CheckConstraint("quorum BETWEEN 1 AND 100", name=op.f("ck_call_quorum_counts")),
        sa.CheckConstraint("quorum IS NULL OR has_committee", name=op.f("ck_call_quorum_of_a_committee")),
        sa.CheckConstraint("reviews_per_application BETWEEN 1 AND 20", name=op.f("ck_call_reviews_counted")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_call_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
    )
    op.create_index("ix_call_edition_id", "call", ["edition_id"], unique=False)
    op.create_table(
        "access_code",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("max_uses", sa.SmallInteger(), nullable=False),
        sa.Column("uses", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("code ~ '^[A-Z0-9-]{6,40}$'", name=op.f("ck_access_code_code_shape")),
        sa.CheckConstraint("max_uses BETWEEN 1 AND 1000", name=op.f("ck_access_code_max_uses_counts")),
        sa.CheckConstraint("uses BETWEEN 0 AND max_uses", name=op.f("ck_access_code_uses_at_most_max")),
        sa.ForeignKeyConstraint(
            ["call_id"], ["call.id"], name=op.f("fk_access_code_call_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_code")),
        sa.UniqueConstraint("call_id", "code", name=op.f("uq_access_code_call_id_code")),
        sa.UniqueConstraint("id", "call_id", name=op.f("uq_access_code_id_call_id")),
    )
    op.create_table(
        "criterion",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("help", sa.Text(), server_default="", nullable=False),
        sa.Column("weight", sa.Numeric(precision=6, scale=2), nullable=False),
        sa.Column("scale", sa.SmallInteger(), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("length(btrim(name)) BETWEEN 1 AND 200", name=op.f("ck_criterion_name_length")),
        sa.CheckConstraint("scale BETWEEN 1 AND 100", name=op.f("ck_criterion_scale_counts")),
        sa.CheckConstraint("weight > 0", name=op.f("ck_criterion_weight_positive")),
        sa.ForeignKeyConstraint(
            ["call_id"], ["call.id"], name=op.f("fk_criterion_call_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
        sa.UniqueConstraint(
            "call_id", "rank", deferrable=True, initially="DEFERRED", name=op.f("uq_criterion_call_id_rank")
        ),
        sa.UniqueConstraint("id", "call_id", name=op.f("uq_criterion_id_call_id")),
    )
    op.create_table(
        "form_version",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("definition", postgresql.JSONB(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "is_published",
            sa.Boolean(),
            sa.Computed("published_at IS NOT NULL", persisted=True),
            nullable=False,
        ),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "jsonb_typeof(definition -> 'sections') = 'array'", name=op.f("ck_form_version_has_sections")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_form_version_number_counts")),
        sa.ForeignKeyConstraint(
            ["call_id"], ["call.id"], name=op.f("fk_form_version_call_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_version")),
        sa.UniqueConstraint("call_id", "number", name=op.f("uq_form_version_call_id_number")),
        sa.UniqueConstraint(
            "id", "call_id", "is_published", name=op.f("uq_form_version_id_call_id_is_published")
        ),
        sa.UniqueConstraint("id", "call_id", name=op.f("uq_form_version_id_call_id")),
    )
    op.create_index(
        "uq_form_version_draft",
        "form_version",
        ["call_id"],
        unique=True,
        postgresql_where=sa.text("published_at IS NULL"),
    )
    op.create_table(
        "text_template",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("updated_by", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "key IN ('labelled', 'waitlisted', 'not_labelled', 'changes_requested', 'draft_reminder', 'review_assigned', 'review_reminder', 'confirmation_reminder', 'not_entered_reminder', 'project_cancelled', 'session_changed')",
            name=op.f("ck_text_template_key_known"),
        ),
        sa.CheckConstraint(
            "kind = 'mail' OR key IN ('labelled', 'waitlisted', 'not_labelled')",
            name=op.f("ck_text_template_letters_tell_decisions"),
        ),
        sa.CheckConstraint("kind IN ('mail', 'letter')", name=op.f("ck_text_template_kind_known")),
        sa.ForeignKeyConstraint(
            ["call_id"], ["call.id"], name=op.f("fk_text_template_call_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", "kind", "key", name=op.f("pk_text_template")),
    )
    op.create_foreign_key(
        "fk_call_form_is_its_own_and_published",
        "call",
        "form_version",
        ["form_version_id", "id", "form_is_published"],
        ["id", "call_id", "is_published"],
    )
    MIGRATIONS.run_sql("0007_calls.sql")


def downgrade() -> None:
    op.drop_constraint("fk_call_form_is_its_own_and_published", "call", type_="foreignkey")
    for table in ("text_template", "criterion", "access_code", "form_version", "call"):
        op.drop_table(table)
    op.execute("DROP FUNCTION keep_published_form()")
