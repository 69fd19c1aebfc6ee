"""Files of tables as rows: CSV as French and other spreadsheets write it, and XLSX. What is read is bounded.

A service names its tables and says what a row of each may hold (`cells` has what cells say); what is wrong is told by
row and column, the header being row 1.
"""

import csv
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import PurePath
from typing import IO, Any, Final, Generic, TypeVar, cast

from pydantic import BaseModel, ValidationError

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.problems import field_errors

Table = TypeVar("Table", bound=str)

MOST_ROWS: Final = 20_000
"""Rows of one table, at most."""
MOST_COLUMNS: Final = 60
MOST_FAULTS: Final = 500
"""Faults that are told: whoever has more of them mends the first ones first."""
_ZIP: Final = b"PK\x03\x04"
_MOST_UNPACKED: Final = 64 * 1024 * 1024
_LONGEST_CELL: Final = 32_767


class FileUnreadable(InvalidInput):
    """The file is neither CSV nor XLSX, or not a table that is known here."""

    code = "file_unreadable"
    title = "The file cannot be read as a table"


class ImportRefused(InvalidInput):
    """Rows are wrong, and nothing was written; each error's pointer is `/table/row/column`, the header is row 1."""

    code = "import_refused"
    title = "Rows of the file are wrong"


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Table]):
    """A table as it came: the names of its columns, and its rows by their number in the file, which counts the header."""

    table: Table
    columns: Sequence[str]
    rows: Sequence[tuple[int, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Fault(Generic[Table]):
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


Rows = Sequence[tuple[int, Any]]
"""Rows with their numbers."""


def read_sheets(
    file: IO[bytes], name: str, table: Table | None, *, names: Mapping[str, Table], order: Sequence[Table]
) -> list[Sheet[Table]]:
    """Return the tables of a file, in the order in which they are taken.

    Args:
        file: open for reading.
        name: what it is called, which tells what a CSV holds unless `table` does.
        table: what it holds; of a workbook, what its only sheet does.
        names: what files and sheets may be called, in lower case.
        order: the tables, in the order in which they are taken.

    Raises:
        FileUnreadable: it is neither CSV nor XLSX, too large, or holds no table that is known.

    """
    content = file.read()
    if content.startswith(_ZIP):
        sheets = _workbook(content, table, names, order)
    else:
        known = table or names.get(PurePath(name).stem.lower())
        if known is None:
            raise unreadable(f"Dites ce que contient ce fichier, ou nommez-le {', '.join(order)}.")
        sheets = [_sheet(known, _csv_lines(content))]
    return sorted(sheets, key=lambda sheet: order.index(sheet.table))


def given_sheets(
    tables: Mapping[str, Sequence[Mapping[str, Any]]], order: Sequence[Table]
) -> Iterator[Sheet[Table]]:
    """Yield the tables of rows that are read already, such as JSON's, in the order in which they are taken."""
    for table in order:
        if rows := tables.get(table):
            columns = list(dict.fromkeys(name for row in rows for name in row))
            yield Sheet(table, columns, list(enumerate(rows, 2)))


def read_rows(sheet: Sheet[Table], model: type[BaseModel], key: str) -> tuple[Rows, list[Fault[Table]]]:
    """Return the rows that say what rows of this table may, with their numbers, and what is wrong in the others.

    Args:
        sheet: the table.
        model: what a row may say.
        key: what names a row: a column, or a property of the model.

    """
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    if missing := [name for name in needed if name not in sheet.columns]:
        detail = f"Cette colonne manque : {', '.join(missing)}."
        return [], [Fault(sheet.table, 1, missing[0], "missing", detail)]
    good: list[tuple[int, Any]] = []
    faults: list[Fault[Table]] = []
    seen: dict[str, int] = {}
    for number, cells in sheet.rows:
        said = {name: cell for name, cell in cells.items() if cell is not None}
        try:
            row = model.model_validate(said)
        except ValidationError as error:
            faults += _faults(sheet.table, number, error)
            continue
        name = getattr(row, key)
        if name in seen:
            detail = f"« {name} » est déjà à la ligne {seen[name]}."
            column = key if key in model.model_fields else ""
            faults.append(Fault(sheet.table, number, column, "duplicate", detail))
            continue
        seen[name] = number
        good.append((number, row))
    return good, faults


def ignored_columns(sheet: Sheet[Any], model: type[BaseModel]) -> list[str]:
    """Return the columns that mean nothing here."""
    return [name for name in sheet.columns if name not in model.model_fields]


def told(faults: Sequence[Fault[Any]]) -> Iterator[FieldError]:
    """Yield each fault as an error whose pointer is like `/loans/12/starts_on`."""
    for one in faults:
        pointer = f"/{one.table}/{one.row}/{one.column}".rstrip("/")
        column = f", colonne {one.column}" if one.column else ""
        yield FieldError(pointer, one.code, f"Ligne {one.row}{column} : {one.detail}")


def refused(faults: Sequence[Fault[Any]]) -> ImportRefused:
    """Return the refusal of a file with these faults."""
    many = "une cellule ne va pas" if len(faults) == 1 else f"{len(faults)} cellules ne vont pas"
    return ImportRefused(f"Rien n'a été repris : {many}.", errors=list(told(faults[:MOST_FAULTS])))


def unreadable(detail: str) -> FileUnreadable:
    """Return the refusal of a file; `detail` is a French sentence."""
    return FileUnreadable(detail, errors=[FieldError("/body/file", "file_unreadable", detail)])


def _csv_lines(content: bytes) -> Iterator[Sequence[Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise unreadable("Ce fichier n'est pas un tableau : enregistrez-le en CSV ou en XLSX.")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise unreadable(f"Ce CSV ne se lit pas jusqu'au bout ({error}).") from error


def _workbook(
    content: bytes, table: Table | None, names: Mapping[str, Table], order: Sequence[Table]
) -> list[Sheet[Table]]:
    from openpyxl import load_workbook  # noqa: PLC0415 -- 8 MB that only an import needs

    _refuse_bomb(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # whatever a broken workbook makes the library raise
        raise unreadable("Ce classeur ne s'ouvre pas.") from error
    try:
        chosen = [(names.get(name.strip().lower()), book[name]) for name in book.sheetnames]
        known = [(which, sheet) for which, sheet in chosen if which is not None]
        if not known and table is not None:
            known = [(table, chosen[0][1])]
        if not known:
            raise unreadable(f"Aucune feuille ne s'appelle {', '.join(order)}.")
        if len({which for which, _ in known}) < len(known):
            raise unreadable("Deux feuilles portent le même tableau.")
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
                raise unreadable("Ce classeur est trop grand.")
            if archive.testzip() is not None:
                raise unreadable("Ce classeur est abîmé.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise unreadable("Ce classeur est abîmé, ou protégé par un mot de passe.") from error


def _sheet(table: Table, lines: Iterable[Sequence[Any]]) -> Sheet[Table]:
    found = iter(lines)
    header = [_cell(cell) for cell in next(found, ())]
    while header and header[-1] is None:
        header.pop()
    columns = ["" if name is None else str(name).lower() for name in header]
    named = [name for name in columns if name]
    if not named or len(columns) > MOST_COLUMNS:
        raise unreadable("La première ligne doit nommer les colonnes.")
    if len(set(named)) < len(named):
        raise unreadable("Deux colonnes portent le même nom.")
    rows: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(found, 2):
        cells = [_cell(cell) for cell in line]
        if not any(cell is not None for cell in cells):
            continue
        if len(rows) == MOST_ROWS:
            raise unreadable(f"Ce tableau a plus de {MOST_ROWS} lignes : découpez-le.")
        if len(cells) > len(columns) and any(cell is not None for cell in cells[len(columns) :]):
            raise unreadable(f"La ligne {number} a plus de cellules que la première.")
        rows.append((number, {name: cell for name, cell in zip(columns, cells, strict=False) if name}))
    return Sheet(table, named, rows)


def _cell(value: Any) -> Any:
    """Return a cell trimmed; nothing where it is blank."""
    if isinstance(value, str):
        return value.strip() or None
    return value


def _faults(table: Table, number: int, error: ValidationError) -> list[Fault[Table]]:
    found = []
    # Said to be of a body, so that a column which is called `body` is not taken for one.
    for one in field_errors([{**one, "loc": ("body", *one["loc"])} for one in error.errors()]):
        column = one.pointer.removeprefix("/body").lstrip("/").partition("/")[0]
        found.append(Fault(table, number, column, one.code, one.detail))
    return found
