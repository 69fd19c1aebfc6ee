"""Workbooks (XLSX) of several sheets, each a table under its header. Whatever is a text stays one: no cell is a formula."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple


class Sheet(NamedTuple):
    """A table: what it is called, the names of its columns, and lines of texts, numbers, days or nothing."""

    title: str
    names: Sequence[str]
    lines: Sequence[Sequence[Any]]


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook of these sheets, in their order."""
    file = BytesIO()
    import xlsxwriter  # noqa: PLC0415 -- needed by whoever exports, and by nobody else

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for one in sheets:
            _write(book.add_worksheet(one.title), one, bold, day)
    return file.getvalue()


def _write(sheet: Any, table: Sheet, bold: Any, day: Any) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 44 if len(table.names) < 5 else 12)
    sheet.set_column(1, max(len(table.names) - 1, 1), 20)
    for column, name in enumerate(table.names):
        sheet.write_string(0, column, name, bold)
    for number, line in enumerate(table.lines, 1):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, cell, day)
            elif cell is not None:
                sheet.write_number(number, column, cell)
