"""The table of the agency's roles; who gave and took them is in the audit log."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.roles.domain import ROLES
from ombelle_gateway.accounts.tables import NOW, Base

_LISTED = ", ".join(f"'{role}'" for role in ROLES)


class AccountRoleRow(Base):
    """A role that an account has. The last administrator's cannot be taken (a trigger says so)."""

    __tablename__ = "account_role"
    __table_args__ = (
        CheckConstraint(f"role IN ({_LISTED})", name="role_known"),
        Index("ix_account_role_role", "role"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(Text, primary_key=True)
    given_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    given_by: Mapped[str] = mapped_column(Text)
