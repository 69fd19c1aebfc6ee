"""A file of payments as rows: CSV or XLSX, HelloAsso's own or somebody's."""

from typing import IO, Final

from ombelle_chassis.spreadsheets import read_sheets, unreadable

from ombelle_members.fees.paying.domain import PaymentRow, columns_of, missing_columns, row_of

_TABLE: Final = "payments"
_NAMES: Final = {"reference": "la référence de la commande", "received_on": "la date", "amount": "le montant"}


def read_payments(file: IO[bytes], name: str) -> list[PaymentRow]:
    """Return the rows of a file, by their number in it. Raises FileUnreadable."""
    [sheet] = read_sheets(file, name, _TABLE, names={}, order=(_TABLE,))
    columns = columns_of(sheet.columns)
    if missing := missing_columns(columns):
        raise unreadable(f"Ce fichier ne nomme pas {', '.join(_NAMES[one] for one in missing)}.")
    return [row_of(number, cells, columns) for number, cells in sheet.rows]
