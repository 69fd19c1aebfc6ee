"""Members as a table: CSV and XLSX with the same cells. Plain Python."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any, Final

from ombelle_members.members.domain import CATEGORY_LABELS, COLLEGE_LABELS, DEPARTURE_LABELS

COLUMNS: Final = (
    "Numéro", "Nom", "Personne", "Collège", "Cotisation", "Commune", "Département", "Représentation", "Adhérent", "À jour",
    "Vote", "Éligible", "Depuis", "Parti le", "Motif",
)  # fmt: skip
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
_YES: Final = {True: "oui", False: "non"}


def cells(row: Mapping[str, Any]) -> list[Any]:
    """Return the cells of a member, in the order of `COLUMNS`: texts, a number, dates or None."""
    return [
        row["number"],
        row["name"],
        "morale" if row["kind"] == "legal" else "physique",
        COLLEGE_LABELS.get(row["college"] or "", ""),
        CATEGORY_LABELS[row["fee_category"]],
        row["commune_name"],
        row["department"],
        (row["representative"] or {}).get("name"),
        *(_YES[row[name]] for name in ("is_member", "is_up_to_date", "may_vote", "may_stand")),
        row["since"],
        row["ended_on"],
        DEPARTURE_LABELS.get(row["ended_as"] or "", ""),
    ]


def as_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return members as CSV for spreadsheets: semicolons, a byte order mark, no cell that is taken for a formula."""
    written = StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([safe(cell) for cell in cells(row)] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def as_xlsx(rows: Sequence[Mapping[str, Any]], on: date) -> bytes:
    """Return members as a workbook, dates being dates."""
    written = BytesIO()
    import xlsxwriter  # noqa: PLC0415 -- needed by whoever exports, and by nobody else

    book = xlsxwriter.Workbook(
        written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(f"Adhérents {on.isoformat()}")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, COLUMNS, bold)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(cells(row)):
            if isinstance(cell, date):
                sheet.write_datetime(line, column, cell, day)
            else:
                sheet.write(line, column, cell)
    sheet.freeze_panes(1, 2)
    sheet.set_column(1, 1, 40)
    sheet.set_column(3, 5, 24)
    book.close()
    return written.getvalue()


def safe(cell: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    shown = "" if cell is None else str(cell)
    return f"'{shown}" if shown.startswith(_RISKY) else shown
