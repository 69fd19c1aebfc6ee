"""The words of duties, and when they are due. Plain Python."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

DutyKind = Literal[
    "declaration",
    "accounts_published",
    "grant_reports",
    "fee_call",
    "partial_renewal",
    "bureau_election",
    "other",
]
DutyState = Literal["overdue", "soon", "later", "done"]
_ACCOUNTS: Final = 3  # months after their approval
_DECLARES: Final = {
    "officers": "la liste des dirigeants", "name": "le nouveau nom", "seat": "le nouveau siège",
    "bylaws": "les nouveaux statuts",
}  # fmt: skip
_TITLES: Final[Mapping[str, str]] = {
    "declaration": "Déclarer à l’État {declares}",
    "accounts_published": "Publier les comptes annuels",
    "grant_reports": "Rendre compte des subventions de {year}",
    "fee_call": "Appeler les cotisations de {year}",
    "partial_renewal": "Renouveler le groupe {renewal_group} du conseil d’administration",
    "bureau_election": "Élire le bureau",
}


def due_of(kind: str, since: date, due_on: date | None) -> date:
    """Return when a duty that is entered is due: accounts three months after they were approved, else as it says."""
    if kind == "accounts_published" or due_on is None:
        return months_after(since, _ACCOUNTS)
    return due_on


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def title_of(duty: Mapping[str, Any]) -> str:
    """Return what a duty is called, in French."""
    if duty["title"] is not None:
        return str(duty["title"])
    about = duty["about"]
    words = {**about, "declares": _DECLARES.get(about.get("declares", ""))}
    return _TITLES[duty["kind"]].format(**words)
