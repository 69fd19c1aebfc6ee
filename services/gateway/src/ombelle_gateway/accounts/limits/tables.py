"""The table of attempts that count towards a limit."""

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Identity, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import Base


class LimitHitRow(Base):
    """One attempt. The key is a digest: whose it was cannot be read."""

    __tablename__ = "limit_hit"
    __table_args__ = (
        Index("ix_limit_hit_key", "key", "at"),
        Index("ix_limit_hit_expires", "expires_at"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
