"""When an event of a past edition took place, by whichever of its columns says it best."""

import re
from datetime import timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_events.feed.adapters.opendatasoft.records import Said, decoded, items
from ombelle_events.feed.adapters.timings import DEFAULT_ZONE, instant, read_timings
from ombelle_events.feed.domain import RowRejected, SourceSession

ZONE: Final = ZoneInfo(DEFAULT_ZONE)
_INSTANT = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
# Two instants are joined by the very sign that their offsets and dates are written with.
_SLOT = re.compile(rf"({_INSTANT})(?:(?:\s*[-–/]\s*|\s+)({_INSTANT}))?")
_BETWEEN_SLOTS = re.compile(r"[\r\n;|]+")
_WHOLE_DAYS: Final = "horaires absents : journée(s) entière(s)"


def read_sessions(said: Said) -> tuple[tuple[SourceSession, ...], tuple[str, ...]]:
    """The sessions in UTC, each once, in order, with notes; slots before first and last dates before days.

    Raises:
        RowRejected: no column says when.

    """
    for target, slots in (("slots", _slots(said["slots"])), ("timings", decoded(said["timings"]))):
        if slots:
            return _read(slots, said.pointer(target))
    bounds = [_pair(said["first_begin"], said["first_end"]), _pair(said["last_begin"], said["last_end"])]
    if any(bounds):
        return _read([b for b in bounds if b], said.pointer("first_begin", "last_begin"))
    days = [day for item in items(said["days"]) if (day := _whole_day(item, item))]
    whole = days or [day for day in [_whole_day(said["begin"], said["end"] or said["begin"])] if day]
    if not whole:
        raise RowRejected("aucun horaire", said.pointer("slots", "timings", "days"))
    sessions, notes = _read(whole, said.pointer("days", "begin"))
    return sessions, (_WHOLE_DAYS, *notes)


def _read(slots: Any, pointer: str) -> tuple[tuple[SourceSession, ...], tuple[str, ...]]:
    try:
        return read_timings({"timings": slots}, ZONE)
    except RowRejected as refusal:
        raise RowRejected(refusal.reason, pointer) from refusal


def _slots(value: Any) -> list[dict[str, Any]]:
    parts = [part.strip() for item in items(value) for part in _BETWEEN_SLOTS.split(item)]
    return [_slot(part) for part in parts if part]


def _slot(text: str) -> dict[str, Any]:
    found = _SLOT.fullmatch(text)
    # What cannot be read is counted and noted where slots are read.
    return {"begin": found[1], "end": found[2] or found[1]} if found else {"begin": text, "end": text}


def _pair(begin: Any, end: Any) -> dict[str, Any] | None:
    return {"begin": begin, "end": end or begin} if instant(begin, ZONE) else None


def _whole_day(first: Any, last: Any) -> dict[str, Any] | None:
    begin, end = instant(first, ZONE), instant(last, ZONE)
    if begin is None:
        return None
    if end is None or end < begin:
        end = begin
    if isinstance(last, str) and "T" not in last:
        end = (end.replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=ZONE)
    return {"begin": begin.isoformat(), "end": end.isoformat()}
