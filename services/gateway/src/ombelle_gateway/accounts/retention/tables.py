"""Who was told that their account sleeps."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, DateTime, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import Base


class SleepNoticeRow(Base):
    """The day from which an account that sleeps may be erased: told by mail, and void once they sign in."""

    __tablename__ = "sleep_notice"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    noticed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    erased_on: Mapped[date] = mapped_column(Date)
