"""Tables of copies: the members service owns what they say."""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import Base


class OrganisationCopyRow(Base):
    """What accounts show of an organisation."""

    __tablename__ = "organisation_copy"

    organisation_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    merged_into: Mapped[UUID | None]
    version: Mapped[int] = mapped_column(BigInteger)


class MembershipCopyRow(Base):
    """What an account may do in an organisation. Without a role, they left: the version keeps old news out."""

    __tablename__ = "membership_copy"
    __table_args__ = (
        CheckConstraint("role IN ('editor', 'administrator')", name="role_known"),
        Index("ix_membership_copy_organisation", "organisation_id"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(BigInteger)
