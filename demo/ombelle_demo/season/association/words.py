"""The association as it was written: read from `association.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from ombelle_demo.season.lending.words import partners
from ombelle_demo.season.library import Organisation, organisations, people

_FILE: Final = Path(__file__).parent / "association.toml"
_COLLEGES: Final = {
    **dict.fromkeys(("higher_education_research", "primary_school", "college", "lycee"), "A"),
    **dict.fromkeys(("technology_transfer", "company", "fablab"), "B"),
    "local_authority": "D",
}
_LARGE: Final = frozenset({"higher_education_research", "local_authority", "technology_transfer"})
_SMALL: Final = frozenset(
    {"popular_education", "primary_school", "environment", "youth", "employment_integration"}
)
SHARED: Final = date(2019, 5, 9)
"""When the present bylaws were adopted, and the whole board elected."""
_RENEWALS: Final = {2021: date(2021, 5, 6), 2023: date(2023, 5, 4), 2025: date(2025, 5, 15)}


@dataclass(frozen=True, slots=True)
class Person:
    """A member who is a person; `account` is the key of one of the season's people."""

    key: str
    name: str
    joined: date
    account: str | None = None
    left: date | None = None
    left_as: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks for a member that is an organisation."""

    name: str
    account: str | None
    capacity: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """An elected post, and who was elected to it from which election on."""

    number: int
    college: str
    holders: tuple[tuple[int, str], ...]

    @property
    def group(self) -> int:
        """The half of the board that it is renewed with."""
        return 1 if self.number % 2 else 2

    def holder(self, year: int) -> str:
        """Return whom the election of a year gave it to."""
        return [key for since, key in self.holders if since <= year][-1]


@cache
def members() -> Mapping[str, Organisation]:
    """The 53 organisations that are members, by key."""
    found = {key: one for key, one in organisations().items() if not one.twin_of}
    return {**found, **partners()}


@cache
def persons() -> Mapping[str, Person]:
    """The persons who are members, and two who were."""
    return {
        key: Person(
            key=key,
            name=people()[one["account"]].name if "account" in one else one["name"],
            joined=date.fromisoformat(one["joined"]),
            account=one.get("account"),
            left=date.fromisoformat(one["left"]) if "left" in one else None,
            left_as=one.get("left_as"),
        )
        for key, one in _written()["persons"].items()
    }


@cache
def posts() -> tuple[Post, ...]:
    """The elected posts, by number."""
    return tuple(
        Post(int(number), one["college"], tuple((int(since), key) for since, key in one["holders"]))
        for number, one in _written()["posts"].items()
    )


@cache
def speakers() -> Mapping[str, Speaker]:
    """Who speaks for which organisation."""
    return {
        key: Speaker(
            name=people()[one["account"]].name if "account" in one else one["name"],
            account=one.get("account"),
            capacity=one.get("capacity"),
        )
        for key, one in _written()["representatives"].items()
    }


def bureau(year: int) -> Mapping[str, str]:
    """Return who held which office from the election of a year on."""
    written = {int(since): one for since, one in _written()["bureau"].items()}
    found: Mapping[str, str] = written[max(since for since in written if since <= year)]
    return found


def elections(today: date) -> Iterator[tuple[date, int | None]]:
    """Yield the elections until today: their day and the half that they renewed, both at the first."""
    yield SHARED, None
    for year in range(SHARED.year + 2, today.year + 1, 2):
        day = _renewal(year)
        if day < today:
            yield day, 2 if year % 4 == 1 else 1


def next_election(day: date) -> date:
    """Return when the election after this one is expected."""
    return _renewal(day.year + 2)


def _renewal(year: int) -> date:
    return _RENEWALS.get(year) or weekday(date(year, 5, 6))


def weekday(day: date) -> date:
    """Return the day, or the Monday after a weekend: nobody convenes a board on a Sunday."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)


def college_of(organisation: Organisation) -> str:
    """Return the college that an organisation is of."""
    return _COLLEGES.get(organisation.kind, "C")


def category_of(organisation: Organisation) -> str:
    """Return what it pays as."""
    return "large" if organisation.kind in _LARGE else "small" if organisation.kind in _SMALL else "medium"


@cache
def _written() -> dict[str, Any]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
