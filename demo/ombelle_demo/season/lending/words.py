"""What is lent and by whom, as it was written: read from the files beside this one."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from ombelle_demo.library import communes
from ombelle_demo.season.library import Organisation

_FOLDER: Final = Path(__file__).parent
_THEMES: Final = {
    "env": "environment",
    "num": "digital_innovation",
    "san": "health",
    "soc": "science_society",
    "ind": "industrial_heritage",
    "ast": "astronomy",
    "his": "history_of_science",
    "mat": "maths_physics_chemistry",
    "aut": "other",
}
_AUDIENCES: Final = {
    "g": "general_public",
    "f": "families",
    "n": "nursery_school",
    "p": "primary_school",
    "c": "college",
    "l": "lycee",
    "a": "adults",
}
_FORMATS: Final = {
    "p": "panels",
    "s": "self_standing",
    "r": "roll_up",
    "c": "case",
    "m": "interactive_model",
    "i": "interactive",
}
_CATEGORIES: Final = {"case": "kit", "interactive_model": "kit", "interactive": "interactive_exhibition"}


@dataclass(frozen=True, slots=True)
class Item:
    """An item, or another format of one: `format_of` is the key of that."""

    key: str
    title: str
    format: str
    themes: tuple[str, ...]
    audiences: tuple[str, ...] = ("general_public",)
    panels: int | None = None
    value: int | None = None
    abstract: str | None = None
    format_of: str | None = None
    owner: str | None = None

    @property
    def category(self) -> str:
        """What it is counted as."""
        return _CATEGORIES.get(self.format, "light_exhibition")


@cache
def agency_items() -> Sequence[Item]:
    """The agency's own, in the order of the catalogue; further formats come last."""
    with (_FOLDER / "agency.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return [
        Item(
            key=row["id"],
            title=row["title"],
            format=row["format"],
            themes=tuple(_THEMES[one] for one in row["themes"].split(",")),
            audiences=tuple(_AUDIENCES[one] for one in row["audiences"]),
            panels=int(row["panels"]) if row["panels"] else None,
            value=int(row["value"]),
            abstract=row["abstract"],
            format_of=row["format_of"] or None,
        )
        for row in rows
    ]


@cache
def contributed_items() -> Sequence[Item]:
    """Those of the contributors."""
    found = []
    for owner, lines in _toml("contributors.toml").items():
        for number, line in enumerate(lines, 1):
            title, themes, letter = line.split("|")
            codes = tuple(_THEMES[one] for one in themes.split(","))
            found.append(Item(f"{owner}-{number}", title, _FORMATS[letter], codes, owner=owner))
    return found


@cache
def partners() -> Mapping[str, Organisation]:
    """The organisations that are in this season alone, by key: contributors first, then borrowers."""
    written = _toml("partners.toml")
    return {
        key: Organisation(
            key=key,
            name=name,
            kind=kind,
            commune=communes()[commune],
            address=address,
            holder="coordinator",
            themes=(),
            offers=("loans",) if group == "contributors" else (),
            public=True,
        )
        for group in ("contributors", "borrowers")
        for key, (name, kind, commune, address) in written[group].items()
    }


@cache
def borrowers() -> Sequence[str]:
    """The keys of those who only borrow."""
    return tuple(_toml("partners.toml")["borrowers"])


@cache
def replies() -> Mapping[str, Any]:
    """What borrowers say: what pleased them, what they find wrong."""
    return _toml("replies.toml")


@cache
def circulation() -> Mapping[str, Sequence[int]]:
    """What contributors told of the year before: loans and days by key."""
    return _toml("circulation.toml")


def _toml(name: str) -> dict[str, Any]:
    with (_FOLDER / name).open("rb") as file:
        return tomllib.load(file)
