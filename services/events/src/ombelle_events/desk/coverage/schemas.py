from pydantic import BaseModel, Field


class AreaCoverage(BaseModel):
    """A department or an intercommunality, and how much is there."""

    code: str
    name: str
    communes: int
    communes_with_applications: int
    communes_with_events: int
    communes_without: int = Field(description="Communes with neither.")
    applications: int
    events: int


class CommuneCoverage(BaseModel):
    """A commune, and how much is there."""

    insee: str
    name: str
    department: str
    epci: str | None
    latitude: float
    longitude: float
    applications: int
    events: int


class Coverage(BaseModel):
    """Where the applications of a call and the published events of its edition are: every commune of the territory."""

    edition: int
    without_place: int = Field(description="Applications that name no commune of the territory.")
    departments: list[AreaCoverage]
    epcis: list[AreaCoverage]
    communes: list[CommuneCoverage]
