from datetime import date, timedelta

import pytest
from ombelle_demo.edition import Edition, coming


def test_the_edition_of_2027() -> None:
    edition = Edition(2027)
    assert (edition.starts_on, edition.ends_on) == (date(2027, 10, 1), date(2027, 10, 11))
    assert edition.agenda_uid == 47110815


@pytest.mark.parametrize("year", range(2025, 2046))
def test_an_edition_is_eleven_days_from_the_first_friday_of_october(year: int) -> None:
    edition = Edition(year)
    assert edition.starts_on.strftime("%a") == "Fri"
    assert edition.starts_on.month == 10
    assert 1 <= edition.starts_on.day <= 7
    assert edition.ends_on - edition.starts_on == timedelta(days=10)


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 11, 22), 2027),
        (date(2027, 10, 11), 2027),
        (date(2027, 10, 12), 2028),
        (date(2027, 1, 1), 2027),
        (date(2026, 10, 12), 2026),
        (date(2026, 10, 13), 2027),
    ],
)
def test_the_coming_edition_is_the_first_that_is_not_over(today: date, year: int) -> None:
    assert coming(today).year == year


def test_uids_never_meet_between_years_nor_with_themselves() -> None:
    uids = [Edition(year).event_uid(n) for year in range(2025, 2046) for n in range(1000)]
    assert len(set(uids)) == len(uids)
    assert min(uids) >= 10_000_000
    assert max(uids) < 100_000_000
