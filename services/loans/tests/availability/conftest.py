from datetime import date, timedelta

import pytest
from ombelle_loans.availability import blocking, days, service
from ombelle_loans.availability.planning import service as planning

TODAY = date(2027, 3, 1)
"""A Monday."""


@pytest.fixture
def monday(monkeypatch):
    """It is Monday 1 March 2027 in Paris."""
    for module in (days, blocking, service, planning):
        monkeypatch.setattr(module, "today_in_paris", lambda: TODAY)
    return TODAY


@pytest.fixture
def period():
    """Days from a Monday of March 2027 on, as PostgreSQL writes them: so many days after, for so many days."""

    def written(after, count):
        first = TODAY + timedelta(days=after)
        return f"[{first},{first + timedelta(days=count - 1)}]"

    return written
