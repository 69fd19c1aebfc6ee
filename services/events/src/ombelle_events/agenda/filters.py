"""The one parser of the agenda's filters: list, facets and every later export read the same words.

Unknown names and values are refused with a pointer, never guessed or clamped: a truncated answer looks complete.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_chassis.errors import FieldError, InvalidInput

from ombelle_events.agenda.domain import (
    DEFAULT_LIMIT,
    MAX_LIMIT,
    MAX_RADIUS_KM,
    AgendaFilter,
    BoundingBox,
    Point,
)
from ombelle_events.programme import vocabulary

PARIS: Final = ZoneInfo("Europe/Paris")
# What a caller may send at most for one value: beyond it nothing sensible is being asked.
MAX_TEXT: Final = 200
INSEE: Final = re.compile(r"[0-9][0-9AB][0-9]{3}")


class Refused(Exception):
    """A value that cannot be understood: a code for programs, a French sentence for people."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Parameter:
    """One filter: how its text is read, and what its documentation says."""

    name: str
    read: Callable[[list[str]], Any]
    schema: Mapping[str, Any]
    summary: str
    paging: bool = False
    """Whether it only chooses a page or an order: facets refuse it."""


def _single(values: list[str]) -> str:
    if len(values) > 1:
        raise Refused("repeated", "Ce filtre ne prend qu'une valeur.")
    return values[0].strip()


def _text(values: list[str]) -> str | None:
    text = _single(values)
    if len(text) > MAX_TEXT:
        raise Refused("too_long", f"{MAX_TEXT} caractères au plus.")
    if "\x00" in text:
        raise Refused("invalid_text", "Ce texte contient un caractère interdit.")
    return text or None


def _several(values: Iterable[str]) -> tuple[str, ...]:
    """Split on commas and repetition alike; order does not matter, so that equal questions are equal."""
    parts = {part.strip() for value in values for part in value.split(",")}
    if "" in parts:
        raise Refused("empty_value", "Il manque une valeur près d'une virgule.")
    return tuple(sorted(parts))


def _codes(known: Iterable[str]) -> Callable[[list[str]], tuple[str, ...]]:
    allowed = tuple(known)

    def read(values: list[str]) -> tuple[str, ...]:
        chosen = _several(values)
        for code in chosen:
            if code not in allowed:
                raise Refused(
                    "unknown_value", f"« {code[:60]} » n'existe pas ; choisissez parmi {', '.join(allowed)}."
                )
        return chosen

    return read


def _matching(pattern: str, what: str) -> Callable[[list[str]], tuple[str, ...]]:
    def read(values: list[str]) -> tuple[str, ...]:
        chosen = _several(values)
        for code in chosen:
            if not re.fullmatch(pattern, code):
                raise Refused("invalid_format", f"« {code[:60]} » n'est pas {what}.")
        return chosen

    return read


def _day(values: list[str]) -> date:
    text = _single(values)
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("invalid_date", "Donnez un jour comme 2027-10-02.") from None


def _number(values: list[str]) -> float:
    try:
        number = float(_single(values))
    except ValueError:
        raise Refused("invalid_number", "Donnez un nombre.") from None
    if not math.isfinite(number):
        raise Refused("invalid_number", "Donnez un nombre.")
    return number


def _integer(low: int, high: int) -> Callable[[list[str]], int]:
    def read(values: list[str]) -> int:
        text = _single(values)
        if not re.fullmatch(r"-?[0-9]{1,9}", text) or not low <= int(text) <= high:
            raise Refused("out_of_range", f"Donnez un nombre entier de {low} à {high}.")
        return int(text)

    return read


def _radius(values: list[str]) -> float:
    radius = _number(values)
    if not 1 <= radius <= MAX_RADIUS_KM:
        raise Refused("out_of_range", f"Donnez une distance de 1 à {MAX_RADIUS_KM:.0f} km.")
    return radius


def _degrees(text: str, count: int) -> list[float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(math.isfinite(n) and -180 <= n <= 180 for n in numbers):
        raise Refused("invalid_point", f"Donnez {count} nombres en degrés, séparés par des virgules.")
    return numbers


def _near(values: list[str]) -> Point | str:
    text = _single(values)
    if INSEE.fullmatch(text):
        return text
    latitude, longitude = _degrees(text, 2)
    if abs(latitude) > 90:
        raise Refused("invalid_point", "La latitude vient d'abord, entre -90 et 90 : 49.894,2.302.")
    return Point(latitude, longitude)


def _bbox(values: list[str]) -> BoundingBox:
    west, south, east, north = _degrees(_single(values), 4)
    if south > north or west > east or abs(south) > 90 or abs(north) > 90:
        raise Refused("invalid_box", "Donnez ouest,sud,est,nord, en degrés.")
    return BoundingBox(west, south, east, north)


def _boolean(values: list[str]) -> bool:
    text = _single(values)
    if text not in {"true", "false"}:
        raise Refused("invalid_boolean", "Donnez true ou false.")
    return text == "true"


def _choice(*allowed: str) -> Callable[[list[str]], str]:
    def read(values: list[str]) -> str:
        text = _single(values)
        if text not in allowed:
            raise Refused("unknown_value", f"Choisissez parmi {', '.join(allowed)}.")
        return text

    return read


def _list_of(codes: Iterable[str]) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string", "enum": list(codes)}}


_STRINGS: Final = {"type": "array", "items": {"type": "string"}}
_ONE_STRING: Final = {"type": "string", "maxLength": MAX_TEXT}
_ONE_DAY: Final = {"type": "string", "format": "date"}


def _vocabulary(name: str, codes: Iterable[str], summary: str) -> Parameter:
    return Parameter(name, _codes(codes), _list_of(codes), summary)


PARAMETERS: Final[Mapping[str, Parameter]] = {
    parameter.name: parameter
    for parameter in (
        Parameter("q", _text, _ONE_STRING, "Words to find, in French; accents and small typing errors are forgiven."),
        Parameter("from", _day, _ONE_DAY, "First day, in Paris, included; today when absent."),
        Parameter("to", _day, _ONE_DAY, "Last day, in Paris, included; no end when absent."),
        Parameter("department", _matching(r"[0-9][0-9AB][0-9]?", "un département"), _STRINGS, "Department codes."),
        Parameter("commune", _matching(INSEE.pattern, "un code INSEE"), _STRINGS, "INSEE codes of communes."),
        Parameter("epci", _matching(r"[0-9]{9}", "un SIREN d'intercommunalité"), _STRINGS, "SIREN of intercommunalities."),
        _vocabulary("commune_size", vocabulary.COMMUNE_SIZES, "Classes of commune by population."),
        Parameter("near", _near, _ONE_STRING, "A point `latitude,longitude`, or the INSEE code of a commune."),
        Parameter(
            "radius_km", _radius, {"type": "number", "minimum": 1, "maximum": MAX_RADIUS_KM, "default": 20},
            "Distance from `near`, in kilometres as the crow flies.",
        ),
        Parameter("bbox", _bbox, _ONE_STRING, "Rectangle `west,south,east,north`, in degrees."),
        _vocabulary("audience", vocabulary.AUDIENCES, "Audiences welcomed."),
        _vocabulary("school_level", vocabulary.SCHOOL_LEVELS, "School levels welcomed."),
        _vocabulary("activity_type", vocabulary.ACTIVITY_TYPES, "Types of activity."),
        _vocabulary("theme", vocabulary.THEMES, "Themes."),
        Parameter(
            "age", _integer(0, 120), {"type": "integer", "minimum": 0, "maximum": 120},
            "An age welcomed, in years; events that say nothing welcome all.",
        ),
        _vocabulary("accessibility", vocabulary.ACCESSIBILITY, "Needs that must all be met."),
        Parameter("free", _boolean, {"type": "boolean"}, "Free of charge, or not."),
        _vocabulary("status", vocabulary.STATUSES, "Statuses."),
        Parameter(
            "edition", _integer(1991, 2199), {"type": "integer", "minimum": 1991, "maximum": 2199},
            "Year of the edition.",
        ),
        Parameter("holder", _text, _ONE_STRING, "Name of the organisation that holds the event."),
        _vocabulary("structure", vocabulary.STRUCTURES, "Single events, or umbrellas."),
        Parameter(
            "sort", _choice("date", "relevance", "distance"),
            {"type": "string", "enum": ["date", "relevance", "distance"], "default": "date"},
            "Order; relevance needs `q`, distance needs `near`.", paging=True,
        ),
        Parameter(
            "limit", _integer(1, MAX_LIMIT),
            {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
            "How many items.", paging=True,
        ),
        Parameter("after", _single, {"type": "string"}, "The `next` of the page before.", paging=True),
    )
}  # fmt: skip


def today_in_paris() -> date:
    """Return the civil day it is in Paris."""
    return datetime.now(PARIS).date()


def parse_filter(pairs: Iterable[tuple[str, str]], *, today: date, paging: bool = True) -> AgendaFilter:
    """Read a query string's pairs into a filter.

    An empty value is as if absent, so that a form may send its empty fields.

    Raises:
        InvalidInput: an unknown name or a value that cannot be understood; every fault is told at once.

    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    errors: list[FieldError] = []
    read: dict[str, Any] = {}
    for name, values in given.items():
        parameter = PARAMETERS.get(name)
        if parameter is None or (parameter.paging and not paging):
            errors.append(FieldError(f"/query/{name[:60]}", "unknown_parameter", "Ce filtre n'existe pas."))
            continue
        filled = [value for value in values if value.strip()]
        if not filled:
            continue
        try:
            read[name] = parameter.read(filled)
        except Refused as refused:
            errors.append(FieldError(f"/query/{name}", refused.code, refused.detail))
    errors += _disagreements(read, today)
    if errors:
        raise InvalidInput("Un filtre de la recherche n'est pas compris : corrigez-le.", errors=errors)
    return _as_filter(read, today)


def _disagreements(read: dict[str, Any], today: date) -> list[FieldError]:
    errors = []
    if read.get("to", date.max) < read.get("from", today):
        errors.append(FieldError("/query/to", "before_from", "La fin vient avant le début."))
    if read.get("sort") == "relevance" and not read.get("q"):
        errors.append(FieldError("/query/sort", "needs_q", "Trier par pertinence demande une recherche (q)."))
    if read.get("sort") == "distance" and "near" not in read:
        errors.append(FieldError("/query/sort", "needs_near", "Trier par distance demande un lieu (near)."))
    if "radius_km" in read and "near" not in read:
        errors.append(FieldError("/query/radius_km", "needs_near", "Une distance demande un lieu (near)."))
    return errors


def _as_filter(read: dict[str, Any], today: date) -> AgendaFilter:
    near = read.pop("near", None)
    return AgendaFilter(
        first_day=read.pop("from", today),
        last_day=read.pop("to", None),
        near=near if isinstance(near, Point) else None,
        near_commune=near if isinstance(near, str) else None,
        **read,
    )


def openapi_parameters(*, paging: bool) -> list[dict[str, Any]]:
    """Return the filters as OpenAPI query parameters."""
    return [
        {
            "name": parameter.name,
            "in": "query",
            "required": False,
            "allowEmptyValue": True,  # as a form sends what was not filled in
            "description": parameter.summary,
            "schema": dict(parameter.schema),
            **({"style": "form", "explode": False} if parameter.schema.get("type") == "array" else {}),
        }
        for parameter in PARAMETERS.values()
        if paging or not parameter.paging
    ]
