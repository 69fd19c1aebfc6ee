"""Fees as a table. Plain Python."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ombelle_members.fees.domain import CATEGORIES, METHODS, STATES, decimal_euros
from ombelle_members.spreadsheets import csv_table

_COLUMNS: Final = (
    "Année", "Numéro", "Adhérent", "Collège", "Catégorie", "Montant", "Payé", "Reste", "État", "En retard", "Appelée le",
    "Échéance", "Dernier règlement", "Moyen", "Relances", "Dernière relance", "Reçu",
)  # fmt: skip


def as_csv(fees: Iterable[Mapping[str, Any]]) -> bytes:
    """Return fees as CSV for spreadsheets; amounts are in euros, days as `2027-03-31`."""
    return csv_table(_COLUMNS, [_cells(fee) for fee in fees])


def _cells(fee: Mapping[str, Any]) -> tuple[Any, ...]:
    payments = [one for one in fee["payments"] if one["voided_on"] is None]
    return (
        fee["year"],
        fee["member"]["number"],
        fee["member"]["name"],
        fee["college"],
        CATEGORIES[fee["category"]],
        *(decimal_euros(fee[name]) for name in ("amount_cents", "received_cents", "remaining_cents")),
        STATES[fee["state"]],
        "oui" if fee["is_late"] else "non",
        fee["called_on"],
        fee["due_on"],
        payments[-1]["received_on"] if payments else None,
        ", ".join(dict.fromkeys(METHODS[one["method"]] for one in payments)),
        fee["reminders"],
        fee["last_reminded_on"],
        fee["receipt"],
    )
