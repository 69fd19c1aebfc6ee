"""A programme as its national feed tells it: OpenAgenda v2 rows in pages, made up and always the same.

A thousand events begin each week, ten weeks to a season: see README.md, "The data".
"""

import csv
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from bench.words import plain, say, sentence

PER_WEEK = 1_000
SEASON = 10_000
WEEKS = SEASON // PER_WEEK
FIRST_MONDAY = date(2027, 9, 6)
PAGE = 300
VENUES = 1_500
PARIS = ZoneInfo("Europe/Paris")
_THEMES = (
    "astronomie, espace",
    "numérique",
    "santé",
    "environnement",
    "chimie, physique",
    "patrimoine industriel",
    "société",
)
_TYPES = ("atelier", "visite", "conférence", "exposition", "jeu", "spectacle", "village des sciences")
_PUBLICS = ("Familles", "Collège (11 - 14 ans)", "Lycée", "Primaire")


def agenda() -> dict[str, Any]:
    """Return the agenda's configuration, its own fields in it."""

    def field(code: str, kind: str, label: str, options: tuple[str, ...] = ()) -> dict[str, Any]:
        listed = [
            {"id": n, "value": f"{code}-{n}", "label": {"fr": option}} for n, option in enumerate(options, 1)
        ]
        made: dict[str, Any] = {
            "field": code,
            "fieldType": kind,
            "schemaType": "agenda",
            "label": {"fr": label},
        }
        return made | ({"options": listed} if listed else {})

    return {
        "uid": 61_000_001,
        "slug": "sciences-au-banc-d-essai",
        "title": "Sciences au banc d'essai",
        "schema": {
            "fields": [
                field("thematique", "radio", "Thématique", _THEMES),
                field("type-danimation", "radio", "Type d’animation", _TYPES),
                field("publics", "checkbox", "Publics concernés", _PUBLICS),
                field("organisateur", "text", "Organisateur"),
                field("evenement-parent", "integer", "Parent"),
            ]
        },
    }


@cache
def venues() -> tuple[dict[str, Any], ...]:
    """Return the places: in real communes of the bundled territory, the large ones more often."""
    text = (files("ombelle_events.geography") / "data/hauts-de-france/communes.csv").read_text(
        encoding="utf-8"
    )
    communes = list(csv.DictReader(text.splitlines()))
    dice = random.Random(7)
    chosen = dice.choices(communes, [int(c["population"]) ** 0.8 for c in communes], k=VENUES)
    return tuple(
        {
            "uid": 5_000_000 + n,
            "name": f"{dice.choice(('Salle', 'Centre', 'Médiathèque', 'Musée', 'Espace'))} {say(dice, 1)[0]} {n}",
            "address": f"{dice.randrange(1, 120)} rue de la {say(dice, 1)[0]}",
            "postalCode": commune["postal_codes"].split(" ")[0][:5],
            "insee": commune["insee"],
            "city": commune["name"],
            "countryCode": "FR",
            # far enough from one another to be two places
            "latitude": round(float(commune["latitude"]) + (n % 40 - 20) * 0.0021, 5),
            "longitude": round(float(commune["longitude"]) + (n // 40 - 19) * 0.0021, 5),
            "phone": f"03{dice.randrange(10**7, 10**8)}",
            "website": f"https://lieu-{n}.example.org",
            "slug": f"lieu-{n}",
            "description": {"fr": sentence(dice, 20)},
            "access": {"fr": sentence(dice, 8)},
            "image": f"https://images.example.org/location{n}.jpg",
            "imageCredits": None,
            "adminLevel1": "Hauts-de-France",
            "adminLevel4": commune["name"],
            "timezone": "Europe/Paris",
            "state": 1,
            "tags": [],
            "extIds": [],
            "links": [],
            "updatedAt": "2026-12-01T08:00:00.000Z",
        }
        for n, commune in enumerate(chosen)
    )


def season(count: int = SEASON) -> Iterator[dict[str, Any]]:
    """Make the rows, in the order of their dates of change."""
    dice = random.Random(1991)
    umbrellas: list[int] = []
    for n in range(count):
        uid, week = 100_000 + n, n // PER_WEEK
        is_umbrella = n % 50 == 0
        if is_umbrella:
            umbrellas.append(uid)
        child = not is_umbrella and n % 10 == 3
        yield _row(dice, n, uid, week, umbrella=is_umbrella, parent=umbrellas[-1] if child else None)


def _row(
    dice: random.Random, n: int, uid: int, week: int, *, umbrella: bool, parent: int | None
) -> dict[str, Any]:
    title = " ".join(say(dice, 5)).capitalize()
    changed = datetime(2027, 1, 4, tzinfo=UTC) + timedelta(minutes=10 * n)
    row: dict[str, Any] = {
        "uid": uid,
        "slug": "-".join(plain(word) for word in title.lower().split()) + f"-{n}",
        "title": {"fr": title},
        "description": {"fr": sentence(dice, 12)},
        "longDescription": {"fr": "\n\n".join(sentence(dice, 25) for _ in range(3))},
        "conditions": {"fr": dice.choice(("Gratuit", "Entrée libre", "Sur inscription", "5 €"))},
        "keywords": {"fr": say(dice, 3)},
        "image": _image(uid),
        "imageCredits": "Photo de la structure",
        "registration": [{"type": "link", "value": f"https://inscription.example.org/{uid}"}]
        if n % 3
        else [],
        "accessibility": {"hi": n % 7 == 0, "vi": False, "pi": False, "mi": n % 2 == 0, "ii": False},
        "timings": _timings(dice, week),
        "timezone": "Europe/Paris",
        "age": {"min": dice.choice((None, 3, 6, 8, 11)), "max": dice.choice((None, 99))},
        "attendanceMode": 1,
        "status": 6 if n % 97 == 0 else 1,
        "state": 2,
        "location": venues()[dice.randrange(VENUES)],
        "thematique": dice.randrange(1, len(_THEMES) + 1),
        "type-danimation": len(_TYPES) if umbrella else dice.randrange(1, len(_TYPES)),
        "publics": dice.sample(range(1, len(_PUBLICS) + 1), 2),
        "organisateur": f"Association {say(dice, 1)[0]}",
        "updatedAt": changed.isoformat().replace("+00:00", ".000Z"),
        "createdAt": "2027-01-02T08:00:00.000Z",
        "originAgenda": {
            "uid": 61_000_001,
            "title": "Sciences au banc d'essai",
            "slug": "sciences-au-banc-d-essai",
            "image": None,
        },
        "sourceAgendas": [],
        "featured": False,
        "addMethod": "contribution",
        "country": {"code": "FR", "fr": "France", "en": "France"},
        "dateRange": {"fr": sentence(dice, 4), "en": sentence(dice, 4)},
        "nextTiming": None,
        "ownerUid": 7_000_000 + n % 900,
    }
    return row | ({"evenement-parent": parent} if parent else {})


def _image(uid: int) -> dict[str, Any]:
    sizes = (("full", 2048, 1365), ("base", 1200, 800), ("thumbnail", 200, 200))
    return {
        "base": "https://images.example.org/",
        "filename": f"{uid}.base.image.jpg",
        "size": {"width": 1200, "height": 800},
        "variants": [
            {"filename": f"{uid}.{kind}.image.jpg", "size": {"width": width, "height": height}, "type": kind}
            for kind, width, height in sizes
        ],
    }


def _timings(dice: random.Random, week: int) -> list[dict[str, str]]:
    monday = FIRST_MONDAY + timedelta(weeks=week)
    if dice.random() < 0.03:  # an exhibition, three weeks long
        begin = datetime.combine(monday, time(9), PARIS)
        return [{"begin": begin.isoformat(), "end": (begin + timedelta(days=20, hours=9)).isoformat()}]
    found: dict[tuple[date, int], int] = {}
    for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4))):
        day = monday + timedelta(days=dice.choice((0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6)))
        found[day, dice.randrange(9, 19)] = dice.choice((45, 60, 90, 120))
    starts = sorted(
        (datetime.combine(day, time(hour), PARIS), length) for (day, hour), length in found.items()
    )
    return [{"begin": s.isoformat(), "end": (s + timedelta(minutes=m)).isoformat()} for s, m in starts]


def pages(count: int = SEASON) -> list[bytes]:
    """Return the rows as the platform sends them: JSON pages of PAGE rows."""
    rows = list(season(count))
    return [
        orjson.dumps({"total": count, "events": rows[start : start + PAGE], "after": None})
        for start in range(0, count, PAGE)
    ]
