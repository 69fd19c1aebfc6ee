"""What every part of the loading of the calls needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ombelle_demo.hours import PARIS

from .door import Door

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Season:
    """Where people come in, the ids of organisations by key, and the day it is."""

    door: Door
    organisations: Mapping[str, str]
    today: date

    def day(self, offset: int) -> date:
        """Return a day, so many from today."""
        return self.today + timedelta(days=offset)

    def moment(self, offset: int) -> str:
        """Return noon of a day, so many from today."""
        return datetime.combine(self.day(offset), _NOON, PARIS).isoformat()
