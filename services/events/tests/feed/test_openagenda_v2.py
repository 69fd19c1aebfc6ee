"""The adapter alone. The number in a test's name is that of the pitfall in the feed's notes."""

import contextlib
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest
from feed_rows import AGENDA, PLACE, row
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.openagenda_v2 import OpenAgendaV2
from ombelle_events.feed.adapters.timings import read_timings
from ombelle_events.feed.adapters.values import read_accessibility, read_age
from ombelle_events.feed.communes import Commune, CommuneIndex
from ombelle_events.feed.domain import RowRejected, SourceEvent

PARIS = ZoneInfo("Europe/Paris")

COMMUNES = CommuneIndex(
    [
        Commune("80021", "Amiens", "80", ("80000", "80080", "80090"), (), 49.894, 2.302, True),
        Commune("59350", "Lille", "59", ("59000", "59800"), ("59298", "59355"), 50.633, 3.0586, True),
        Commune("59615", "Vieux-Berquin", "59", ("59232",), (), 50.6944, 2.6430, True),
        Commune("59232", "La Flamengrie", "59", ("59570",), (), 50.28, 3.76, True),
        Commune("02691", "Saint-Quentin", "02", ("02100",), (), 49.846, 3.287, True),
        Commune("02121", "Brie", "02", ("02870",), (), 49.60, 3.50, True),
        Commune("80138", "Brie", "80", ("80200",), (), 49.87, 2.93, True),
        Commune("80620", "Péronne", "80", ("80200",), (), 49.93, 2.93, True),
    ],
    [("02", "Aisne"), ("59", "Nord"), ("60", "Oise"), ("62", "Pas-de-Calais"), ("80", "Somme")],
)
TERRITORY = frozenset({"02", "59", "60", "62", "80"})


def read(raw: dict[str, Any], *, territory: frozenset[str] | None = TERRITORY, url: str = "") -> SourceEvent:
    adapter = OpenAgendaV2(AGENDA, COMMUNES, territory, None, url)
    staged = adapter.stage(raw)
    return adapter.read(staged.raw, staged.updated_at)


def digest(raw: dict[str, Any]) -> bytes:
    return OpenAgendaV2(AGENDA, COMMUNES, TERRITORY).stage(raw).digest


def place(**changes: Any) -> dict[str, Any]:
    return row(location={k: v for k, v in {**PLACE, **changes}.items() if v is not ...})


def slots(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"begin": begin, "end": end} for begin, end in pairs]


def hours(raw: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (s.starts_at.astimezone(PARIS).isoformat(), s.ends_at.astimezone(PARIS).isoformat())
        for s in read(raw).sessions
    ]


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


# --- identity -------------------------------------------------------------------------------------------


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


# --- time -----------------------------------------------------------------------------------------------


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


# --- texts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Le vent\u2028et la mer", "Le vent et la mer"),
        ("Le\u200b vent", "Le vent"),
        ("5 \u001e€", "5 €"),
        ("Qui\u00a0?", "Qui ?"),
        ("Deux\r\nlignes\n", "Deux lignes"),
        ("L&#39;été &amp;amp; l&amp;#39;hiver", "L'été & l'hiver"),
        ("crwdns14266:0crwdne14266:0Fête", "Fête"),
        ("GRANDE FÊTE", "GRANDE FÊTE"),
        ("<script>alert(1)</script> Hétérocère", "Hétérocère"),
        ("<b>Gras</b> et 3 < 4", "Gras et 3 < 4"),
        ("&lt;script&gt;x&lt;/script&gt;Nuit", "Nuit"),
        ("<scr<script>ipt>alert(1)</script>Nuit", "<scrNuit"),
        ('x" onerror="alert(1)', 'x" "alert(1)'),
        ("a\x00b", "ab"),
    ],
)
def test_24_signs_that_should_not_be_there(written: str, shown: str) -> None:
    assert read(row(title={"fr": written})).title == shown


@pytest.mark.parametrize(
    "title", [None, {}, [], "", "   ", {"fr": ""}, {"fr": None}, "\u200b", "<b></b>", 3, {"io": "x"}]
)
def test_25_a_row_without_a_title_is_refused(title: Any) -> None:
    with pytest.raises(RowRejected) as refusal:
        read(row(title=title))
    assert refusal.value.pointer == "/title"


def test_26_another_language_stands_in_for_french() -> None:
    assert read(row(title={"en": "Only English"})).title == "Only English"
    assert read(row(title={"io": "crwdns1:0crwdne1:0", "br": "Avel", "fr": ""})).title == "Avel"
    assert read(row(title="Sans langue")).title == "Sans langue"


def test_23_long_texts_become_markdown_without_html_and_links_lead_out() -> None:
    text = read(
        row(
            longDescription={
                "fr": "Texte <img src=x onerror=alert(1)> [lien](javascript:alert(1)) [ok](//www.example.org)\r\n"
                "\r\n\r\n\r\n<https://a.example> [m](mailto:a@example.org) javascript:void(0)"
            }
        )
    ).long_description
    assert text is not None
    assert "onerror=" not in text
    assert "javascript:" not in text
    assert "[ok](https://www.example.org)" in text
    assert "[m](mailto:a@example.org)" in text
    assert "\n\n\n" not in text


@given(
    st.text(max_size=200),
    st.sampled_from(["onerror=", "javascript:", "<script>", "<img src=x onerror=", "&#106;"]),
)
def test_no_text_comes_out_able_to_run(around: str, evil: str) -> None:
    for cleaned in (texts.line(around + evil + around, 300), texts.markdown(around + evil + around)):
        lowered = (cleaned or "").lower()
        assert "onerror=" not in lowered
        assert "<script" not in lowered
        assert "javascript:alert" not in lowered


def test_a_title_is_cut_at_a_word() -> None:
    title = read(row(title={"fr": "vent " * 200})).title
    assert len(title) <= 300
    assert title.endswith("vent…")


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


# --- places ---------------------------------------------------------------------------------------------


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


# --- the agenda's own fields ----------------------------------------------------------------------------


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


# --- personal data --------------------------------------------------------------------------------------


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
