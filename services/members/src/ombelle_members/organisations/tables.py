"""Organisations, and who acts for them: one boundary, since the last administrator is a matter of both."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Sequence,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_members import vocabulary
from ombelle_members.tables import EMPTY_ARRAY, NEW_ID, Base, all_of, at_most, one_of

membership_version = Sequence("membership_version", metadata=Base.metadata)
"""Versions of memberships: growing, whatever row of a person in an organisation they are given to."""


class OrganisationRow(Base):
    """An organisation of the directory. Merged into another, it keeps its row, and leads there."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("length(name) <= 200 AND btrim(name) <> ''", name="name_length"),
        at_most("legal_name", 300),
        at_most("address", 300),
        at_most("commune_name", 100),
        at_most("website", 500),
        at_most("email", 254),
        at_most("phone", 40),
        at_most("description", 5000),
        one_of("kind", vocabulary.KINDS),
        all_of("themes", vocabulary.THEMES),
        all_of("offers", vocabulary.OFFERS),
        CheckConstraint("siret ~ '^[0-9]{14}$'", name="siret_shape"),
        CheckConstraint("postal_code ~ '^[0-9]{5}$'", name="postal_code_shape"),
        CheckConstraint("commune_insee ~ '^[0-9][0-9AB][0-9]{3}$'", name="commune_insee_shape"),
        CheckConstraint("(commune_insee IS NULL) = (commune_name IS NULL)", name="commune_whole"),
        CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="point_on_earth"
        ),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point_whole"),
        # Without a person, it was the agency's command that noted the consent.
        CheckConstraint(
            "is_public = (consented_at IS NOT NULL) AND (consented_by IS NULL OR is_public)", name="consent_whole"
        ),
        CheckConstraint("(merged_into IS NULL) = (merged_at IS NULL)", name="merged_whole"),
        CheckConstraint("merged_into <> id", name="not_merged_into_itself"),
        UniqueConstraint("id", "is_merged"),
        # What an organisation was merged into is not merged itself: one step leads to what stands, whoever merges.
        ForeignKeyConstraint(
            ["merged_into", "kept_is_merged"],
            ["organisation.id", "organisation.is_merged"],
            name="fk_organisation_kept_is_not_merged",
        ),
        Index("uq_organisation_siret", "siret", unique=True, postgresql_where=text("merged_into IS NULL")),
        Index("ix_organisation_merged_into", "merged_into", postgresql_where=text("merged_into IS NOT NULL")),
        Index("ix_organisation_order", "folded_name", "id"),
        Index("ix_organisation_commune_insee", "commune_insee"),
        Index(
            "ix_organisation_search", "search_text", postgresql_using="gin",
            postgresql_ops={"search_text": "gin_trgm_ops"},
        ),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    name: Mapped[str] = mapped_column(Text)
    legal_name: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    siret: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    postal_code: Mapped[str | None] = mapped_column(Text)
    commune_insee: Mapped[str | None] = mapped_column(Text)
    commune_name: Mapped[str | None] = mapped_column(Text)
    department: Mapped[str | None] = mapped_column(
        Text,
        Computed("left(commune_insee, CASE WHEN commune_insee LIKE '97%' THEN 3 ELSE 2 END)", persisted=True),
    )
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    website: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    description: Mapped[str | None] = mapped_column(Text)
    themes: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    offers: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    is_public: Mapped[bool] = mapped_column(server_default=text("false"))
    consented_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    consented_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    folded_name: Mapped[str] = mapped_column(Text, Computed("fold(name)", persisted=True))
    search_text: Mapped[str] = mapped_column(
        Text,
        Computed(
            "fold(name || ' ' || coalesce(legal_name, '') || ' ' || coalesce(commune_name, ''))",
            persisted=True,
        ),
    )
    core_name: Mapped[str] = mapped_column(Text, Computed("core_name(name, commune_name)", persisted=True))
    merged_into: Mapped[UUID | None]
    merged_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    is_merged: Mapped[bool] = mapped_column(Computed("merged_into IS NOT NULL", persisted=True))
    kept_is_merged: Mapped[bool | None] = mapped_column(
        Computed("CASE WHEN merged_into IS NOT NULL THEN false END", persisted=True)
    )
    # Since when nobody administers it: the coordination's to see to.
    unadministered_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class MembershipRow(Base):
    """A person acts for an organisation, until it ended; an ended row stays."""

    __tablename__ = "membership"
    __table_args__ = (
        one_of("role", vocabulary.ROLES),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="end_whole"),
        CheckConstraint("end_reason IN ('left', 'removed', 'merged', 'erased')", name="reason_known"),
        CheckConstraint("ended_at >= since", name="ends_after_start"),
        Index(
            "uq_membership_active", "person_id", "organisation_id", unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_membership_organisation_id", "organisation_id"),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    end_reason: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(BigInteger, server_default=membership_version.next_value())
