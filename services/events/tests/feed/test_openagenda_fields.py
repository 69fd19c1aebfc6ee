"""An OpenAgenda row's fields, the agenda's own among them.

The number in a test's name is that of the pitfall in the feed's notes.
"""

from typing import Any

import orjson
import pytest
from feed_rows import AGENDA, row
from ombelle_events.feed.adapters.openagenda_v2 import OpenAgendaV2
from ombelle_events.feed.adapters.values import read_accessibility, read_age
from openagenda_adapter import COMMUNES, read


@pytest.mark.parametrize("empty", [None, {}, [], "", {"fr": None}, {"fr": []}, ...])
def test_25_every_way_of_saying_nothing_is_nothing(empty: Any) -> None:
    event = read(
        row(
            description=empty,
            longDescription=empty,
            conditions=empty,
            keywords=empty,
            image=empty,
            imageCredits=empty,
            registration=empty,
            accessibility=empty,
            age=empty,
            onlineAccessLink=empty,
            extIds=empty,
            originAgenda=empty,
        )
    )
    assert (event.description, event.long_description, event.conditions, event.image) == (None,) * 4
    assert (event.keywords, event.registration) == ((), ())
    assert (event.accessibility, event.free, event.age_min, event.age_max) == (None,) * 4


def test_25_an_image_without_a_file_is_no_image() -> None:
    empty = {
        "filename": None,
        "size": {"width": None, "height": None},
        "variants": [],
        "base": "https://c.example/",
    }
    assert read(row(image=empty)).image is None
    found = read(
        row(image={**empty, "filename": "a b.jpg", "size": {"width": 7, "height": 9}}, imageCredits="Zoé")
    ).image
    assert found == {
        "url": "https://c.example/ab.jpg",
        "credits": "Zoé",
        "alt": None,
        "width": 7,
        "height": 9,
    }
    assert read(row(image={**empty, "filename": "x", "base": "javascript:alert(1)//"})).image is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"type": "link", "value": None, "service": "passCulture", "data": {}}, []),
        (
            {"type": "link", "value": "www.example.org/inscription"},
            [("link", "https://www.example.org/inscription")],
        ),
        ({"type": "link", "value": "javascript:alert(1)"}, []),
        ({"type": "link", "value": " JavaScript:alert(1)"}, []),
        ({"type": "link", "value": "data:text/html,x"}, []),
        ({"type": "link", "value": "mailto:a@example.org"}, [("email", "a@example.org")]),
        ({"type": "link", "value": "03 53 01 02 03"}, [("phone", "03 53 01 02 03")]),
        ({"type": "email", "value": "a@example.org"}, [("email", "a@example.org")]),
        ({"type": "phone", "value": "tel:+33353010203"}, [("phone", "+33353010203")]),
        ({"type": "other", "value": "https://example.org"}, [("link", "https://example.org")]),
        ("x", []),
        (None, []),
    ],
)
def test_25_registration_ways(raw: Any, expected: list[tuple[str, str]]) -> None:
    assert [(r["type"], r["value"]) for r in read(row(registration=[raw, raw])).registration] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"min": 6, "max": 12}, (6, 12)),
        ({"min": 12, "max": 6}, (6, 12)),
        ({"min": 6, "max": 119}, (6, None)),
        ({"min": 0, "max": 120}, (None, None)),
        ({"min": 6, "max": 121}, (6, None)),
        ({"min": None, "max": 12}, (None, 12)),
        ({"min": 7}, (7, None)),
        ({"min": "8", "max": -1}, (8, None)),
        ({"min": True, "max": 1e9}, (None, None)),
        ("6-12", (None, None)),
    ],
)
def test_25_ages(raw: Any, expected: tuple[int | None, int | None]) -> None:
    assert read_age(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"hi": True, "vi": False, "pi": False, "mi": True}, ("hearing", "motor")),
        ({"hi": False}, ()),
        ({}, None),
        (None, None),
        ({"ii": None}, None),
        (["mei", "hi"], ("hearing", "intellectual")),
        ([], None),
    ],
)
def test_25_accessibility(raw: Any, expected: Any) -> None:
    assert read_accessibility(raw) == expected


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (1, "onsite"),
        (2, "online"),
        (3, "mixed"),
        ({"id": 3, "label": {}}, "mixed"),
        ("2", "online"),
        (None, "onsite"),
    ],
)
def test_attendance_mode_as_number_or_object(mode: Any, expected: str) -> None:
    assert read(row(attendanceMode=mode)).attendance_mode == expected


def test_an_event_without_a_place_but_with_a_link_is_online() -> None:
    event = read(row(location=None, attendanceMode=..., onlineAccessLink="example.org/direct"))
    assert (event.attendance_mode, event.online_access_url) == ("online", "https://example.org/direct")


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("Entrée libre", True),
        ("GRATUIT", True),
        ("Gratuit pour les moins de 12 ans", None),
        ("Tarif plein 6 €", False),
        ("Gratuit, 5 € le goûter", None),
        ("Sur réservation", None),
    ],
)
def test_price_is_said_only_when_the_words_are_plain(conditions: str, expected: bool | None) -> None:
    assert read(row(conditions={"fr": conditions})).free is expected


def test_28_options_are_read_by_what_they_say() -> None:
    event = read(
        row(
            **{
                "thematique": 31,
                "type-danimation": [8],
                "publics": [1, 2],
                "organisateur": "Les Meuniers",
                "evenement-parent": "55",
            }
        )
    )
    assert (event.theme, event.activity_type) == ("astronomy", "visit")
    assert (event.audience, event.school_levels) == (("general_public", "schools"), ("college",))
    assert (event.holder, event.parent) == ("Les Meuniers", "55")
    assert event.additional["thematique"] == ["Astronomie, Espace, planète, univers"]


def test_28_an_option_of_another_year_is_kept_and_told() -> None:
    event = read(row(thematique=99, publics=[1, 77], **{"champ-inconnu": "oui"}))
    assert event.theme is None
    assert event.additional["thematique"] == ["?99"]
    assert event.additional["publics"] == ["Familles", "?77"]
    assert event.additional["champ-inconnu"] == ["oui"]
    assert any("99" in note for note in event.notes)
    assert any("champ-inconnu" in note for note in event.notes)


def test_28_a_schema_of_another_year_makes_every_row_new() -> None:
    other = orjson.loads(orjson.dumps(AGENDA).replace(b'"id":31', b'"id":41'))
    assert OpenAgendaV2(AGENDA, COMMUNES).salt != OpenAgendaV2(other, COMMUNES).salt
    assert (
        OpenAgendaV2(other, COMMUNES).stage(row()).digest
        != OpenAgendaV2(AGENDA, COMMUNES).stage(row()).digest
    )


def test_28_labelled_choices_are_read_without_a_schema() -> None:
    event = read(row(thematique={"id": 31, "label": {"fr": "Astronomie"}}))
    assert event.theme == "astronomy"


@pytest.mark.parametrize("parent", [None, "", "abc", 0, {}, [], True, 101, "101"])
def test_a_parent_that_is_none_or_oneself_is_none(parent: Any) -> None:
    assert read(row(**{"evenement-parent": parent})).parent is None
