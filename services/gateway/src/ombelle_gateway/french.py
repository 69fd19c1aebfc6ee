"""Days and hours as French says them. Instants carry the offset of their place: their own clock is what is shown."""

from datetime import datetime

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def day(moment: datetime) -> str:
    """« samedi 2 octobre 2027 »."""
    return f"{_WEEKDAYS[moment.weekday()]} {written_day(moment)}"


def written_day(moment: datetime) -> str:
    """« 2 octobre 2027 »."""
    number = "1er" if moment.day == 1 else str(moment.day)
    return f"{number} {_MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """« 14 h 30 », « 10 h », with no-break spaces."""
    hour = f"{moment.hour}\u00a0h"
    return f"{hour}\u00a0{moment.minute:02}" if moment.minute else hour


def span(starts_at: str, ends_at: str) -> str:
    """« samedi 2 octobre 2027, de 14 h 30 à 16 h », for two ISO instants."""
    start, end = datetime.fromisoformat(starts_at), datetime.fromisoformat(ends_at)
    if start.date() == end.date():
        return f"{day(start)}, de {clock(start)} à {clock(end)}"
    return f"du {day(start)}, {clock(start)}, au {day(end)}, {clock(end)}"
