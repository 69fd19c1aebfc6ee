"""What every move on the bodies is asked first: its version, its day, who may do it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.versions import refuse_stale

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.governance.errors import DayRefused, TermEnded


def refuse_future(on: date, pointer: str = "/body/on") -> None:
    """Refuse a day that has not come: what is entered has happened.

    Raises:
        DayRefused: it has not.

    """
    if on > today_in_paris():
        raise _refused(f"Le {spoken_day(on)} n’est pas encore venu : notez-le ce jour-là.", pointer)


def refuse_end(
    seen: Mapping[str, Any], wanted: str, on: date, *, began_on: date, ended_on: date | None
) -> None:
    """Refuse to end on a day what was read at another version, has ended, or had not begun.

    Raises:
        ChangedMeanwhile, TermEnded, DayRefused: it is so.

    """
    refuse_stale(wanted, seen["version"], current=seen, yours={"on": on})
    if ended_on is not None:
        raise TermEnded(f"C’est déjà fini depuis le {spoken_day(ended_on)}.")
    refuse_future(on)
    if on <= began_on:
        raise _refused(f"Choisissez un jour après le {spoken_day(began_on)}, où cela a commencé.", "/body/on")


def actions(caller: Caller, **asked: bool) -> list[str]:
    """Return those that the secretariat may do now, none for anybody else."""
    return [name for name, is_possible in asked.items() if is_possible and caller.is_secretariat]


def _refused(detail: str, pointer: str) -> InvalidInput:
    return DayRefused(detail, errors=[FieldError(pointer, "day_refused", detail)])
