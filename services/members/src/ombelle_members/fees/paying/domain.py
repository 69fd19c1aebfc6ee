"""Rows of a table of payments, as HelloAsso exports it or as somebody made it. Plain Python."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

# What columns may be called, folded: HelloAsso's own names, then ours.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "reference": ("reference commande", "reference de commande", "numero de commande", "reference"),
    "received_on": (
        "date de la commande",
        "date du paiement",
        "date de paiement",
        "date",
        "paid_on",
        "received_on",
    ),
    "amount": ("montant tarif", "montant adhesion", "montant", "amount_eur", "amount"),
    "status": ("statut de la commande", "statut du paiement", "statut", "status"),
    "email": ("email payeur", "email adherent", "email", "courriel"),
    "organisation": ("raison sociale", "structure", "organisation"),
    "last_name": ("nom adherent", "nom payeur", "nom", "name"),
    "first_name": ("prenom adherent", "prenom payeur", "prenom"),
    "member": ("numero d'adherent", "numero adherent", "n adherent", "adherent", "member_id", "member"),
    "year": ("annee", "year"),
}
_NEEDED: Final = ("reference", "received_on", "amount")
# What is paid; whatever else a status says, nothing was received.
_PAID: Final = frozenset(
    {"valide", "validee", "paye", "payee", "autorise", "paid", "authorized", "processed", ""}
)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A row as it was read; `fault` says in French what of it could not be."""

    row: int
    reference: str | None = None
    received_on: date | None = None
    amount_cents: int | None = None
    is_paid: bool = True
    email: str | None = None
    names: tuple[str, ...] = ()
    member: str | None = None
    year: int | None = None
    fault: str | None = None


def folded(value: str) -> str:
    """Return words in lower case, without accents."""
    plain = unicodedata.normalize("NFD", value.replace("\u2019", "'").replace("°", ""))
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).lower().split())


def columns_of(header: Sequence[str]) -> dict[str, str]:
    """Return the column of each thing that is known; of several names of it, the first that is there."""
    there = {folded(name): name for name in reversed(header)}
    found = {}
    for thing, names in _COLUMNS.items():
        if (known := next((name for name in names if name in there), None)) is not None:
            found[thing] = there[known]
    return found


def missing_columns(columns: Mapping[str, str]) -> list[str]:
    """Return what a table of payments must name and this one does not."""
    return [name for name in _NEEDED if name not in columns]


def row_of(number: int, cells: Mapping[str, Any], columns: Mapping[str, str]) -> PaymentRow:
    """Return a row as it reads.

    Args:
        number: its own in the file.
        cells: by the names of their columns.
        columns: what `columns_of` found.

    """
    said = {name: cells.get(column) for name, column in columns.items()}
    try:
        amount, day = _cents(said["amount"]), _day(said["received_on"])
        reference = _text(said["reference"])
        if reference is None or len(reference) > 100:
            raise ValueError("La référence manque, ou a plus de 100 caractères.")
        year = _year(said.get("year"))
    except ValueError as error:
        return PaymentRow(number, reference=(_text(said["reference"]) or "")[:100] or None, fault=str(error))
    last, first = _text(said.get("last_name")) or "", _text(said.get("first_name")) or ""
    names = [_text(said.get("organisation")), f"{first} {last}", f"{last} {first}"]
    email = _text(said.get("email"))
    return PaymentRow(
        number,
        reference,
        day,
        amount,
        folded(_text(said.get("status")) or "") in _PAID,
        None if email is None else email.lower(),
        tuple(dict.fromkeys(folded(name) for name in names if name and name.strip())),
        _text(said.get("member")),
        year,
    )


def _text(value: Any) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    words = "" if value is None else str(value).strip()
    return words or None


def _cents(value: Any) -> int:
    words = re.sub(r"[\s\u00a0\u202f€]", "", "" if value is None else str(value)).replace(",", ".")
    try:
        cents = Decimal(words) * 100
    except InvalidOperation as error:
        raise ValueError(f"Ce montant ne se lit pas : « {words[:40]} ».") from error
    if not cents.is_finite() or cents != cents.to_integral_value() or not 0 < cents <= 100_000_000:
        raise ValueError(f"Ce montant n’en est pas un : « {words[:40]} ».")
    return int(cents)


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _possible(value, value.isoformat())
    words = _text(value) or ""
    for pattern in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y"):
        try:
            day = datetime.strptime(words[:10], pattern).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
        return _possible(day, words)
    raise ValueError(f"Cette date ne se lit pas : « {words[:40]} ».")


def _possible(day: date, words: str) -> date:
    if day.year < 1900:
        raise ValueError(f"Cette date ne se peut pas : « {words[:40]} ».")
    return day


def _year(value: Any) -> int | None:
    words = _text(value)
    if words is None:
        return None
    if not re.fullmatch(r"(19|20|21)[0-9]{2}", words):
        raise ValueError(f"Cette année n’en est pas une : « {words[:40]} ».")
    return int(words)
