"""Tables for spreadsheets as CSV. Plain Python."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any, Final

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return a table as CSV: semicolons, a byte order mark, no cell that is taken for a formula."""
    written = StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([_safe(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _safe(cell: Any) -> str:
    shown = "" if cell is None else str(cell)
    return f"'{shown}" if shown.startswith(_RISKY) else shown
