"""OpenAgenda API v2: a raw detailed row to a `SourceEvent`, or the reason why not."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson

from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.additional import Additional, AgendaSchema, is_personal, price_of
from ombelle_events.feed.adapters.contacts import read_registration
from ombelle_events.feed.adapters.places import check_territory, read_place
from ombelle_events.feed.adapters.timings import DEFAULT_ZONE, instant, read_timings, zone_named
from ombelle_events.feed.adapters.values import read_accessibility, read_age, read_image, read_keywords
from ombelle_events.feed.communes import CommuneIndex
from ombelle_events.feed.domain import RowRejected, SourceEvent

SOURCE: Final = "openagenda"
MAPPING_VERSION: Final = 1
"""Raise it when the same row gives another event: every row is then read again."""

_STATUSES: Final = {
    1: "scheduled",
    2: "rescheduled",
    3: "moved_online",
    4: "postponed",
    5: "full",
    6: "cancelled",
}
_STATUS_NAMES: Final = {"movedonline": "moved_online"}
_MODES: Final = {
    1: "onsite",
    2: "online",
    3: "mixed",
    "offline": "onsite",
    "online": "online",
    "mixed": "mixed",
}
_PUBLISHED: Final = 2

# Personal, or depending on the moment of asking, or third parties' HTML: neither stored nor compared.
_DROPPED: Final = frozenset(
    [
        "member",
        "motive",
        "creatorUid",
        "ownerUid",
        "_agg",
        "links",
        "nextTiming",
        "dateRange",
        "updatedAt",
        "removed",
        "relative",
        "score",
    ]
)
_DROPPED_WITH_TIMINGS: Final = _DROPPED | {"firstTiming", "lastTiming"}
_DROPPED_OF_PLACE: Final = ("_agg", "duplicateCandidates", "disqualifiedDuplicates", "mergedIn")
_PLATFORM_KEYS: Final = (
    "uid slug extIds title description longDescription conditions keywords image imageCredits registration "
    "accessibility timings firstTiming lastTiming timezone age attendanceMode onlineAccessLink status state "
    "featured location originAgenda sourceAgendas addMethod createdAt country private draft network agendaUid "
    "fileKey locationUid references categories tags canonicalUrl url origin custom"
)
_KNOWN: Final = frozenset(_PLATFORM_KEYS.split())
_EXPECTED: Final = _KNOWN | _DROPPED
_RESERVED_SLUGS: Final = frozenset({"facets", "changes", "openagenda"})


class StagedRow(NamedTuple):
    """A row ready to be staged: `raw` is its stored JSON, `digest` what decides « unchanged »."""

    external_id: str
    digest: bytes
    updated_at: datetime | None
    gone: bool
    parent: str | None
    raw: bytes


class OpenAgendaV2:
    """Reads the rows of one agenda for one feed."""

    def __init__(
        self,
        agenda: Mapping[str, Any],
        communes: CommuneIndex,
        departments: frozenset[str] | None = None,
        edition: int | None = None,
        public_url: str = "",
    ) -> None:
        """Prepare a run.

        Args:
            agenda: the answer of `GET /v2/agendas/{uid}`, with its schema.
            communes: the communes of the territory.
            departments: codes outside which rows are refused; `None` refuses none.
            edition: the year the feed is bound to.
            public_url: our own address: an external id that begins with it names an event of ours.

        """
        self.schema = AgendaSchema(agenda)
        self._communes = communes
        self._departments = departments
        self._own_pages = f"{public_url.rstrip('/')}/agenda/" if public_url else None
        self._title = texts.line(texts.in_french(agenda.get("title")), 200)
        self._slug = agenda.get("slug") if texts.is_slug(agenda.get("slug")) else None
        territory = ",".join(sorted(departments)) if departments is not None else "none"
        self.salt = f"{MAPPING_VERSION}|{self.schema.digest()}|{territory}|{edition}"
        self._seed = self.salt.encode()

    def stage(self, row: Any) -> StagedRow:
        """Key and digest of a raw row, tombstones included, its personal and passing parts taken out.

        Never fails: a row without a usable uid is keyed by its content, for the quarantine.
        """
        if not isinstance(row, dict):
            return staged_anyhow(row, self._digest)
        uid = external_id(row.get("uid"))
        if uid is not None and row.get("removed") in (True, 1):
            return StagedRow(uid, b"", read_moment(row.get("updatedAt")), True, None, b"null")
        updated_at = read_moment(row.get("updatedAt"))
        try:
            raw = orjson.dumps(scrub(row), option=orjson.OPT_SORT_KEYS)
        except (TypeError, ValueError, orjson.JSONEncodeError):
            return staged_anyhow(row, self._digest)
        digest = self._digest(raw)
        gone = _is_unpublished(row)
        if uid is None:
            return StagedRow(f"row-{digest.hex()[:24]}", digest, updated_at, False, None, raw)
        return StagedRow(uid, digest, updated_at, gone, self.schema.parent_of(row), raw)

    def read(self, raw: str | bytes, updated_at: datetime | None = None) -> SourceEvent:
        """Read a staged row.

        Raises:
            RowRejected: what is wrong, and where.

        """
        try:
            row = orjson.loads(raw)
        except orjson.JSONDecodeError as error:
            raise RowRejected("la ligne est illisible") from error
        if not isinstance(row, dict):
            raise RowRejected("la ligne n'est pas un objet JSON")
        uid = external_id(row.get("uid"))
        if uid is None:
            raise RowRejected("l'identifiant (uid) manque ou n'est pas un nombre", "/uid")
        title = texts.line(texts.in_french(row.get("title")), 300)
        if title is None:
            raise RowRejected("le titre manque", "/title")
        zone = self._zone(row)
        sessions, notes = read_timings(row, zone)
        place, place_notes = read_place(row.get("location"), self._communes)
        mode = read_mode(row, has_place=place is not None)
        check_territory(
            place, row.get("location"), self._communes, online=mode == "online", departments=self._departments
        )
        extra = self.schema.read(row)
        strangers = _strangers(row, self.schema)
        local_id, local_slug = own_event(row.get("extIds"), row.get("canonicalUrl"), self._own_pages)
        age_min, age_max = read_age(row.get("age"))
        conditions = texts.line(texts.in_french(row.get("conditions")), 500)
        return SourceEvent(
            external_id=uid,
            slug=event_slug(row.get("slug"), title),
            title=title,
            description=texts.line(texts.in_french(row.get("description")), 500),
            long_description=texts.markdown(texts.in_french(row.get("longDescription"))),
            attendance_mode=mode,
            status=read_status(row.get("status")),
            sessions=sessions,
            timezone=zone.key,
            updated_at=updated_at,
            activity_type=extra.activity_type,
            theme=extra.theme,
            audience=extra.audience,
            school_levels=extra.school_levels,
            age_min=age_min,
            age_max=age_max,
            accessibility=read_accessibility(row.get("accessibility")),
            free=extra.free if extra.free is not None else price_of(conditions),
            conditions=conditions,
            registration=read_registration(row.get("registration")),
            keywords=read_keywords(row.get("keywords")),
            holder=extra.holder,
            online_access_url=texts.url(row.get("onlineAccessLink")),
            image=read_image(row),
            source_name=self._source_name(row),
            source_url=self._source_url(row),
            additional={**strangers, **extra.kept},
            place=place,
            parent=extra.parent,
            local_id=local_id,
            local_slug=local_slug,
            notes=(*notes, *place_notes, *_all_notes(extra, strangers)),
        )

    def report(self) -> None:
        """Nothing: what a schema does not explain is noted with each row."""

    def _digest(self, raw: bytes) -> bytes:
        return hashlib.sha256(self._seed + raw).digest()[:16]

    def _zone(self, row: Mapping[str, Any]) -> ZoneInfo:
        place = row.get("location")
        of_place = place.get("timezone") if isinstance(place, dict) else None
        return zone_named(row.get("timezone")) or zone_named(of_place) or ZoneInfo(DEFAULT_ZONE)

    def _source_name(self, row: Mapping[str, Any]) -> str | None:
        origin = row.get("originAgenda")
        title = texts.line(texts.in_french(origin.get("title")), 200) if isinstance(origin, dict) else None
        return title or self._title

    def _source_url(self, row: Mapping[str, Any]) -> str | None:
        origin = row.get("originAgenda")
        slug = origin.get("slug") if isinstance(origin, dict) else None
        agenda = slug if texts.is_slug(slug) else self._slug
        if agenda is None or not texts.is_slug(row.get("slug")):
            return None
        return f"https://openagenda.com/{agenda}/events/{row['slug']}"


def staged_anyhow(row: Any, digest_of: Callable[[bytes], bytes]) -> StagedRow:
    """Stage what the strict writer refuses, or what is no object: only ever to be quarantined."""
    try:
        text = json.dumps(row, allow_nan=False, sort_keys=True).encode()
    except (TypeError, ValueError, RecursionError):
        text = json.dumps(repr(row)[:100_000]).encode()
    digest = digest_of(text)
    return StagedRow(f"row-{digest.hex()[:24]}", digest, None, False, None, text)


def external_id(value: Any) -> str | None:
    """A uid as text, whether it came as a number or as its digits; `None` when it is neither."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value) if 0 < value < 10**18 else None
    if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,18}\s*", value):
        return str(int(value)) if int(value) else None
    return None


def own_event(ext_ids: Any, address: Any, own_pages: str | None) -> tuple[str | None, str | None]:
    """The id or the slug of an event of ours that a row says it is.

    Args:
        ext_ids: `[{key, value}]`, of which `ombelle` is our key.
        address: where the row says its page is.
        own_pages: what the addresses of our own events begin with.

    """
    pairs = [i for i in ext_ids if isinstance(i, dict)] if isinstance(ext_ids, list) else []
    for pair in pairs:
        if pair.get("key") == "ombelle" and (own := _uuid(pair.get("value"))):
            return own, None
    for value in [*(p.get("value") for p in pairs), address]:
        if own_pages and isinstance(value, str) and value.startswith(own_pages):
            slug = re.split(r"[/?#]", value.removeprefix(own_pages))[0]
            if texts.is_slug(slug):
                return (slug, None) if _uuid(slug) else (None, slug)
    return None, None


def scrub(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what concerns a person, or changes by itself; the row given is changed."""
    keys = row.keys()
    unwanted = keys & (_DROPPED_WITH_TIMINGS if row.get("timings") else _DROPPED)
    for key in [*unwanted, *(k for k in keys - _EXPECTED if is_personal(str(k)))]:
        del row[key]
    place = row.get("location")
    if isinstance(place, dict):
        for key in _DROPPED_OF_PLACE:
            place.pop(key, None)
    return row


def _choice(value: Any) -> Any:
    return value.get("id") if isinstance(value, dict) else value


def read_status(raw: Any) -> str:
    """Our status of OpenAgenda's: a number, a name, or `{id, label}`; unknown ones are taking place."""
    value = _choice(raw)
    if isinstance(value, str) and not value.isdigit():
        name = _STATUS_NAMES.get(value.lower(), value.lower())
        return name if name in _STATUSES.values() else "scheduled"
    try:
        return _STATUSES.get(int(value), "scheduled")
    except (TypeError, ValueError):
        return "scheduled"


def read_mode(row: Mapping[str, Any], *, has_place: bool) -> str:
    """How to attend, by `attendanceMode`, else by there being an address on line and no place."""
    value = _choice(row.get("attendanceMode"))
    value = int(value) if isinstance(value, str) and value.isdigit() else value
    if isinstance(value, int | str) and value in _MODES:
        return _MODES[value]
    return "online" if not has_place and texts.url(row.get("onlineAccessLink")) else "onsite"


def _is_unpublished(row: Mapping[str, Any]) -> bool:
    state = row.get("state", _PUBLISHED)
    state = _choice(state)
    withheld = isinstance(state, int) and not isinstance(state, bool) and state != _PUBLISHED
    return withheld or row.get("draft") in (True, 1) or row.get("private") in (True, 1)


def event_slug(said: Any, title: str) -> str:
    """What the event's address ends with here: the source's own words for it, else those of its title."""
    slug: str = said if texts.is_slug(said) else texts.slugify(title)
    # A slug that reads as an id, or as another address of the agenda, would hide it.
    if not slug or slug in _RESERVED_SLUGS or _uuid(slug):
        slug = f"evenement-{slug}".rstrip("-")
    return slug


def _strangers(row: Mapping[str, Any], schema: AgendaSchema) -> dict[str, Any]:
    """Top-level keys that neither the platform nor the agenda's schema explains: kept when they are plain."""
    found: dict[str, Any] = {}
    for key, value in row.items():
        if key in _KNOWN or key in schema.fields or value in (None, "", [], {}) or is_personal(key):
            continue
        items = value if isinstance(value, list) else [value]
        plain = [v if not isinstance(v, str) else texts.line(v, 300) for v in items[:50]]
        if all(isinstance(v, str | int | float | bool) or v is None for v in plain):
            found[str(key)[:200]] = plain
    return found


def _all_notes(extra: Additional, strangers: Mapping[str, Any]) -> tuple[str, ...]:
    if not strangers:
        return extra.notes
    return (*extra.notes, f"champ(s) inconnu(s) du schéma : {', '.join(sorted(strangers)[:10])}")


def read_moment(value: Any) -> datetime | None:
    """An instant in UTC; `None` when unreadable."""
    moment = instant(value, ZoneInfo("UTC"))
    return moment.astimezone(UTC) if moment else None


def _uuid(value: Any) -> str | None:
    try:
        return str(UUID(value)) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None
