"""Calls of fees for Chorus Pro, as a table. Plain Python."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ombelle_members.fees.domain import decimal_euros
from ombelle_members.spreadsheets import csv_table

_COLUMNS: Final = (
    "numero", "date", "echeance", "emetteur_siret", "debiteur", "siret", "adresse", "code_postal", "ville", "code_service",
    "numero_engagement", "objet", "montant",
)  # fmt: skip
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
    return csv_table(_COLUMNS, [_cells(row) for row in rows])


def _cells(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (
        call_reference(row), row["called_on"], row["due_on"], row["issuer_siret"], row["name"], row["siret"],
        row["address"], row["postal_code"], row["commune_name"], row["service_code"], row["commitment_number"],
        f"Cotisation {row['year']}", decimal_euros(row["remaining_cents"]),
    )  # fmt: skip
