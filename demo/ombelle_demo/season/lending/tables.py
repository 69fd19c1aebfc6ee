"""The season's tables, as an import takes them: every row keeps the rules of loans, and days count from today."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from ombelle_demo.season.library import Organisation, organisations

from .words import Item, agency_items, borrowers, circulation, contributed_items, partners, replies

Row = dict[str, Any]
_SPACES: Final = {
    "panels": 20,
    "self_standing": 40,
    "roll_up": 12,
    "case": 4,
    "interactive_model": 10,
    "interactive": 120,
}
_LENGTHS: Final = (13, 14, 14, 20, 21, 27, 28, 28, 34)
_SATISFACTIONS: Final = ("very_satisfied",) * 9 + ("satisfied",) * 9 + ("not_very_satisfied",) * 2
_METHODS: Final = ("estimated",) * 13 + ("counted",) * 5 + ("unknown",)
_HOW: Final = ("catalogue", "website", "newsletter", "word_of_mouth", "former_loan", "education_network")
_SCHOOLS: Final = {"college", "lycee"}
_HANDLINGS: Final = ("handled_here", "forwarded", "forwarded", "contact_only")
LATE: Final = "under-way-01"
"""The loan that should have been back for days."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A loan of today: days are counted from today."""

    item: str
    borrower: str
    status: str
    starts: int
    ends: int


UNDER_WAY: Final = (
    UnderWay("terrils", "gaillettes", "out", -40, -4),
    UnderWay("abeilles", "tilleuls", "out", -9, 12),
    UnderWay("algo", "ravel", "out", -6, 15),
    UnderWay("soleil", "remparts", "out", -3, 18),
    UnderWay("maths-a-toucher", "lens", "out", -12, 9),
    UnderWay("verne", "navette", "out", -20, 6),
    UnderWay("mine", "mairie-guise", "returned", -30, -2),
    UnderWay("microbes", "dunes", "returned", -24, -1),
    UnderWay("pi", "gay", "inspected", -28, -5),
    UnderWay("climat", "ferme", "confirmed", 5, 25),
    UnderWay("femmes", "mairie-doullens", "confirmed", 9, 30),
    UnderWay("robots", "bara", "confirmed", 12, 33),
    UnderWay("planetes", "coquelicot", "confirmed", 14, 28),
    UnderWay("dentelle", "plateau", "confirmed", 20, 48),
    UnderWay("pasteur", "vauquelin", "confirmed", 27, 48),
    UnderWay("lune", "bib-rue", "expired", 30, 50),
)
KEPT_FREE: Final = frozenset(
    {"marees", "oiseaux", "cerveau", "codage", "sucre", "bulles", "lamarck", "frites"}
)
"""The items that the season's people ask for today (`asking`)."""


def tables(today: date) -> dict[str, list[Row]]:
    """Return the rows of each table, by its name; the same for the same day."""
    rng = random.Random(f"{today:%Y-%m-%d} loans")
    loans = [*_past(today, rng), *_present(today)]
    return {
        "organisations": [_organisation(one) for one in _everybody().values()],
        "items": [_item(one, today, rng) for one in (*agency_items(), *contributed_items())],
        "loans": loans,
        "loan_evaluations": list(_evaluations(loans, today, rng)),
        "contributor_returns": [
            {"organisation_id": key, "year": today.year - 1, "loans": lent, "days": days}
            for key, (lent, days) in circulation().items()
        ],
    }


def _everybody() -> dict[str, Organisation]:
    known = {key: one for key, one in organisations().items() if one.twin_of is None}
    return known | dict(partners())


def _organisation(one: Organisation) -> Row:
    return {"organisation_id": one.key, "name": one.name, "insee": one.commune.insee}


def _item(one: Item, today: date, rng: random.Random) -> Row:
    light = one.category == "light_exhibition"
    panels = one.panels or (rng.randrange(6, 15) if light else None)
    handling = rng.choice(_HANDLINGS) if one.owner else "handled_here"
    owner = _everybody()[one.owner] if one.owner else None
    row = {
        "item_id": one.key,
        "title": one.title,
        "category": one.category,
        "format": one.format,
        "format_of": one.format_of,
        "owner_organisation_id": one.owner,
        "added_on": _added_on(one, today, rng),
        "insurance_value_eur": one.value or rng.randrange(4, 40) * 100,
        "abstract": one.abstract or _abstract(one, owner, panels),
        "themes": "|".join(one.themes),
        "audiences": "|".join(one.audiences),
        "producer": owner.name if owner else "Ombelliscience",
        "panels": panels,
        "space_m2": _SPACES[one.format],
        "weight_kg": (panels or 10) * 2,
        "packages": max((panels or 8) // 4, 1),
        "needs_power": one.format in {"interactive", "interactive_model"},
        "handling": handling,
        "contact_email": f"prets@{one.owner}.example" if handling != "handled_here" else None,
    }
    return {name: value for name, value in row.items() if value is not None}


def _added_on(one: Item, today: date, rng: random.Random) -> date:
    """Three items and the further formats are of this year, the others older than the first of the loans."""
    if one.format_of or one.key in {"ia", "grand-froid", "donnees"}:
        return date(today.year, 1, 1) if today.month < 4 else date(today.year, 1 + rng.randrange(3), 15)
    return date(today.year - rng.randrange(3, 12), rng.randrange(1, 13), 15)


def _abstract(one: Item, owner: Organisation | None, panels: int | None) -> str:
    shape = {
        "panels": f"{panels} panneaux",
        "self_standing": f"{panels} modules autoportants",
        "roll_up": f"{panels} enrouleurs",
        "case": "Une mallette d’activités",
        "interactive_model": "Une maquette à manipuler",
        "interactive": "Un parcours à expérimenter",
    }[one.format]
    place = f"{owner.name}, à {owner.commune.name}" if owner else "l’agence"
    return f"{shape} pour découvrir « {one.title} », conçus et prêtés par {place}."


def _past(today: date, rng: random.Random) -> Iterator[Row]:
    """Two years of loans, over or cancelled, one after the other for each item; some items are never asked for."""
    begins = today - timedelta(days=730)
    who = [*borrowers(), *borrowers(), *(key for key, one in organisations().items() if one.twin_of is None)]
    number = 0
    for place, item in enumerate(agency_items()):
        added = (
            begins if item.format_of is None and item.key not in {"ia", "grand-froid", "donnees"} else today
        )
        times = (7, 6, 5, 4, 0, 3, 2, 2, 1, 0)[place % 10] if added == begins else 0
        for turn in range(times):
            length, span = rng.choice(_LENGTHS), 680 // times
            day = begins + timedelta(days=turn * span + rng.randrange(span - length - 8))
            if day + timedelta(days=length) < today - timedelta(days=50):
                number += 1
                yield _loan(number, item, rng.choice(who), day, length, rng)


def _loan(number: int, item: Item, borrower: str, day: date, length: int, rng: random.Random) -> Row:
    kind = _everybody()[borrower].kind
    is_paid_for = kind in _SCHOOLS and rng.random() < 0.75
    cancelled = rng.random() < 0.14
    row = {
        "loan_id": f"past-{number:03}",
        "item_id": item.key,
        "borrower_organisation_id": borrower,
        "channel": "pass_culture" if is_paid_for else "direct",
        "starts_on": day,
        "ends_on": day + timedelta(days=length),
        "status": "cancelled" if cancelled else "closed",
        "fee_eur": 0
        if cancelled or is_paid_for or kind == "primary_school"
        else rng.choice((0, 30, 50, 50, 80)),
    }
    if is_paid_for:
        row["pass_culture_offer"] = f"ADAGE-{200000 + number}"
    if cancelled:
        row |= {
            "cancelled_on": day - timedelta(days=rng.randrange(3, 40)),
            "cancelled_by": rng.choice(("borrower", "borrower", "lender", "force_majeure")),
            "cancel_reason": rng.choice(replies()["cancelled"]),
        }
    return row


def _present(today: date) -> Iterator[Row]:
    for number, one in enumerate(UNDER_WAY, 1):
        yield {
            "loan_id": f"under-way-{number:02}",
            "item_id": one.item,
            "borrower_organisation_id": one.borrower,
            "channel": "direct",
            "starts_on": today + timedelta(days=one.starts),
            "ends_on": today + timedelta(days=one.ends),
            "status": one.status,
            "fee_eur": 50,
        }


def _evaluations(loans: Sequence[Mapping[str, Any]], today: date, rng: random.Random) -> Iterator[Row]:
    """Three of four say how it went, some weeks after."""
    pleased, wrong = replies()["pleased"], list(replies()["wrong"])
    for loan in loans:
        if loan["status"] != "closed" or rng.random() > 0.75:
            continue
        method = rng.choice(_METHODS)
        row = {
            "loan_id": loan["loan_id"],
            "satisfaction": rng.choice(_SATISFACTIONS),
            "satisfaction_welcome": rng.choice(_SATISFACTIONS),
            "satisfaction_logistics": rng.choice(_SATISFACTIONS),
            "audience_method": method,
            "audience_types": "|".join(
                sorted(rng.sample(("general_public", "families", "college", "adults"), 2))
            ),
            "first_time": rng.choice(("oui", "non", "non")),
            "how_known": rng.choice(_HOW),
            "answered_on": min(loan["ends_on"] + timedelta(days=rng.randrange(2, 30)), today),
        }
        if method != "unknown":
            row["audience"] = rng.randrange(25, 600)
        if rng.random() < 0.4:
            row["pleased"] = rng.choice(pleased)
        if wrong and rng.random() < 0.08:
            row["content_remarks"] = wrong.pop()
        yield row
