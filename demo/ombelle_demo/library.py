"""The programme as it was written: communes, venues and ideas, read from the files of `programme/`."""

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PROGRAMME = Path(__file__).parent / "programme"
UMBRELLA_KINDS = frozenset({"science_village", "festival", "trail"})


@dataclass(frozen=True, slots=True)
class Commune:
    """A real commune; `department` is its code, `epci` the name of its inter-communal body."""

    insee: str
    name: str
    department: str
    epci: str
    postal_code: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Venue:
    """An invented place in a real commune, and the invented organisation that lives there."""

    key: str
    number: int
    commune: Commune
    name: str
    address: str
    organiser: str


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to do, as an author wrote it.

    `at` says where it happens, once per item: `venue`, `>umbrella` (at the umbrella's place, as its child),
    `venue>umbrella` (elsewhere, as its child), or `online`. `when` gives the hours of each of these in turn
    (see `hours`); without it, hours that suit the kind and the public are chosen.
    """

    key: str
    title: str
    description: str
    text: str
    theme: str
    kind: str
    public: tuple[str, ...]
    ages: tuple[int | None, int | None]
    at: tuple[str, ...]
    when: tuple[str, ...]
    booking: str
    conditions: str
    by: str
    words: tuple[str, ...]

    @property
    def umbrella(self) -> bool:
        """Whether other events take place under this one."""
        return self.kind in UMBRELLA_KINDS


@cache
def communes() -> dict[str, Commune]:
    """The communes of the programme by name."""
    with (PROGRAMME / "communes.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: _commune(row) for row in csv.DictReader(file)}


def _commune(row: dict[str, str]) -> Commune:
    return Commune(
        insee=row["insee"],
        name=row["name"],
        department=row["department"],
        epci=row["epci"],
        postal_code=row["postal_code"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )


@cache
def venues() -> dict[str, Venue]:
    """The venues by key, numbered in the order of their file."""
    with (PROGRAMME / "venues.toml").open("rb") as file:
        written: dict[str, list[str]] = tomllib.load(file)
    return {
        key: Venue(key, number, communes()[commune], name, address, organiser)
        for number, (key, (commune, name, address, organiser)) in enumerate(written.items())
    }


def ideas() -> Sequence[Idea]:
    """Every idea: the umbrella events first, then theme by theme, in the order of the files.

    Raises `ValueError` when an idea is written twice under one key.
    """
    found = list(_read(PROGRAMME / "umbrellas.toml"))
    for path in sorted((PROGRAMME / "ideas").glob("*.toml")):
        found += _read(path)
    keys = [idea.key for idea in found]
    if twice := {key for key in keys if keys.count(key) > 1}:
        raise ValueError(f"ideas written twice: {', '.join(sorted(twice))}")
    return found


def _read(path: Path) -> Iterator[Idea]:
    with path.open("rb") as file:
        for key, written in tomllib.load(file).items():
            yield _idea(key, path.stem, written)


def _idea(key: str, theme: str, written: dict[str, Any]) -> Idea:
    when = written.get("when", ())
    youngest, oldest = [*written.get("ages", ()), None, None][:2]
    return Idea(
        key=key,
        title=written["title"],
        description=written["description"],
        text=written["text"].strip(),
        theme=written.get("theme", theme),
        kind=written["kind"],
        public=tuple(written["public"]),
        ages=(youngest, oldest),
        at=tuple(written["at"]),
        when=(when,) if isinstance(when, str) else tuple(when),
        booking=written.get("booking", ""),
        conditions=written.get("conditions", ""),
        by=written.get("by", ""),
        words=tuple(written.get("words", ())),
    )
