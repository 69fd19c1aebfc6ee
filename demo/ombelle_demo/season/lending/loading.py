"""What fills the lending desk of a running stack: organisations by the directory, the rest by an import."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Any, Final

import httpx

from ombelle_demo.season.door import Door, Visitor, wait_for

from .asking import ask_for, ids_of, settle
from .tables import tables
from .words import agency_items, partners

_ROUTE: Final = "/imports/loans"


def is_lending_loaded(door: Door) -> bool:
    """Say whether there is something to lend."""
    return bool(door.as_("lender").get("/items?limit=1")["items"])


def load_lending(door: Door, known: Mapping[str, str], today: date) -> int:
    """Enter who lends and borrows, then import what there is; return how many loans that is. Raises RefusedError."""
    coordinator, lender = door.as_("coordinator"), door.as_("lender")
    for key, organisation in partners().items():
        if key not in known:
            body = {**organisation.as_json(), "without_me": True}
            coordinator.ask("POST", "/organisations", body, fine=(409,))
    rows = tables(today)
    # Loans hear of new organisations a moment after the directory does.
    wait_for(lambda: _is_taken(lender, "organisations", rows["organisations"]), "the organisations of loans")
    for table in ("items", "loans", "loan_evaluations", "contributor_returns"):
        _take(lender, table, rows[table])
    # The others were asked too, and have not answered yet.
    asked = {"year": rows["contributor_returns"][0]["year"]}
    lender.once("/contributor-returns", "season-contributor-returns", asked)
    settle(lender, today)
    items = ids_of(lender, [(one.key, one.title) for one in agency_items() if one.format_of is None])
    ask_for(door, known, items, today)
    return len(rows["loans"])


def _is_taken(lender: Visitor, table: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    return _take(lender, table, rows, fine=(422,)).is_success


def _take(
    lender: Visitor, table: str, rows: Sequence[Mapping[str, Any]], *, fine: tuple[int, ...] = ()
) -> httpx.Response:
    return lender.send_file(_ROUTE, f"{table}.csv", csv_of(rows), fine=fine, dry_run="false")


def csv_of(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return rows as CSV; a column that a row does not have is empty there."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    written = StringIO(newline="")
    writer = csv.DictWriter(written, columns)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode()
