"""Which commune a place lies in, by what its source says: code, postal code and name, or point."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from ombelle_events.programme.plain_words import fold

NEAR_KM: Final = 6.0
"""A point this near to a commune's own point is taken to lie in it when nothing else is said."""

FAR_KM: Final = 60.0
"""A point farther than this from the commune it is said to lie in is wrong."""

_CEDEX = re.compile(r"\bcedex\b.*")
_DIGITS = re.compile(r"\b\d+\b")
_SAINT = re.compile(r"\bst(e?)\b")
_INSEE = re.compile(r"\d[\dAB]\d{3}")
_CELL: Final = 0.1


class Commune(NamedTuple):
    """A commune; its point may be a neighbour's (`exact` false), good enough to tell far from near."""

    insee: str
    name: str
    department: str
    postal_codes: tuple[str, ...]
    former_codes: tuple[str, ...]
    latitude: float
    longitude: float
    exact: bool


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points, on a sphere: within 0.5 % of the truth."""
    a1, a2, dlon = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    h = math.sin((a2 - a1) / 2) ** 2 + math.cos(a1) * math.cos(a2) * math.sin(dlon / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, h)))


@lru_cache(maxsize=8192)  # a region's communes, which every run that reads a row goes through
def city_words(city: str | None) -> str:
    """A town's name for comparing: « ST QUENTIN CEDEX 2 » and « Saint-Quentin » are one."""
    plain = _CEDEX.sub("", fold(city or ""))
    return " ".join(_SAINT.sub(r"saint\1", _DIGITS.sub("", plain)).split())


def postal_digits(code: str | None) -> str | None:
    """A postal code in its five digits: « 72 000 » is 72000; `None` when it has not five."""
    digits = "".join(c for c in code or "" if c.isdigit())
    return digits if len(digits) == 5 else None


def department_of(insee: str | None) -> str | None:
    """The department of an INSEE code, or `None` when it is not one."""
    if insee is None or not _INSEE.fullmatch(insee):
        return None
    return insee[:3] if insee.startswith(("97", "98")) else insee[:2]


class CommuneIndex:
    """The communes of the territory, about 2 MB for a region; a run fills it when it has a row to read."""

    def __init__(self, communes: Iterable[Commune] = (), departments: Iterable[tuple[str, str]] = ()) -> None:
        self._by_insee: dict[str, Commune] = {}
        self._former: dict[str, Commune] = {}
        self._by_name: dict[str, list[Commune]] = defaultdict(list)
        self._by_postal: dict[str, list[Commune]] = defaultdict(list)
        self._cells: dict[tuple[int, int], list[Commune]] = defaultdict(list)
        self._departments: dict[str, str] = {}
        self.fill(communes, departments)

    def fill(self, communes: Iterable[Commune], departments: Iterable[tuple[str, str]]) -> None:
        """Add communes, and departments by code and name."""
        self._departments |= {fold(name): code for code, name in departments}
        for commune in communes:
            self._by_insee[commune.insee] = commune
            for code in commune.former_codes:
                self._former[code] = commune
            self._by_name[city_words(commune.name)].append(commune)
            for code in commune.postal_codes:
                self._by_postal[code].append(commune)
            if commune.exact:
                self._cells[_cell(commune.latitude, commune.longitude)].append(commune)

    def get(self, insee: str | None) -> Commune | None:
        """The commune of a code, present or former."""
        return (self._by_insee.get(insee) or self._former.get(insee)) if insee else None

    def department_named(self, label: str | None) -> str | None:
        """The code of a department of the territory by its name or its code."""
        plain = fold(label or "")
        return self._departments.get(plain) or (plain if plain in self._departments.values() else None)

    def has_name(self, city: str) -> bool:
        """Say whether at least one commune bears this name."""
        return city_words(city) in self._by_name

    def find(
        self,
        *,
        insee: str | None,
        postal_code: str | None,
        city: str | None,
        department: str | None,
        point: tuple[float, float] | None,
    ) -> Commune | None:
        """The commune that these words point to; `None` rather than a guess between homonyms."""
        postal, words = postal_digits(postal_code), city_words(city)
        by_code = self.get(insee)
        # INSEE and postal codes look alike: one written in place of the other is believed only by its name.
        if by_code and (insee != postal or not words or city_words(by_code.name) == words):
            return by_code
        if not by_code and (code := department_of(insee)) and code not in self._departments.values():
            return None
        named = self._by_name.get(words, []) if words else []
        sharing = self._by_postal.get(postal, []) if postal else []
        said = self.department_named(department)
        for candidates in (
            [c for c in named if c in sharing],
            [c for c in named if _same_department(c, postal, said)],
            [] if named else sharing,
        ):
            if (one := _only(candidates, point)) is not None:
                return one
        return self.nearest(point)

    def nearest(self, point: tuple[float, float] | None, within_km: float = NEAR_KM) -> Commune | None:
        """The commune whose own point is nearest, if within `within_km`."""
        if point is None:
            return None
        row, column = _cell(*point)
        around = (
            c for r in (-1, 0, 1) for k in (-1, 0, 1) for c in self._cells.get((row + r, column + k), ())
        )
        measured = [(distance_km(*point, c.latitude, c.longitude), c.insee, c) for c in around]
        best = min(measured, default=None)
        return best[2] if best and best[0] <= within_km else None


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return math.floor(latitude / _CELL), math.floor(longitude / _CELL)


def _same_department(commune: Commune, postal: str | None, department: str | None) -> bool:
    if postal is not None:
        return postal.startswith(commune.department)
    return department is None or department == commune.department


def _only(candidates: list[Commune], point: tuple[float, float] | None) -> Commune | None:
    if len(candidates) <= 1 or point is None:
        return candidates[0] if len(candidates) == 1 else None
    return min(candidates, key=lambda c: (distance_km(*point, c.latitude, c.longitude), c.insee))
