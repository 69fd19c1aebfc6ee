"""The place of a past edition's event."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any, Final

from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.opendatasoft.records import Said, items, point
from ombelle_events.feed.adapters.places import check_territory, read_place
from ombelle_events.feed.communes import CommuneIndex
from ombelle_events.feed.domain import RowRejected, SourcePlace

ARCHIVED: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""An archive does not say when a place was last looked at: whatever a living agenda says of it counts more."""

_LOCATION: Final = {
    "uid": "place_uid",
    "name": "place_name",
    "address": "place_address",
    "postalCode": "place_postal_code",
    "insee": "place_insee",
    "city": "place_city",
    "department": "place_department",
    "region": "place_region",
    "phone": "place_phone",
    "website": "place_website",
    "access": "place_access",
}


def read_archived_place(
    said: Said,
    geometry: Any,
    communes: CommuneIndex,
    departments: Collection[str] | None,
    mode_of: Callable[..., str],
) -> tuple[SourcePlace | None, str, tuple[str, ...]]:
    """The place, how to attend, and notes on what was mended.

    Raises:
        RowRejected: the place lies outside the departments.

    """
    location = _location(said, geometry)
    place, notes = read_place(location, communes)
    mode = mode_of(said, has_place=place is not None)
    try:
        check_territory(place, location, communes, online=mode == "online", departments=departments)
    except RowRejected as refusal:
        raise RowRejected(
            refusal.reason, said.pointer("place_department", "place_city", "territory_path", "place_name")
        ) from refusal
    return place, mode, notes


def _location(said: Said, geometry: Any) -> dict[str, Any]:
    """The columns as OpenAgenda v2 gives a place, for the same reader."""
    location: dict[str, Any] = {key: said.text(target, 1000) for key, target in _LOCATION.items()}
    # « Hauts-de-France>Nord>Vieux-Berquin »
    path = [part.strip() for part in next(items(said["territory_path"]), "").split(">")]
    for key, part in zip(("region", "department", "city"), path, strict=False):
        location[key] = location[key] or part
    if not any(location.values()):
        return {}
    return (
        location
        | point(said["place_point"], geometry)
        | {
            "countryCode": _country(said.text("place_country", 100)),
            "updatedAt": ARCHIVED.isoformat(),
        }
    )


def _country(said: str | None) -> str | None:
    if said is None or texts.fold(said).startswith("france"):
        return "FR"
    return said
