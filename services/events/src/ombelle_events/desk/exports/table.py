"""Applications as rows of a table, and that table as CSV and XLSX. Plain Python: nothing here asks the database.

What people typed is text and nothing else: no cell is ever a formula, in whatever program opens it.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import IO, Any, Final
from zoneinfo import ZoneInfo

from ombelle_events.applications.history.readable import readable
from ombelle_events.forms.definition import WITHOUT_ANSWER, Definition, Field
from ombelle_events.programme.vocabulary import THEMES

Cell = str | int | float | date | datetime | None
_PARIS: Final = ZoneInfo("Europe/Paris")
_LONGEST: Final = 32_000
"""Characters of a cell: Excel's own limit is 32,767."""
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_STATES: Final = {
    "draft": "brouillon",
    "submitted": "déposé",
    "changes_requested": "compléments demandés",
    "under_review": "en évaluation",
    "labelled": "labellisé",
    "waitlisted": "liste complémentaire",
    "not_labelled": "non retenu",
    "withdrawn": "retiré",
}
_LATE: Final = {
    "draft_closed": "l'appel est clos",
    "submitted_late": "déposé après la clôture",
    "answer_late": "réponse en retard",
    "review_late": "évaluation en retard",
}
_FIXED: Final = (
    "Numéro", "Titre", "Structure", "Avec", "État", "Thème", "Commune", "Code INSEE", "Département", "Déposé le",
    "Montant demandé (€)", "Montant accordé (€)", "Réponse attendue le", "Messages non lus", "En retard",
    "Conflits d'intérêts", "Évaluations confiées", "Évaluations rendues", "Note", "Écart", "Sur", "Décision préparée",
)  # fmt: skip
_STAGED: Final = {"labelled": "label", "waitlisted": "liste complémentaire", "not_labelled": "refus"}


def answered_fields(definition: Definition) -> list[Field]:
    """Return the fields of a form that have an answer, which make the last columns."""
    return [field for field in definition.fields() if field.type not in WITHOUT_ANSWER]


def header(definition: Definition) -> list[str]:
    """Return the names of the columns."""
    return [*_FIXED, *(field.label for field in answered_fields(definition))]


def row_of(
    card: Mapping[str, Any],
    parties: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any] | None,
    definition: Definition,
    communes: Mapping[str, str],
) -> list[Cell]:
    """Return an application's row.

    Args:
        card: as the desk shows it.
        parties: who takes part beside its holder.
        answers: those that the reader may read; `None` when they read none.
        definition: the form whose fields are the columns.
        communes: names by INSEE code.

    """
    reviews, commune = card["reviews"] or {}, card["commune"] or {}
    request, staged = card["change_request"] or {}, card["staged"]
    fixed: list[Cell] = [
        card["number"],
        card["title"],
        card["organisation"]["name"],
        ", ".join(one["name"] for one in parties if one["name"]),
        _STATES[card["column"]],
        THEMES.get(card["theme"], card["theme"]),
        commune.get("name"),
        commune.get("insee"),
        card["department"],
        _moment(card["submitted_at"]),
        _euros(card["requested_cents"]),
        _euros(card["amount_granted_cents"]),
        date.fromisoformat(request["due_on"]) if request.get("due_on") else None,
        card["unread"],
        ", ".join(_LATE[one] for one in card["late"]),
        card["conflicts"],
        reviews.get("assigned"),
        reviews.get("submitted"),
        _rounded(reviews.get("mean")),
        _rounded(reviews.get("spread")),
        reviews.get("out_of"),
        _STAGED[staged["decision"]] if staged else None,
    ]
    return [
        *fixed,
        *(_answer(field, (answers or {}).get(field.id), communes) for field in answered_fields(definition)),
    ]


def _answer(field: Field, value: Any, communes: Mapping[str, str]) -> Cell:
    if field.type == "amount" and type(value) is int:
        return value / 100
    if field.type in ("integer", "decimal") and type(value) in (int, float):
        return float(value) if field.type == "decimal" else value
    return readable(field, value, communes)


def _moment(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value).astimezone(_PARIS).replace(tzinfo=None)


def _euros(cents: int | None) -> float | None:
    return None if cents is None else cents / 100


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 2)


def csv_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as French Excel reads them: semicolons, decimal commas, a text that looks like a formula quoted."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerows(
        [_plain(cell) for cell in row] for row in rows
    )
    return written.getvalue().encode()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_RISKY) else cell
    if isinstance(cell, float):
        return f"{cell:.2f}".replace(".", ",")
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


class Workbook:
    """A workbook of one sheet, written row by row into a file: never the whole of it in memory."""

    def __init__(self, file: IO[bytes], names: Sequence[str]) -> None:
        import xlsxwriter  # noqa: PLC0415 -- needed by whoever exports, and by nobody else

        self._book = xlsxwriter.Workbook(
            file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._sheet = self._book.add_worksheet("Dossiers")
        self._moment = self._book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy"})
        bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._sheet.freeze_panes(1, 2)
        self._sheet.set_column(0, 0, 9)
        self._sheet.set_column(1, 2, 34)
        self._sheet.set_column(3, len(names) - 1, 20)
        for column, name in enumerate(names):
            self._sheet.write_string(0, column, name, bold)
        self._columns = len(names)
        self._rows = 0

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows after those that are there."""
        for row in rows:
            self._rows += 1
            for column, cell in enumerate(row):
                self._write(self._rows, column, cell)

    def _write(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._sheet.write_string(row, column, cell[:_LONGEST])
        elif isinstance(cell, datetime):
            self._sheet.write_datetime(row, column, cell, self._moment)
        elif isinstance(cell, date):
            self._sheet.write_datetime(row, column, cell, self._day)
        elif cell is not None:
            self._sheet.write_number(row, column, cell)

    def close(self) -> None:
        """Finish the file."""
        self._sheet.autofilter(0, 0, self._rows, self._columns - 1)
        self._book.close()
