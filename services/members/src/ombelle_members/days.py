"""Civil days: which one it is, and how they are spoken. Plain Python."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

_PARIS: Final = ZoneInfo("Europe/Paris")
_MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip


def today_in_paris() -> date:
    """Return the day it is where the association sits."""
    return datetime.now(_PARIS).date()


def spoken_day(day: date) -> str:
    """Return a day in French, such as « 1er mars 2027 »."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"
