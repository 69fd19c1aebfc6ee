"""The table of who may do what: one row for each operation of the API, one column for each kind of caller."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ombelle_contracts import openapi_documents
from ombelle_contracts.merge import METHODS, merge_openapi

TABLE = Path(__file__).with_name("access.csv")
YES = "yes"
CELLS = {"401", "403", "404", YES}
PEOPLE = (
    "account",
    "editor",
    "organisation_administrator",
    "editor_elsewhere",
    "reviewer",
    "coordinator",
    "lender",
    "secretary",
    "treasurer",
    "administrator",
)
PROGRAMS = ("program", "program_elsewhere", "program_without_scope")
CALLERS = ("anonymous", *PEOPLE, *PROGRAMS)


@dataclass(frozen=True)
class Row:
    """One operation, `GET /api/v1/agenda`; the scope that opens it to programs; what each caller is answered."""

    operation: str
    scope: str
    cells: Mapping[str, str]

    @property
    def method(self) -> str:
        return self.operation.partition(" ")[0]

    @property
    def path(self) -> str:
        return self.operation.partition(" ")[2]


def read_table() -> list[Row]:
    """Return the rows in the order of the file."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        lines = [{k.strip(): v.strip() for k, v in line.items()} for line in csv.DictReader(file)]
    return [
        Row(line["operation"], line["scope"], {caller: line[caller] for caller in CALLERS}) for line in lines
    ]


def published() -> dict[str, bool]:
    """Return every operation of the merged API, and whether it asks who one is."""
    merged = merge_openapi(
        openapi_documents(), title="Ombelle", version="1", server="https://ombelle.example"
    )
    return {
        f"{method.upper()} {path}": bool(item[method].get("security"))
        for path, item in merged["paths"].items()
        for method in METHODS
        if method in item
    }
