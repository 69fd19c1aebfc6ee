"""Tables of passkeys, and of the challenges that their ceremonies answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, LargeBinary, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import NEW_ID, NOW, Base


class PasskeyRow(Base):
    """A credential that an account signs in by: its public key, and how often it says that it signed."""

    __tablename__ = "passkey"
    __table_args__ = (
        CheckConstraint("length(btrim(name)) BETWEEN 1 AND 100", name="name_length"),
        CheckConstraint("length(credential_id) BETWEEN 1 AND 1023", name="credential_id_length"),
        CheckConstraint("sign_count >= 0", name="sign_count_positive"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    transports: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'::text[]"))
    is_synchronised: Mapped[bool]
    name: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    last_used_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class PasskeyChallengeRow(Base):
    """A challenge that was given out and not answered yet.

    One for a new passkey belongs to a session, one for signing in to the browser that holds the cookie of this digest.
    """

    __tablename__ = "passkey_challenge"
    __table_args__ = (
        CheckConstraint("(session_id IS NULL) <> (browser_digest IS NULL)", name="of_one_asker"),
    )

    challenge: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("sign_in_session.id", ondelete="CASCADE"), index=True
    )
    browser_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
