"""What an OpenAgenda row is: its identity, what is gone, what is refused, what is never kept.

The number in a test's name is that of the pitfall in the feed's notes.
"""

import contextlib
from datetime import UTC, datetime
from typing import Any

import pytest
from feed_rows import AGENDA, PLACE, row
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.feed.adapters.openagenda_v2 import OpenAgendaV2
from ombelle_events.feed.domain import RowRejected
from openagenda_adapter import COMMUNES, TERRITORY, read


def test_a_plain_row_is_read_whole() -> None:
    event = read(row())
    assert event.external_id == "101"
    assert event.title == "Le moulin à vent n° 101"
    assert event.free is True
    assert event.accessibility == ("motor",)
    assert event.place is not None
    assert event.place.insee == "80021"
    assert event.updated_at == datetime(2025, 9, 1, 8, tzinfo=UTC)
    assert event.source_url == "https://openagenda.com/science-en-fete/events/moulin-a-vent-101"


@pytest.mark.parametrize("uid", [101, "101", " 101"])
def test_09_a_uid_is_the_same_as_number_or_text(uid: Any) -> None:
    assert read(row(uid)).external_id == "101"


@pytest.mark.parametrize("uid", ["not-a-number", None, True, 0, -4, 1.5, [], 10**30, ...])
def test_29_a_row_without_a_usable_uid_is_staged_for_the_quarantine_under_its_content(uid: Any) -> None:
    adapter = OpenAgendaV2(AGENDA, COMMUNES, TERRITORY)
    first, again = adapter.stage(row(uid)), adapter.stage(row(uid))
    assert first == again
    assert first.external_id.startswith("row-")
    with pytest.raises(RowRejected) as refusal:
        adapter.read(first.raw)
    assert refusal.value.pointer == "/uid"


@pytest.mark.parametrize("odd", [None, "text", 3, [], ["x"], 1.5, True])
def test_29_a_row_that_is_no_object_is_staged_and_refused(odd: Any) -> None:
    adapter = OpenAgendaV2(AGENDA, COMMUNES, TERRITORY)
    with pytest.raises(RowRejected):
        adapter.read(adapter.stage(odd).raw)


def test_10_a_row_that_names_one_of_our_events_says_which() -> None:
    uuid = "0199a1b2-0000-7000-8000-000000000001"
    assert read(row(extIds=[{"key": "ombelle", "value": uuid}])).local_id == uuid
    site = "https://agenda.example"
    linked = read(row(extIds=[{"key": "site", "value": f"{site}/agenda/moulin?x=1"}]), url=site)
    assert linked.local_slug == "moulin"
    assert read(row(extIds=None), url=site).local_slug is None
    assert read(row(canonicalUrl="https://other.example/agenda/moulin"), url=site).local_slug is None


def test_11_a_tombstone_has_no_title_and_is_staged_as_gone() -> None:
    staged = OpenAgendaV2(AGENDA, COMMUNES).stage(
        {"uid": 7, "removed": True, "updatedAt": "2031-09-01T08:00:00.024Z"}
    )
    assert (staged.external_id, staged.gone) == ("7", True)
    assert staged.updated_at == datetime(2031, 9, 1, 8, 0, 0, 24_000, tzinfo=UTC)


@pytest.mark.parametrize("state", [1, 0, -1, -2, {"id": 1}])
def test_14_a_row_no_longer_published_is_gone(state: Any) -> None:
    assert OpenAgendaV2(AGENDA, COMMUNES).stage(row(state=state)).gone


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (1, "scheduled"),
        (2, "rescheduled"),
        (3, "moved_online"),
        (4, "postponed"),
        (5, "full"),
        (6, "cancelled"),
        ({"id": 6, "label": {"fr": "Annulé"}}, "cancelled"),
        ("4", "postponed"),
        ("movedOnline", "moved_online"),
        (99, "scheduled"),
        (None, "scheduled"),
        ([], "scheduled"),
    ],
)
def test_13_a_status_is_no_deletion(status: Any, expected: str) -> None:
    raw = row(status=status)
    assert read(raw).status == expected
    assert not OpenAgendaV2(AGENDA, COMMUNES).stage(row(status=status)).gone


def test_30_personal_data_are_never_staged() -> None:
    raw = row(
        member={"name": "Ada", "email": "ada@example.org"},
        creatorUid=1,
        ownerUid=2,
        contributor_email="ada@example.org",
        animateurs="Ada",
        **{"email-du-referent": "ada@example.org"},
        location={**PLACE, "_agg": "ada"},
    )
    staged = OpenAgendaV2(AGENDA, COMMUNES).stage(raw)
    assert b"ada" not in staged.raw.lower()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda c: st.lists(c, max_size=3) | st.dictionaries(st.text(max_size=8), c, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from(sorted(row())),
)
def test_29_any_value_anywhere_is_read_or_refused(value: Any, key: str) -> None:
    adapter = OpenAgendaV2(AGENDA, COMMUNES, TERRITORY)
    staged = adapter.stage(row(**{key: value}))
    with contextlib.suppress(RowRejected):
        event = adapter.read(staged.raw)
        assert event.title
        assert event.sessions
