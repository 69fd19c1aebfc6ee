"""What a reader may ask of the agenda."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sort = Literal["date", "relevance", "distance"]

DEFAULT_LIMIT = 50
MAX_LIMIT = 300
DEFAULT_RADIUS_KM = 20.0
MAX_RADIUS_KM = 200.0


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """A rectangle in degrees; it does not cross the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """One question to the agenda. Days are civil days in Paris, both included; several values of one filter
    widen the answer, except `accessibility`, whose needs must all be met. An absent filter is empty or None.
    """

    first_day: date
    last_day: date | None = None
    q: str | None = None
    near: Point | None = None
    near_commune: str | None = None
    radius_km: float = DEFAULT_RADIUS_KM
    bbox: BoundingBox | None = None
    department: tuple[str, ...] = ()
    commune: tuple[str, ...] = ()
    epci: tuple[str, ...] = ()
    commune_size: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    school_level: tuple[str, ...] = ()
    activity_type: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    age: int | None = None
    accessibility: tuple[str, ...] = ()
    free: bool | None = None
    status: tuple[str, ...] = ()
    edition: int | None = None
    holder: str | None = None
    structure: tuple[str, ...] = ()
    sort: Sort = "date"
    limit: int = DEFAULT_LIMIT
    after: str | None = None
