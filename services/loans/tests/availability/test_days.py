"""Working days: over week-ends, holidays, closures, leap days and the turn of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_loans.availability.days import Calendar, ClosedDay, Days
from ombelle_loans.availability.public_holidays import public_holidays

SPAN = Days(date(2026, 6, 1), date(2029, 6, 1))
WEEK = frozenset({1, 2, 3, 4, 5})
HOLIDAYS = public_holidays(SPAN)
FRENCH = Calendar(SPAN, opening_days=WEEK, holidays=HOLIDAYS)
DAY = timedelta(days=1)
DATES = st.dates(date(2027, 1, 1), date(2028, 12, 31))


def stepped(calendar, day, count, step):
    """The working day that comes `count` working days away, one day at a time."""
    while count:
        day += step
        count -= calendar.why_closed(day) is None
    return day


def test_days_end_after_they_begin():
    with pytest.raises(ValueError, match="comes before"):
        Days(date(2027, 3, 2), date(2027, 3, 1))


@pytest.mark.parametrize(
    ("day", "count", "before"),
    [
        (date(2027, 3, 10), 0, date(2027, 3, 10)),
        (date(2027, 3, 10), 1, date(2027, 3, 9)),
        (date(2027, 3, 8), 1, date(2027, 3, 5)),  # Monday: the Friday before
        (date(2027, 3, 30), 1, date(2027, 3, 26)),  # the Tuesday after Easter Monday: the Friday
        (date(2028, 1, 3), 2, date(2027, 12, 30)),  # the first Monday of the year
        (date(2028, 3, 1), 1, date(2028, 2, 29)),  # a leap day is a day
        (date(2027, 3, 14), 1, date(2027, 3, 12)),  # a Sunday
    ],
)
def test_buffers_before(day, count, before):
    assert FRENCH.before(day, count) == before


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [
        (date(2027, 3, 10), 0, date(2027, 3, 10)),
        (date(2027, 3, 5), 1, date(2027, 3, 8)),  # Friday: the Monday after
        (date(2027, 5, 5), 2, date(2027, 5, 10)),  # Ascension is on Thursday, the Saturday is Victory Day
        (date(2027, 12, 31), 1, date(2028, 1, 3)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 1, date(2028, 3, 1)),
    ],
)
def test_buffers_after(day, count, after):
    assert FRENCH.after(day, count) == after


@given(DATES, st.integers(0, 60))
def test_buffers_are_those_counted_one_day_at_a_time(day, count):
    assert FRENCH.before(day, count) == stepped(FRENCH, day, count, -DAY)
    assert FRENCH.after(day, count) == stepped(FRENCH, day, count, DAY)


@given(DATES, st.integers(0, 20), st.integers(0, 20))
def test_buffers_add_up(day, one, other):
    assert FRENCH.after(FRENCH.after(day, one), other) == FRENCH.after(day, one + other)
    assert FRENCH.before(FRENCH.before(day, one), other) == FRENCH.before(day, one + other)


def test_why_a_day_is_closed():
    closure = (Days(date(2027, 8, 2), date(2027, 8, 20)), "Fermeture d'été")
    calendar = Calendar(SPAN, opening_days=WEEK, closures=[closure], holidays=HOLIDAYS)
    assert calendar.why_closed(date(2027, 7, 14)) == ClosedDay("holiday", "Fête nationale")
    assert calendar.why_closed(date(2027, 8, 2)) == ClosedDay("closed_day", "Fermeture d'été")
    assert calendar.why_closed(date(2027, 8, 21)) == ClosedDay("closed_day")
    assert calendar.why_closed(date(2027, 8, 23)) is None
    assert calendar.after(date(2027, 7, 30), 1) == date(2027, 8, 23)
    assert calendar.before(date(2027, 8, 23), 2) == date(2027, 7, 29)


def test_what_lies_beyond_the_span_is_as_far_as_it_goes():
    calendar = Calendar(Days(date(2027, 3, 1), date(2027, 3, 5)), opening_days=WEEK)
    assert calendar.before(date(2027, 3, 2), 5) == date(2027, 3, 1)
    assert calendar.after(date(2027, 3, 4), 5) == date(2027, 3, 5)
    assert calendar.working_day(date(2027, 3, 6)) is None
    never = Calendar(SPAN, closures=[(SPAN, "Travaux")])
    assert never.after(date(2027, 3, 4), 1) == SPAN.last


def test_the_holidays_are_those_of_france():
    assert dict(public_holidays(Days(date(2027, 1, 1), date(2027, 12, 31)))) == {
        date(2027, 1, 1): "Jour de l'an",
        date(2027, 3, 29): "Lundi de Pâques",
        date(2027, 5, 1): "Fête du Travail",
        date(2027, 5, 6): "Ascension",
        date(2027, 5, 8): "Fête de la Victoire",
        date(2027, 5, 17): "Lundi de Pentecôte",
        date(2027, 7, 14): "Fête nationale",
        date(2027, 8, 15): "Assomption",
        date(2027, 11, 1): "Toussaint",
        date(2027, 11, 11): "Armistice",
        date(2027, 12, 25): "Noël",
    }
