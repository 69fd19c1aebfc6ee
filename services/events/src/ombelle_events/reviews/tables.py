"""Tables of reviews: who sits in a committee, who reads what, who may not, and what they think of it.

`account_id` is owned by the gateway; whoever is erased there is taken out here by a message.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.programme.tables import EMPTY_ARRAY, NEW_ID, all_of, one_of
from ombelle_events.programme.vocabulary import THEMES
from ombelle_events.reviews import domain
from ombelle_events.tables import Base

_NOW = func.now()


class MembershipCopyRow(Base):
    """What an account may do for an organisation, as members tells it. Without a role, they left, at `ended_at` as far
    as it was heard of here; the version keeps old news out.
    """

    __tablename__ = "membership_copy"
    __table_args__ = (
        one_of("role", ("editor", "administrator")),
        CheckConstraint("role IS NULL OR ended_at IS NULL", name="ended_without_a_role"),
        Index("ix_membership_copy_organisation", "organisation_id"),
    )

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(BigInteger)
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class TeamCopyRow(Base):
    """Somebody who works for the agency, with their roles there, as the gateway tells it; without roles, they left."""

    __tablename__ = "team_copy"

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text)
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    version: Mapped[int] = mapped_column(BigInteger)


class PublicMailDomainRow(Base):
    """A domain where anybody has an address: sharing it says nothing. The list is `data/public_mail_domains.txt`."""

    __tablename__ = "public_mail_domain"
    __table_args__ = (CheckConstraint("domain = lower(domain)", name="domain_folded"),)

    domain: Mapped[str] = mapped_column(Text, primary_key=True)


class ApplicationDomainRow(Base):
    """A domain of the e-mail addresses that an application gives, kept up by a trigger."""

    __tablename__ = "application_domain"

    application_id: Mapped[UUID] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), primary_key=True
    )
    domain: Mapped[str] = mapped_column(Text, primary_key=True)


class CommitteeMemberRow(Base):
    """Somebody who sits in a call's committee. `organisation_ids` are those that the coordination knows them to work
    for, whether or not they act for them here.
    """

    __tablename__ = "committee_member"
    __table_args__ = (
        all_of("themes", THEMES),
        Index("ix_committee_member_account", "account_id"),
    )

    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text)
    departments: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    themes: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    organisation_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'::uuid[]"))
    is_chair: Mapped[bool] = mapped_column(server_default=text("false"))
    joined_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    left_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class AssignmentRow(Base):
    """An application that a member of its own call's committee is to review, unless they stand back (recusal)."""

    __tablename__ = "assignment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["application_id", "call_id"],
            ["application.id", "application.call_id"],
            name="fk_assignment_application_of_the_call",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["call_id", "account_id"],
            ["committee_member.call_id", "committee_member.account_id"],
            name="fk_assignment_to_a_member_of_the_committee",
            onupdate="CASCADE",
        ),
        CheckConstraint("(recused_at IS NULL) = (recusal_reason IS NULL)", name="recusal_says_why"),
        Index("ix_assignment_account", "account_id"),
        Index("ix_assignment_call", "call_id", "account_id"),
    )

    application_id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    call_id: Mapped[UUID]
    assigned_by: Mapped[str] = mapped_column(Text)
    assigned_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    due_on: Mapped[date | None]
    recused_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    recusal_reason: Mapped[str | None] = mapped_column(Text)


class ConflictOfInterestRow(Base):
    """A reason why somebody must know nothing of what is thought of an application, until it is dismissed.

    Triggers find those of kinds `organisation`, `partner` and `address_domain`, and take back those that hold no more.
    `evidence` is a list of what they found, in a fixed order; more of it than was dismissed opens the conflict again.
    """

    __tablename__ = "conflict_of_interest"
    __table_args__ = (
        UniqueConstraint("application_id", "account_id", "kind"),
        one_of("kind", domain.KINDS),
        CheckConstraint("jsonb_typeof(evidence) = 'array'", name="evidence_is_a_list"),
        CheckConstraint(
            f"(declared_by IS NOT NULL) = (kind IN ({', '.join(repr(kind) for kind in domain.TOLD_KINDS)}))",
            name="told_by_somebody",
        ),
        CheckConstraint(
            "(dismissed_at IS NULL) = (dismissed_by IS NULL) AND (dismissed_at IS NULL) = (dismissal_reason IS NULL)",
            name="dismissal_whole",
        ),
        CheckConstraint("length(btrim(dismissal_reason)) > 0", name="dismissal_says_why"),
        CheckConstraint("dismissed_by <> account_id::text", name="not_dismissed_by_oneself"),
        Index("ix_conflict_of_interest_account", "account_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    account_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(Text)
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    declared_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)
    declared_by: Mapped[str | None] = mapped_column(Text)
    dismissed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    dismissed_by: Mapped[str | None] = mapped_column(Text)
    dismissal_reason: Mapped[str | None] = mapped_column(Text)


class ReviewRow(Base):
    """What somebody thinks of an application that was assigned to them; a draft until it is submitted.

    Triggers refuse one from whoever has a conflict there, stood back or left the committee, and any change once the
    application is decided.
    """

    __tablename__ = "review"
    __table_args__ = (
        ForeignKeyConstraint(
            ["application_id", "account_id"],
            ["assignment.application_id", "assignment.account_id"],
            name="fk_review_of_an_assignment",
            onupdate="CASCADE",
        ),
        one_of("recommendation", domain.RECOMMENDATIONS),
        CheckConstraint("length(comment) <= 20000", name="comment_length"),
        Index("ix_review_account", "account_id"),
    )

    application_id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    comment: Mapped[str] = mapped_column(Text, server_default="")
    recommendation: Mapped[str | None] = mapped_column(Text)
    submitted_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    version: Mapped[int] = mapped_column(server_default="1")
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=_NOW)


class ReviewScoreRow(Base):
    """A score from 0 to the criterion's scale; a trigger holds the scale, and that the criterion is of the call."""

    __tablename__ = "review_score"
    __table_args__ = (
        ForeignKeyConstraint(
            ["application_id", "account_id"],
            ["review.application_id", "review.account_id"],
            name="fk_review_score_review",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        CheckConstraint("score >= 0", name="score_not_negative"),
        Index("ix_review_score_criterion", "criterion_id"),
    )

    application_id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    criterion_id: Mapped[UUID] = mapped_column(ForeignKey("criterion.id"), primary_key=True)
    score: Mapped[int] = mapped_column(SmallInteger)
