"""What an import is made of: tables with rows, faults by row and column. Plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

Table = Literal["organisations", "items", "loans", "loan_evaluations", "contributor_returns"]
TABLES: Final[tuple[Table, ...]] = get_args(Table)
"""In the order in which they are taken: what comes later names what comes before."""

MOST_ROWS: Final = 20_000
"""Rows of one table, at most."""
MOST_COLUMNS: Final = 60
MOST_FAULTS: Final = 500
"""Faults that are told: whoever has more of them mends the first ones first."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it came: the names of its columns, and its rows by their number in the file, which counts the header."""

    table: Table
    columns: Sequence[str]
    rows: Sequence[tuple[int, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell, or in a whole row where `column` is empty; `detail` is a French sentence."""

    table: Table
    row: int
    column: str
    code: str
    detail: str


@dataclass(slots=True)
class Taken:
    """What became of a table: how many rows were new, changed what was here, or said what was known."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    ignored_columns: list[str] = field(default_factory=list)
