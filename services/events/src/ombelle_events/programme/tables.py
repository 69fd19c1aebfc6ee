"""Tables of the programme: editions, venues, events, their sessions, and what was edited here."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.programme import vocabulary
from ombelle_events.tables import Base

NEW_ID = text("uuidv7()")
EMPTY_ARRAY = text("'{}'::text[]")
EMPTY_LIST = text("'[]'::jsonb")
EMPTY_OBJECT = text("'{}'::jsonb")


def one_of(column: str, codes: Iterable[str]) -> CheckConstraint:
    """A CHECK that a text column holds one of the vocabulary's codes."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def all_of(column: str, codes: Iterable[str]) -> CheckConstraint:
    """A CHECK that every element of a text array is one of the vocabulary's codes."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} <@ ARRAY[{listed}]::text[]", name=f"{column}_known")


class EditionRow(Base):
    """A year's festival, with its official dates (civil days, both included)."""

    __tablename__ = "edition"
    __table_args__ = (
        CheckConstraint("year BETWEEN 1991 AND 2199", name="year_since_the_first"),
        CheckConstraint("ends_on >= starts_on", name="dates_in_order"),
        CheckConstraint("mastering IN ('here', 'nationally')", name="mastering_known"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    year: Mapped[int] = mapped_column(unique=True)
    theme: Mapped[str | None] = mapped_column(Text)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    mastering: Mapped[str] = mapped_column(Text, server_default="nationally")
    version: Mapped[int] = mapped_column(server_default="1")


class VenueRow(Base):
    """A place where sessions happen; its commune is known by INSEE code, or not known.

    `organisation_id` is the one that wrote it here, where a source did not.
    """

    __tablename__ = "venue"
    __table_args__ = (
        CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="point_on_earth"
        ),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point_whole"),
        Index("ix_venue_point", "latitude", "longitude"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    name: Mapped[str] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    postal_code: Mapped[str | None] = mapped_column(Text)
    city: Mapped[str | None] = mapped_column(Text)
    insee: Mapped[str | None] = mapped_column(ForeignKey("commune.insee"), index=True)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    phone: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    website: Mapped[str | None] = mapped_column(Text)
    access: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    organisation_id: Mapped[UUID | None]


class EventRow(Base):
    """An event, single or umbrella. `status` says whether it happens, `publication` whether it may be seen,
    `withdrawn_at` since when no source shows it any more: three separate axes. `duplicate_of` is the event that the
    agenda shows in its stead.
    """

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("length(btrim(title)) BETWEEN 1 AND 300", name="title_length"),
        one_of("structure", vocabulary.STRUCTURES),
        one_of("activity_type", vocabulary.ACTIVITY_TYPES),
        one_of("theme", vocabulary.THEMES),
        one_of("status", vocabulary.STATUSES),
        one_of("publication", vocabulary.PUBLICATIONS),
        one_of("attendance_mode", vocabulary.ATTENDANCE_MODES),
        all_of("audience", vocabulary.AUDIENCES),
        all_of("school_levels", vocabulary.SCHOOL_LEVELS),
        all_of("accessibility", vocabulary.ACCESSIBILITY),
        CheckConstraint("age_min BETWEEN 0 AND 120 AND age_max BETWEEN 0 AND 120", name="age_human"),
        CheckConstraint("age_max >= age_min", name="age_in_order"),
        CheckConstraint("parent_id IS NULL OR structure = 'single'", name="child_is_single"),
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
        CheckConstraint("duplicate_of <> id", name="not_its_own_duplicate"),
        UniqueConstraint("id", "structure"),
        UniqueConstraint("id", "is_duplicate"),
        # A parent is an umbrella: the constant column lets a foreign key say so. Deferred, since a sync may
        # write a family in any order.
        ForeignKeyConstraint(
            ["parent_id", "parent_structure"],
            ["event.id", "event.structure"],
            name="fk_event_parent_is_umbrella",
            deferrable=True,
            initially="DEFERRED",
        ),
        # What stands in for a duplicate is none itself: no chains, whoever links at the same moment.
        ForeignKeyConstraint(
            ["duplicate_of", "kept_is_duplicate"],
            ["event.id", "event.is_duplicate"],
            name="fk_event_kept_is_no_duplicate",
        ),
        Index("ix_event_duplicate_of", "duplicate_of", postgresql_where=text("duplicate_of IS NOT NULL")),
        Index(
            "ix_event_organisation",
            "organisation_id",
            "id",
            postgresql_where=text("organisation_id IS NOT NULL"),
        ),
        Index("ix_event_project", "project_id", postgresql_where=text("project_id IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    slug: Mapped[str] = mapped_column(Text, unique=True)
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str | None] = mapped_column(Text)
    long_description: Mapped[str | None] = mapped_column(Text)
    long_description_html: Mapped[str | None] = mapped_column(Text)
    structure: Mapped[str] = mapped_column(Text, server_default="single")
    parent_id: Mapped[UUID | None] = mapped_column(index=True)
    parent_structure: Mapped[str | None] = mapped_column(
        Text, Computed("CASE WHEN parent_id IS NOT NULL THEN 'umbrella' END", persisted=True)
    )
    edition_id: Mapped[UUID | None] = mapped_column(ForeignKey("edition.id"), index=True)
    venue_id: Mapped[UUID | None] = mapped_column(ForeignKey("venue.id"), index=True)
    activity_type: Mapped[str | None] = mapped_column(Text)
    theme: Mapped[str | None] = mapped_column(Text)
    audience: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    school_levels: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    age_min: Mapped[int | None] = mapped_column(SmallInteger)
    age_max: Mapped[int | None] = mapped_column(SmallInteger)
    accessibility: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    free: Mapped[bool | None]
    conditions: Mapped[str | None] = mapped_column(Text)
    registration: Mapped[list[dict[str, str]]] = mapped_column(JSONB, server_default=EMPTY_LIST)
    keywords: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    holder: Mapped[str | None] = mapped_column(Text)
    attendance_mode: Mapped[str] = mapped_column(Text, server_default="onsite")
    online_access_url: Mapped[str | None] = mapped_column(Text)
    image: Mapped[dict[str, object] | None] = mapped_column(JSONB(none_as_null=True))
    status: Mapped[str] = mapped_column(Text, server_default="scheduled")
    status_reason: Mapped[str | None] = mapped_column(Text)
    publication: Mapped[str] = mapped_column(Text, server_default="draft")
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    source_name: Mapped[str | None] = mapped_column(Text)
    source_url: Mapped[str | None] = mapped_column(Text)
    additional: Mapped[dict[str, object]] = mapped_column(JSONB, server_default=EMPTY_OBJECT)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    duplicate_of: Mapped[UUID | None]
    is_duplicate: Mapped[bool] = mapped_column(Computed("duplicate_of IS NOT NULL", persisted=True))
    kept_is_duplicate: Mapped[bool | None] = mapped_column(
        Computed("CASE WHEN duplicate_of IS NOT NULL THEN false END", persisted=True)
    )
    # Owned by members. Its name here is a copy, which may come later than the event: no foreign key.
    organisation_id: Mapped[UUID | None]
    project_id: Mapped[UUID | None] = mapped_column(ForeignKey("project.id"))


class OrganisationCopyRow(Base):
    """What this service shows of an organisation, copied from members' messages.

    `name` is null for one of which only a merge was heard yet. `merged_into` is the one that it became.
    """

    __tablename__ = "organisation_copy"
    __table_args__ = (
        CheckConstraint("merged_into <> organisation_id", name="not_into_itself"),
        Index(
            "ix_organisation_copy_merged_into",
            "merged_into",
            postgresql_where=text("merged_into IS NOT NULL"),
        ),
    )

    organisation_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(BigInteger)
    merged_into: Mapped[UUID | None]


class EventSessionRow(Base):
    """One session (*séance*): half-open interval [starts_at, ends_at) of instants, shown in its own zone.

    Times written here (`is_written_here`) keep rules that those of sources do not always keep: no two sessions of an
    event at one venue overlap, and none lasts longer than a day. A session without a venue is at its event's.
    `status_changed_at` is when a person changed the status here.
    """

    __tablename__ = "event_session"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("ends_at - starts_at <= interval '1096 days'", name="at_most_three_years"),
        CheckConstraint("(previous_starts_at IS NULL) = (previous_ends_at IS NULL)", name="previous_whole"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
        one_of("status", vocabulary.STATUSES),
        all_of("audience", vocabulary.AUDIENCES),
        CheckConstraint(
            "status <> 'cancelled' OR (status_reason IS NOT NULL AND status_changed_at IS NOT NULL)",
            name="cancelled_says_why_and_when",
        ),
        CheckConstraint("status_reason <> ''", name="reason_says_something"),
        CheckConstraint(
            "NOT is_written_here OR ends_at - starts_at <= interval '24 hours'",
            name="written_here_at_most_a_day",
        ),
        ExcludeConstraint(
            (text("event_id"), "="),
            (text("coalesce(venue_id, '00000000-0000-0000-0000-000000000000'::uuid)"), "="),
            (text("tstzrange(starts_at, ends_at)"), "&&"),
            name="ex_event_session_no_overlap",
            where=text("is_written_here AND status <> ALL (ARRAY['cancelled'::text, 'postponed'::text])"),
        ),
        Index("ix_event_session_with_animators", "starts_at", postgresql_where=text("animators <> '{}'")),
        Index(
            "uq_event_session_slot",
            "event_id",
            "starts_at",
            "ends_at",
            "venue_id",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ends_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    timezone: Mapped[str] = mapped_column(Text, server_default="Europe/Paris")
    venue_id: Mapped[UUID | None] = mapped_column(ForeignKey("venue.id"), index=True)
    status: Mapped[str] = mapped_column(Text, server_default="scheduled")
    status_reason: Mapped[str | None] = mapped_column(Text)
    previous_starts_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    previous_ends_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    audience: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    capacity: Mapped[int | None]
    animators: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    status_changed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    is_written_here: Mapped[bool] = mapped_column(server_default=text("false"))
    version: Mapped[int] = mapped_column(server_default="1")


class EventLocalEditRow(Base):
    """A field edited here, which no source overwrites any more."""

    __tablename__ = "event_local_edit"

    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = mapped_column(Text, primary_key=True)
    edited_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    edited_by: Mapped[str] = mapped_column(Text)


class ExternalRefRow(Base):
    """The name an event has elsewhere, e.g. ('openagenda', '55110469'): one row, whatever agenda brought it."""

    __tablename__ = "external_ref"

    source: Mapped[str] = mapped_column(Text, primary_key=True)
    external_id: Mapped[str] = mapped_column(Text, primary_key=True)
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)


class VocabularyLabelRow(Base):
    """The labels of the closed lists, copied from `vocabulary` at each migration: search and facets read them."""

    __tablename__ = "vocabulary_label"

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    code: Mapped[str] = mapped_column(Text, primary_key=True)
    label: Mapped[str] = mapped_column(Text)
    rank: Mapped[int]
