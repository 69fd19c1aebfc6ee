"""Civil days, and on which of them a lender works. Plain Python: no hour, no time zone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

DAY: Final = timedelta(days=1)
WEEKDAYS: Final = frozenset(range(1, 8))
"""Monday is 1, as in ISO 8601."""
_PARIS: Final = ZoneInfo("Europe/Paris")


def today_in_paris() -> date:
    """Return the day it is where the lenders are."""
    return datetime.now(_PARIS).date()


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From the first day to the last, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} comes before {self.first}")

    @property
    def count(self) -> int:
        """How many days they are."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: "Days") -> bool:
        """Say whether a day is in both."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Days") -> bool:
        """Say whether every day of the other is in this one."""
        return self.first <= other.first and other.last <= self.last

    def within(self, other: "Days") -> "Days | None":
        """Return the days that are in both, `None` where there is none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """Why nothing leaves or comes back on a day; `label` names the closure or the holiday, and is empty for a weekday."""

    code: Literal["closed_day", "holiday"]
    label: str = ""


class Calendar:
    """The days on which a lender works: those that buffers and notice count, and on which a loan begins or ends.

    It knows the days of its span alone, which is wider than what is asked of it; whatever lies beyond is as far as
    its first or last day.
    """

    def __init__(
        self,
        span: Days,
        *,
        opening_days: frozenset[int] = WEEKDAYS,
        closures: Iterable[tuple[Days, str]] = (),
        holidays: Mapping[date, str] | None = None,
    ) -> None:
        self.span = span
        self.opening_days = opening_days
        self.closures = tuple(closures)
        self.holidays = dict(holidays or {})
        closed = {day for days, _ in self.closures for day in _each(days.within(span))}
        closed.update(self.holidays)
        self._working = [day for day in _each(span) if day.isoweekday() in opening_days and day not in closed]

    def why_closed(self, day: date) -> ClosedDay | None:
        """Return why the lender does not work on a day, `None` when it does."""
        if day in self.holidays:
            return ClosedDay("holiday", self.holidays[day])
        for days, label in self.closures:
            if days.first <= day <= days.last:
                return ClosedDay("closed_day", label)
        return None if day.isoweekday() in self.opening_days else ClosedDay("closed_day")

    def before(self, day: date, count: int) -> date:
        """Return the working day that comes so many working days before this one, itself where none is asked."""
        if count <= 0:
            return day
        place = bisect_left(self._working, day) - count
        return self._working[place] if place >= 0 else min(day, self.span.first)

    def after(self, day: date, count: int) -> date:
        """Return the working day that comes so many working days after this one, itself where none is asked."""
        if count <= 0:
            return day
        place = bisect_right(self._working, day) + count - 1
        return self._working[place] if place < len(self._working) else max(day, self.span.last)

    def around(self, days: Days, *, before: int, after: int) -> Days:
        """Return these days with so many working days before and after them."""
        if before <= 0 and after <= 0:
            return days
        return Days(self.before(days.first, before), self.after(days.last, after))

    def working_days(self, since: date) -> Iterator[date]:
        """Yield the working days from this one on, to the end of the span."""
        for place in range(bisect_left(self._working, since), len(self._working)):
            yield self._working[place]

    def working_day(self, since: date) -> date | None:
        """Return the first working day that is not before this one, `None` where the span holds none."""
        return next(self.working_days(since), None)


def _each(days: Days | None) -> Iterator[date]:
    if days is not None:
        for number in range(days.first.toordinal(), days.last.toordinal() + 1):
            yield date.fromordinal(number)
