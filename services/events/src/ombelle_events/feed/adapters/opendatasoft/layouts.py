"""What columns and labels mean, by year: read once from `columns.toml` and `labels.toml`."""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from ombelle_events.feed.adapters import texts

FOLDER: Final = Path(__file__).parent
KEEP: Final = "keep"
IGNORE: Final = "ignore"
PERSONAL: Final = "personal"
_MOST_REMEMBERED: Final = 2_000
_LISTS: Final = (KEEP, IGNORE, PERSONAL)


@dataclass(frozen=True)
class Layout:
    """The columns of one shape of records in one year: `columns[target]` lists those that fill it."""

    name: str | None
    columns: Mapping[str, Sequence[str]]
    _roles: dict[str, str | None] = field(default_factory=dict)

    def role(self, column: str) -> str | None:
        """The target that a column fills, or `keep`, `ignore`, `personal`; `None` when nobody knows it."""
        if column in self._roles:
            return self._roles[column]
        found = self._find(column)
        if len(self._roles) < _MOST_REMEMBERED:
            self._roles[column] = found
        return found

    def _find(self, column: str) -> str | None:
        # `titre_es` is told by `titre_fr`, `longdescription` too.
        base, _, language = column.rpartition("_")
        names = [column, f"{column}_fr", *([f"{base}_fr"] if base and len(language) == 2 else [])]
        for name in names:
            for target, columns in self.columns.items():
                if name in columns:
                    return target
        return None

    def language(self, column: str) -> str:
        """The language that the name of a translated column ends with; French for all others."""
        base, _, language = column.rpartition("_")
        listed = any(column in columns for columns in self.columns.values())
        return "fr" if listed or not base or len(language) != 2 else language


def shape_of(fields: Mapping[str, Any]) -> str:
    """The name of the shape that a record has, by the column that identifies it."""
    return next((name for name, shape in _shapes().items() if shape["key"] in fields), "festival")


@cache
def layout(shape: str, year: int) -> Layout:
    """The columns of a shape in a year: those of the nearest earlier year that changed them, else the first."""
    described = _shapes()[shape]
    years = sorted(int(key) for key in described if key.isdigit())
    columns: dict[str, list[str]] = {name: [] for name in _LISTS}
    for known in years:
        if known <= max(year, years[0]):
            for target, names in described[str(known)].items():
                columns[target] = [*columns[target], *names] if target in _LISTS else names
    name = described.get("name")
    return Layout(name.format(year=year) if name else None, columns)


@cache
def labels(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The codes of each known label of a vocabulary, by the label folded."""
    found = _read("labels.toml")[kind]
    return {
        texts.fold(label): (codes,) if isinstance(codes, str) else tuple(codes)
        for label, codes in found.items()
    }


@cache
def digest() -> str:
    """Changes when a column or a label comes to mean something else."""
    content = b"".join((FOLDER / name).read_bytes() for name in ("columns.toml", "labels.toml"))
    return hashlib.sha256(content).hexdigest()


@cache
def _shapes() -> Mapping[str, Any]:
    return _read("columns.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
