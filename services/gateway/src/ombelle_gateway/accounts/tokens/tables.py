"""The table of programs' tokens."""

from datetime import date, datetime
from uuid import UUID

from ombelle_contracts.scopes import SCOPES
from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import NEW_ID, NOW, Base

_LISTED = ", ".join(f"'{name}'" for name in SCOPES)


class ApiTokenRow(Base):
    """A token of an organisation's program, and who made it. Ended ones are kept: they say who had access when.

    `expires_on` is a civil day in Paris, the last one that the token serves on.
    """

    __tablename__ = "api_token"
    __table_args__ = (
        CheckConstraint("length(digest) = 32", name="digest_is_sha256"),
        CheckConstraint("length(btrim(name)) BETWEEN 1 AND 100", name="name_length"),
        CheckConstraint(
            f"cardinality(scopes) > 0 AND scopes <@ ARRAY[{_LISTED}]::text[]", name="scopes_known"
        ),
        CheckConstraint(
            "expires_on <= ((created_at AT TIME ZONE 'Europe/Paris')::date + interval '1 year')::date",
            name="one_year_at_most",
        ),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_by_somebody"),
        Index("ix_api_token_organisation_id_id", "organisation_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    prefix: Mapped[str] = mapped_column(Text, unique=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    name: Mapped[str] = mapped_column(Text)
    organisation_id: Mapped[UUID]  # owned by members
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    expires_on: Mapped[date]
    last_used_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    noticed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_by: Mapped[str | None] = mapped_column(Text)
