"""The table of sign-in links."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, LargeBinary, SmallInteger, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import NEW_ID, NOW, Base


class SignInLinkRow(Base):
    """A link sent to an address, whether somebody has an account there or not."""

    __tablename__ = "sign_in_link"
    __table_args__ = (
        CheckConstraint("locale IN ('fr', 'en')", name="locale_known"),
        CheckConstraint("next ~ '^/' AND next !~ '^//'", name="next_is_local"),
        Index("ix_sign_in_link_browser", "browser_hash"),
        Index("ix_sign_in_link_expires", "expires_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    browser_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Of the cookie of the browser that asked; null: any browser (an operator's link)."""
    email: Mapped[str] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text)
    next: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    spent_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    wrong_codes: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
