"""Reviews: committees, assignments, conflicts of interest, scores; copies of who works where."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_copies()
    _create_committees()
    _create_reviews()
    MIGRATIONS.run_sql("0010_reviews.sql")


def _create_copies() -> None:
    op.create_table(
        "membership_copy",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('editor', 'administrator')", name=op.f("ck_membership_copy_role_known")),
        sa.CheckConstraint(
            "role IS NULL OR ended_at IS NULL", name=op.f("ck_membership_copy_ended_without_a_role")
        ),
        sa.PrimaryKeyConstraint("account_id", "organisation_id", name=op.f("pk_membership_copy")),
    )
    op.create_index("ix_membership_copy_organisation", "membership_copy", ["organisation_id"], unique=False)
    op.create_table(
        "team_copy",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column(
            "roles", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_team_copy")),
    )
    op.create_table(
        "public_mail_domain",
        sa.Column("domain", sa.Text(), nullable=False),
        sa.CheckConstraint("domain = lower(domain)", name=op.f("ck_public_mail_domain_domain_folded")),
        sa.PrimaryKeyConstraint("domain", name=op.f("pk_public_mail_domain")),
    )
    op.create_table(
        "application_domain",
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_application_domain_application_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", "domain", name=op.f("pk_application_domain")),
    )


def _create_committees() -> None:
    op.create_table(
        "committee_member",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column(
            "departments", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column(
            "themes", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column(
            "organisation_ids",
            postgresql.ARRAY(sa.Uuid()),
            server_default=sa.text("'{}'::uuid[]"),
            nullable=False,
        ),
        sa.Column("is_chair", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "themes <@ ARRAY['environment', 'digital_innovation', 'health', 'science_society', 'industrial_heritage', 'astronomy', 'history_of_science', 'maths_physics_chemistry', 'other']::text[]",
            name=op.f("ck_committee_member_themes_known"),
        ),
        sa.ForeignKeyConstraint(
            ["call_id"], ["call.id"], name=op.f("fk_committee_member_call_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", "account_id", name=op.f("pk_committee_member")),
    )
    op.create_index("ix_committee_member_account", "committee_member", ["account_id"], unique=False)
    op.create_table(
        "assignment",
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("assigned_by", sa.Text(), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("recused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recusal_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(recused_at IS NULL) = (recusal_reason IS NULL)", name=op.f("ck_assignment_recusal_says_why")
        ),
        sa.ForeignKeyConstraint(
            ["application_id", "call_id"],
            ["application.id", "application.call_id"],
            name="fk_assignment_application_of_the_call",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["call_id", "account_id"],
            ["committee_member.call_id", "committee_member.account_id"],
            name="fk_assignment_to_a_member_of_the_committee",
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", "account_id", name=op.f("pk_assignment")),
    )
    op.create_index("ix_assignment_account", "assignment", ["account_id"], unique=False)
    op.create_index("ix_assignment_call", "assignment", ["call_id", "account_id"], unique=False)
    op.create_table(
        "conflict_of_interest",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("evidence", postgresql.JSONB(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("declared_by", sa.Text(), nullable=True),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dismissed_by", sa.Text(), nullable=True),
        sa.Column("dismissal_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(declared_by IS NOT NULL) = (kind IN ('declared', 'pinned'))",
            name=op.f("ck_conflict_of_interest_told_by_somebody"),
        ),
        sa.CheckConstraint(
            "jsonb_typeof(evidence) = 'array'", name=op.f("ck_conflict_of_interest_evidence_is_a_list")
        ),
        sa.CheckConstraint(
            "kind IN ('organisation', 'partner', 'address_domain', 'declared', 'pinned')",
            name=op.f("ck_conflict_of_interest_kind_known"),
        ),
        sa.CheckConstraint(
            "(dismissed_at IS NULL) = (dismissed_by IS NULL) AND (dismissed_at IS NULL) = (dismissal_reason IS NULL)",
            name=op.f("ck_conflict_of_interest_dismissal_whole"),
        ),
        sa.CheckConstraint(
            "dismissed_by <> account_id::text", name=op.f("ck_conflict_of_interest_not_dismissed_by_oneself")
        ),
        sa.CheckConstraint(
            "length(btrim(dismissal_reason)) > 0", name=op.f("ck_conflict_of_interest_dismissal_says_why")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_conflict_of_interest_application_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_of_interest")),
        sa.UniqueConstraint(
            "application_id",
            "account_id",
            "kind",
            name=op.f("uq_conflict_of_interest_application_id_account_id_kind"),
        ),
    )
    op.create_index("ix_conflict_of_interest_account", "conflict_of_interest", ["account_id"], unique=False)


def _create_reviews() -> None:
    op.create_table(
        "review",
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "recommendation IN ('label', 'waitlist', 'not_label')",
            name=op.f("ck_review_recommendation_known"),
        ),
        sa.CheckConstraint("length(comment) <= 20000", name=op.f("ck_review_comment_length")),
        sa.ForeignKeyConstraint(
            ["application_id", "account_id"],
            ["assignment.application_id", "assignment.account_id"],
            name="fk_review_of_an_assignment",
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", "account_id", name=op.f("pk_review")),
    )
    op.create_index("ix_review_account", "review", ["account_id"], unique=False)
    op.create_table(
        "review_score",
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("score >= 0", name=op.f("ck_review_score_score_not_negative")),
        sa.ForeignKeyConstraint(
            ["application_id", "account_id"],
            ["review.application_id", "review.account_id"],
            name="fk_review_score_review",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["criterion_id"], ["criterion.id"], name=op.f("fk_review_score_criterion_id")
        ),
        sa.PrimaryKeyConstraint("application_id", "account_id", "criterion_id", name=op.f("pk_review_score")),
    )
    op.create_index("ix_review_score_criterion", "review_score", ["criterion_id"], unique=False)


def downgrade() -> None:
    MIGRATIONS.run_sql("0010_down.sql")
