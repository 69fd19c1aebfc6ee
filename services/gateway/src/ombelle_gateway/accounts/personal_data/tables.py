"""Receipts of erasures."""

from datetime import datetime

from sqlalchemy import ARRAY, DateTime, Text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import Base


class ErasureRow(Base):
    """A receipt. It says that an erasure took place and where, and nothing of whom."""

    __tablename__ = "erasure"

    number: Mapped[str] = mapped_column(Text, primary_key=True)
    erased_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    services: Mapped[list[str]] = mapped_column(ARRAY(Text))
