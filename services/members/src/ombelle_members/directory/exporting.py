"""The directory as files that anybody may take: CSV, GeoJSON. Plain Python."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any, Final

_COLUMNS: Final = (
    "id", "name", "kind", "address", "postal_code", "commune_insee", "commune_name", "department", "latitude",
    "longitude", "website", "email", "phone", "description", "themes", "offers", "url", "updated_at",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_of(entries: Iterable[Mapping[str, Any]], pages: str) -> bytes:
    """Return organisations as CSV in UTF-8, with a mark that spreadsheets know it by; `pages` is where their pages are."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(one, name, pages) for name in _COLUMNS] for one in entries)
    return written.getvalue().encode("utf-8-sig")


def geojson_of(entries: Iterable[Mapping[str, Any]], pages: str) -> bytes:
    """Return the organisations that have a place, as a FeatureCollection (RFC 7946)."""
    features = [
        {
            "type": "Feature",
            "id": one["id"],
            "geometry": {"type": "Point", "coordinates": [one["longitude"], one["latitude"]]},
            "properties": {
                **{name: value for name, value in one.items() if name not in {"latitude", "longitude"}},
                "url": pages + one["slug"],
            },
        }
        for one in entries
        if one["latitude"] is not None
    ]
    return json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
    ).encode()


def _cell(entry: Mapping[str, Any], name: str, pages: str) -> str:
    value = pages + entry["slug"] if name == "url" else entry[name]
    if isinstance(value, int | float):
        return str(value)
    text = " ".join(value) if isinstance(value, list) else value or ""
    return f"'{text}" if text.startswith(_FORMULA) else text  # no spreadsheet reckons what somebody typed
