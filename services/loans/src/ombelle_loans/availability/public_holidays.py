"""The public holidays of France, by their French names."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import holidays

from ombelle_loans.availability.days import Days


def public_holidays(span: Days) -> Mapping[date, str]:
    """Return the holidays of these days, those of the whole country: what a region has more is a closure."""
    found = _of_years(span.first.year, span.last.year)
    return {day: name for day, name in found.items() if span.first <= day <= span.last}


@lru_cache(maxsize=32)
def _of_years(first: int, last: int) -> Mapping[date, str]:
    return dict(holidays.country_holidays("FR", years=range(first, last + 1), language="fr"))
