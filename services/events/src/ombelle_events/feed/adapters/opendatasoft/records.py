"""A record in whatever shape it came, its filled columns sorted by what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.opendatasoft.layouts import Layout
from ombelle_events.feed.domain import RowRejected

_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
_MOST_ITEMS: Final = 60


@dataclass(frozen=True, slots=True)
class Record:
    """The columns of one record. `fields` is the very object inside the row that came."""

    fields: dict[str, Any]
    geometry: Any = None
    dataset: str = ""


def unwrap(row: Any) -> Record | None:
    """The record in a row of API v1 (`{fields, geometry}`), v2.0 (`{record: {fields}}`) or v2.1 (flat), else `None`."""
    if not isinstance(row, dict):
        return None
    wrapped = row.get("record")
    inner: dict[str, Any] = wrapped if isinstance(wrapped, dict) else row
    fields = inner.get("fields")
    if isinstance(fields, dict):
        return Record(fields, inner.get("geometry"), str(row.get("datasetid") or ""))
    return Record(row)


@dataclass(slots=True)
class Said:
    """What the columns of a record say, by target; `strangers` are filled columns that nobody knows."""

    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    strangers: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, target: str) -> Any:
        return self.values.get(target)

    def text(self, target: str, limit: int) -> str | None:
        """The value as one plain line; numbers are written out."""
        value = self.values.get(target)
        if isinstance(value, list):
            value = next((item for item in value if item not in _EMPTY), None)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        return texts.line(_french(value), limit)

    def markup(self, target: str) -> str | None:
        """The value as it was written, in markdown or HTML."""
        value = _french(self.values.get(target))
        return value if isinstance(value, str) else None

    def labels(self, target: str) -> tuple[str, ...]:
        """The value as a list of labels, each once."""
        return texts.unique((texts.line(item, 300) for item in items(self.values.get(target))), _MOST_ITEMS)

    def pointer(self, *targets: str) -> str:
        """Where in the record a target was said, for whoever mends it."""
        return next((f"/{self.sources[target]}" for target in targets if target in self.sources), "")


def sort(fields: Mapping[str, Any], layout: Layout) -> Said:
    """Sort the filled columns of a record by what they say."""
    said = Said()
    ranks: dict[str, tuple[bool, int]] = {}
    for column, value in fields.items():
        if value in _EMPTY:
            continue
        role = layout.role(column)
        if role is None:
            said.strangers[column] = value
        elif role == "keep":
            said.kept[column] = value
        elif role not in ("ignore", "personal"):
            columns = layout.columns[role]
            foreign = layout.language(column) != "fr"
            rank = (foreign, columns.index(column) if column in columns else len(columns))
            if role not in ranks or rank < ranks[role]:
                ranks[role] = rank
                said.values[role], said.sources[role] = value, column
    return said


def _french(value: Any) -> Any:
    found = decoded(value)
    # A title may begin with a bracket and be no JSON for all that.
    return texts.in_french(found) if isinstance(found, dict) else value


def decoded(value: Any) -> Any:
    """The object that a text holds in JSON, as flat exports write objects; anything else as it is."""
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
    return value


def items(value: Any) -> Iterator[str]:
    """Each label of a column: a list in v2.1, « A|B|C » in v1. Labels hold commas, so commas divide nothing."""
    value = decoded(value)
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = texts.in_french(item.get("label", item))  # noqa: PLW2901 -- the same label, plainer
        if isinstance(item, str):
            yield from (part for part in item.split("|") if part.strip())
        elif isinstance(item, int | float):
            yield str(item)


def plain(value: Any) -> list[Any]:
    """What a column holds as plain values to keep, the same whichever way the lists of a record are written."""
    value = decoded(value)
    found: list[Any] = []
    for item in (value if isinstance(value, list) else [value])[:_MOST_ITEMS]:
        if isinstance(item, str):
            found += [word for part in item.split("|") if (word := texts.line(part, 300))]
        elif isinstance(item, bool | int | float):
            found.append(item)
    return found[:_MOST_ITEMS]


def point(value: Any, geometry: Any) -> dict[str, Any]:
    """Latitude and longitude: `{lon, lat}` in v2.1, `[lat, lon]` or « lat,lon » in v1, GeoJSON beside it."""
    value = decoded(value)
    if isinstance(value, str) and value.count(",") == 1:
        value = [part.strip() for part in value.split(",")]
    if isinstance(value, dict):
        return {
            "latitude": value.get("lat", value.get("latitude")),
            "longitude": value.get("lon", value.get("longitude")),
        }
    if isinstance(value, list) and len(value) == 2:
        return {"latitude": value[0], "longitude": value[1]}
    ends = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if isinstance(ends, list) and len(ends) >= 2:
        return {"latitude": ends[1], "longitude": ends[0]}
    return {}


def parse(raw: str | bytes) -> Record:
    """The record of a staged row. Raises RowRejected."""
    try:
        record = unwrap(orjson.loads(raw))
    except orjson.JSONDecodeError as error:
        raise RowRejected("la ligne est illisible") from error
    if record is None:
        raise RowRejected("la ligne n'est pas un objet JSON")
    return record
