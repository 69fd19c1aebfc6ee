"""Files of tables as rows: CSV as French and other spreadsheets write it, and XLSX. What is read is bounded."""

import csv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import PurePath
from typing import IO, Any, Final, cast

from ombelle_chassis.errors import FieldError
from openpyxl import load_workbook

from ombelle_loans.imports.domain import MOST_COLUMNS, MOST_ROWS, TABLES, Sheet, Table
from ombelle_loans.imports.errors import FileUnreadable

_ZIP: Final = b"PK\x03\x04"
_MOST_UNPACKED: Final = 64 * 1024 * 1024
_LONGEST_CELL: Final = 32_767
_NAMES: Final[dict[str, Table]] = {
    **{name: name for name in TABLES},
    "structures": "organisations",
    "outils": "items",
    "prets": "loans",
    "prêts": "loans",
    "evaluations": "loan_evaluations",
    "évaluations": "loan_evaluations",
    "bilans": "contributor_returns",
}
"""What files and sheets may be called."""


def read_tables(file: IO[bytes], name: str, table: Table | None) -> list[Sheet]:
    """Return the tables of a file, in the order in which they are taken.

    Args:
        file: open for reading.
        name: what it is called, which tells what a CSV holds unless `table` does.
        table: what it holds; of a workbook, what its only sheet does.

    Raises:
        FileUnreadable: it is neither CSV nor XLSX, too large, or holds no table that is known.

    """
    content = file.read()
    if content.startswith(_ZIP):
        sheets = _workbook(content, table)
    else:
        known = table or _NAMES.get(PurePath(name).stem.lower())
        if known is None:
            raise _unreadable(f"Dites ce que contient ce fichier, ou nommez-le {', '.join(TABLES)}.")
        sheets = [_sheet(known, _csv_lines(content))]
    return sorted(sheets, key=lambda sheet: TABLES.index(sheet.table))


def _csv_lines(content: bytes) -> Iterator[Sequence[Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise _unreadable("Ce fichier n'est pas un tableau : enregistrez-le en CSV ou en XLSX.")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise _unreadable(f"Ce CSV ne se lit pas jusqu'au bout ({error}).") from error


def _workbook(content: bytes, table: Table | None) -> list[Sheet]:
    _refuse_bomb(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # whatever a broken workbook makes the library raise
        raise _unreadable("Ce classeur ne s'ouvre pas.") from error
    try:
        chosen = [(_NAMES.get(name.strip().lower()), book[name]) for name in book.sheetnames]
        known = [(which, sheet) for which, sheet in chosen if which is not None]
        if not known and table is not None:
            known = [(table, chosen[0][1])]
        if not known:
            raise _unreadable(f"Aucune feuille ne s'appelle {', '.join(TABLES)}.")
        if len({which for which, _ in known}) < len(known):
            raise _unreadable("Deux feuilles portent le même tableau.")
        return [
            _sheet(
                which,
                cast("Any", sheet).iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True),
            )
            for which, sheet in known
        ]
    finally:
        book.close()


def _refuse_bomb(content: bytes) -> None:
    """Refuse an archive that unpacks to more than its size suggests, or to something else than it says."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST_UNPACKED:
                raise _unreadable("Ce classeur est trop grand.")
            if archive.testzip() is not None:
                raise _unreadable("Ce classeur est abîmé.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise _unreadable("Ce classeur est abîmé, ou protégé par un mot de passe.") from error


def _sheet(table: Table, lines: Iterable[Sequence[Any]]) -> Sheet:
    found = iter(lines)
    header = [_cell(cell) for cell in next(found, ())]
    while header and header[-1] is None:
        header.pop()
    columns = ["" if name is None else str(name).lower() for name in header]
    named = [name for name in columns if name]
    if not named or len(columns) > MOST_COLUMNS:
        raise _unreadable("La première ligne doit nommer les colonnes.")
    if len(set(named)) < len(named):
        raise _unreadable("Deux colonnes portent le même nom.")
    rows: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(found, 2):
        cells = [_cell(cell) for cell in line]
        if not any(cell is not None for cell in cells):
            continue
        if len(rows) == MOST_ROWS:
            raise _unreadable(f"Ce tableau a plus de {MOST_ROWS} lignes : découpez-le.")
        if len(cells) > len(columns) and any(cell is not None for cell in cells[len(columns) :]):
            raise _unreadable(f"La ligne {number} a plus de cellules que la première.")
        rows.append((number, {name: cell for name, cell in zip(columns, cells, strict=False) if name}))
    return Sheet(table, named, rows)


def _cell(value: Any) -> Any:
    """Return a cell trimmed; nothing where it is blank."""
    if isinstance(value, str):
        return value.strip() or None
    return value


def _unreadable(detail: str) -> FileUnreadable:
    return FileUnreadable(detail, errors=[FieldError("/body/file", "file_unreadable", detail)])
