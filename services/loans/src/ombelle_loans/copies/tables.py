"""Tables of copies: the service members owns what they say."""

from uuid import UUID

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Index, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.tables import Base, one_of


class OrganisationCopyRow(Base):
    """What this service shows and counts of an organisation.

    `name` and `kind` are null for one of which only a merge was heard yet. `merged_into` is the one that it became.
    """

    __tablename__ = "organisation_copy"
    __table_args__ = (
        CheckConstraint("merged_into <> organisation_id", name="not_into_itself"),
        CheckConstraint("(name IS NULL) = (kind IS NULL)", name="known_whole"),
        Index(
            "ix_organisation_copy_merged_into",
            "merged_into",
            postgresql_where=text("merged_into IS NOT NULL"),
        ),
    )

    organisation_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(Text)
    commune_insee: Mapped[str | None] = mapped_column(Text)
    commune_name: Mapped[str | None] = mapped_column(Text)
    department: Mapped[str | None] = mapped_column(Text)
    is_public: Mapped[bool] = mapped_column(Boolean, server_default=false())
    merged_into: Mapped[UUID | None]
    version: Mapped[int] = mapped_column(BigInteger)


class MembershipCopyRow(Base):
    """What an account may do for an organisation. Without a role, they left: the version keeps old news out."""

    __tablename__ = "membership_copy"
    __table_args__ = (
        one_of("role", ("editor", "administrator")),
        Index("ix_membership_copy_organisation_id", "organisation_id"),
    )

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(BigInteger)
