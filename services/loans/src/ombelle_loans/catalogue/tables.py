"""What is lent: items, their formats, the units that go out, photographs and documents."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Sequence,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans import vocabulary
from ombelle_loans.tables import EMPTY_ARRAY, NEW_ID, Base, all_of, at_most, one_of

unit_number = Sequence("unit_number", metadata=Base.metadata)
"""Numbers of the codes that are printed on units."""

_TODAY = text("((now() AT TIME ZONE 'Europe/Paris')::date)")


class ItemRow(Base):
    """A work that is lent, the agency's where no owner is named. Measures are of each of its formats that says nothing
    else; rules that are null are the lender's (view `item_rule`).
    """

    __tablename__ = "item"
    __table_args__ = (
        UniqueConstraint("slug"),
        CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120", name="slug_shape"),
        CheckConstraint("length(title) <= 200 AND btrim(title) <> ''", name="title_length"),
        one_of("category", vocabulary.CATEGORIES),
        at_most("abstract", 600),
        at_most("description", 10_000),
        all_of("themes", vocabulary.THEMES),
        all_of("audiences", vocabulary.AUDIENCES),
        all_of("languages", vocabulary.LANGUAGES),
        all_of("accessibility", vocabulary.ACCESSIBILITY),
        at_most("producer", 300),
        CheckConstraint("year BETWEEN 1900 AND 2100", name="year_bounded"),
        at_most("credits", 1000),
        at_most("transport", 1000),
        at_most("setup", 3000),
        CheckConstraint(
            "space_m2 BETWEEN 0 AND 100000 AND weight_kg BETWEEN 0 AND 100000 AND packages BETWEEN 0 AND 10000 "
            "AND insurance_value_cents BETWEEN 0 AND 10000000000",
            name="measures_bounded",
        ),
        one_of("condition", vocabulary.CONDITIONS),
        one_of("handling", vocabulary.HANDLINGS),
        at_most("contact_email", 254),
        at_most("contact_phone", 40),
        CheckConstraint(
            "owner_organisation_id IS NOT NULL OR handling = 'handled_here'", name="agency_handles_its_own"
        ),
        CheckConstraint(
            "publication <> 'published' OR CASE handling WHEN 'forwarded' THEN contact_email IS NOT NULL "
            "WHEN 'contact_only' THEN num_nonnulls(contact_email, contact_phone) > 0 ELSE true END",
            name="published_is_reached",
        ),
        CheckConstraint(
            "buffer_before_days BETWEEN 0 AND 60 AND buffer_after_days BETWEEN 0 AND 60", name="buffers_bounded"
        ),
        CheckConstraint("notice_days BETWEEN 0 AND 366", name="notice_bounded"),
        CheckConstraint(
            "min_days BETWEEN 1 AND 366 AND max_days BETWEEN 1 AND 366 AND min_days <= max_days",
            name="lengths_bounded",
        ),
        one_of("insurance", vocabulary.INSURANCES),
        one_of("publication", vocabulary.PUBLICATIONS),
        CheckConstraint("publication <> 'published' OR published_at IS NOT NULL", name="published_once"),
        CheckConstraint("retired_on >= added_on", name="retired_after_added"),
        Index("ix_item_order", "folded_title", "id"),
        Index(
            "ix_item_search_text", "search_text", postgresql_using="gin",
            postgresql_ops={"search_text": "gin_trgm_ops"},
        ),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    slug: Mapped[str] = mapped_column(Text)
    owner_organisation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organisation_copy.organisation_id"), index=True
    )
    title: Mapped[str] = mapped_column(Text)
    category: Mapped[str] = mapped_column(Text)
    abstract: Mapped[str | None] = mapped_column(Text)
    description: Mapped[str | None] = mapped_column(Text)
    themes: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    audiences: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    languages: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{fr}'::text[]"))
    accessibility: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    producer: Mapped[str | None] = mapped_column(Text)
    year: Mapped[int | None] = mapped_column(SmallInteger)
    credits: Mapped[str | None] = mapped_column(Text)
    space_m2: Mapped[int | None]
    needs_power: Mapped[bool | None]
    weight_kg: Mapped[int | None]
    packages: Mapped[int | None]
    transport: Mapped[str | None] = mapped_column(Text)
    setup: Mapped[str | None] = mapped_column(Text)
    insurance_value_cents: Mapped[int | None] = mapped_column(BigInteger)
    condition: Mapped[str | None] = mapped_column(Text)
    handling: Mapped[str] = mapped_column(Text, server_default="handled_here")
    contact_email: Mapped[str | None] = mapped_column(Text)
    contact_phone: Mapped[str | None] = mapped_column(Text)
    buffer_before_days: Mapped[int | None] = mapped_column(SmallInteger)
    buffer_after_days: Mapped[int | None] = mapped_column(SmallInteger)
    notice_days: Mapped[int | None] = mapped_column(SmallInteger)
    min_days: Mapped[int | None] = mapped_column(SmallInteger)
    max_days: Mapped[int | None] = mapped_column(SmallInteger)
    insurance: Mapped[str | None] = mapped_column(Text)
    publication: Mapped[str] = mapped_column(Text, server_default="draft")
    published_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    added_on: Mapped[date] = mapped_column(Date, server_default=_TODAY)
    retired_on: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    folded_title: Mapped[str] = mapped_column(Text, Computed("fold(title)", persisted=True))
    search_text: Mapped[str] = mapped_column(
        Text, Computed("item_words(title, abstract, description, producer, themes)", persisted=True)
    )


class ItemFormatRow(Base):
    """An item as panels, as roll-ups…: each item has one at least. What is null is as the item's sheet says.

    `external_id` is what imports and figures know it by.
    """

    __tablename__ = "item_format"
    __table_args__ = (
        UniqueConstraint("id", "item_id"),  # what refers to a format of a given item
        one_of("format", vocabulary.FORMATS),
        at_most("label", 120),
        at_most("external_id", 100),
        at_most("dimensions", 300),
        at_most("transport", 1000),
        at_most("setup", 3000),
        CheckConstraint(
            "panels BETWEEN 0 AND 1000 AND space_m2 BETWEEN 0 AND 100000 AND weight_kg BETWEEN 0 AND 100000 "
            "AND packages BETWEEN 0 AND 10000 AND insurance_value_cents BETWEEN 0 AND 10000000000",
            name="measures_bounded",
        ),
        CheckConstraint("retired_on >= added_on", name="retired_after_added"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), index=True)
    format: Mapped[str] = mapped_column(Text)
    label: Mapped[str | None] = mapped_column(Text)
    external_id: Mapped[str | None] = mapped_column(Text, index=True)
    panels: Mapped[int | None]
    dimensions: Mapped[str | None] = mapped_column(Text)
    space_m2: Mapped[int | None]
    needs_power: Mapped[bool | None]
    weight_kg: Mapped[int | None]
    packages: Mapped[int | None]
    transport: Mapped[str | None] = mapped_column(Text)
    setup: Mapped[str | None] = mapped_column(Text)
    insurance_value_cents: Mapped[int | None] = mapped_column(BigInteger)
    position: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    added_on: Mapped[date] = mapped_column(Date, server_default=_TODAY)
    retired_on: Mapped[date | None] = mapped_column(Date)


class UnitRow(Base):
    """What goes out and is blocked: a whole copy, which has no module number, or one module of a copy.

    A copy is either whole or in modules, never both: the exclusion constraint `ex_unit_whole_or_in_modules`.
    """

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("format_id", "copy_number", "module_number", postgresql_nulls_not_distinct=True),
        UniqueConstraint("code"),
        CheckConstraint("copy_number BETWEEN 1 AND 100", name="copy_number_bounded"),
        CheckConstraint("module_number BETWEEN 1 AND 200", name="module_number_bounded"),
        at_most("name", 120),
        at_most("code", 40),
        one_of("state", vocabulary.UNIT_STATES),
        at_most("state_note", 500),
        at_most("place", 200),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    format_id: Mapped[UUID] = mapped_column(ForeignKey("item_format.id"))
    copy_number: Mapped[int] = mapped_column(SmallInteger, server_default="1")
    module_number: Mapped[int | None] = mapped_column(SmallInteger)
    name: Mapped[str | None] = mapped_column(Text)
    code: Mapped[str] = mapped_column(
        Text, server_default=text("('U'::text || lpad(nextval('unit_number'::regclass)::text, 5, '0'::text))")
    )
    state: Mapped[str] = mapped_column(Text, server_default="usable")
    state_note: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")


class ItemPhotoRow(Base):
    """A photograph of an item, with who must be credited and what it shows to whoever does not see it."""

    __tablename__ = "item_photo"
    __table_args__ = (
        UniqueConstraint("file_id"),
        CheckConstraint("width > 0 AND height > 0", name="size_positive"),
        at_most("alt", 300),
        at_most("credit", 200),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("item.id"), index=True)
    file_id: Mapped[UUID] = mapped_column(ForeignKey("stored_file.id"))
    width: Mapped[int]
    height: Mapped[int]
    alt: Mapped[str] = mapped_column(Text)
    credit: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(SmallInteger, server_default="0")


class ItemDocumentRow(Base):
    """A document that goes with an item: everybody's, or for those who lend it alone."""

    __tablename__ = "item_document"
    __table_args__ = (
        UniqueConstraint("file_id"),
        one_of("kind", vocabulary.DOCUMENT_KINDS),
        at_most("title", 200),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("item.id"), index=True)
    file_id: Mapped[UUID] = mapped_column(ForeignKey("stored_file.id"))
    kind: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    is_public: Mapped[bool] = mapped_column(server_default=text("true"))
    position: Mapped[int] = mapped_column(SmallInteger, server_default="0")
