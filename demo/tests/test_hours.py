from datetime import date

import pytest
from ombelle_demo.hours import spans

FRIDAY = date(2027, 10, 1)


def _written(line: str, umbrella: tuple[date, ...] = ()) -> list[str]:
    return [f"{begin:%d %H:%M}-{end:%d %H:%M}" for begin, end in spans(line, FRIDAY, umbrella)]


def test_days_of_the_edition_and_days_around_it() -> None:
    assert _written("sa1 14:00-17:00, -2 09:00-10:00, +13 09:00-10:00") == [
        "29 09:00-29 10:00",
        "02 14:00-02 17:00",
        "14 09:00-14 10:00",
    ]


def test_every_day_from_one_to_another() -> None:
    assert len(_written("-5..+15 10:00-18:00")) == 21
    assert _written("ve2..lu2 10:00-11:00")[-1] == "11 10:00-11 11:00"


def test_a_span_cut_into_sessions_leaves_no_short_one() -> None:
    assert _written("lu1 09:00-11:30/75") == ["04 09:00-04 10:15", "04 10:15-04 11:30"]
    assert _written("lu1 09:00-10:30/60") == ["04 09:00-04 10:00"]


def test_an_evening_goes_past_midnight() -> None:
    assert _written("sa2 21:30-01:00") == ["09 21:30-10 01:00"]
    assert _written("sa1 20:30-00:00") == ["02 20:30-03 00:00"]


def test_hours_inside_an_umbrella_event() -> None:
    days = (date(2027, 10, 7), date(2027, 10, 8), date(2027, 10, 9))
    assert _written("W 09:00-10:00, A 10:00-11:00", days) == ["07 09:00-07 10:00", "09 10:00-09 11:00"]


@pytest.mark.parametrize("line", ["", "sa1", "sa1 14h-17h", "zz 10:00-11:00", "A 10:00-11:00"])
def test_hours_that_mean_nothing_are_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - `int` says it in its own words for an unknown day
        spans(line, FRIDAY)
