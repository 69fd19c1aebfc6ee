"""The same record in API v1 and in v2.1 is the same event, whichever column is written otherwise."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from archive_rows import COMMUNES, IN_V1, adapter, as_v1, public_record, read, record
from feed_rows import row as openagenda_row
from ombelle_events.feed.adapters.openagenda_v2 import OpenAgendaV2
from ombelle_events.feed.domain import RowRejected, SourceEvent, SourceSession


def hours(event: SourceEvent) -> list[str]:
    paris = ZoneInfo("Europe/Paris")
    return [
        f"{s.starts_at.astimezone(paris):%d/%m %H:%M}–{s.ends_at.astimezone(paris):%d/%m %H:%M}"
        for s in event.sessions
    ]


def test_a_whole_record_says_everything() -> None:
    event = read(record())
    assert event.place is not None
    assert (event.place.external_id, event.place.name, event.place.insee) == (
        "7001",
        "Maison de l'écluse",
        "80021",
    )
    assert (event.place.phone, event.place.access) == ("03 22 00 00 00", "Bus 3")
    assert event == SourceEvent(
        external_id="601",
        slug="marees-du-canal-601",
        title="Les marées du canal n° 601",
        attendance_mode="onsite",
        status="scheduled",
        sessions=(
            SourceSession(datetime(2017, 10, 14, 12, tzinfo=UTC), datetime(2017, 10, 14, 15, tzinfo=UTC)),
        ),
        timezone="Europe/Paris",
        updated_at=datetime(2017, 9, 12, 10, 11, 18, tzinfo=UTC),
        description="Pourquoi l'eau monte.",
        long_description="Une **éclusière** raconte.\n\nVenez nombreux.",
        activity_type="workshop",
        theme="astronomy",
        audience=("general_public", "schools"),
        school_levels=("college",),
        age_min=6,
        age_max=None,
        accessibility=("psychic", "motor"),
        free=True,
        conditions="Entrée libre",
        registration=(
            {"type": "phone", "value": "0322000000"},
            {"type": "email", "value": "accueil@ecluse.example"},
            {"type": "link", "value": "http://ecluse.example"},
        ),
        keywords=("eau", "écluse"),
        holder="Les amis de l'eau",
        image={
            "url": "https://images.example/ecluse.jpg",
            "credits": None,
            "alt": None,
            "width": None,
            "height": None,
        },
        source_name="Fête de la science 2017",
        source_url="https://openagenda.com/fete-2017/events/marees-du-canal-601",
        additional={
            "accessibilite_fr": ["handicap moteur", "handicap psychique"],
            "evenements_lies": ["602", "603"],
            "inscription_necessaire": ["Oui"],
            "nb_evenements": [4],
            "partenaire": ["La ville"],
            "publics_concernes": ["Collège (11 - 14 ans)", "Familles"],
            "thematiques": ["Astronomie, Espace, planète, univers", "Biologie et santé"],
            "type_d_animation": ["Atelier"],
        },
        place=event.place,
    )


def test_a_whole_record_of_v1_is_the_same_event() -> None:
    assert read(as_v1(record())) == read(record())


def test_so_is_one_wrapped_as_api_v2_0_does() -> None:
    wrapped = {"links": [], "record": {"id": "a", "timestamp": "2018-01-01", "fields": record()}}
    assert read(wrapped) == read(record())


def only(column: str, **changes: Any) -> dict[str, Any]:
    """A flat record with one column alone written as v1 does."""
    flat = record(**changes)
    return {**flat, column: IN_V1[column](flat[column])}


@pytest.mark.parametrize(
    ("column", "field", "expected"),
    [
        ("thematiques", "theme", "astronomy"),
        ("publics_concernes", "audience", ("general_public", "schools")),
        ("publics_concernes", "school_levels", ("college",)),
        ("accessibilite_fr", "accessibility", ("psychic", "motor")),
        ("mots_cles_fr", "keywords", ("eau", "écluse")),
        ("derniere_mise_a_jour", "updated_at", datetime(2017, 9, 12, 10, 11, 18, tzinfo=UTC)),
    ],
)
def test_a_column_written_as_v1_does_says_the_same(column: str, field: str, expected: Any) -> None:
    flat, other = record(), only(column)
    assert other[column] != flat[column]
    assert getattr(read(other), field) == expected
    assert read(other) == read(flat)


def test_a_point_is_latitude_first_in_v1_an_object_in_v21_and_longitude_first_in_geojson() -> None:
    flat = record()
    geometry_alone = as_v1(record(geolocalisation=...)) | {
        "geometry": {"type": "Point", "coordinates": [2.2957, 49.8941]}
    }
    for shape in (
        flat,
        only("geolocalisation"),
        as_v1(flat),
        geometry_alone,
        record(geolocalisation="49.8941, 2.2957"),
    ):
        found = read(shape).place
        assert found is not None
        assert (found.latitude, found.longitude) == (49.8941, 2.2957)


def test_a_point_overseas_is_not_turned_round() -> None:
    # Réunion: both orders lie on Earth, and only the encoding tells which is which.
    flat = record(geolocalisation={"lon": 55.45, "lat": -20.88}, ville="Saint-Denis", departement="La Réunion",
                  code_postal="97400", adresse=None)  # fmt: skip
    for shape in (flat, as_v1(flat)):
        found = read(shape, territory=None).place
        assert found is not None
        assert (found.latitude, found.longitude) == (-20.88, 55.45)


@pytest.mark.parametrize("days", [["2017-10-11", "2017-10-12"], "2017-10-11|2017-10-12"])
def test_days_are_a_list_or_a_text_and_stand_in_for_missing_hours(days: Any) -> None:
    event = read(record(horaires_iso=None, dates=days))
    assert hours(event) == ["11/10 00:00–12/10 00:00", "12/10 00:00–13/10 00:00"]
    assert event.notes == ("horaires absents : journée(s) entière(s)",)


@pytest.mark.parametrize(
    "path", [["Hauts-de-France>Nord>Vieux-Berquin"], "Hauts-de-France>Nord>Vieux-Berquin"]
)
def test_the_path_of_territories_stands_in_for_a_missing_town(path: Any) -> None:
    event = read(
        record(
            selection=path, ville=None, departement=None, region=None, code_postal=None, geolocalisation=None
        )
    )
    assert event.place is not None
    assert (event.place.city, event.place.insee, event.place.department) == ("Vieux-Berquin", "59615", "59")


def test_slots_are_parted_by_line_breaks_and_the_end_follows_a_dash_between_two_instants() -> None:
    two = "2017-10-14T14:00:00+02:00-2017-10-14T17:00:00+02:00\r\n2017-10-15T10:00:00+02:00-2017-10-15T12:30:00+02:00"
    assert hours(read(record(horaires_iso=two))) == ["14/10 14:00–14/10 17:00", "15/10 10:00–15/10 12:30"]
    assert read(as_v1(record(horaires_iso=two))) == read(record(horaires_iso=two))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2017-10-14T14:00:00-2017-10-14T17:00:00", "14/10 14:00–14/10 17:00"),  # naive is Paris
        ("2017-10-14T12:00:00Z-2017-10-14T15:00:00Z", "14/10 14:00–14/10 17:00"),
        ("2017-10-14T08:00:00-04:00-2017-10-14T11:00:00-0400", "14/10 14:00–14/10 17:00"),
        ("2017-10-14T14:00 2017-10-14T17:00;", "14/10 14:00–14/10 17:00"),
        ("2017-10-14T19:30:00+02:00-2017-10-14T00:00:00+02:00", "14/10 19:30–15/10 00:00"),  # trap 18
        ("2017-10-14T22:00:00-2017-10-14T05:30:00", "14/10 22:00–15/10 05:30"),
        ("2017-10-28T20:00:00-2017-10-29T10:00:00", "28/10 20:00–29/10 10:00"),  # the night summer time ends
        ("2017-10-14T14:00:00+02:00", "14/10 14:00–14/10 14:01"),
    ],
)
def test_slots_as_the_years_wrote_them(written: str, expected: str) -> None:
    assert hours(read(record(horaires_iso=written))) == [expected]


def test_the_night_when_summer_time_ends_is_an_hour_longer() -> None:
    [night] = read(record(horaires_iso="2017-10-28T20:00:00-2017-10-29T10:00:00")).sessions
    assert (night.ends_at - night.starts_at).total_seconds() == 15 * 3600


def test_a_slot_that_cannot_be_read_is_noted_and_one_alone_is_refused() -> None:
    event = read(record(horaires_iso="2017-10-14T14:00:00-2017-10-14T17:00:00\r\nsur demande"))
    assert (len(event.sessions), event.notes) == (1, ("1 horaire(s) illisible(s), laissé(s) de côté",))
    with pytest.raises(RowRejected) as refusal:
        read(record(horaires_iso="sur demande"))
    assert (refusal.value.reason, refusal.value.pointer) == ("aucun horaire lisible", "/horaires_iso")


def test_first_and_last_days_stand_in_for_hours_when_nothing_else_says_when() -> None:
    event = read(
        record(
            horaires_iso=None, dates=None, derniere_date=None, date_debut="2017-10-11", date_fin="2017-10-13"
        )
    )
    assert hours(event) == ["11/10 00:00–14/10 00:00"]
    with pytest.raises(RowRejected) as refusal:
        read(record(horaires_iso=None, dates=None, derniere_date=None))
    assert refusal.value.reason == "aucun horaire"


def test_ways_to_register_are_one_text_with_empty_items() -> None:
    mixed = record(lien_d_inscription=", 0475526245, contact@x.example,, http://www.x.example ,")
    assert [way["type"] for way in read(mixed).registration] == ["phone", "email", "link"]
    assert read(as_v1(mixed)) == read(mixed)


@pytest.mark.parametrize("count", [4, "4"])
def test_the_number_of_events_is_a_number_or_a_text(count: Any) -> None:
    assert read(record(nb_evenements=count)).additional["nb_evenements"] == [4]


@pytest.mark.parametrize(
    "opened", ["0001-01-01T14:53:28+00:53", "0001-01-01T14:00:00+00:00", "n'importe quoi"]
)
def test_corrupt_dates_of_the_year_one_are_nowhere(opened: str) -> None:
    event = read(record(derniere_ouverture=opened, derniere_fermeture=opened))
    assert event == read(record())
    assert "0001" not in str(event)


def test_ages_may_be_in_the_range_alone() -> None:
    def ages(**said: Any) -> tuple[int | None, int | None]:
        event = read(record(**{"age_minimum": None, "age_maximum": None, **said}))
        return event.age_min, event.age_max

    assert ages(tranche="6-119") == (6, None)
    assert ages(tranche="8-12") == (8, 12)
    assert ages(tranche="-") == (None, None)
    assert ages(tranche="8-12", age_minimum="7") == (7, None)


def test_markdown_and_html_are_one_form() -> None:
    html = "<p>Une <strong>éclusière</strong> raconte.</p>\n<p>Venez nombreux.</p>"
    expected = "Une **éclusière** raconte.\n\nVenez nombreux."
    assert read(record()).long_description == expected
    assert read(record(description_longue_fr=None)).long_description == expected
    assert read(record(description_longue_fr=html)).long_description == expected


def test_a_translation_is_read_where_french_lacks() -> None:
    assert read(record(titre_fr=None, titre_es="Mareas")).title == "Mareas"
    event = read(record(titre_es="Mareas"))
    assert (event.title, event.notes) == ("Les marées du canal n° 601", ())


def test_the_public_data_set_writes_objects_in_texts() -> None:
    event = read(public_record())
    assert event.place is not None
    assert event.place.insee == "80021"
    assert hours(event) == ["08/10 14:00–08/10 17:00"]
    assert (event.status, event.attendance_mode) == ("full", "mixed")
    assert event.accessibility == ("visual", "motor")
    assert event.long_description == "L'eau *monte*,\npuis descend."
    assert event.registration == ({"type": "link", "value": "https://ecluse.example/places"},)
    assert (event.slug, event.source_name, event.free) == ("marees-801", "Les écluses", False)
    assert event.additional == {
        "accessibility_label_fr": ["Handicap visuel", "Handicap moteur"], "originagenda_uid": ["30224219"],
    }  # fmt: skip
    assert event.notes == ()


def test_the_public_data_set_without_slots_gives_its_first_and_last() -> None:
    assert hours(read(public_record(timings=None))) == ["08/10 14:00–08/10 17:00", "09/10 14:00–09/10 17:00"]


def test_flags_alone_say_what_a_place_is_fit_for() -> None:
    assert read(public_record(accessibility_label_fr=None)).accessibility == ("visual", "motor")
    assert read(public_record(accessibility_label_fr=None, accessibility=None)).accessibility is None


def test_its_id_is_the_one_openagenda_gives_as_a_number() -> None:
    reader = OpenAgendaV2({}, COMMUNES)
    ours = adapter()
    assert reader.stage(openagenda_row(601)).external_id == ours.stage(record("601")).external_id == "601"
    assert (
        ours.stage(public_record(601)).external_id == ours.stage(as_v1(record("0601"))).external_id == "601"
    )
