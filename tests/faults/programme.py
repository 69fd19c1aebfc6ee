"""A national programme made of a seed: ten thousand rows whose every part tells the version it belongs to.

Whoever sees a row sees one number in its title, its description, its sessions, its age, its picture and its
own place; two numbers in one answer are half an event.
"""

import csv
import random
import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

AGENDA_UID = 90210
FIRST_UID = 1_000_001
_FAMILY, _CHILDREN = 40, 6  # one row of forty is an umbrella, the six that follow are its children
_STAMPED = re.compile(r"n° (\d+) version (\d+)")
_ALL_WORDS = (
    "abeilles aimants algues alambic argile astrolabe atomes banquise barrage bougie boussole brume cactus "
    "calcaire canaux cellules cerfs charbon chlorophylle ciment comètes coquilles cosmos cratères cristaux "
    "dentelle digues dunes éclipses écluses écorces électrons embryons engrenages éponges estran étoiles "
    "falaises fermes fougères fossiles foudre fromages galaxies geysers glaciers graines gravité grenouilles "
    "grottes hélices herbiers horloges houille huîtres hydrogène insectes jardins kaléidoscope laine levures "
    "libellules lichens lin loutres lumière mammouths marées marais métaux météores microbes miroirs moulins "
    "mousses neurones nuages océans oiseaux orages orbites papillons pendules phares phoques pigments planètes "
    "poissons pollen prismes quartz rayons roches ruches sables satellites savons séismes silex sonar soufre "
    "spectres sucres tambours télescopes teintures tisserands tourbe tempêtes vaccins vagues vapeur vents virus "
    "voûtes volcans xylophones zèbres zinc"
)
_WORDS = _ALL_WORDS.split()

AGENDA: dict[str, Any] = {
    "uid": AGENDA_UID,
    "slug": "science-en-tempete",
    "title": "Science en tempête",
    "schema": {
        "fields": [
            {
                "field": "thematique",
                "fieldType": "radio",
                "schemaType": "agenda",
                "label": {"fr": "Thématique"},
                "options": [
                    {"id": 1, "value": "astronomie", "label": {"fr": "Astronomie"}},
                    {"id": 2, "value": "sante", "label": {"fr": "Santé"}},
                    {"id": 3, "value": "environnement", "label": {"fr": "Environnement"}},
                ],
            },
            {
                "field": "type-danimation",
                "fieldType": "radio",
                "schemaType": "agenda",
                "label": {"fr": "Type d’animation"},
                "options": [
                    {"id": 7, "value": "village", "label": {"fr": "Village des sciences"}},
                    {"id": 8, "value": "atelier", "label": {"fr": "Atelier"}},
                ],
            },
            {
                "field": "evenement-parent",
                "fieldType": "integer",
                "schemaType": "agenda",
                "label": {"fr": "Parent"},
            },
        ]
    },
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a row never changes. `number` counts rows from 0."""

    number: int
    uid: int
    words: str
    has_own_place: bool
    parent: int | None
    is_bad: bool
    is_twin: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """What an answer of the agenda must show of one version of a row."""

    title: str
    description: str
    age: dict[str, int | None]
    credits: str
    sessions: list[tuple[str, str]]
    place: str | None


@lru_cache(maxsize=1)
def communes() -> list[tuple[str, str, str, str, float, float]]:
    """The territory's communes: INSEE code, name, department, a postal code, latitude, longitude."""
    path = files("ombelle_events") / "geography" / "data" / "hauts-de-france" / "communes.csv"
    with path.open(encoding="utf-8") as file:
        return [
            (
                r["insee"],
                r["name"],
                r["department"],
                r["postal_codes"].split()[0].split(",")[0],
                float(r["latitude"]),
                float(r["longitude"]),
            )
            for r in csv.DictReader(file)
        ]


def stamp_of(title: str) -> tuple[int, int] | None:
    """Return the uid and the version that a title tells."""
    found = _STAMPED.search(title)
    return (int(found[1]), int(found[2])) if found else None


@dataclass
class Programme:
    """The rows at the source. `versions` says what is live there now; `gone` what left, `hidden` what is unpublished."""

    seed: int
    size: int
    versions: dict[int, int] = field(default_factory=dict)
    gone: dict[int, int] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    cured: set[int] = field(default_factory=set)
    dearer: set[int] = field(default_factory=set)
    adopted: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Every row stands in its first version."""
        self.versions = {FIRST_UID + number: 1 for number in range(self.size)}

    # --- what changes at the source ----------------------------------------------------------------------

    def change_some(self) -> set[int]:
        """A fifth of the rows get another version; return their uids."""
        return self._raise(uid for uid in self.versions if (uid - FIRST_UID) % 5 == 1)

    def change_much(self) -> None:
        """A reconciliation's work: changed, new, removed, unpublished, cured, moved from family to family."""
        live = list(self.versions)
        dearer = {uid for uid in live if (uid - FIRST_UID) % 11 == 0 and not self.shape(uid).is_twin}
        self.dearer |= dearer
        for uid in live:
            number = uid - FIRST_UID
            if self.shape(uid).is_bad and number % 3 == 0:
                self.cured.add(uid)
            if self.shape(uid).parent is not None and number % 4 == 1:
                self.adopted[uid] = self._another_family(uid)
        self._raise(
            uid
            for uid in live
            if (uid - FIRST_UID) % 7 == 3 or uid in dearer or uid in self.cured or uid in self.adopted
        )
        for uid in live:
            if (uid - FIRST_UID) % 37 == 5:
                self.gone[uid] = self.versions.pop(uid) + 1
            elif (uid - FIRST_UID) % 53 == 6:
                self.hidden.add(uid)
                self._raise([uid])
        for number in range(self.size, self.size + self.size // 20):
            self.versions[FIRST_UID + number] = 3

    def _raise(self, uids: Any) -> set[int]:
        raised = {uid for uid in uids if not self.shape(uid).is_twin}
        for uid in raised:
            self.versions[uid] += 1
        return raised

    def _another_family(self, uid: int) -> int:
        number = ((uid - FIRST_UID) // _FAMILY + 1) * _FAMILY
        return FIRST_UID + (number if number < self.size else 0)

    # --- rows --------------------------------------------------------------------------------------------

    def shape(self, uid: int) -> Shape:
        """Return what never changes of a row."""
        return _shape(self.seed, uid)

    def whole(self, uid: int, version: int) -> Whole:
        """Return what a version of a row must be seen as."""
        shape = self.shape(uid)
        return Whole(
            title=f"{shape.words} n° {uid} version {version}",
            description=f"Où l'on voit la version {version} de {shape.words}.",
            age={"min": version, "max": 99},
            credits=f"Photographie de la version {version}",
            sessions=_sessions(shape.number, version),
            place=f"{_place_name(shape)}, version {version}" if shape.has_own_place else None,
        )

    def row(self, uid: int) -> dict[str, Any]:
        """Return a row as the platform tells it now."""
        shape, version = self.shape(uid), self.versions[uid]
        whole = self.whole(uid, version)
        bad = shape.is_bad and uid not in self.cured
        parent = self.adopted.get(uid, shape.parent)
        return {
            "uid": uid,
            # twins have one address at the source: here the second gets its number
            "slug": _slug(shape),
            "title": {"fr": "" if bad else whole.title},
            "description": {"fr": whole.description},
            "longDescription": {"fr": f"Tout sur **la version {version}**, de bout en bout."},
            "conditions": {"fr": "Gratuit" if uid not in self.dearer else "Participation libre"},
            "keywords": {"fr": [shape.words.split()[0], f"version-{version}"]},
            "image": {"filename": f"{uid}.jpg", "size": {"width": 800, "height": 600}},
            "imageCredits": whole.credits,
            "registration": [{"type": "link", "value": f"https://exemple.fr/inscription/{version}/{uid}"}],
            "accessibility": {"hi": shape.number % 2 == 0, "vi": False, "pi": False, "mi": True, "ii": False},
            "timings": [{"begin": begin, "end": end} for begin, end in whole.sessions],
            "timezone": "Europe/Paris",
            "age": whole.age,
            "attendanceMode": 1,
            "status": 6 if shape.number % 97 == 0 else 1,
            "state": 1 if uid in self.hidden else 2,
            "location": _place(shape, version),
            "thematique": 1 + shape.number % 3,
            "type-danimation": 7 if shape.number % (2 * _FAMILY) == 0 else 8,
            **({"evenement-parent": parent} if parent is not None else {}),
            "createdAt": "2025-06-01T08:00:00.000Z",
        }


@lru_cache(maxsize=40_000)
def _shape(seed: int, uid: int) -> Shape:
    number = uid - FIRST_UID
    place_in_family = number % _FAMILY
    is_twin = number % 500 in (398, 399)
    chance = random.Random(seed * 1_000_003 + number - (number % 500 == 399))
    return Shape(
        number=number,
        uid=uid,
        words=" ".join(chance.sample(_WORDS, 6)),
        has_own_place=not is_twin and number % 5 in (1, 3),
        parent=uid - place_in_family if 1 <= place_in_family <= _CHILDREN else None,
        is_bad=place_in_family > _CHILDREN and number % 400 == 333,
        is_twin=is_twin,
    )


def _slug(shape: Shape) -> str:
    plain = shape.words.translate(str.maketrans("éèêëàâîïôûùç", "eeeeaaiiouuc")).replace(" ", "-")
    return plain if shape.is_twin else f"{plain}-{shape.uid}"


def _sessions(number: int, version: int) -> list[tuple[str, str]]:
    """One to three sessions of one October, the minute telling the version; twins meet on one day."""
    first = 3 + (number - number % 2) // 2 % 20
    hour = 9 + number % 8
    return [
        (f"2031-10-{day:02d}T{hour:02d}:{version:02d}:00+02:00", f"2031-10-{day:02d}T{hour + 1:02d}:{version:02d}:00+02:00")
        for day in range(first, first + 1 + (number + version) % 3)
    ]  # fmt: skip


def _place_name(shape: Shape) -> str:
    """A name that is like no other: places of nearly one name at nearly one spot are one place."""
    return f"{' '.join(shape.words.split()[:3])} {shape.uid}"


def _place(shape: Shape, version: int) -> dict[str, Any]:
    """A place of the row's own, stamped as the row is; or one that many share and that never changes."""
    known = communes()
    place = 100_000 + shape.number if shape.has_own_place else shape.number // 12
    insee, city, department, postal_code, latitude, longitude = known[place * 7 % len(known)]
    step = place // len(known) % 5  # those of one commune stand some hundred metres apart
    own = f"{_place_name(shape)}, version {version}"
    name = (
        own
        if shape.has_own_place
        else f"{_WORDS[place % len(_WORDS)]} {_WORDS[place * 7 // 5 % len(_WORDS)]} {place}"
    )
    return {
        "uid": 500_000 + place,
        "name": name,
        "address": f"{1 + place % 80} rue de la Version {version if shape.has_own_place else 0}",
        "postalCode": postal_code,
        "insee": insee,
        "city": city,
        "department": department,
        "countryCode": "FR",
        "latitude": round(latitude + step * 0.004, 5),
        "longitude": round(longitude + step * 0.004, 5),
        "updatedAt": f"2025-08-{version if shape.has_own_place else 1:02d}T06:00:00.000Z",
    }
