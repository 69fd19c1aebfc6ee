"""Tables of applications (*dossiers*): what was answered, who takes part, what happened."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.applications import domain
from ombelle_events.programme.tables import EMPTY_ARRAY, EMPTY_LIST, EMPTY_OBJECT, NEW_ID, one_of
from ombelle_events.tables import Base

_NOW = func.now()
_EMPTY_SEARCH = text("''::tsvector")


class ApplicationRow(Base):
    """An organisation's answer to a call.

    `answers` maps stable ids of fields to values, those of fields that the form has no more included.
    `field_versions` says at which version of the application each field last changed, so that two who edit at once
    collide on the same field only. `stale_fields` came from a former edition and are to be confirmed. `title`,
    `theme`, `commune_insee` and `department` are read from the answers, for lists. `returns_to` is where an
    application goes back to once the changes that were asked for are made. `closing_checked_at` is when a call that sends
    complete drafts at its end looked at this one. `search` holds the texts by weight: A the
    title, B what every reader may see, C what identifies somebody, D the budget.
    """

    __tablename__ = "application"
    __table_args__ = (
        CheckConstraint("number > 0", name="number_counts"),
        one_of("status", domain.STATUSES),
        one_of("decision", domain.DECISIONS),
        CheckConstraint("(status = 'decided') = (decision IS NOT NULL)", name="decided_has_a_decision"),
        CheckConstraint(
            "(decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (batch_id IS NULL)",
            name="decision_whole",
        ),
        CheckConstraint(
            "(status IN ('draft', 'discarded')) = (submitted_at IS NULL) "
            "AND (submitted_at IS NULL) = (submitted_by IS NULL)",
            name="submitted_whole",
        ),
        CheckConstraint(
            "(status = 'withdrawn') = (withdrawn_at IS NOT NULL) "
            "AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL)",
            name="withdrawn_whole",
        ),
        CheckConstraint(
            "(status = 'changes_requested') = (returns_to IS NOT NULL) "
            "AND returns_to IN ('submitted', 'under_review')",
            name="returns_whole",
        ),
        CheckConstraint(
            "amount_granted_cents >= 0 AND (amount_granted_cents IS NULL OR decision = 'labelled')",
            name="amount_of_a_label",
        ),
        CheckConstraint("jsonb_typeof(answers) = 'object'", name="answers_by_field"),
        CheckConstraint("renewed_from_id <> id", name="not_its_own_renewal"),
        ForeignKeyConstraint(["form_version_id", "call_id"], ["form_version.id", "form_version.call_id"]),
        ForeignKeyConstraint(["access_code_id", "call_id"], ["access_code.id", "access_code.call_id"]),
        UniqueConstraint("call_id", "number"),
        UniqueConstraint("id", "call_id"),
        UniqueConstraint("id", "decision"),
        # One renewal at a time of a dossier in a call: a double click makes no second draft.
        Index(
            "uq_application_renewal",
            "renewed_from_id",
            "call_id",
            unique=True,
            postgresql_where=text("renewed_from_id IS NOT NULL AND status NOT IN ('discarded', 'withdrawn')"),
        ),
        Index("ix_application_organisation", "organisation_id", "id"),
        Index("ix_application_batch", "batch_id", postgresql_where=text("batch_id IS NOT NULL")),
        Index("ix_application_search", "search", postgresql_using="gin"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id"))
    number: Mapped[int]
    organisation_id: Mapped[UUID]  # owned by members
    status: Mapped[str] = mapped_column(Text, server_default="draft")
    decision: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    batch_id: Mapped[UUID | None]
    form_version_id: Mapped[UUID]
    answers: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=EMPTY_OBJECT)
    field_versions: Mapped[dict[str, int]] = mapped_column(JSONB, server_default=EMPTY_OBJECT)
    title: Mapped[str | None] = mapped_column(Text)
    theme: Mapped[str | None] = mapped_column(Text)
    commune_insee: Mapped[str | None] = mapped_column(Text)
    department: Mapped[str | None] = mapped_column(Text)
    title_is_identifying: Mapped[bool] = mapped_column(server_default=text("false"))
    search: Mapped[str] = mapped_column(TSVECTOR, server_default=_EMPTY_SEARCH, deferred=True)
    access_code_id: Mapped[UUID | None]
    renewed_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("application.id"))
    stale_fields: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    amount_granted_cents: Mapped[int | None] = mapped_column(BigInteger)
    returns_to: Mapped[str | None] = mapped_column(Text)
    submitted_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    submitted_by: Mapped[str | None] = mapped_column(Text)
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    withdrawal_reason: Mapped[str | None] = mapped_column(Text)
    closing_checked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    version: Mapped[int] = mapped_column(server_default="1")
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)


class ApplicationPartyRow(Base):
    """Who takes part: an organisation of the directory, which accepts, or a name alone.

    The lead is the application's organisation: a trigger keeps that row.
    """

    __tablename__ = "application_party"
    __table_args__ = (
        one_of("role", domain.PARTY_ROLES),
        CheckConstraint("(organisation_id IS NULL) = (name IS NOT NULL)", name="organisation_or_name"),
        CheckConstraint("length(btrim(name)) BETWEEN 1 AND 200", name="name_length"),
        CheckConstraint("NOT may_edit OR role IN ('lead', 'co_holder')", name="holders_edit"),
        CheckConstraint(
            "role <> 'lead' OR (organisation_id IS NOT NULL AND accepted_at IS NOT NULL AND may_edit)",
            name="lead_whole",
        ),
        CheckConstraint("accepted_at IS NULL OR refused_at IS NULL", name="accepted_or_refused"),
        CheckConstraint(
            "organisation_id IS NOT NULL OR (accepted_at IS NULL AND refused_at IS NULL AND NOT may_edit)",
            name="names_answer_nothing",
        ),
        UniqueConstraint("application_id", "organisation_id"),
        Index(
            "uq_application_party_lead",
            "application_id",
            unique=True,
            postgresql_where=text("role = 'lead'"),
        ),
        Index("ix_application_party_organisation", "organisation_id", "application_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(Text)
    organisation_id: Mapped[UUID | None]  # owned by members
    name: Mapped[str | None] = mapped_column(Text)
    may_edit: Mapped[bool] = mapped_column(server_default=text("false"))
    accepted_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    refused_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    invited_by: Mapped[str] = mapped_column(Text)
    invited_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)


class ApplicationTransferRow(Base):
    """An application offered to another organisation, which accepts or declines. One waits at a time."""

    __tablename__ = "application_transfer"
    __table_args__ = (
        one_of("outcome", domain.TRANSFER_OUTCOMES),
        CheckConstraint("(settled_at IS NULL) = (outcome IS NULL)", name="settled_whole"),
        Index(
            "uq_application_transfer_waiting",
            "application_id",
            unique=True,
            postgresql_where=text("settled_at IS NULL"),
        ),
        Index("ix_application_transfer_to_organisation_id", "to_organisation_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    to_organisation_id: Mapped[UUID]  # owned by members
    asked_by: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    settled_by: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    outcome: Mapped[str | None] = mapped_column(Text)


class ApplicationEntryRow(Base):
    """One line of the readable history. It never changes, but for an edit that its author goes on with (`until`).

    `changes` lists what it changed: `{"pointer", "label", "before", "after"}`. `status` is the application's then.
    """

    __tablename__ = "application_entry"
    __table_args__ = (
        one_of("audience", domain.AUDIENCES),
        one_of("side", domain.SIDES),
        one_of("status", domain.STATUSES),
        CheckConstraint("until >= at", name="times_in_order"),
        CheckConstraint("jsonb_typeof(changes) = 'array'", name="changes_listed"),
        Index("ix_application_entry_application_id", "application_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    until: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    actor: Mapped[str] = mapped_column(Text)
    side: Mapped[str] = mapped_column(Text)
    audience: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=EMPTY_LIST)
