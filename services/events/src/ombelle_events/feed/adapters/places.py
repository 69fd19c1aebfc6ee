"""A place as OpenAgenda gives it: its point mended, its commune found, its words cleaned."""

import hashlib
import math
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.timings import instant
from ombelle_events.feed.communes import FAR_KM, CommuneIndex, department_of, distance_km, postal_digits
from ombelle_events.feed.domain import RowRejected, SourcePlace

Point = tuple[float, float]

# Where metropolitan France lies: a point outside it that is inside once turned round was written backwards.
_FRANCE = ((41.0, 51.6), (-5.6, 10.0))


def read_place(raw: Any, communes: CommuneIndex) -> tuple[SourcePlace | None, tuple[str, ...]]:
    """The place of a row, with notes on what was mended; `None` when nothing usable is said."""
    if not isinstance(raw, Mapping) or not raw:
        return None, ()
    point = _point(raw)
    insee, city = _word(raw, "insee"), _word(raw, "city") or _word(raw, "adminLevel4")
    department = _word(raw, "department") or _word(raw, "adminLevel2")
    postal_code = postal_digits(_word(raw, "postalCode")) or _word(raw, "postalCode")
    commune = communes.find(
        insee=insee, postal_code=postal_code, city=city, department=department, point=point
    )
    notes: list[str] = []
    if commune is not None and point is not None:
        point, moved = _plausible(point, (commune.latitude, commune.longitude))
        notes += moved
    address = texts.line(_text(raw, "address"), 255)
    name = texts.line(texts.in_french(raw.get("name")), 200) or address or city
    if name is None:
        return None, ()
    known = commune.department if commune else department_of(insee) or communes.department_named(department)
    place = SourcePlace(
        external_id=_external_id(raw, name, address, city),
        name=name,
        address=address,
        postal_code=postal_code,
        city=commune.name if commune and not city else city,
        insee=commune.insee if commune else None,
        department=known or (department and texts.fold(department)),
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        phone=texts.phone(raw.get("phone")),
        email=texts.email(raw.get("email")),
        website=texts.url(raw.get("website")),
        access=texts.line(texts.in_french(raw.get("access")), 1000),
        updated_at=_updated(raw),
    )
    return place, tuple(notes)


def check_territory(
    place: SourcePlace | None,
    raw: Any,
    communes: CommuneIndex,
    *,
    online: bool,
    departments: Collection[str] | None,
) -> None:
    """Refuse a place that is known to lie outside the feed's departments; what happens online passes.

    Raises:
        RowRejected: the place lies elsewhere, or its town is none of the territory's.

    """
    if departments is None or online or place is None or place.department in departments:
        return
    in_france = _word(raw, "countryCode") in (None, "FR")
    if place.department is None and in_france and (place.city is None or communes.has_name(place.city)):
        return  # nothing says where, or which of our homonyms: not known to be outside
    where = (
        ", ".join(w for w in (place.city, _word(raw, "department"), _word(raw, "region")) if w) or place.name
    )
    raise RowRejected(f"hors du territoire du flux : {where}", "/location")


def _word(raw: Any, key: str) -> str | None:
    return texts.line(_text(raw, key), 200) if isinstance(raw, Mapping) else None


def _text(raw: Mapping[str, Any], key: str) -> str | None:
    value = texts.in_french(raw.get(key))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _point(raw: Mapping[str, Any]) -> Point | None:
    latitude, longitude = _number(raw.get("latitude")), _number(raw.get("longitude"))
    if latitude is None or longitude is None or (abs(latitude) < 0.01 and abs(longitude) < 0.01):
        return None
    if not _in_france(latitude, longitude) and _in_france(longitude, latitude):
        latitude, longitude = longitude, latitude
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        return None
    return round(number, 6) if math.isfinite(number) else None


def _in_france(latitude: float, longitude: float) -> bool:
    (south, north), (west, east) = _FRANCE
    return south <= latitude <= north and west <= longitude <= east


def _plausible(point: Point, commune: Point) -> tuple[Point | None, list[str]]:
    if distance_km(*point, *commune) <= FAR_KM:
        return point, []
    if distance_km(point[1], point[0], *commune) <= FAR_KM:
        return (point[1], point[0]), ["latitude et longitude étaient inversées"]
    return None, ["le point est trop loin de la commune, laissé de côté"]


def _external_id(raw: Mapping[str, Any], name: str, address: str | None, city: str | None) -> str:
    uid = raw.get("uid")
    if isinstance(uid, int | str) and not isinstance(uid, bool) and str(uid).strip().isdigit():
        return str(int(uid))
    words = "|".join(texts.fold(w or "") for w in (name, address, city))
    return f"words-{hashlib.sha256(words.encode()).hexdigest()[:20]}"


def _updated(raw: Mapping[str, Any]) -> datetime | None:
    moment = instant(raw.get("updatedAt"), ZoneInfo("UTC"))
    return moment.astimezone(UTC) if moment else None
