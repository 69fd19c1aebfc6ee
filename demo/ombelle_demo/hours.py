"""Hours, as the programme writes them.

A line is a list of `DAYS FROM-TO` joined by commas: `sa1 14:00-18:00, di1 10:00-12:00/30`. Days are those
of the edition (ve1 sa1 di1 lu1 ma1 me1 je1 ve2 sa2 di2 lu2), a number of days from its first (`+14`, `-3`),
or every day from one to another (`ve1..lu2`). `/30` cuts the span into sessions of thirty minutes, one after
the other. In the programme of an umbrella event, `A` and `B` are its first and last day of rest, `W` its
first working day.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .library import Idea

PARIS = ZoneInfo("Europe/Paris")
DAYS = ("ve1", "sa1", "di1", "lu1", "ma1", "me1", "je1", "ve2", "sa2", "di2", "lu2")
Span = tuple[datetime, datetime]

_LINE = re.compile(r"(\S+) (\d\d:\d\d)-(\d\d:\d\d)(?:/(\d+))?")
_SATURDAY = 5

_SCHOOLS = (
    "lu1 09:00-11:30/75, ma1 09:00-11:30/75",
    "ma1 09:00-10:15, ma1 10:30-11:30, je1 09:00-10:15, je1 10:30-11:30",
    "je1 09:00-11:30, ve2 09:00-11:30",
    "ve1 09:00-10:00, ve1 10:15-11:15, lu1 14:00-15:00",
    "ve2 09:00-11:30/50, lu2 09:00-11:30/50",
    "lu1 09:15-10:45, ma1 13:45-15:15, je1 09:15-10:45, ve2 13:45-15:15",
)
_WEEKEND = (
    "sa1 14:00-17:00",
    "di1 14:00-17:00",
    "sa1 14:00-17:00/60, di1 14:00-17:00/60",
    "me1 14:00-16:00",
    "sa2 10:00-12:00, sa2 14:00-17:00",
    "di2 14:30-17:30/90",
    "me1 14:00-17:00/60",
    "sa1 10:00-12:00/60, sa2 10:00-12:00/60",
    "sa2 14:00-18:00, di2 14:00-18:00",
    "di1 10:30-12:00, di2 10:30-12:00",
)
_BOTH = (
    "ve1 09:00-11:30/75, sa1 14:00-17:00",
    "lu1 09:00-11:30/75, ma1 09:00-11:30/75, me1 14:00-17:00",
    "je1 09:00-10:30, ve2 09:00-10:30, sa2 14:00-17:00/60",
    "ve2 09:00-11:30, sa2 14:00-18:00, di2 14:00-18:00",
)
_EVENING = (
    "ma1 18:30-20:00",
    "je1 18:30-20:00",
    "me1 19:00-20:30",
    "lu1 18:00-19:30",
    "ve2 20:00-21:30",
    "ve1 18:30-20:00",
    "je1 20:00-21:30",
    "ma1 20:00-21:45",
)
_SHOW = (
    "sa1 15:00-16:00, di1 15:00-16:00",
    "sa2 11:00-12:00, sa2 16:00-17:00",
    "me1 15:00-16:00",
    "di2 15:30-16:30",
    "sa1 16:30-17:30",
)
_EXHIBITION = (
    "ve1..lu2 14:00-18:00",
    "sa1..di2 10:00-12:30, sa1..di2 14:00-18:00",
    "ma1..sa2 10:00-18:00",
    "ve1..di2 13:30-17:30",
)
_CHILD = (
    "A 10:00-12:00/30, A 14:00-17:00/30",
    "A 14:00-18:00, B 14:00-18:00",
    "A 10:30-12:00, A 14:00-16:00, B 14:00-16:00",
    "B 14:00-17:00/45",
    "A 11:00-12:00, B 11:00-12:00",
    "A 15:00-17:30, B 10:30-12:00, B 15:00-17:30",
)
_CHILD_SHOW = (
    "A 11:00-11:45, A 15:00-15:45, B 15:00-15:45",
    "A 14:30-15:15, A 16:30-17:15",
    "A 15:30-16:15, B 11:00-11:45, B 16:00-16:45",
)
_CHILD_EXHIBITION = ("A 10:00-18:00, B 10:00-17:00",)
_CHILD_SCHOOLS = ("W 09:00-10:15, W 10:15-11:30", "W 09:00-11:30/50", "W 09:30-11:30, W 13:45-15:45")
_BY_KIND = {
    "exhibition": _EXHIBITION,
    "show": _SHOW,
    "lecture": _EVENING,
    "debate": _EVENING,
    "screening": _EVENING,
}


def spans(line: str, first: date, umbrella: Sequence[date] = ()) -> list[Span]:
    """The sessions of `line` for an edition that begins on `first`, in order, in Paris time.

    An end at or before its beginning is on the next day. Raises `ValueError` when the line cannot be read.
    """
    found: list[Span] = []
    for item in line.split(","):
        match = _LINE.fullmatch(item.strip())
        if match is None:
            raise ValueError(f"hours that cannot be read: {item!r}")
        days, begin, end, minutes = match.groups()
        for day in _days(days, first, umbrella):
            found += _cut(day, time.fromisoformat(begin), time.fromisoformat(end), int(minutes or 0))
    return sorted(set(found))


def _days(written: str, first: date, umbrella: Sequence[date]) -> Iterator[date]:
    start, _, stop = written.partition("..")
    day, last = _day(start, first, umbrella), _day(stop or start, first, umbrella)
    while day <= last:
        yield day
        day += timedelta(days=1)


def _day(written: str, first: date, umbrella: Sequence[date]) -> date:
    if written in DAYS:
        return first + timedelta(days=DAYS.index(written))
    if written in ("A", "B", "W") and umbrella:
        rest = [day for day in umbrella if day.weekday() >= _SATURDAY] or list(umbrella)
        work = [day for day in umbrella if day.weekday() < _SATURDAY] or list(umbrella)
        return {"A": rest[0], "B": rest[-1], "W": work[0]}[written]
    return first + timedelta(days=int(written))


def _cut(day: date, begin: time, end: time, minutes: int) -> Iterator[Span]:
    start = datetime.combine(day, begin, PARIS)
    stop = datetime.combine(day + timedelta(days=end <= begin), end, PARIS)
    step = timedelta(minutes=minutes) if minutes else stop - start
    while start + step <= stop:
        yield start, start + step
        start += step


def suggested(idea: Idea, turn: int, *, child: bool) -> str:
    """Hours that suit the kind and the public of `idea`; `turn` varies them from one event to the next."""
    lines = _lines(idea, child=child)
    return lines[turn % len(lines)]


def _lines(idea: Idea, *, child: bool) -> tuple[str, ...]:
    levels = set(idea.public) - {"familles", "tout"}
    if levels and levels == set(idea.public):
        return _CHILD_SCHOOLS if child else _SCHOOLS
    if child:
        return {"show": _CHILD_SHOW, "exhibition": _CHILD_EXHIBITION}.get(idea.kind, _CHILD)
    if idea.kind in _BY_KIND:
        return _BY_KIND[idea.kind]
    return _BOTH if levels else _WEEKEND
