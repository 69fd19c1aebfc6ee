"""Tables of the accounts themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, LargeBinary, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import NEW_ID, NOW, Base


class AccountRow(Base):
    """Somebody who may sign in. An erased account has no row."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(r"email ~ '^[!-?A-~]+@[!-?A-~]+$' AND length(email) <= 254", name="email_is_ascii"),
        CheckConstraint(
            r"length(name) BETWEEN 1 AND 100 AND name !~ '[[:cntrl:]]'", name="name_is_short_text"
        ),
        CheckConstraint("locale IN ('fr', 'en')", name="locale_known"),
        Index("uq_account_email", text("lower(email)"), unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    email: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text, server_default="fr")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    suspended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    demo_key: Mapped[str | None] = mapped_column(Text, unique=True)
    """Which person of the demo this is; null for everybody real."""
    version: Mapped[int] = mapped_column(server_default=text("1"))


class EmailChangeRow(Base):
    """The address that an account wants to have, until it is confirmed from there."""

    __tablename__ = "email_change"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    email: Mapped[str] = mapped_column(Text)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
