from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Text, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.tables import NEW_ID, Base, at_most


class CatalogueEditionRow(Base):
    """The common catalogue as it stood when it was frozen. A trigger refuses every change (`edition_is_frozen`)."""

    __tablename__ = "catalogue_edition"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("number > 0", name="number_positive"),
        at_most("title", 200),
        CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256_shape"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    sha256: Mapped[str] = mapped_column(Text)
    items: Mapped[int]
    lenders: Mapped[int]
    frozen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
