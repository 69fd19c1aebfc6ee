"""Persons: whoever has an account, by the name and address that the account has now."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, LargeBinary, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_members.tables import NEW_ID, Base


class PersonRow(Base):
    """Somebody. Made at the first sight of an account, named when the gateway tells of it, anonymous once erased:
    what they did keeps its row, which says nothing of them.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint(
            "erased_at IS NULL OR num_nonnulls(account_id, email, email_digest) = 0",
            name="erased_whole",
        ),
        CheckConstraint("(erased_at IS NULL) = (account_digest IS NULL)", name="erased_known_again"),
        CheckConstraint("(email IS NULL) = (email_digest IS NULL)", name="email_with_its_digest"),
        CheckConstraint("locale IN ('fr', 'en')", name="locale_known"),
        # Partial: a key that nothing can refer to, so that erasing waits for no reference to the row.
        Index(
            "uq_person_account_id", "account_id", unique=True, postgresql_where=text("account_id IS NOT NULL")
        ),
        Index("uq_person_account_digest", "account_digest", unique=True),
        Index("ix_person_email_digest", "email_digest"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    account_id: Mapped[UUID | None]  # owned by the gateway
    # Of the last `account.changed` that was applied; 0 while none has come.
    account_version: Mapped[int] = mapped_column(BigInteger, server_default="0")
    name: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    email_digest: Mapped[str | None] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text, server_default="fr")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    erased_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    # SHA-256 of an erased account's id: what is still told of it makes nobody again.
    account_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
