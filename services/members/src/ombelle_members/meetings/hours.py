"""The hours of a meeting: what is noted of it bears one of its day, whenever it is noted.

A sitting that is kept while it is held is noted by the clock. One that is entered afterwards is noted by the hours that the
secretariat gives; without one, people came, and the sitting opened, when the meeting began. PostgreSQL holds the day too.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_chassis.errors import InvalidInput

from ombelle_members.days import spoken_day
from ombelle_members.meetings.standing import wrong

_NIGHT: Final = time(6)
"""Until when, of the next morning, a sitting that ends past midnight is still one of its day."""


def hours_of(row: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """Return the first moment of a meeting's day where it is held, and the end of the night after it."""
    zone = ZoneInfo(row["zone"])
    last = row["held_on"] + timedelta(days=1)
    return datetime.combine(row["held_on"], time(), zone), datetime.combine(last, _NIGHT, zone)


def noted_at(row: Mapping[str, Any], told: datetime | None) -> datetime:
    """Return the moment at which something of a meeting is noted.

    Args:
        row: the meeting's columns.
        told: the moment that the caller gives; without it the present one while the meeting is held, else that at which
            it began.

    Raises:
        InvalidInput: a moment of another day or to come; none told of a meeting of the past whose hour is not known.

    """
    begins, ends = hours_of(row)
    now = datetime.now(UTC)
    if told is None and begins <= now < ends:
        return now
    at: datetime | None = told or row["starts_at"]
    if at is None:
        raise refused_hour(
            "missing", "Cette réunion est passée, et son heure de début n’est pas connue : donnez l’heure."
        )
    if not begins <= at < ends:
        raise refused_hour(
            "other_day", f"Cette heure n’est pas du jour de la réunion, le {spoken_day(row['held_on'])}."
        )
    if at > now:
        raise refused_hour("to_come", "Cette heure n’est pas encore passée.")
    return at


def refused_hour(code: str, detail: str) -> InvalidInput:
    """Return what refuses an hour."""
    return InvalidInput(detail, errors=wrong("at", code, detail))
