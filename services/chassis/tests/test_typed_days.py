"""Days are what the API says: dates as RFC 3339 writes them."""

from datetime import date

import pytest
from ombelle_chassis.typed_days import WrittenDay
from pydantic import TypeAdapter, ValidationError

_DAYS = TypeAdapter(WrittenDay)


@pytest.mark.parametrize("given", ["2028-02-29", date(2028, 2, 29)])
def test_a_day_is_read_as_it_is_written(given):
    assert _DAYS.validate_python(given) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "given",
    [
        "0",
        0,
        86_400.0,
        "2028-02-29T00:00:00",
        "20280229",
        "2028-2-29",
        "2027-02-29",
        "٢٠٢٨-٠٢-٢٩",
        "",
        None,
        True,
    ],
)
def test_nothing_else_is_taken_for_one(given):
    with pytest.raises(ValidationError):
        _DAYS.validate_python(given)


def test_it_is_described_as_a_date():
    assert _DAYS.json_schema() == {"type": "string", "format": "date"}
