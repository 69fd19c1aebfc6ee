"""Where an OpenAgenda row takes place, as the adapter finds it.

The number in a test's name is that of the pitfall in the feed's notes.
"""

from typing import Any

import pytest
from ombelle_events.feed.domain import RowRejected
from openagenda_adapter import place, read


def insee(raw: dict[str, Any]) -> str | None:
    found = read(raw).place
    assert found is not None
    return found.insee


def test_27_a_missing_code_is_found_by_postal_code_and_name() -> None:
    nowhere = {"insee": None, "latitude": None, "longitude": None}
    assert insee(place(**nowhere, postalCode="80 000", city="AMIENS")) == "80021"
    assert insee(place(**nowhere, postalCode="80200", city="Brie")) == "80138"
    assert insee(place(**nowhere, postalCode="02100", city="ST-QUENTIN CEDEX 2")) == "02691"
    assert insee(place(**nowhere, postalCode="59037", city="Lille Cedex", department="Nord")) == "59350"
    assert insee(place(**nowhere, postalCode=None, city="Amiens", department="Somme")) == "80021"


def test_27_homonyms_are_told_apart_by_the_point_or_not_at_all() -> None:
    lost = {"insee": None, "postalCode": None, "department": None, "city": "Brie"}
    assert insee(place(**lost, latitude=49.87, longitude=2.93)) == "80138"
    assert insee(place(**lost, latitude=None, longitude=None)) is None


def test_27_a_former_code_gives_the_present_commune() -> None:
    assert insee(place(insee="59298", city="Hellemmes", postalCode=None)) == "59350"


def test_27_a_postal_code_in_place_of_the_code_is_seen_by_the_name() -> None:
    assert insee(place(insee="59232", postalCode="59232", city="Vieux-Berquin")) == "59615"
    assert insee(place(insee="59232", postalCode="59570", city="La Flamengrie")) == "59232"


def test_27_a_point_alone_finds_the_nearest_commune() -> None:
    only = {"insee": None, "postalCode": None, "city": None, "department": None}
    assert insee(place(**only, latitude=50.64, longitude=3.06)) == "59350"


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected"),
    [
        (2.302, 49.894, (49.894, 2.302)),
        (49.894, 2.302, (49.894, 2.302)),
        ("49,894", "2.302", (49.894, 2.302)),
        (0, 0, (None, None)),
        (None, 2.3, (None, None)),
        (True, "x", (None, None)),
        (43.3, 5.4, (None, None)),
        (float("nan"), 2.3, (None, None)),
    ],
)
def test_27_points_swapped_at_zero_missing_or_too_far(latitude: Any, longitude: Any, expected: Any) -> None:
    found = read(place(latitude=latitude, longitude=longitude)).place
    assert found is not None
    assert (found.latitude, found.longitude) == expected


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"insee": "75056", "city": "Paris", "department": "Paris", "latitude": 48.85, "longitude": 2.35},
        {"insee": None, "city": "Marseille", "department": "Bouches-du-Rhône", "postalCode": "13001"},
        {"insee": None, "city": None, "department": None, "postalCode": None, "countryCode": "BE"},
    ],
)
def test_04_a_place_outside_the_territory_is_refused_unless_it_is_online(elsewhere: dict[str, Any]) -> None:
    far = {"latitude": None, "longitude": None, **elsewhere}
    with pytest.raises(RowRejected) as refusal:
        read(place(**far))
    assert refusal.value.pointer == "/location"
    assert read(place(**far), territory=None).place is not None
    assert read({**place(**far), "attendanceMode": 2}).attendance_mode == "online"


def test_08_places_are_known_by_their_uid_else_by_their_words() -> None:
    first, same, other = (read(place(uid=u)).place for u in (501, "501", None))
    assert first is not None
    assert same is not None
    assert other is not None
    assert first.external_id == same.external_id == "501"
    assert other.external_id.startswith("words-")
