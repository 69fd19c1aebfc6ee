"""The trace of merges: what moved, by whom, when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_members.tables import NEW_ID, Base


class OrganisationMergeRow(Base):
    """One organisation went into another. `moved` holds the ids of the rows that changed hands, by table; `closed`
    those that the other had already; `filled` the names of the fields that the other lacked. No name, no address.
    """

    __tablename__ = "organisation_merge"

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    from_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), unique=True)
    into_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    merged_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    # Null: the agency's command did it.
    merged_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    moved: Mapped[dict[str, list[str]]] = mapped_column(JSONB)
    closed: Mapped[dict[str, list[str]]] = mapped_column(JSONB)
    filled: Mapped[list[str]] = mapped_column(JSONB)
