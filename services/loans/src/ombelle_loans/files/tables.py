"""Files that people sent: what they are stands here, their bytes in the storage."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.tables import NEW_ID, Base, one_of

SCANS = ("skipped", "waiting", "clean", "infected")
"""What the virus scanner said of a file; `skipped` where there is none."""


class StoredFileRow(Base):
    """A file of a photograph, a document, a certificate… each of which names its own."""

    __tablename__ = "stored_file"
    __table_args__ = (
        UniqueConstraint("storage_key"),
        CheckConstraint("length(name) <= 200 AND btrim(name) <> ''", name="name_length"),
        CheckConstraint("size_bytes > 0", name="size_positive"),
        CheckConstraint("octet_length(sha256) = 32", name="sha256_length"),
        one_of("scan", SCANS),
        Index("ix_stored_file_waiting", "id", postgresql_where=text("scan = 'waiting'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    storage_key: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[bytes] = mapped_column(LargeBinary)
    scan: Mapped[str] = mapped_column(Text)
    uploaded_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
