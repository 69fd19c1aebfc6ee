"""Persons, organisations and who acts for them, invitations, requests to join, follow-up, merges."""

import sqlalchemy as sa
from alembic import op
from ombelle_chassis.migration_sql import run_shared_sql
from ombelle_members.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_shared_sql("jobs_v1", "messages_v1", "audit_v1")
    MIGRATIONS.run_sql("0001_names.sql")
    op.execute("CREATE SEQUENCE membership_version")
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("account_version", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("email_digest", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), server_default="fr", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("account_digest", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("locale IN ('fr', 'en')", name=op.f("ck_person_locale_known")),
        sa.CheckConstraint(
            "(email IS NULL) = (email_digest IS NULL)", name=op.f("ck_person_email_with_its_digest")
        ),
        sa.CheckConstraint(
            "(erased_at IS NULL) = (account_digest IS NULL)", name=op.f("ck_person_erased_known_again")
        ),
        sa.CheckConstraint(
            "erased_at IS NULL OR num_nonnulls(account_id, email, email_digest) = 0",
            name=op.f("ck_person_erased_whole"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index("ix_person_email_digest", "person", ["email_digest"], unique=False)
    op.create_index("uq_person_account_digest", "person", ["account_digest"], unique=True)
    op.create_index(
        "uq_person_account_id",
        "person",
        ["account_id"],
        unique=True,
        postgresql_where=sa.text("account_id IS NOT NULL"),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("legal_name", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("siret", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("postal_code", sa.Text(), nullable=True),
        sa.Column("commune_insee", sa.Text(), nullable=True),
        sa.Column("commune_name", sa.Text(), nullable=True),
        sa.Column(
            "department",
            sa.Text(),
            sa.Computed(
                "left(commune_insee, CASE WHEN commune_insee LIKE '97%' THEN 3 ELSE 2 END)", persisted=True
            ),
            nullable=True,
        ),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column(
            "themes", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column(
            "offers", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column("is_public", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consented_by", sa.Uuid(), nullable=True),
        sa.Column("folded_name", sa.Text(), sa.Computed("fold(name)", persisted=True), nullable=False),
        sa.Column(
            "search_text",
            sa.Text(),
            sa.Computed(
                "fold(name || ' ' || coalesce(legal_name, '') || ' ' || coalesce(commune_name, ''))",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.Column(
            "core_name",
            sa.Text(),
            sa.Computed("core_name(name, commune_name)", persisted=True),
            nullable=False,
        ),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "is_merged", sa.Boolean(), sa.Computed("merged_into IS NOT NULL", persisted=True), nullable=False
        ),
        sa.Column(
            "kept_is_merged",
            sa.Boolean(),
            sa.Computed("CASE WHEN merged_into IS NOT NULL THEN false END", persisted=True),
            nullable=True,
        ),
        sa.Column("unadministered_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "commune_insee ~ '^[0-9][0-9AB][0-9]{3}$'", name=op.f("ck_organisation_commune_insee_shape")
        ),
        sa.CheckConstraint(
            "kind IN ('higher_education_research', 'technology_transfer', 'company', 'library', 'social_centre', 'popular_education', 'museum_science_centre', 'fablab', 'environment', 'cultural_venue', 'youth', 'employment_integration', 'local_authority', 'primary_school', 'college', 'lycee', 'other')",
            name=op.f("ck_organisation_kind_known"),
        ),
        sa.CheckConstraint(
            "length(address) <= 300 AND btrim(address) <> ''", name=op.f("ck_organisation_address_length")
        ),
        sa.CheckConstraint(
            "length(commune_name) <= 100 AND btrim(commune_name) <> ''",
            name=op.f("ck_organisation_commune_name_length"),
        ),
        sa.CheckConstraint(
            "length(description) <= 5000 AND btrim(description) <> ''",
            name=op.f("ck_organisation_description_length"),
        ),
        sa.CheckConstraint(
            "length(email) <= 254 AND btrim(email) <> ''", name=op.f("ck_organisation_email_length")
        ),
        sa.CheckConstraint(
            "length(legal_name) <= 300 AND btrim(legal_name) <> ''",
            name=op.f("ck_organisation_legal_name_length"),
        ),
        sa.CheckConstraint(
            "length(name) <= 200 AND btrim(name) <> ''", name=op.f("ck_organisation_name_length")
        ),
        sa.CheckConstraint(
            "length(phone) <= 40 AND btrim(phone) <> ''", name=op.f("ck_organisation_phone_length")
        ),
        sa.CheckConstraint(
            "length(website) <= 500 AND btrim(website) <> ''", name=op.f("ck_organisation_website_length")
        ),
        sa.CheckConstraint(
            "offers <@ ARRAY['workshops', 'visits', 'lectures', 'loans', 'venue', 'other']::text[]",
            name=op.f("ck_organisation_offers_known"),
        ),
        sa.CheckConstraint("postal_code ~ '^[0-9]{5}$'", name=op.f("ck_organisation_postal_code_shape")),
        sa.CheckConstraint("siret ~ '^[0-9]{14}$'", name=op.f("ck_organisation_siret_shape")),
        sa.CheckConstraint(
            "themes <@ ARRAY['environment', 'digital_innovation', 'health', 'science_society', 'industrial_heritage', 'astronomy', 'history_of_science', 'maths_physics_chemistry', 'other']::text[]",
            name=op.f("ck_organisation_themes_known"),
        ),
        sa.CheckConstraint(
            "(commune_insee IS NULL) = (commune_name IS NULL)", name=op.f("ck_organisation_commune_whole")
        ),
        sa.CheckConstraint(
            "(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_organisation_point_whole")
        ),
        sa.CheckConstraint(
            "(merged_into IS NULL) = (merged_at IS NULL)", name=op.f("ck_organisation_merged_whole")
        ),
        sa.CheckConstraint(
            "is_public = (consented_at IS NOT NULL) AND (consented_by IS NULL OR is_public)",
            name=op.f("ck_organisation_consent_whole"),
        ),
        sa.CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180",
            name=op.f("ck_organisation_point_on_earth"),
        ),
        sa.CheckConstraint("merged_into <> id", name=op.f("ck_organisation_not_merged_into_itself")),
        sa.ForeignKeyConstraint(["consented_by"], ["person.id"], name=op.f("fk_organisation_consented_by")),
        sa.ForeignKeyConstraint(
            ["merged_into", "kept_is_merged"],
            ["organisation.id", "organisation.is_merged"],
            name="fk_organisation_kept_is_not_merged",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("id", "is_merged", name=op.f("uq_organisation_id_is_merged")),
    )
    op.create_index("ix_organisation_commune_insee", "organisation", ["commune_insee"], unique=False)
    op.create_index(op.f("ix_organisation_consented_by"), "organisation", ["consented_by"], unique=False)
    op.create_index(
        "ix_organisation_merged_into",
        "organisation",
        ["merged_into"],
        unique=False,
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index("ix_organisation_order", "organisation", ["folded_name", "id"], unique=False)
    op.create_index(
        "ix_organisation_search",
        "organisation",
        ["search_text"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search_text": "gin_trgm_ops"},
    )
    op.create_index(
        "uq_organisation_siret",
        "organisation",
        ["siret"],
        unique=True,
        postgresql_where=sa.text("merged_into IS NULL"),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("email_digest", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "length(email) <= 254 AND btrim(email) <> ''", name=op.f("ck_contact_email_length")
        ),
        sa.CheckConstraint(
            "length(function) <= 200 AND btrim(function) <> ''", name=op.f("ck_contact_function_length")
        ),
        sa.CheckConstraint("length(name) <= 200 AND btrim(name) <> ''", name=op.f("ck_contact_name_length")),
        sa.CheckConstraint(
            "length(phone) <= 40 AND btrim(phone) <> ''", name=op.f("ck_contact_phone_length")
        ),
        sa.CheckConstraint(
            "(email IS NULL) = (email_digest IS NULL)", name=op.f("ck_contact_email_with_its_digest")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_contact_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_email_digest"), "contact", ["email_digest"], unique=False)
    op.create_index(op.f("ix_contact_organisation_id"), "contact", ["organisation_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("email_digest", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), server_default="fr", nullable=False),
        sa.Column("token_digest", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "(state = 'waiting') = (settled_at IS NULL)", name=op.f("ck_invitation_settled_whole")
        ),
        sa.CheckConstraint(
            "state <> 'waiting' OR token_digest IS NOT NULL", name=op.f("ck_invitation_token_while_waiting")
        ),
        sa.CheckConstraint(
            "email IS NOT NULL OR state <> 'waiting'", name=op.f("ck_invitation_waiting_has_an_address")
        ),
        sa.CheckConstraint(
            "length(email) <= 254 AND btrim(email) <> ''", name=op.f("ck_invitation_email_length")
        ),
        sa.CheckConstraint(
            "length(message) <= 2000 AND btrim(message) <> ''", name=op.f("ck_invitation_message_length")
        ),
        sa.CheckConstraint("locale IN ('fr', 'en')", name=op.f("ck_invitation_locale_known")),
        sa.CheckConstraint("role IN ('editor', 'administrator')", name=op.f("ck_invitation_role_known")),
        sa.CheckConstraint(
            "state <> 'accepted' OR accepted_by IS NOT NULL", name=op.f("ck_invitation_accepted_by_somebody")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'accepted', 'declined', 'cancelled', 'expired')",
            name=op.f("ck_invitation_state_known"),
        ),
        sa.CheckConstraint(
            "(email IS NULL) = (email_digest IS NULL)", name=op.f("ck_invitation_email_with_its_digest")
        ),
        sa.ForeignKeyConstraint(["accepted_by"], ["person.id"], name=op.f("fk_invitation_accepted_by")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_invitation_created_by")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_invitation_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
    )
    op.create_index(op.f("ix_invitation_accepted_by"), "invitation", ["accepted_by"], unique=False)
    op.create_index(op.f("ix_invitation_created_by"), "invitation", ["created_by"], unique=False)
    op.create_index("ix_invitation_email_digest", "invitation", ["email_digest"], unique=False)
    op.create_index(op.f("ix_invitation_organisation_id"), "invitation", ["organisation_id"], unique=False)
    op.create_index("uq_invitation_token_digest", "invitation", ["token_digest"], unique=True)
    op.create_index(
        "uq_invitation_waiting",
        "invitation",
        ["organisation_id", "email_digest"],
        unique=True,
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "join_request",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "(state = 'accepted') = (role IS NOT NULL)", name=op.f("ck_join_request_accepted_with_a_role")
        ),
        sa.CheckConstraint(
            "(state = 'waiting') = (settled_at IS NULL)", name=op.f("ck_join_request_settled_whole")
        ),
        sa.CheckConstraint(
            "length(message) <= 2000 AND btrim(message) <> ''", name=op.f("ck_join_request_message_length")
        ),
        sa.CheckConstraint(
            "length(reason) <= 2000 AND btrim(reason) <> ''", name=op.f("ck_join_request_reason_length")
        ),
        sa.CheckConstraint("role IN ('editor', 'administrator')", name=op.f("ck_join_request_role_known")),
        sa.CheckConstraint(
            "state IN ('waiting', 'accepted', 'refused', 'withdrawn')",
            name=op.f("ck_join_request_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_join_request_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_join_request_person_id")),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name=op.f("fk_join_request_settled_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_request")),
    )
    op.create_index(
        op.f("ix_join_request_organisation_id"), "join_request", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_join_request_person_id"), "join_request", ["person_id"], unique=False)
    op.create_index(op.f("ix_join_request_settled_by"), "join_request", ["settled_by"], unique=False)
    op.create_index(
        "ix_join_request_waiting",
        "join_request",
        ["id"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "uq_join_request_waiting",
        "join_request",
        ["person_id", "organisation_id"],
        unique=True,
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column(
            "version",
            sa.BigInteger(),
            server_default=sa.text("nextval('membership_version')"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "end_reason IN ('left', 'removed', 'merged', 'erased')", name=op.f("ck_membership_reason_known")
        ),
        sa.CheckConstraint("role IN ('editor', 'administrator')", name=op.f("ck_membership_role_known")),
        sa.CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name=op.f("ck_membership_end_whole")),
        sa.CheckConstraint("ended_at >= since", name=op.f("ck_membership_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_membership_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index("ix_membership_organisation_id", "membership", ["organisation_id"], unique=False)
    op.create_index(
        "uq_membership_active",
        "membership",
        ["person_id", "organisation_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("length(text) <= 10000 AND btrim(text) <> ''", name=op.f("ck_note_text_length")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_note_author_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_note_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index(op.f("ix_note_author_id"), "note", ["author_id"], unique=False)
    op.create_index(op.f("ix_note_organisation_id"), "note", ["organisation_id"], unique=False)
    op.create_table(
        "organisation_merge",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("into_id", sa.Uuid(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("merged_by", sa.Uuid(), nullable=True),
        sa.Column("moved", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("closed", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("filled", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["from_id"], ["organisation.id"], name=op.f("fk_organisation_merge_from_id")),
        sa.ForeignKeyConstraint(["into_id"], ["organisation.id"], name=op.f("fk_organisation_merge_into_id")),
        sa.ForeignKeyConstraint(["merged_by"], ["person.id"], name=op.f("fk_organisation_merge_merged_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_merge")),
        sa.UniqueConstraint("from_id", name=op.f("uq_organisation_merge_from_id")),
    )
    op.create_index(op.f("ix_organisation_merge_into_id"), "organisation_merge", ["into_id"], unique=False)
    op.create_index(
        op.f("ix_organisation_merge_merged_by"), "organisation_merge", ["merged_by"], unique=False
    )
    MIGRATIONS.run_sql("0001_administrators.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0001_administrators_down.sql")
    op.drop_index(op.f("ix_organisation_merge_merged_by"), table_name="organisation_merge")
    op.drop_index(op.f("ix_organisation_merge_into_id"), table_name="organisation_merge")
    op.drop_table("organisation_merge")
    op.drop_index(op.f("ix_note_organisation_id"), table_name="note")
    op.drop_index(op.f("ix_note_author_id"), table_name="note")
    op.drop_table("note")
    op.drop_index(
        "uq_membership_active", table_name="membership", postgresql_where=sa.text("ended_at IS NULL")
    )
    op.drop_index("ix_membership_organisation_id", table_name="membership")
    op.drop_table("membership")
    op.drop_index(
        "uq_join_request_waiting", table_name="join_request", postgresql_where=sa.text("state = 'waiting'")
    )
    op.drop_index(
        "ix_join_request_waiting", table_name="join_request", postgresql_where=sa.text("state = 'waiting'")
    )
    op.drop_index(op.f("ix_join_request_settled_by"), table_name="join_request")
    op.drop_index(op.f("ix_join_request_person_id"), table_name="join_request")
    op.drop_index(op.f("ix_join_request_organisation_id"), table_name="join_request")
    op.drop_table("join_request")
    op.drop_index(
        "uq_invitation_waiting", table_name="invitation", postgresql_where=sa.text("state = 'waiting'")
    )
    op.drop_index("uq_invitation_token_digest", table_name="invitation")
    op.drop_index(op.f("ix_invitation_organisation_id"), table_name="invitation")
    op.drop_index("ix_invitation_email_digest", table_name="invitation")
    op.drop_index(op.f("ix_invitation_created_by"), table_name="invitation")
    op.drop_index(op.f("ix_invitation_accepted_by"), table_name="invitation")
    op.drop_table("invitation")
    op.drop_index(op.f("ix_contact_organisation_id"), table_name="contact")
    op.drop_index(op.f("ix_contact_email_digest"), table_name="contact")
    op.drop_table("contact")
    op.drop_index(
        "uq_organisation_siret", table_name="organisation", postgresql_where=sa.text("merged_into IS NULL")
    )
    op.drop_index(
        "ix_organisation_search",
        table_name="organisation",
        postgresql_using="gin",
        postgresql_ops={"search_text": "gin_trgm_ops"},
    )
    op.drop_index("ix_organisation_order", table_name="organisation")
    op.drop_index(
        "ix_organisation_merged_into",
        table_name="organisation",
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.drop_index(op.f("ix_organisation_consented_by"), table_name="organisation")
    op.drop_index("ix_organisation_commune_insee", table_name="organisation")
    op.drop_table("organisation")
    op.drop_index(
        "uq_person_account_id", table_name="person", postgresql_where=sa.text("account_id IS NOT NULL")
    )
    op.drop_index("uq_person_account_digest", table_name="person")
    op.drop_index("ix_person_email_digest", table_name="person")
    op.drop_table("person")
    op.execute("DROP SEQUENCE membership_version")
    MIGRATIONS.run_sql("0001_names_down.sql")
    run_shared_sql("audit_v1_down", "messages_v1_down", "jobs_v1_down")
