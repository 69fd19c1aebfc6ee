"""What a new call begins with: the festival's, shipped as data in `starter/`, or what another call had."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_events.calls.domain import LETTER_KEYS, MAIL_KEYS, TextKey, TextKind
from ombelle_events.mailing import shipped_words

_PARIS: Final = ZoneInfo("Europe/Paris")
_NOON: Final = time(12)
_CLOSES_BEFORE: Final = timedelta(days=140)
"""How long before the festival a call ends, so that there is time to review, decide and print."""
_LASTS: Final = timedelta(days=75)


def starting_dates(starts_on: date) -> tuple[datetime, datetime]:
    """Return when a call opens and closes, for a festival that begins on a day: to be changed at will."""
    closes_on = starts_on - _CLOSES_BEFORE
    return (
        datetime.combine(closes_on - _LASTS, _NOON, _PARIS),
        datetime.combine(closes_on, _NOON, _PARIS),
    )


def years_later(instant: datetime, years: int) -> datetime:
    """Return the same day and hour in Paris, some years later; 29 February becomes the 28th where there is none."""
    here = instant.astimezone(_PARIS)
    try:
        return here.replace(year=here.year + years)
    except ValueError:
        return here.replace(year=here.year + years, day=28)


def starting_form() -> dict[str, Any]:
    """Return the festival's form, as it is stored."""
    return _read("form.toml")


def starting_criteria() -> list[dict[str, Any]]:
    """Return the festival's criteria: name, help, weight, scale."""
    return list(_read("criteria.toml")["criteria"])


def starting_call() -> dict[str, Any]:
    """Return the festival's settings and words, by column."""
    return _read("call.toml")


def starting_texts() -> dict[tuple[TextKind, TextKey], Mapping[str, str]]:
    """Return subject and body of each mail and letter."""
    texts: dict[tuple[TextKind, TextKey], Mapping[str, str]] = {}
    for key in MAIL_KEYS:
        words = shipped_words(key)
        texts["mail", key] = {"subject": words.subject, "body": words.body}
    letters = _read("letters.toml")
    for key in LETTER_KEYS:
        texts["letter", key] = {
            "subject": letters[key]["subject"],
            "body": letters[key]["body"].strip() + "\n",
        }
    return texts


@cache
def _read(name: str) -> dict[str, Any]:
    source = files("ombelle_events.calls").joinpath("starter", name).read_text(encoding="utf-8")
    return tomllib.loads(source)
