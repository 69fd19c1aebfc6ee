"""Slots as sources write them, brought to instants in order."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_events.feed.domain import RowRejected, SourceSession

DEFAULT_ZONE: Final = "Europe/Paris"
MAX_SLOTS: Final = 800
LONGEST: Final = timedelta(days=1096)
_ROLLED: Final = timedelta(hours=12)
_YEARS: Final = range(1900, 2200)


def zone_named(name: Any) -> ZoneInfo | None:
    """The zone of an IANA name, or `None` when there is none of that name."""
    return _zone(name) if isinstance(name, str) and name else None


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # unknown, or a path in disguise
        return None


def instant(value: Any, zone: ZoneInfo) -> datetime | None:
    """An aware instant, in `zone` when the text names no offset; `None` when unreadable or beyond belief."""
    if not isinstance(value, str) or not 10 <= len(value) <= 40:
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def read_timings(row: dict[str, Any], zone: ZoneInfo) -> tuple[tuple[SourceSession, ...], tuple[str, ...]]:
    """The slots of a row, in UTC, each once, in order; with notes on what was mended or left out.

    Raises:
        RowRejected: `timings` is no list, or holds no readable slot.

    """
    raw = row.get("timings")
    if raw in (None, [], {}):
        raw = [row[key] for key in ("firstTiming", "lastTiming") if isinstance(row.get(key), dict)]
    if not isinstance(raw, list):
        raise RowRejected("les horaires ne sont pas une liste", "/timings")
    if not raw:
        raise RowRejected("aucun horaire", "/timings")
    slots = {slot for item in raw if (slot := _slot(item, zone)) is not None}
    if not slots:
        raise RowRejected("aucun horaire lisible", "/timings/0")
    ordered = sorted(slots, key=lambda s: (s.starts_at, s.ends_at))
    return tuple(ordered[:MAX_SLOTS]), _notes(raw, ordered)


def _notes(raw: list[Any], ordered: list[SourceSession]) -> tuple[str, ...]:
    notes = []
    unreadable = sum(_slot_is_lost(item) for item in raw)
    if unreadable:
        notes.append(f"{unreadable} horaire(s) illisible(s), laissé(s) de côté")
    if len(ordered) > MAX_SLOTS:
        notes.append(f"{len(ordered) - MAX_SLOTS} horaire(s) au-delà de {MAX_SLOTS}, laissé(s) de côté")
    if any(s.ends_at - s.starts_at > timedelta(days=1) for s in ordered):
        notes.append("au moins un horaire dure plus de 24 heures")
    return tuple(notes)


def _slot_is_lost(item: Any) -> bool:
    return _slot(item, ZoneInfo(DEFAULT_ZONE)) is None


def _slot(item: Any, zone: ZoneInfo) -> SourceSession | None:
    if not isinstance(item, dict):
        return None
    begin, end = instant(item.get("begin", item.get("start")), zone), instant(item.get("end"), zone)
    if begin is None or end is None:
        return None
    if end < begin:
        end = _next_day(end, zone)
        if not begin < end < begin + _ROLLED:
            return None
    if end == begin:
        # A beginning without a known length; an interval needs one to exist at all.
        end = begin + timedelta(minutes=1)
    if end - begin > LONGEST:
        return None
    return SourceSession(begin.astimezone(UTC), end.astimezone(UTC))


def _next_day(end: datetime, zone: ZoneInfo) -> datetime:
    # On the wall clock: the night when summer time ends is an hour longer, midnight is midnight all the same.
    wall = end.astimezone(zone).replace(tzinfo=None)
    return (wall + timedelta(days=1)).replace(tzinfo=zone)
