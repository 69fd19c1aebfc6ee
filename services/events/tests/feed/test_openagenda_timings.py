"""When an OpenAgenda row takes place, as the adapter reads it.

The number in a test's name is that of the pitfall in the feed's notes.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from feed_rows import PLACE, row
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.feed.adapters.timings import read_timings
from ombelle_events.feed.domain import RowRejected
from openagenda_adapter import PARIS, digest, hours, read, slots


def test_18_an_end_at_midnight_before_the_beginning_is_the_next_midnight() -> None:
    # The night when summer time ends: midnight comes first, the hour repeats after it.
    raw = row(timings=slots(("2030-10-26T21:30:00+02:00", "2030-10-26T00:00:00+02:00")))
    assert hours(raw) == [("2030-10-26T21:30:00+02:00", "2030-10-27T00:00:00+02:00")]


def test_18_the_wall_clock_decides_when_the_night_is_an_hour_longer() -> None:
    raw = row(timings=slots(("2030-10-26T22:00:00+02:00", "2030-10-26T05:30:00+02:00")))
    assert hours(raw) == [("2030-10-26T22:00:00+02:00", "2030-10-27T05:30:00+01:00")]


def test_18_an_end_long_before_the_beginning_is_left_out_and_alone_refused() -> None:
    wrong = ("2031-10-04T18:00:00+02:00", "2031-10-04T09:00:00+02:00")
    with pytest.raises(RowRejected) as refusal:
        read(row(timings=slots(wrong)))
    assert refusal.value.pointer == "/timings/0"
    event = read(row(timings=slots(wrong, ("2031-10-05T10:00:00+02:00", "2031-10-05T11:00:00+02:00"))))
    assert len(event.sessions) == 1
    assert any("1 horaire" in note for note in event.notes)


def test_19_the_same_slot_twice_is_one_and_slots_are_in_order() -> None:
    raw = row(
        timings=slots(
            ("2031-10-05T10:00:00+02:00", "2031-10-05T11:00:00+02:00"),
            ("2031-10-04T23:00:00+02:00", "2031-10-05T01:00:00+02:00"),
            ("2031-10-05T08:00:00Z", "2031-10-05T11:00:00.000+0200"),
        )
    )
    assert hours(raw) == [
        ("2031-10-04T23:00:00+02:00", "2031-10-05T01:00:00+02:00"),
        ("2031-10-05T10:00:00+02:00", "2031-10-05T11:00:00+02:00"),
    ]


def test_20_offsets_in_every_writing_and_none_at_all() -> None:
    raw = row(
        timezone=None,
        timings=slots(
            ("2031-10-26T00:30:00", "2031-10-26T03:30:00"),
            ("2031-10-27T10:00:00+0100", "2031-10-27T10:00:00.500Z"),
        ),
    )
    assert hours(raw) == [
        ("2031-10-26T00:30:00+02:00", "2031-10-26T03:30:00+01:00"),
        ("2031-10-27T10:00:00+01:00", "2031-10-27T11:00:00.500000+01:00"),
    ]


@pytest.mark.parametrize("zone", [None, "", "Mars/Olympus", "../etc/passwd", 3, {"a": 1}, ["x"]])
def test_20_an_unknown_zone_is_that_of_the_place_then_of_paris(zone: Any) -> None:
    assert read(row(timezone=zone)).timezone == "Europe/Paris"
    assert (
        read(row(timezone=zone, location={**PLACE, "timezone": "America/Miquelon"})).timezone
        == "America/Miquelon"
    )


def test_21_a_year_beyond_belief_is_left_out() -> None:
    with pytest.raises(RowRejected):
        read(row(timings=slots(("0001-01-01T14:53:28+00:53", "0001-01-01T15:00:00+00:53"))))


@pytest.mark.parametrize(
    "passing",
    [
        {"nextTiming": {"begin": "2031-10-04T10:00:00+02:00", "end": "2031-10-04T12:00:00+02:00"}},
        {"dateRange": {"fr": "demain"}},
        {"firstTiming": None},
        {"lastTiming": {"begin": "x"}},
        {"updatedAt": "2032-01-01T00:00:00Z"},
        {"removed": False},
        {"links": [{"link": "https://a.example", "data": {"html": "<iframe>"}}]},
        {"member": {"name": "A", "email": "a@example.org"}},
        {"_agg": "x"},
        {"location": {**PLACE, "_agg": "y"}},
    ],
)
def test_21_what_changes_by_itself_is_no_change(passing: dict[str, Any]) -> None:
    assert digest(row()) == digest(row(**passing))


def test_21_the_order_of_keys_is_no_change_and_a_title_is_one() -> None:
    assert digest(row()) == digest(dict(reversed(row().items())))
    assert digest(row()) != digest(row(title={"fr": "Autre"}))


def test_22_many_slots_are_kept_up_to_the_platforms_limit() -> None:
    start = datetime(2031, 1, 1, 10, tzinfo=UTC)
    many = [
        ((start + timedelta(days=n)).isoformat(), (start + timedelta(days=n, hours=1)).isoformat())
        for n in range(803)
    ]
    event = read(row(timings=slots(*many)))
    assert len(event.sessions) == 800
    assert event.notes
    assert len(read(row(timings=slots(*many[:359]))).sessions) == 359


@pytest.mark.parametrize(
    "timings", ["soon", {"begin": "x"}, 3, [], None, ..., [None], ["x"], [{}], [{"begin": 3}]]
)
def test_29_timings_that_cannot_be_read_refuse_the_row(timings: Any) -> None:
    with pytest.raises(RowRejected) as refusal:
        read(row(timings=timings))
    assert refusal.value.pointer.startswith("/timings")


def test_25_missing_timings_are_taken_from_the_first_and_the_last() -> None:
    first = {"begin": "2031-10-04T10:00:00+02:00", "end": "2031-10-04T12:00:00+02:00"}
    assert len(read(row(timings=..., firstTiming=first, lastTiming=first)).sessions) == 1


@given(
    st.lists(
        st.tuples(
            st.integers(-600_000_000, 5_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC)),
            st.integers(-2000, 2_000_000),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_slots_come_out_in_order_once_and_forward(pairs: list[tuple[datetime, int]]) -> None:
    raw = {
        "timings": [{"begin": b.isoformat(), "end": (b + timedelta(minutes=m)).isoformat()} for b, m in pairs]
    }
    try:
        found, _ = read_timings(raw, PARIS)
    except RowRejected:
        assert all(m < 0 or m > 1096 * 1440 for _, m in pairs)
        return
    assert list(found) == sorted(set(found), key=lambda s: (s.starts_at, s.ends_at))
    assert all(timedelta(0) < s.ends_at - s.starts_at <= timedelta(days=1096) for s in found)
    assert {s.starts_at for s in found} <= {b for b, _ in pairs}
