"""Loans to come that may not be what was agreed. Plain Python; `statements` says of which blocks it is true."""

from datetime import date
from typing import Final, Literal

from ombelle_loans.availability.days import Calendar, Days
from ombelle_loans.availability.domain import Rules

Risk = Literal["late_before", "unit_unusable", "closed"]
RISKS: Final[tuple[Risk, ...]] = ("late_before", "unit_unusable", "closed")
"""The unit is not back from the loan before; it is damaged or lost; the lender is closed on the first or last day."""


def late_until(rules: Rules, today: date) -> date:
    """Return the last day that what should be back blocks at least: it is out today too, its buffer comes after."""
    return rules.calendar.after(today, rules.buffer_after)


def closures(calendar: Calendar) -> list[Days]:
    """Return the closures and holidays on which nothing leaves or comes back: a weekday was agreed on purpose."""
    return [*(Days(day, day) for day in calendar.holidays), *(days for days, _ in calendar.closures)]
