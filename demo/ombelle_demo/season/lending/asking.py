"""What the season's people ask for today, and how far each of these loans is: all of it through the API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from ombelle_demo.season.door import Door, RefusedError, Visitor
from ombelle_demo.season.library import organisations
from ombelle_demo.season.papers import paper

_SETTINGS: Final = {
    "buffer_before_days": 1,
    "buffer_after_days": 2,
    "near_departments": ["02", "59", "60", "62", "80"],
    "far_buffer_before_days": 3,
    "far_buffer_after_days": 3,
    "notice_days": 7,
    "max_days": 90,
    "hold_days": 14,
    "insurance": "clause",
    "address": "Dépôt des expositions, 8 rue des Cimaises, 80000 Amiens",
    "email": "rosalie@demo.ombelle.example",
    "signatory_name": "Anselme Hautefeuille",
    "signatory_capacity": "Directeur de l’agence",
    "pickup_places": [
        {
            "name": "Dépôt d’Amiens",
            "address": "8 rue des Cimaises, 80000 Amiens",
            "hours": "Du lundi au vendredi, 9 h – 17 h",
        }
    ],
}
_TARIFFS: Final = {
    "light_exhibition": (3000, 5000),
    "kit": (2000, 4000),
    "interactive_exhibition": (15000, 25000),
}
"""Cents for four weeks: members, others. Invented."""
_TRIES: Final = 6
"""Weeks that are tried before it is too much: holidays and closures move."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One of these loans: who asks what for which organisation, in how many weeks, and how far it is."""

    item: str
    by: str
    organisation: str
    weeks: int
    message: str
    steps: tuple[str, ...] = ()
    options: Mapping[str, bool] = field(default_factory=dict)


WISHES: Final = (
    Wish(
        "frites", "holder", "marmite", 0, "Nous ouvrons dans quelques jours : serait-ce possible malgré le délai ?",
        options={"as_exception": True},
    ),
    Wish("marees", "neighbour", "nautilus", 4, "Pour notre semaine de la mer, hall d’entrée."),
    Wish("oiseaux", "seaside", "baie", 6, "Fête des oiseaux d’hiver, salle des gardes."),
    Wish(
        "oiseaux", "neighbour", "foret", 6, "Nous attendons si les dates se libèrent.",
        options={"waitlist_if_taken": True},
    ),
    Wish("cerveau", "miner", "lens", 5, "Semaine du cerveau, hall de la faculté.", ("approve",)),
    Wish(
        "codage", "inland", "vermandois", 7, "Portes ouvertes du fablab.",
        ("approve", "settle-fee", "agreement", "send-agreement"),
    ),
    Wish(
        "sucre", "inland", "tuile", 8, "Avec nos propres moules à sucre, en regard.",
        ("approve", "settle-fee", "agreement", "send-agreement", "upload-agreement"),
    ),
    Wish("lamarck", "seaside", "morue", 5, "Autour du plancton.", ("decline",)),
    Wish("bulles", "miner", "gaillettes", 9, "Fête du quartier.", ("cancel",)),
)  # fmt: skip
_WHY: Final = {
    "decline": "Cette exposition part en restauration : nous vous proposons « Darwin » aux mêmes dates.",
    "cancel": "La fête du quartier est reportée.",
}


def settle(lender: Visitor, today: date) -> None:
    """Say how the agency lends, and what it asks. Raises RefusedError."""
    lender.ask("PATCH", "/lending-settings/agency", dict(_SETTINGS), fine=(412,), If_Match='"v0"')
    for category, (member, other) in _TARIFFS.items():
        tariff = {
            "category": category,
            "starts_on": date(today.year - 3, 1, 1).isoformat(),
            "basis": "per_period",
            "period_days": 28,
            "member_cents": member,
            "other_cents": other,
        }
        lender.ask("POST", "/tariffs", tariff, fine=(409,))


def ask_for(door: Door, ids: Mapping[str, str], items: Mapping[str, str], today: date) -> None:
    """Let people ask, and the lender answer. Raises RefusedError."""
    for number, wish in enumerate(WISHES):
        loan = _ask(door.as_(wish.by), number, wish, ids, items, today)
        for step in wish.steps:
            _follow(door, wish, loan, step, f"season-wish-{number}-{step}")


def _ask(
    visitor: Visitor, number: int, wish: Wish, ids: Mapping[str, str], items: Mapping[str, str], today: date
) -> str:
    """Return the id of the loan, in the first week that is taken for one."""
    organisation = organisations()[wish.organisation]
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=wish.weeks + 1)
    for week in range(_TRIES):
        first = monday + timedelta(weeks=week)
        last = first + timedelta(days=18)
        body = {
            "organisation_id": ids[wish.organisation],
            "place_of_use": {
                "name": organisation.name,
                "address": organisation.address,
                "commune_insee": organisation.commune.insee,
                "commune_name": organisation.commune.name,
            },
            "signatory": {"name": "Camille Tamponnier", "capacity": "Présidence"},
            "message": wish.message,
            "loans": [
                {
                    "item_id": items[wish.item],
                    "starts_on": first.isoformat(),
                    "ends_on": last.isoformat(),
                    **wish.options,
                }
            ],
        }
        key = f"season-wish-{number}-{first}"
        answer = visitor.ask("POST", "/loan-requests", body, fine=(409, 422), Idempotency_Key=key)
        if answer.is_success:
            return str(answer.json()["loans"][0]["id"])
    raise RefusedError(f"{wish.item}: {answer.status_code} {answer.text}")


def _follow(door: Door, wish: Wish, loan: str, step: str, key: str) -> None:
    lender, path = door.as_("lender"), f"/loans/{loan}/{step}"
    if step == "upload-agreement":
        name, content = paper("presentation")
        lender.send_file(path, name, content, key=key, version="1")
        return
    if step == "settle-fee":  # refused where members told who is one, and the tariff settled it
        lender.ask("POST", path, {"is_member": False}, fine=(409,), Idempotency_Key=key)
        return
    who = door.as_(wish.by) if step == "cancel" else lender
    who.once(path, key, {"reason": _WHY[step]} if step in _WHY else None)


def ids_of(lender: Visitor, wanted: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the ids of items by key, out of pairs of key and title."""
    by_title: dict[str, Any] = {one["title"]: one["id"] for one in lender.every("/items")}
    return {key: by_title[title] for key, title in wanted}
