"""What is noted of an organisation: the team's follow-up, and people to talk to who have no account."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_members.tables import NEW_ID, Base, at_most


class NoteRow(Base):
    """A follow-up note of the agency's team, which the organisation never sees."""

    __tablename__ = "note"
    __table_args__ = (at_most("text", 10000),)

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    # Null: the agency's command wrote it.
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class ContactRow(Base):
    """Somebody of the organisation to talk to, with or without an account."""

    __tablename__ = "contact"
    __table_args__ = (
        at_most("name", 200),
        at_most("function", 200),
        at_most("email", 254),
        at_most("phone", 40),
        CheckConstraint("(email IS NULL) = (email_digest IS NULL)", name="email_with_its_digest"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    function: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    email_digest: Mapped[str | None] = mapped_column(Text, index=True)
    phone: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
