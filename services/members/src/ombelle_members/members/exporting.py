"""Members as a table: CSV and XLSX with the same cells. Plain Python."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from ombelle_members.members.domain import CATEGORY_LABELS, COLLEGE_LABELS, DEPARTURE_LABELS
from ombelle_members.spreadsheets import csv_table

COLUMNS: Final = (
    "Numéro", "Nom", "Personne", "Collège", "Cotisation", "Commune", "Département", "Représentation", "Adhérent", "À jour",
    "Vote", "Éligible", "Depuis", "Parti le", "Motif",
)  # fmt: skip
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
    """Return members as CSV for spreadsheets."""
    return csv_table(COLUMNS, [cells(row) for row in rows])


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
