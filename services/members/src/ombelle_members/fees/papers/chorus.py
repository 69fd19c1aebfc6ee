"""Calls of fees for Chorus Pro, as a table. Plain Python."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any, Final

_COLUMNS: Final = (
    "numero", "date", "echeance", "emetteur_siret", "debiteur", "siret", "adresse", "code_postal", "ville", "code_service",
    "numero_engagement", "objet", "montant",
)  # fmt: skip
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
MISSING: Final[Mapping[str, str]] = {
    "siret": "le SIRET",
    "address": "l’adresse",
    "postal_code": "le code postal",
    "commune_name": "la commune",
    "issuer_siret": "le SIRET de l’association (réglages des cotisations)",
}
"""What Chorus Pro asks, by what it is called here."""


def call_reference(row: Mapping[str, Any]) -> str:
    """Return how a call is named: the year, then the member's number."""
    return f"COT-{row['year']}-{row['number']:04}"


def missing_of(row: Mapping[str, Any]) -> list[str]:
    """Return what a call lacks for Chorus Pro."""
    return [name for name in MISSING if not row[name]]


def as_csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return calls as a table for spreadsheets; amounts are what remains, in euros."""
    written = StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for row in rows:
        cents = row["remaining_cents"]
        cells = (
            call_reference(row), row["called_on"], row["due_on"], row["issuer_siret"], row["name"], row["siret"],
            row["address"], row["postal_code"], row["commune_name"], row["service_code"], row["commitment_number"],
            f"Cotisation {row['year']}", f"{cents // 100},{cents % 100:02}",
        )  # fmt: skip
        table.writerow([_safe(cell) for cell in cells])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _safe(cell: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    shown = "" if cell is None else str(cell)
    return f"'{shown}" if shown.startswith(_RISKY) else shown
