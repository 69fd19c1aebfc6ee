"""The table of contributors' yearly returns."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, SmallInteger, Text, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.tables import NEW_ID, Base, at_most


class ContributorReturnRow(Base):
    """What a contributor tells of a year: how many loans of its items, for how many days. The agency has no id."""

    __tablename__ = "contributor_return"
    __table_args__ = (
        UniqueConstraint("organisation_id", "year", postgresql_nulls_not_distinct=True),
        CheckConstraint("year BETWEEN 1990 AND 2199", name="year_bounded"),
        CheckConstraint("num_nulls(loans, days, answered_at, answered_by) IN (0, 4)", name="answered_whole"),
        CheckConstraint(
            "loans BETWEEN 0 AND 100000 AND days BETWEEN loans AND 10000000 AND (loans > 0) = (days > 0)",
            name="counts_bounded",
        ),
        at_most("note", 2000),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation_copy.organisation_id"))
    year: Mapped[int] = mapped_column(SmallInteger)
    asked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    loans: Mapped[int | None]
    days: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    answered_by: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
