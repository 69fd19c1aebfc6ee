"""Projects, and the programme written here: edit policies, proposals, stands, sessions that keep rules of their own."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_projects()
    _create_edit_policy()
    _create_stand_invitations()
    _create_change_proposals()
    op.add_column("edition", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.add_column("event", sa.Column("project_id", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_event_project",
        "event",
        ["project_id"],
        unique=False,
        postgresql_where=sa.text("project_id IS NOT NULL"),
    )
    op.create_foreign_key(op.f("fk_event_project_id"), "event", "project", ["project_id"], ["id"])
    op.add_column("venue", sa.Column("organisation_id", sa.Uuid(), nullable=True))
    _change_sessions()
    MIGRATIONS.run_sql("0012_projects.sql")


def _create_projects() -> None:
    op.create_table(
        "project",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column(
            "application_decision", sa.Text(), sa.Computed("'labelled'::text", persisted=True), nullable=False
        ),
        sa.Column("edition_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lifecycle", sa.Text(), server_default="awaiting_confirmation", nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_by", sa.Text(), nullable=True),
        sa.Column("cancelled_reason", sa.Text(), nullable=True),
        sa.Column("amount_granted_cents", sa.BigInteger(), nullable=True),
        sa.Column("contact_name", sa.Text(), nullable=True),
        sa.Column("contact_email", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "(lifecycle = 'cancelled') = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (cancelled_reason IS NULL)",
            name=op.f("ck_project_cancelled_says_why_when_and_by_whom"),
        ),
        sa.CheckConstraint(
            "lifecycle <> 'awaiting_confirmation' OR confirmed_at IS NULL",
            name=op.f("ck_project_awaits_or_not"),
        ),
        sa.CheckConstraint(
            "lifecycle IN ('awaiting_confirmation', 'active', 'cancelled')",
            name=op.f("ck_project_lifecycle_known"),
        ),
        sa.CheckConstraint(
            "lifecycle <> 'active' OR confirmed_at IS NOT NULL",
            name=op.f("ck_project_active_once_confirmed"),
        ),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by IS NULL)", name=op.f("ck_project_confirmed_by_somebody")
        ),
        sa.CheckConstraint("amount_granted_cents >= 0", name=op.f("ck_project_amount_not_negative")),
        sa.CheckConstraint(
            "length(btrim(cancelled_reason)) > 0", name=op.f("ck_project_reason_says_something")
        ),
        sa.CheckConstraint("length(btrim(title)) BETWEEN 1 AND 300", name=op.f("ck_project_title_length")),
        sa.ForeignKeyConstraint(
            ["application_id", "application_decision"],
            ["application.id", "application.decision"],
            name="fk_project_labelled_application",
        ),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_project_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("application_id", name=op.f("uq_project_application_id")),
    )
    op.create_index("ix_project_edition", "project", ["edition_id", "id"], unique=False)
    op.create_index("ix_project_organisation", "project", ["organisation_id", "id"], unique=False)
    op.create_table(
        "project_reminder",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('confirmation', 'not_entered')", name=op.f("ck_project_reminder_kind_known")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_reminder_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_reminder")),
    )
    op.create_index(
        "ix_project_reminder_project", "project_reminder", ["project_id", "kind", "sent_at"], unique=False
    )


def _create_edit_policy() -> None:
    op.create_table(
        "edit_policy",
        sa.Column("edition_id", sa.Uuid(), nullable=False),
        sa.Column("field_group", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "field_group IN ('title', 'description', 'classification', 'audience', 'practical', 'venue', 'sessions', 'session_status')",
            name=op.f("ck_edit_policy_field_group_known"),
        ),
        sa.CheckConstraint(
            "phase IN ('before_publication', 'after_publication', 'during')",
            name=op.f("ck_edit_policy_phase_known"),
        ),
        sa.CheckConstraint(
            "rule IN ('free', 'needs_approval', 'locked')", name=op.f("ck_edit_policy_rule_known")
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edit_policy_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("edition_id", "field_group", "phase", name=op.f("pk_edit_policy")),
    )


def _create_stand_invitations() -> None:
    op.create_table(
        "stand_invitation",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("umbrella_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("stand_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('accepted', 'declined', 'withdrawn')", name=op.f("ck_stand_invitation_outcome_known")
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by IS NULL)",
            name=op.f("ck_stand_invitation_settled_whole"),
        ),
        sa.CheckConstraint(
            "length(btrim(title)) BETWEEN 1 AND 300", name=op.f("ck_stand_invitation_title_length")
        ),
        sa.ForeignKeyConstraint(
            ["stand_id"], ["event.id"], name=op.f("fk_stand_invitation_stand_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["umbrella_id"], ["event.id"], name=op.f("fk_stand_invitation_umbrella_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_invitation")),
    )
    op.create_index(
        "ix_stand_invitation_organisation", "stand_invitation", ["organisation_id", "id"], unique=False
    )
    op.create_index(
        "uq_stand_invitation_open",
        "stand_invitation",
        ["umbrella_id", "organisation_id", "title"],
        unique=True,
        postgresql_where=sa.text("outcome IS NULL"),
    )


def _create_change_proposals() -> None:
    op.create_table(
        "change_proposal",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("event_session_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "action IN ('edit', 'add_session', 'edit_session', 'change_session_status', 'remove_session')",
            name=op.f("ck_change_proposal_action_known"),
        ),
        sa.CheckConstraint(
            "action NOT IN ('edit', 'add_session') OR event_session_id IS NULL",
            name=op.f("ck_change_proposal_of_the_event_or_of_a_session"),
        ),
        sa.CheckConstraint(
            "outcome IN ('approved', 'rejected', 'withdrawn')", name=op.f("ck_change_proposal_outcome_known")
        ),
        sa.CheckConstraint(
            "outcome IS DISTINCT FROM 'rejected' OR reason IS NOT NULL",
            name=op.f("ck_change_proposal_rejected_says_why"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by IS NULL)",
            name=op.f("ck_change_proposal_settled_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_change_proposal_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_session_id"],
            ["event_session.id"],
            name=op.f("fk_change_proposal_event_session_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_proposal")),
    )
    op.create_index("ix_change_proposal_event", "change_proposal", ["event_id", "id"], unique=False)
    op.create_index(
        "uq_change_proposal_open_of_event",
        "change_proposal",
        ["event_id"],
        unique=True,
        postgresql_where=sa.text("outcome IS NULL AND action = 'edit'"),
    )
    op.create_index(
        "uq_change_proposal_open_of_session",
        "change_proposal",
        ["event_session_id"],
        unique=True,
        postgresql_where=sa.text("outcome IS NULL AND event_session_id IS NOT NULL"),
    )
    op.create_index(
        "ix_change_proposal_session",
        "change_proposal",
        ["event_session_id"],
        unique=False,
        postgresql_where=sa.text("event_session_id IS NOT NULL"),
    )


def _change_sessions() -> None:
    op.add_column(
        "event_session",
        sa.Column(
            "animators", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
    )
    op.add_column("event_session", sa.Column("status_changed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "event_session",
        sa.Column("is_written_here", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.add_column("event_session", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.execute("UPDATE event_session SET status_reason = NULL WHERE status_reason = ''")
    op.execute(
        "UPDATE event_session SET status_reason = coalesce(status_reason, 'Motif non précisé'), "
        "status_changed_at = now() WHERE status = 'cancelled'"
    )
    op.create_check_constraint(
        op.f("ck_event_session_cancelled_says_why_and_when"),
        "event_session",
        "status <> 'cancelled' OR (status_reason IS NOT NULL AND status_changed_at IS NOT NULL)",
    )
    op.create_check_constraint(
        op.f("ck_event_session_reason_says_something"), "event_session", "status_reason <> ''"
    )
    op.create_check_constraint(
        op.f("ck_event_session_written_here_at_most_a_day"),
        "event_session",
        "NOT is_written_here OR ends_at - starts_at <= interval '24 hours'",
    )
    op.create_index(
        "ix_event_session_with_animators",
        "event_session",
        ["starts_at"],
        unique=False,
        postgresql_where=sa.text("animators <> '{}'"),
    )
    # A session without a venue is at its event's: as one place of its own, since null would equal nothing.
    op.execute("""
        ALTER TABLE event_session ADD CONSTRAINT ex_event_session_no_overlap EXCLUDE USING gist (
          event_id WITH =,
          (coalesce(venue_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
          (tstzrange(starts_at, ends_at)) WITH &&
        ) WHERE (is_written_here AND status <> ALL (ARRAY['cancelled'::text, 'postponed'::text]))
    """)


def downgrade() -> None:
    op.execute("DROP FUNCTION is_in_feed(uuid)")
    for constraint in (
        "ex_event_session_no_overlap",
        "ck_event_session_written_here_at_most_a_day",
        "ck_event_session_reason_says_something",
        "ck_event_session_cancelled_says_why_and_when",
    ):
        op.execute(f"ALTER TABLE event_session DROP CONSTRAINT {constraint}")
    op.drop_column("venue", "organisation_id")
    op.drop_index("ix_event_session_with_animators", table_name="event_session")
    op.drop_column("event_session", "version")
    op.drop_column("event_session", "is_written_here")
    op.drop_column("event_session", "status_changed_at")
    op.drop_column("event_session", "animators")
    op.drop_constraint(op.f("fk_event_project_id"), "event", type_="foreignkey")
    op.drop_index("ix_event_project", table_name="event", postgresql_where=sa.text("project_id IS NOT NULL"))
    op.drop_column("event", "project_id")
    op.drop_column("edition", "version")
    op.drop_index(
        "uq_change_proposal_open_of_session",
        table_name="change_proposal",
        postgresql_where=sa.text("outcome IS NULL AND event_session_id IS NOT NULL"),
    )
    op.drop_index(
        "uq_change_proposal_open_of_event",
        table_name="change_proposal",
        postgresql_where=sa.text("outcome IS NULL AND action = 'edit'"),
    )
    op.drop_index("ix_change_proposal_event", table_name="change_proposal")
    op.drop_table("change_proposal")
    op.drop_index(
        "uq_stand_invitation_open", table_name="stand_invitation", postgresql_where=sa.text("outcome IS NULL")
    )
    op.drop_index("ix_stand_invitation_organisation", table_name="stand_invitation")
    op.drop_table("stand_invitation")
    op.drop_index("ix_project_reminder_project", table_name="project_reminder")
    op.drop_table("project_reminder")
    op.drop_index("ix_project_organisation", table_name="project")
    op.drop_index("ix_project_edition", table_name="project")
    op.drop_table("project")
    op.drop_table("edit_policy")
