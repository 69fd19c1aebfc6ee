"""Territory, programme, agenda."""

import sqlalchemy as sa
from alembic import op
from ombelle_events.migrate import MIGRATIONS
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_change",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("transaction", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_agenda_change")),
    )
    op.create_index("ix_agenda_change_order", "agenda_change", ["transaction", "event_id"], unique=False)
    op.create_index(op.f("ix_agenda_change_slug"), "agenda_change", ["slug"], unique=False)
    op.create_table(
        "department",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outline", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_department")),
    )
    op.create_table(
        "edition",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("mastering", sa.Text(), server_default="nationally", nullable=False),
        sa.CheckConstraint("mastering IN ('here', 'nationally')", name=op.f("ck_edition_mastering_known")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_edition_dates_in_order")),
        sa.CheckConstraint("year BETWEEN 1991 AND 2199", name=op.f("ck_edition_year_since_the_first")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        sa.UniqueConstraint("year", name=op.f("uq_edition_year")),
    )
    op.create_table(
        "epci",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_epci")),
    )
    op.create_table(
        "lexicon_word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("lexeme", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_lexicon_word")),
    )
    op.create_index(op.f("ix_lexicon_word_lexeme"), "lexicon_word", ["lexeme"], unique=False)
    op.create_index(
        "ix_lexicon_word_prefix",
        "lexicon_word",
        ["word"],
        unique=False,
        postgresql_ops={"word": "text_pattern_ops"},
    )
    op.create_index(
        "ix_lexicon_word_trigrams",
        "lexicon_word",
        ["word"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"word": "gin_trgm_ops"},
    )
    op.create_table(
        "vocabulary_label",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "code", name=op.f("pk_vocabulary_label")),
    )
    op.create_table(
        "commune",
        sa.Column("insee", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("department_code", sa.Text(), nullable=False),
        sa.Column("epci_code", sa.Text(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("postal_codes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("former_codes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.Column("point_source", sa.Text(), nullable=False),
        sa.CheckConstraint("insee ~ '^[0-9][0-9AB][0-9]{3}$'", name=op.f("ck_commune_insee_shape")),
        sa.CheckConstraint(
            "point_source IN ('town', 'postal_code', 'epci', 'department')",
            name=op.f("ck_commune_point_source_known"),
        ),
        sa.CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180",
            name=op.f("ck_commune_point_on_earth"),
        ),
        sa.CheckConstraint("population >= 0", name=op.f("ck_commune_population_not_negative")),
        sa.ForeignKeyConstraint(
            ["department_code"], ["department.code"], name=op.f("fk_commune_department_code")
        ),
        sa.ForeignKeyConstraint(["epci_code"], ["epci.code"], name=op.f("fk_commune_epci_code")),
        sa.PrimaryKeyConstraint("insee", name=op.f("pk_commune")),
    )
    op.create_index(op.f("ix_commune_department_code"), "commune", ["department_code"], unique=False)
    op.create_index(op.f("ix_commune_epci_code"), "commune", ["epci_code"], unique=False)
    op.create_index("ix_commune_folded_name", "commune", ["folded_name"], unique=False)
    op.create_index(
        "ix_commune_postal_codes", "commune", ["postal_codes"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "venue",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("postal_code", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("insee", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("access", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_venue_point_whole")),
        sa.CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180",
            name=op.f("ck_venue_point_on_earth"),
        ),
        sa.ForeignKeyConstraint(["insee"], ["commune.insee"], name=op.f("fk_venue_insee")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
    )
    op.create_index(op.f("ix_venue_insee"), "venue", ["insee"], unique=False)
    op.create_index("ix_venue_point", "venue", ["latitude", "longitude"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("long_description", sa.Text(), nullable=True),
        sa.Column("long_description_html", sa.Text(), nullable=True),
        sa.Column("structure", sa.Text(), server_default="single", nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "parent_structure",
            sa.Text(),
            sa.Computed("CASE WHEN parent_id IS NOT NULL THEN 'umbrella' END", persisted=True),
            nullable=True,
        ),
        sa.Column("edition_id", sa.Uuid(), nullable=True),
        sa.Column("venue_id", sa.Uuid(), nullable=True),
        sa.Column("activity_type", sa.Text(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column(
            "audience", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column(
            "school_levels",
            postgresql.ARRAY(sa.Text()),
            server_default=sa.text("'{}'::text[]"),
            nullable=False,
        ),
        sa.Column("age_min", sa.SmallInteger(), nullable=True),
        sa.Column("age_max", sa.SmallInteger(), nullable=True),
        sa.Column("accessibility", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("free", sa.Boolean(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=True),
        sa.Column(
            "registration",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'::jsonb"),
            nullable=False,
        ),
        sa.Column(
            "keywords", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("attendance_mode", sa.Text(), server_default="onsite", nullable=False),
        sa.Column("online_access_url", sa.Text(), nullable=True),
        sa.Column("image", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("status", sa.Text(), server_default="scheduled", nullable=False),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("publication", sa.Text(), server_default="draft", nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source_name", sa.Text(), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column(
            "additional",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "accessibility <@ ARRAY['hearing', 'visual', 'psychic', 'motor', 'intellectual']::text[]",
            name=op.f("ck_event_accessibility_known"),
        ),
        sa.CheckConstraint(
            "activity_type IN ('workshop', 'lecture', 'exhibition', 'visit', 'show', 'game', 'screening', 'debate', 'science_village', 'festival', 'trail', 'other')",
            name=op.f("ck_event_activity_type_known"),
        ),
        sa.CheckConstraint(
            "attendance_mode IN ('onsite', 'online', 'mixed')", name=op.f("ck_event_attendance_mode_known")
        ),
        sa.CheckConstraint(
            "audience <@ ARRAY['general_public', 'schools']::text[]", name=op.f("ck_event_audience_known")
        ),
        sa.CheckConstraint(
            "parent_id IS NULL OR structure = 'single'", name=op.f("ck_event_child_is_single")
        ),
        sa.CheckConstraint(
            "publication IN ('draft', 'ready', 'published', 'unpublished')",
            name=op.f("ck_event_publication_known"),
        ),
        sa.CheckConstraint(
            "school_levels <@ ARRAY['nursery_school', 'primary_school', 'college', 'lycee', 'higher_education']::text[]",
            name=op.f("ck_event_school_levels_known"),
        ),
        sa.CheckConstraint(
            "status IN ('scheduled', 'rescheduled', 'moved_online', 'postponed', 'full', 'cancelled')",
            name=op.f("ck_event_status_known"),
        ),
        sa.CheckConstraint("structure IN ('single', 'umbrella')", name=op.f("ck_event_structure_known")),
        sa.CheckConstraint(
            "theme IN ('environment', 'digital_innovation', 'health', 'science_society', 'industrial_heritage', 'astronomy', 'history_of_science', 'maths_physics_chemistry', 'other')",
            name=op.f("ck_event_theme_known"),
        ),
        sa.CheckConstraint("age_max >= age_min", name=op.f("ck_event_age_in_order")),
        sa.CheckConstraint(
            "age_min BETWEEN 0 AND 120 AND age_max BETWEEN 0 AND 120", name=op.f("ck_event_age_human")
        ),
        sa.CheckConstraint("length(btrim(title)) BETWEEN 1 AND 300", name=op.f("ck_event_title_length")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_event_not_its_own_parent")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_event_edition_id")),
        sa.ForeignKeyConstraint(
            ["parent_id", "parent_structure"],
            ["event.id", "event.structure"],
            name="fk_event_parent_is_umbrella",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name=op.f("fk_event_venue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("id", "structure", name=op.f("uq_event_id_structure")),
        sa.UniqueConstraint("slug", name=op.f("uq_event_slug")),
    )
    op.create_index(op.f("ix_event_edition_id"), "event", ["edition_id"], unique=False)
    op.create_index(op.f("ix_event_parent_id"), "event", ["parent_id"], unique=False)
    op.create_index(op.f("ix_event_venue_id"), "event", ["venue_id"], unique=False)
    op.create_table(
        "agenda_card",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("search", postgresql.TSVECTOR(), nullable=False),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("commune", sa.Text(), nullable=True),
        sa.Column("epci", sa.Text(), nullable=True),
        sa.Column("commune_size", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("activity_type", sa.Text(), nullable=True),
        sa.Column("structure", sa.Text(), nullable=False),
        sa.Column("audience", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("school_levels", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("accessibility", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("free", sa.Boolean(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("age_min", sa.SmallInteger(), nullable=True),
        sa.Column("age_max", sa.SmallInteger(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_agenda_card_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_agenda_card")),
        sa.UniqueConstraint("slug", name=op.f("uq_agenda_card_slug")),
    )
    op.create_index(op.f("ix_agenda_card_commune"), "agenda_card", ["commune"], unique=False)
    op.create_index(op.f("ix_agenda_card_parent_id"), "agenda_card", ["parent_id"], unique=False)
    op.create_index("ix_agenda_card_point", "agenda_card", ["latitude", "longitude"], unique=False)
    op.create_index("ix_agenda_card_search", "agenda_card", ["search"], unique=False, postgresql_using="gin")
    op.create_table(
        "event_local_edit",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("edited_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_local_edit_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "field", name=op.f("pk_event_local_edit")),
    )
    op.create_table(
        "event_session",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("timezone", sa.Text(), server_default="Europe/Paris", nullable=False),
        sa.Column("venue_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.Text(), server_default="scheduled", nullable=False),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("previous_starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("previous_ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("audience", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "audience <@ ARRAY['general_public', 'schools']::text[]",
            name=op.f("ck_event_session_audience_known"),
        ),
        sa.CheckConstraint(
            "ends_at - starts_at <= interval '1096 days'", name=op.f("ck_event_session_at_most_three_years")
        ),
        sa.CheckConstraint(
            "status IN ('scheduled', 'rescheduled', 'moved_online', 'postponed', 'full', 'cancelled')",
            name=op.f("ck_event_session_status_known"),
        ),
        sa.CheckConstraint(
            "(previous_starts_at IS NULL) = (previous_ends_at IS NULL)",
            name=op.f("ck_event_session_previous_whole"),
        ),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_event_session_capacity_positive")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_event_session_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_session_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name=op.f("fk_event_session_venue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_session")),
    )
    op.create_index(op.f("ix_event_session_venue_id"), "event_session", ["venue_id"], unique=False)
    op.create_index(
        "uq_event_session_slot",
        "event_session",
        ["event_id", "starts_at", "ends_at", "venue_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "external_ref",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_external_ref_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source", "external_id", name=op.f("pk_external_ref")),
    )
    op.create_index(op.f("ix_external_ref_event_id"), "external_ref", ["event_id"], unique=False)
    op.create_table(
        "agenda_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["agenda_card.event_id"], name=op.f("fk_agenda_day_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("day", "event_id", name=op.f("pk_agenda_day")),
    )
    op.create_index("ix_agenda_day_event", "agenda_day", ["event_id"], unique=False)
    MIGRATIONS.run_sql("0001_search.sql")
    MIGRATIONS.run_sql("0001_agenda.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0001_down.sql")
    op.drop_index("ix_agenda_day_event", table_name="agenda_day")
    op.drop_table("agenda_day")
    op.drop_index(op.f("ix_external_ref_event_id"), table_name="external_ref")
    op.drop_table("external_ref")
    op.drop_index("uq_event_session_slot", table_name="event_session", postgresql_nulls_not_distinct=True)
    op.drop_index(op.f("ix_event_session_venue_id"), table_name="event_session")
    op.drop_table("event_session")
    op.drop_table("event_local_edit")
    op.drop_index("ix_agenda_card_search", table_name="agenda_card", postgresql_using="gin")
    op.drop_index("ix_agenda_card_point", table_name="agenda_card")
    op.drop_index(op.f("ix_agenda_card_parent_id"), table_name="agenda_card")
    op.drop_index(op.f("ix_agenda_card_commune"), table_name="agenda_card")
    op.drop_table("agenda_card")
    op.drop_index(op.f("ix_event_venue_id"), table_name="event")
    op.drop_index(op.f("ix_event_parent_id"), table_name="event")
    op.drop_index(op.f("ix_event_edition_id"), table_name="event")
    op.drop_table("event")
    op.drop_index("ix_venue_point", table_name="venue")
    op.drop_index(op.f("ix_venue_insee"), table_name="venue")
    op.drop_table("venue")
    op.drop_index("ix_commune_postal_codes", table_name="commune", postgresql_using="gin")
    op.drop_index("ix_commune_folded_name", table_name="commune")
    op.drop_index(op.f("ix_commune_epci_code"), table_name="commune")
    op.drop_index(op.f("ix_commune_department_code"), table_name="commune")
    op.drop_table("commune")
    op.drop_table("vocabulary_label")
    op.drop_index(
        "ix_lexicon_word_trigrams",
        table_name="lexicon_word",
        postgresql_using="gin",
        postgresql_ops={"word": "gin_trgm_ops"},
    )
    op.drop_index(
        "ix_lexicon_word_prefix", table_name="lexicon_word", postgresql_ops={"word": "text_pattern_ops"}
    )
    op.drop_index(op.f("ix_lexicon_word_lexeme"), table_name="lexicon_word")
    op.drop_table("lexicon_word")
    op.drop_table("epci")
    op.drop_table("edition")
    op.drop_table("department")
    op.drop_index(op.f("ix_agenda_change_slug"), table_name="agenda_change")
    op.drop_index("ix_agenda_change_order", table_name="agenda_change")
    op.drop_table("agenda_change")
