"""A file of payments as rows: CSV as French and other spreadsheets write it, and XLSX. What is read is bounded."""

import csv
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import IO, Any, Final

from ombelle_chassis.errors import FieldError
from openpyxl import load_workbook

from ombelle_members.fees.errors import PaymentsUnreadable
from ombelle_members.fees.paying.domain import MOST_ROWS, PaymentRow, columns_of, missing_columns, row_of

_ZIP: Final = b"PK\x03\x04"
_MOST_UNPACKED: Final = 64 * 1024 * 1024
_MOST_COLUMNS: Final = 100
_NAMES: Final = {"reference": "la référence de la commande", "received_on": "la date", "amount": "le montant"}


def read_payments(file: IO[bytes]) -> list[PaymentRow]:
    """Return the rows of a file, by their number in it. Raises PaymentsUnreadable."""
    content = file.read()
    lines = _workbook(content) if content.startswith(_ZIP) else _csv(content)
    found = iter(lines)
    columns = columns_of([str(cell or "") for cell in next(found, ())])
    missing = missing_columns(columns)
    if missing:
        raise _unreadable(f"Ce fichier ne nomme pas {', '.join(_NAMES[name] for name in missing)}.")
    rows: list[PaymentRow] = []
    for number, cells in enumerate(found, 2):
        if not any(cell not in (None, "") for cell in cells):
            continue
        if len(rows) == MOST_ROWS:
            raise _unreadable(f"Ce tableau a plus de {MOST_ROWS} lignes : découpez-le.")
        rows.append(row_of(number, cells, columns))
    return rows


def _csv(content: bytes) -> Iterable[Sequence[Any]]:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("cp1252", errors="replace")
    if "\x00" in words:
        raise _unreadable("Ce fichier n’est pas un tableau : enregistrez-le en CSV ou en XLSX.")
    delimiter = max(";,\t", key=words.partition("\n")[0].count)
    try:
        return list(csv.reader(StringIO(words, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _unreadable("Ce CSV ne se lit pas jusqu’au bout.") from error


def _workbook(content: bytes) -> Iterable[Sequence[Any]]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST_UNPACKED:
                raise _unreadable("Ce classeur est trop grand.")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheet: Any = book[book.sheetnames[0]]
            return list(sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=_MOST_COLUMNS, values_only=True))
        finally:
            book.close()
    except PaymentsUnreadable:
        raise
    except Exception as error:  # whatever a broken workbook makes the libraries raise
        raise _unreadable("Ce classeur ne s’ouvre pas.") from error


def _unreadable(detail: str) -> PaymentsUnreadable:
    return PaymentsUnreadable(detail, errors=[FieldError("/body/file", "file_unreadable", detail)])
