"""Applications: answers, parties, transfers, history."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ID = sa.text("uuidv7()")
_NOW = sa.text("now()")
_MOMENT = sa.DateTime(timezone=True)
_STATUSES = "'draft', 'submitted', 'changes_requested', 'under_review', 'decided', 'withdrawn', 'discarded'"


def _id() -> sa.Column:
    return sa.Column("id", sa.Uuid(), server_default=_ID, nullable=False)


def _application_id(table: str) -> tuple[sa.Column, sa.ForeignKeyConstraint]:
    return (
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f(f"fk_{table}_application_id"),
            ondelete="CASCADE",
        ),
    )


def upgrade() -> None:
    _add_applications()
    _add_parties()
    _add_transfers()
    _add_entries()
    MIGRATIONS.run_sql("0008_applications.sql")


def _add_applications() -> None:
    table = "application"
    op.create_table(
        table,
        _id(),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.Text(), server_default="draft", nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decided_at", _MOMENT, nullable=True),
        sa.Column("batch_id", sa.Uuid(), nullable=True),
        sa.Column("form_version_id", sa.Uuid(), nullable=False),
        sa.Column("answers", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column(
            "field_versions", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("commune_insee", sa.Text(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("title_is_identifying", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("search", postgresql.TSVECTOR(), server_default=sa.text("''::tsvector"), nullable=False),
        sa.Column("access_code_id", sa.Uuid(), nullable=True),
        sa.Column("renewed_from_id", sa.Uuid(), nullable=True),
        sa.Column(
            "stale_fields",
            postgresql.ARRAY(sa.Text()),
            server_default=sa.text("'{}'::text[]"),
            nullable=False,
        ),
        sa.Column("amount_granted_cents", sa.BigInteger(), nullable=True),
        sa.Column("returns_to", sa.Text(), nullable=True),
        sa.Column("submitted_at", _MOMENT, nullable=True),
        sa.Column("submitted_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", _MOMENT, nullable=True),
        sa.Column("withdrawal_reason", sa.Text(), nullable=True),
        sa.Column("closing_checked_at", _MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("updated_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_application_number_counts")),
        sa.CheckConstraint(f"status IN ({_STATUSES})", name=op.f("ck_application_status_known")),
        sa.CheckConstraint(
            "decision IN ('labelled', 'waitlisted', 'not_labelled')",
            name=op.f("ck_application_decision_known"),
        ),
        sa.CheckConstraint(
            "(status = 'decided') = (decision IS NOT NULL)",
            name=op.f("ck_application_decided_has_a_decision"),
        ),
        sa.CheckConstraint(
            "(decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (batch_id IS NULL)",
            name=op.f("ck_application_decision_whole"),
        ),
        sa.CheckConstraint(
            "(status IN ('draft', 'discarded')) = (submitted_at IS NULL) "
            "AND (submitted_at IS NULL) = (submitted_by IS NULL)",
            name=op.f("ck_application_submitted_whole"),
        ),
        sa.CheckConstraint(
            "(status = 'withdrawn') = (withdrawn_at IS NOT NULL) "
            "AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL)",
            name=op.f("ck_application_withdrawn_whole"),
        ),
        sa.CheckConstraint(
            "(status = 'changes_requested') = (returns_to IS NOT NULL) "
            "AND returns_to IN ('submitted', 'under_review')",
            name=op.f("ck_application_returns_whole"),
        ),
        sa.CheckConstraint(
            "amount_granted_cents >= 0 AND (amount_granted_cents IS NULL OR decision = 'labelled')",
            name=op.f("ck_application_amount_of_a_label"),
        ),
        sa.CheckConstraint("jsonb_typeof(answers) = 'object'", name=op.f("ck_application_answers_by_field")),
        sa.CheckConstraint("renewed_from_id <> id", name=op.f("ck_application_not_its_own_renewal")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_application_call_id")),
        sa.ForeignKeyConstraint(
            ["form_version_id", "call_id"],
            ["form_version.id", "form_version.call_id"],
            name=op.f("fk_application_form_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["access_code_id", "call_id"],
            ["access_code.id", "access_code.call_id"],
            name=op.f("fk_application_access_code_id"),
        ),
        sa.ForeignKeyConstraint(
            ["renewed_from_id"], ["application.id"], name=op.f("fk_application_renewed_from_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("call_id", "number", name=op.f("uq_application_call_id_number")),
        sa.UniqueConstraint("id", "call_id", name=op.f("uq_application_id_call_id")),
        sa.UniqueConstraint("id", "decision", name=op.f("uq_application_id_decision")),
    )
    op.create_index(
        "uq_application_renewal",
        table,
        ["renewed_from_id", "call_id"],
        unique=True,
        postgresql_where=sa.text("renewed_from_id IS NOT NULL AND status NOT IN ('discarded', 'withdrawn')"),
    )
    op.create_index("ix_application_organisation", table, ["organisation_id", "id"])
    op.create_index(
        "ix_application_batch", table, ["batch_id"], postgresql_where=sa.text("batch_id IS NOT NULL")
    )
    op.create_index("ix_application_search", table, ["search"], postgresql_using="gin")


def _add_parties() -> None:
    table = "application_party"
    op.create_table(
        table,
        _id(),
        *_application_id(table),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("may_edit", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("accepted_at", _MOMENT, nullable=True),
        sa.Column("refused_at", _MOMENT, nullable=True),
        sa.Column("invited_by", sa.Text(), nullable=False),
        sa.Column("invited_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.CheckConstraint(
            "role IN ('lead', 'co_holder', 'partner', 'provider')",
            name=op.f("ck_application_party_role_known"),
        ),
        sa.CheckConstraint(
            "(organisation_id IS NULL) = (name IS NOT NULL)",
            name=op.f("ck_application_party_organisation_or_name"),
        ),
        sa.CheckConstraint(
            "length(btrim(name)) BETWEEN 1 AND 200", name=op.f("ck_application_party_name_length")
        ),
        sa.CheckConstraint(
            "NOT may_edit OR role IN ('lead', 'co_holder')", name=op.f("ck_application_party_holders_edit")
        ),
        sa.CheckConstraint(
            "role <> 'lead' OR (organisation_id IS NOT NULL AND accepted_at IS NOT NULL AND may_edit)",
            name=op.f("ck_application_party_lead_whole"),
        ),
        sa.CheckConstraint(
            "accepted_at IS NULL OR refused_at IS NULL",
            name=op.f("ck_application_party_accepted_or_refused"),
        ),
        sa.CheckConstraint(
            "organisation_id IS NOT NULL OR (accepted_at IS NULL AND refused_at IS NULL AND NOT may_edit)",
            name=op.f("ck_application_party_names_answer_nothing"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_party")),
        sa.UniqueConstraint(
            "application_id",
            "organisation_id",
            name=op.f("uq_application_party_application_id_organisation_id"),
        ),
    )
    op.create_index(
        "uq_application_party_lead",
        table,
        ["application_id"],
        unique=True,
        postgresql_where=sa.text("role = 'lead'"),
    )
    op.create_index("ix_application_party_organisation", table, ["organisation_id", "application_id"])


def _add_transfers() -> None:
    table = "application_transfer"
    op.create_table(
        table,
        _id(),
        *_application_id(table),
        sa.Column("to_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("settled_at", _MOMENT, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('accepted', 'declined', 'withdrawn')",
            name=op.f("ck_application_transfer_outcome_known"),
        ),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (outcome IS NULL)", name=op.f("ck_application_transfer_settled_whole")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_transfer")),
    )
    op.create_index(
        "uq_application_transfer_waiting",
        table,
        ["application_id"],
        unique=True,
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_index("ix_application_transfer_to_organisation_id", table, ["to_organisation_id"])


def _add_entries() -> None:
    table = "application_entry"
    op.create_table(
        table,
        _id(),
        *_application_id(table),
        sa.Column("at", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("until", _MOMENT, server_default=_NOW, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("changes", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.CheckConstraint(
            "audience IN ('applicant', 'committee', 'staff')",
            name=op.f("ck_application_entry_audience_known"),
        ),
        sa.CheckConstraint(
            "side IN ('holder', 'coordination', 'reviewer', 'machine')",
            name=op.f("ck_application_entry_side_known"),
        ),
        sa.CheckConstraint(f"status IN ({_STATUSES})", name=op.f("ck_application_entry_status_known")),
        sa.CheckConstraint("until >= at", name=op.f("ck_application_entry_times_in_order")),
        sa.CheckConstraint(
            "jsonb_typeof(changes) = 'array'", name=op.f("ck_application_entry_changes_listed")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_entry")),
    )
    op.create_index("ix_application_entry_application_id", table, ["application_id", "id"])


def downgrade() -> None:
    for table in ("application_entry", "application_transfer", "application_party", "application"):
        op.drop_table(table)
    MIGRATIONS.run_sql("0008_down.sql")
