"""The programme of an edition as OpenAgenda v2 gives it: one row per event, with its additional fields."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from zlib import crc32

from . import hours, schema
from .edition import Edition
from .library import Idea, Venue, ideas, venues
from .oddities import make_odd

Row = dict[str, Any]
T = TypeVar("T")

_SPELT = str.maketrans({"œ": "oe", "Œ": "Oe", "’": " "})

REMOVED = range(900, 906)  # numbers of events that were published, then withdrawn

_DEPARTMENTS = {"02": "Aisne", "59": "Nord", "60": "Oise", "62": "Pas-de-Calais", "80": "Somme"}
_CONDITIONS = (
    "Gratuit",
    "Entrée libre et gratuite",
    "Gratuit, dans la limite des places disponibles",
    "Gratuit, sans réservation",
)
_ON_REQUEST = ("Gratuit, sur réservation", "Gratuit, réservation conseillée")
_LEVELS = {"maternelle", "primaire", "college", "lycee", "superieur"}


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the edition: an idea, at one of its places. `venue` is `None` online."""

    number: int
    key: str
    idea: Idea
    turn: int
    venue: Venue | None
    parent: str | None


def events() -> Sequence[Event]:
    """The events, in an order that never changes; an umbrella event comes before its children."""
    found: list[Event] = []
    homes: dict[str, str] = {}
    for idea in ideas():
        for turn, at in enumerate(idea.at):
            place, _, parent = at.partition(">")
            place = place or homes[parent]
            if idea.umbrella:
                homes[idea.key] = place
            key = idea.key if not turn else f"{idea.key}@{place}"
            venue = None if place == "online" else venues()[place]
            found.append(Event(len(found), key, idea, turn, venue, parent or None))
    return found


def rows(edition: Edition) -> list[Row]:
    """Every published event of `edition`; the same list each time it is asked."""
    programme = events()
    days = {event.key: _days(event, edition) for event in programme if event.idea.umbrella}
    uids = {event.key: edition.event_uid(event.number) for event in programme}
    found = [_row(event, edition, days, uids) for event in programme]
    _make_slugs_unique(found)
    return found


def tombstones(edition: Edition) -> list[Row]:
    """What is left of the events that were withdrawn: a uid and the time of it, nothing more."""
    return [
        {
            "uid": edition.event_uid(number),
            "removed": True,
            "updatedAt": _stamp(_updated(edition, f"removed {number}"), exact=True),
        }
        for number in REMOVED
    ]


def _spans(event: Event, edition: Edition, umbrella: Sequence[date] = ()) -> list[hours.Span]:
    written = event.idea.when
    line = (
        written[event.turn % len(written)]
        if written
        else hours.suggested(event.idea, event.number, child=bool(umbrella))
    )
    return hours.spans(line, edition.starts_on, umbrella)


def _days(event: Event, edition: Edition) -> list[date]:
    return sorted({begin.date() for begin, _ in _spans(event, edition)})


def _row(event: Event, edition: Edition, days: dict[str, list[date]], uids: dict[str, int]) -> Row:
    idea = event.idea
    inside = days[event.parent] if event.parent and event.idea.at[event.turn].startswith(">") else ()
    timings = [
        {"begin": begin.isoformat(), "end": end.isoformat()} for begin, end in _spans(event, edition, inside)
    ]
    updated = _updated(edition, event.key)
    row: Row = {
        "uid": uids[event.key],
        "slug": slug(idea.title),
        "title": {"fr": idea.title},
        "description": {"fr": idea.description},
        "longDescription": {"fr": idea.text},
        "conditions": {"fr": _conditions(event)},
        "keywords": {"fr": list(idea.words)} if idea.words else {},
        "image": None,
        "imageCredits": None,
        "registration": _registration(event),
        "accessibility": _accessibility(event.key),
        "timings": timings,
        "firstTiming": timings[0],
        "lastTiming": timings[-1],
        "nextTiming": timings[0],
        "dateRange": {"fr": ""},
        "timezone": "Europe/Paris",
        "age": {"min": idea.ages[0], "max": idea.ages[1]},
        "attendanceMode": 1 if event.venue else 2,
        "onlineAccessLink": None if event.venue else f"https://example.org/direct/{slug(idea.title)}",
        "status": 1,
        "state": 2,
        "featured": idea.kind == "science_village",
        "location": _location(event.venue, edition) if event.venue else None,
        "originAgenda": _origin(edition),
        "addMethod": "contribution",
        "createdAt": _stamp(updated - timedelta(days=9, hours=crc32(event.key.encode()) % 90), exact=True),
        "updatedAt": _stamp(updated, exact=bool(event.number % 3)),
        **_additional(event, edition, uids),
    }
    return make_odd(event.key, row)


def _additional(event: Event, edition: Edition, uids: dict[str, int]) -> Row:
    idea = event.idea
    organiser = idea.by or (event.venue.organiser if event.venue else "Collectif Science en pantoufles")
    return {
        "thematique": schema.option(edition, "thematique", idea.theme),
        "type-danimation": schema.option(edition, "type-danimation", idea.kind),
        "publics-concernes": schema.options(edition, "publics-concernes", idea.public),
        "organisateur": organiser,
        "evenement-parent": uids[event.parent] if event.parent else None,
    }


def _location(venue: Venue, edition: Edition) -> Row:
    commune = venue.commune
    department = _DEPARTMENTS[commune.department]
    # A few hundred metres around the town's point: venues of one town stand apart on the map.
    north, east = crc32(venue.key.encode()) % 61 - 30, crc32(venue.name.encode()) % 81 - 40
    return {
        "uid": edition.location_uid(venue.number),
        "name": venue.name,
        "slug": slug(venue.name),
        "address": f"{venue.address}, {commune.postal_code} {commune.name}",
        "postalCode": commune.postal_code,
        "insee": commune.insee,
        "city": commune.name,
        "department": department,
        "region": "Hauts-de-France",
        "adminLevel1": "Hauts-de-France",
        "adminLevel2": department,
        "adminLevel3": commune.epci,
        "adminLevel4": commune.name,
        "countryCode": "FR",
        "latitude": round(commune.latitude + north * 0.0001, 5),
        "longitude": round(commune.longitude + east * 0.0001, 5),
        "timezone": "Europe/Paris",
        "phone": None,
        "website": None,
        "access": {},
        "description": {},
        "image": None,
        "state": 1,
    }


def _origin(edition: Edition) -> Row:
    agenda = schema.agenda(edition)
    kept = ("uid", "title", "slug", "url", "image", "official", "description")
    return {name: agenda[name] for name in kept}


def _conditions(event: Event) -> str:
    if event.idea.conditions:
        return event.idea.conditions
    return _pick(_ON_REQUEST if _bookable(event) else _CONDITIONS, event.key)


def _bookable(event: Event) -> str:
    """How one books: as the author says, by mail for classes, else not at all."""
    if event.idea.booking:
        return event.idea.booking
    return "email" if _LEVELS.issuperset(event.idea.public) else ""


def _registration(event: Event) -> list[Row]:
    name = slug(event.idea.by or (event.venue.organiser if event.venue else "science-en-pantoufles"))
    code = crc32(event.key.encode())
    values = {
        "link": f"https://example.org/reserver/{slug(event.idea.title)}",
        # 03 53 01 is kept for works of fiction: it rings nowhere.
        "phone": f"03 53 01 {code % 100:02} {code // 100 % 100:02}",
        "email": f"reservation@{name[:40].strip('-')}.example",
    }
    return [{"type": kind, "value": values[kind]} for kind in _bookable(event).split()]


def _accessibility(key: str) -> Row | None:
    code = crc32(key[::-1].encode())
    if code % 11 == 0:
        return None
    known: Row = {"hi": code % 5 == 0, "vi": code % 7 == 0, "pi": code % 4 == 0, "mi": code % 3 > 0}
    return known if code % 3 else {**known, "ii": code % 4 == 0}


def _updated(edition: Edition, key: str) -> datetime:
    """When the event was last changed: before the edition of the year before had ended.

    An edition is served from the end of the one before it, and a feed never speaks of a time to come.
    """
    end = Edition(edition.year - 1).ends_on
    moment = datetime(end.year, end.month, end.day, tzinfo=UTC) - timedelta(days=1)
    return moment - timedelta(milliseconds=crc32(f"updated {key}".encode()) * 2)


def _stamp(moment: datetime, *, exact: bool) -> str:
    precision = "milliseconds" if exact else "seconds"
    return moment.isoformat(timespec=precision).replace("+00:00", "Z")


def slug(text: str) -> str:
    """`text` in the letters of an address: « L’œil ! » gives `l-oeil`."""
    plain = unicodedata.normalize("NFKD", text.translate(_SPELT))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def _make_slugs_unique(found: list[Row]) -> None:
    seen: set[str] = set()
    for row in found:
        if row["slug"] in seen:
            row["slug"] += f"-{row['uid']}"
        seen.add(row["slug"])


def _pick(choices: Sequence[T], key: str) -> T:
    return choices[crc32(key.encode()) % len(choices)]
