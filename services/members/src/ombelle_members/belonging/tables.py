"""How people come to an organisation: invited by it, or asking to join."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, LargeBinary, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_members.belonging.domain import INVITATION_STATES, JOIN_REQUEST_STATES
from ombelle_members.tables import NEW_ID, Base, at_most, one_of
from ombelle_members.vocabulary import ROLES


class InvitationRow(Base):
    """An invitation by e-mail, for whoever's account has that very address. Its token is only known by its digest;
    of an erased address nothing is left but that somebody was invited.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        one_of("role", ROLES),
        one_of("state", INVITATION_STATES),
        at_most("message", 2000),
        at_most("email", 254),
        CheckConstraint("locale IN ('fr', 'en')", name="locale_known"),
        CheckConstraint("(email IS NULL) = (email_digest IS NULL)", name="email_with_its_digest"),
        CheckConstraint("email IS NOT NULL OR state <> 'waiting'", name="waiting_has_an_address"),
        CheckConstraint("state <> 'waiting' OR token_digest IS NOT NULL", name="token_while_waiting"),
        CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name="settled_whole"),
        CheckConstraint("state <> 'accepted' OR accepted_by IS NOT NULL", name="accepted_by_somebody"),
        Index(
            "uq_invitation_waiting", "organisation_id", "email_digest", unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("uq_invitation_token_digest", "token_digest", unique=True),
        Index("ix_invitation_email_digest", "email_digest"),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    email: Mapped[str | None] = mapped_column(Text)
    email_digest: Mapped[str | None] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    message: Mapped[str | None] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text, server_default="fr")
    token_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(Text, server_default="waiting")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    accepted_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)


class JoinRequestRow(Base):
    """Somebody asks to act for an organisation; its administrators or the coordination decide."""

    __tablename__ = "join_request"
    __table_args__ = (
        one_of("state", JOIN_REQUEST_STATES),
        one_of("role", ROLES),
        at_most("message", 2000),
        at_most("reason", 2000),
        CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name="settled_whole"),
        CheckConstraint("(state = 'accepted') = (role IS NOT NULL)", name="accepted_with_a_role"),
        Index(
            "uq_join_request_waiting", "person_id", "organisation_id", unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix_join_request_waiting", "id", postgresql_where=text("state = 'waiting'")),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    message: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, server_default="waiting")
    role: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    settled_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
