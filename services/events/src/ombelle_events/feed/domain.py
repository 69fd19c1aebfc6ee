"""What a feed brings, and the rules of a run: pure, so that each rule can be read and tried alone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

KINDS: Final = ("openagenda-v2", "opendatasoft")

OVERLAP: Final = timedelta(minutes=10)
"""The index of the national platform lags behind its own database: each run looks back this far."""

LOCK_SPACE: Final = 7_203_002
"""First half of the advisory lock that a run of a feed holds; the second is made from the feed's id."""

HELD_COUNT: Final = 5
HELD_SHARE: Final = 0.20

EVENT_FIELDS: Final = (
    "title",
    "description",
    "long_description",
    "activity_type",
    "theme",
    "audience",
    "school_levels",
    "age_min",
    "age_max",
    "accessibility",
    "free",
    "conditions",
    "registration",
    "keywords",
    "holder",
    "attendance_mode",
    "online_access_url",
    "image",
    "status",
    "source_name",
    "source_url",
    "additional",
)
"""Columns of `event` that a source row fills by itself."""

LINKED_FIELDS: Final = ("venue", "sessions", "parent", "edition")
"""What a source row says through other tables."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


class RowRejected(Exception):
    """A row that cannot be kept. `reason` is a French sentence, `pointer` a JSON pointer into the row."""

    def __init__(self, reason: str, pointer: str = "") -> None:
        super().__init__(f"{pointer or '/'}: {reason}")
        self.reason = reason
        self.pointer = pointer


@dataclass(frozen=True, slots=True)
class SourceSession:
    """One slot: aware instants in UTC, `ends_at` after `starts_at`."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A place as its source tells it. `external_id` is the source's id, or a digest of its words."""

    external_id: str
    name: str
    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    insee: str | None = None
    department: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    access: str | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """A row of a feed in our words. `parent` and `external_id` are ids of the source."""

    external_id: str
    slug: str
    title: str
    attendance_mode: str
    status: str
    sessions: tuple[SourceSession, ...]
    timezone: str
    updated_at: datetime | None = None
    description: str | None = None
    long_description: str | None = None
    activity_type: str | None = None
    theme: str | None = None
    audience: tuple[str, ...] = ()
    school_levels: tuple[str, ...] = ()
    age_min: int | None = None
    age_max: int | None = None
    accessibility: tuple[str, ...] | None = None
    free: bool | None = None
    conditions: str | None = None
    registration: tuple[Mapping[str, str], ...] = ()
    keywords: tuple[str, ...] = ()
    holder: str | None = None
    online_access_url: str | None = None
    image: Mapping[str, Any] | None = None
    source_name: str | None = None
    source_url: str | None = None
    additional: Mapping[str, Any] = field(default_factory=dict)
    place: SourcePlace | None = None
    parent: str | None = None
    local_id: str | None = None
    local_slug: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """Year of the first session, in UTC: the edition it belongs to unless the feed says another."""
        return self.sessions[0].starts_at.year if self.sessions else None

    def applied(self, edition: int | None) -> dict[str, Any]:
        """The values of this row by field, JSON-ready: what the next run compares with."""
        values: dict[str, Any] = {name: getattr(self, name) for name in EVENT_FIELDS}
        values["venue"] = _place_values(self.place)
        values["sessions"] = [(s.starts_at.isoformat(), s.ends_at.isoformat()) for s in self.sessions]
        values["parent"] = self.parent
        values["edition"] = edition
        return values


def _place_values(place: SourcePlace | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {k: v for k, v in asdict(place).items() if k not in {"updated_at", "department"}}


@dataclass(slots=True)
class FeedSummary:
    """The counts of one run, with exactly the keys that `sync --json` prints."""

    fetched: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    restored: int = 0
    quarantined: int = 0
    conflicts: int = 0
    duplicates: int = 0
    seconds: float = 0.0
    complete: bool = False

    @property
    def has_changed_something(self) -> bool:
        """Whether the run left the programme, or what waits for a person, otherwise than it was."""
        changes = (self.created, self.updated, self.withdrawn, self.restored, self.quarantined)
        return any((*changes, self.conflicts, self.duplicates))

    def as_dict(self) -> dict[str, Any]:
        """The summary as JSON has it."""
        return asdict(self)


def is_valid_name(name: str) -> bool:
    """Say whether `name` may name a feed: lower case letters, digits, `-` and `_`, at most 63."""
    return _NAME.fullmatch(name) is not None


def is_held_back(leaving: int, live: int) -> bool:
    """Say whether a run that would withdraw `leaving` of `live` events must wait for a person."""
    return leaving > HELD_COUNT and leaving > HELD_SHARE * live


def next_watermark(
    previous: datetime | None, newest: datetime | None, started_at: datetime
) -> datetime | None:
    """The watermark after a complete run: the newest change seen, never ahead of the run's own beginning.

    A row dated in the future would otherwise hide every later change.
    """
    seen = [moment for moment in (previous, newest) if moment is not None]
    return min(max(seen), started_at) if seen else None


def since(watermark: datetime) -> str:
    """The bound an incremental run asks from, as the platform writes instants."""
    return (watermark - OVERLAP).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def edition_dates(year: int) -> tuple[date, date]:
    """The expected dates of a year's festival: from the first Friday of October, eleven days."""
    first = date(year, 10, 1)
    friday = first + timedelta(days=(4 - first.weekday()) % 7)
    return friday, friday + timedelta(days=10)


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as it stands here. `id` is opaque to the rules."""

    id: Any
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """How stored sessions become the source's.

    `kept` begin as before (their end may differ), `moved` begin at another time and keep their id, so that
    what hangs on them stays; `added` are new, `removed` are gone.
    """

    kept: tuple[tuple[StoredSession, SourceSession], ...]
    moved: tuple[tuple[StoredSession, SourceSession], ...]
    added: tuple[SourceSession, ...]
    removed: tuple[StoredSession, ...]


def match_sessions(stored: Iterable[StoredSession], wanted: Sequence[SourceSession]) -> SessionPlan:
    """Pair stored sessions with the source's: the same slot, then the same beginning, then in order of time."""
    left = sorted(stored, key=lambda s: (s.starts_at, s.ends_at))
    new = sorted(wanted, key=lambda s: (s.starts_at, s.ends_at))
    kept: list[tuple[StoredSession, SourceSession]] = []
    # Whole slots first: then no session takes an end that another one still has.
    for whole in (True, False):
        waiting: dict[Any, list[StoredSession]] = {}
        for session in left:
            waiting.setdefault(_slot_key(session, whole=whole), []).append(session)
        unmatched: list[SourceSession] = []
        for slot in new:
            same = waiting.get(_slot_key(slot, whole=whole))
            if same:
                kept.append((same.pop(0), slot))
            else:
                unmatched.append(slot)
        taken = {id(session) for session, _ in kept}
        left, new = [s for s in left if id(s) not in taken], unmatched
    pairs = min(len(left), len(new))
    return SessionPlan(
        tuple(kept),
        tuple(zip(left[:pairs], new[:pairs], strict=True)),
        tuple(new[pairs:]),
        tuple(left[pairs:]),
    )


def _slot_key(session: StoredSession | SourceSession, *, whole: bool) -> Any:
    return (session.starts_at, session.ends_at) if whole else session.starts_at


def conflicting_fields(
    before: Mapping[str, Any], after: Mapping[str, Any], edited_here: Iterable[str]
) -> frozenset[str]:
    """Fields edited here whose source value changed between two runs: a person decides."""
    return frozenset(name for name in edited_here if name in after and before.get(name) != after[name])
