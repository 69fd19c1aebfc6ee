"""The table of sign-in sessions. One that ended has no row: the audit log says that it was."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, LargeBinary, Text
from sqlalchemy.dialects.postgresql import CIDR
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import NEW_ID, NOW, Base


class SessionRow(Base):
    """A browser in which somebody is signed in."""

    __tablename__ = "sign_in_session"
    __table_args__ = (
        CheckConstraint("method IN ('link', 'passkey', 'oidc', 'demo')", name="method_known"),
        CheckConstraint("length(token_hash) = 32", name="token_hash_is_sha256"),
        Index("ix_sign_in_session_account", "account_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    method: Mapped[str] = mapped_column(Text)
    browser: Mapped[str | None] = mapped_column(Text)
    """Browser and system as people name them, not the header."""
    network: Mapped[str | None] = mapped_column(CIDR)
    """Where it was opened from, cut so that it names no household."""
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    last_used_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
