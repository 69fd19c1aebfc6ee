"""The table by which imports know organisations again."""

from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.tables import Base, at_most


class OrganisationReferenceRow(Base):
    """What imports call an organisation of the directory: `org-0103` in their files."""

    __tablename__ = "organisation_reference"
    __table_args__ = (at_most("external_id", 100),)

    external_id: Mapped[str] = mapped_column(Text, primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation_copy.organisation_id"), index=True)
