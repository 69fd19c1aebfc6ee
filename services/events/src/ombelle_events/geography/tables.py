from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.tables import Base


class DepartmentRow(Base):
    """A department of the territory, with its outline (GeoJSON geometry, WGS 84)."""

    __tablename__ = "department"

    code: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    outline: Mapped[dict[str, object]] = mapped_column(JSONB)


class EpciRow(Base):
    """An intercommunality (établissement public de coopération intercommunale), by its SIREN."""

    __tablename__ = "epci"

    code: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)


class CommuneRow(Base):
    """A current commune: the key of places is its INSEE code, never a postal code, which many share."""

    __tablename__ = "commune"
    __table_args__ = (
        CheckConstraint("insee ~ '^[0-9][0-9AB][0-9]{3}$'", name="insee_shape"),
        CheckConstraint("population >= 0", name="population_not_negative"),
        CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="point_on_earth"
        ),
        CheckConstraint(
            "point_source IN ('town', 'postal_code', 'epci', 'department')", name="point_source_known"
        ),
        Index("ix_commune_folded_name", "folded_name"),
        Index("ix_commune_postal_codes", "postal_codes", postgresql_using="gin"),
    )

    insee: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    folded_name: Mapped[str] = mapped_column(Text)
    department_code: Mapped[str] = mapped_column(ForeignKey("department.code"), index=True)
    epci_code: Mapped[str | None] = mapped_column(ForeignKey("epci.code"), index=True)
    population: Mapped[int]
    postal_codes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    former_codes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    latitude: Mapped[float]
    longitude: Mapped[float]
    point_source: Mapped[str] = mapped_column(Text)
