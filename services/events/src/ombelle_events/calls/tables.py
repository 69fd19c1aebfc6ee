"""Tables of calls for projects: calls, versions of their forms, criteria, access codes, texts."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Numeric,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.calls import domain
from ombelle_events.forms.charter import CHARTER_RULES
from ombelle_events.programme.tables import EMPTY_ARRAY, NEW_ID, all_of, one_of
from ombelle_events.tables import Base

_NOW = func.now()


class CallRow(Base):
    """A call for projects of an edition, open in [opens_at, closes_at).

    `quorum` is how many members of the committee must sit; null asks for none. `form_version_id` is the published form
    that new applications begin with.
    """

    __tablename__ = "call"
    __table_args__ = (
        CheckConstraint("length(btrim(title)) BETWEEN 1 AND 200", name="title_length"),
        CheckConstraint("closes_at > opens_at", name="closes_after_opening"),
        one_of("closing_policy", domain.CLOSING_POLICIES),
        one_of("publication", domain.CALL_PUBLICATIONS),
        all_of("charter_rules", CHARTER_RULES),
        CheckConstraint("grace_minutes BETWEEN 0 AND 10080", name="grace_at_most_a_week"),
        CheckConstraint("closing_policy <> 'grace' OR grace_minutes > 0", name="grace_lasts"),
        CheckConstraint("quorum BETWEEN 1 AND 100", name="quorum_counts"),
        CheckConstraint("quorum IS NULL OR has_committee", name="quorum_of_a_committee"),
        CheckConstraint("reviews_per_application BETWEEN 1 AND 20", name="reviews_counted"),
        CheckConstraint("budget_cents >= 0", name="budget_not_negative"),
        CheckConstraint("publication = 'draft' OR form_version_id IS NOT NULL", name="published_with_a_form"),
        CheckConstraint("(publication = 'draft') = (published_at IS NULL)", name="published_at_known"),
        # The form is one of this call, and published: the constant column lets a foreign key say so.
        ForeignKeyConstraint(
            ["form_version_id", "id", "form_is_published"],
            ["form_version.id", "form_version.call_id", "form_version.is_published"],
            name="fk_call_form_is_its_own_and_published",
            use_alter=True,
        ),
        Index("ix_call_edition_id", "edition_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    edition_id: Mapped[UUID] = mapped_column(ForeignKey("edition.id"))
    title: Mapped[str] = mapped_column(Text)
    introduction: Mapped[str] = mapped_column(Text, server_default="")
    opens_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    closes_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    closing_policy: Mapped[str] = mapped_column(Text, server_default="lock")
    grace_minutes: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    closed_message: Mapped[str] = mapped_column(Text, server_default="")
    publication: Mapped[str] = mapped_column(Text, server_default="draft")
    published_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    charter_rules: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    has_scoring: Mapped[bool] = mapped_column(server_default=text("true"))
    has_committee: Mapped[bool] = mapped_column(server_default=text("true"))
    quorum: Mapped[int | None] = mapped_column(SmallInteger)
    is_anonymous: Mapped[bool] = mapped_column(server_default=text("false"))
    reviews_per_application: Mapped[int] = mapped_column(SmallInteger, server_default="2")
    budget_cents: Mapped[int | None] = mapped_column(BigInteger)
    contact_email: Mapped[str | None] = mapped_column(Text)
    form_version_id: Mapped[UUID | None]
    form_is_published: Mapped[bool | None] = mapped_column(
        Computed("CASE WHEN form_version_id IS NOT NULL THEN true END", persisted=True)
    )
    version: Mapped[int] = mapped_column(server_default="1")
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)


class FormVersionRow(Base):
    """A call's form as it was at one time. One version at most is being written; a published one never changes."""

    __tablename__ = "form_version"
    __table_args__ = (
        CheckConstraint("number > 0", name="number_counts"),
        CheckConstraint("jsonb_typeof(definition -> 'sections') = 'array'", name="has_sections"),
        UniqueConstraint("call_id", "number"),
        UniqueConstraint("id", "call_id"),
        UniqueConstraint("id", "call_id", "is_published"),
        Index("uq_form_version_draft", "call_id", unique=True, postgresql_where=text("published_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id", ondelete="CASCADE"))
    number: Mapped[int]
    definition: Mapped[dict[str, Any]] = mapped_column(JSONB)
    published_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    is_published: Mapped[bool] = mapped_column(Computed("published_at IS NOT NULL", persisted=True))
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    version: Mapped[int] = mapped_column(server_default="1")


class CriterionRow(Base):
    """What reviewers score, from 0 to `scale`; its share of the mean is its weight among all weights."""

    __tablename__ = "criterion"
    __table_args__ = (
        CheckConstraint("length(btrim(name)) BETWEEN 1 AND 200", name="name_length"),
        CheckConstraint("weight > 0", name="weight_positive"),
        CheckConstraint("scale BETWEEN 1 AND 100", name="scale_counts"),
        # Deferred: a list written anew exchanges places.
        UniqueConstraint("call_id", "rank", deferrable=True, initially="DEFERRED"),
        UniqueConstraint("id", "call_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(Text)
    help: Mapped[str] = mapped_column(Text, server_default="")
    weight: Mapped[Decimal] = mapped_column(Numeric(6, 2))
    scale: Mapped[int] = mapped_column(SmallInteger)
    rank: Mapped[int] = mapped_column(SmallInteger)


class AccessCodeRow(Base):
    """A code that lets somebody begin an application late; what it opened stays open until it expires."""

    __tablename__ = "access_code"
    __table_args__ = (
        CheckConstraint("code ~ '^[A-Z0-9-]{6,40}$'", name="code_shape"),
        CheckConstraint("max_uses BETWEEN 1 AND 1000", name="max_uses_counts"),
        CheckConstraint("uses BETWEEN 0 AND max_uses", name="uses_at_most_max"),
        UniqueConstraint("call_id", "code"),
        UniqueConstraint("id", "call_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text, server_default="")
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    max_uses: Mapped[int] = mapped_column(SmallInteger)
    uses: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)


class TextTemplateRow(Base):
    """A text that a call's mails or letters are made of, with `{{ placeholders }}` of a closed list."""

    __tablename__ = "text_template"
    __table_args__ = (
        one_of("kind", domain.TEXTS),
        one_of("key", domain.MAIL_KEYS),
        CheckConstraint(
            f"kind = 'mail' OR key IN ({', '.join(repr(key) for key in domain.LETTER_KEYS)})",
            name="letters_tell_decisions",
        ),
    )

    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    subject: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
    updated_by: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
