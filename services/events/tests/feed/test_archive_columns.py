"""Columns by year and labels by year: what is known, what is kept and reported, what is never stored."""

from typing import Any

import orjson
import pytest
from archive_rows import adapter, as_v1, public_record, read, record
from ombelle_events.feed.adapters.opendatasoft import layouts
from ombelle_events.feed.domain import RowRejected
from ombelle_events.programme import vocabulary


def report(*rows: Any, edition: int | None = 2017) -> dict[str, Any] | None:
    reader = adapter(edition)
    for row in rows:
        reader.stage(row)
    return reader.report()


@pytest.mark.parametrize(
    ("year", "activity_type", "cancellation"),
    [
        (2010, ["type_d_animation"], None),
        (2017, ["type_d_animation"], None),
        (2019, ["type_d_animation"], None),
        (2022, ["type_d_animation"], None),
        (2023, ["type_animation_project"], ["annulation"]),
        (2030, ["type_animation_project"], ["annulation"]),
    ],
)
def test_a_year_reads_as_the_nearest_earlier_one(year: int, activity_type: Any, cancellation: Any) -> None:
    columns = layouts.layout("festival", year).columns
    assert (columns["activity_type"], columns.get("cancellation")) == (activity_type, cancellation)


def test_lists_grow_from_year_to_year() -> None:
    of_2017, of_2023 = (layouts.layout("festival", year) for year in (2017, 2023))
    assert (of_2017.role("reconduction"), of_2023.role("reconduction")) == (None, "keep")
    assert of_2017.role("en_une") == of_2023.role("en_une") == "keep"


def test_a_column_fills_one_thing_alone() -> None:
    for shape, year in (("festival", 2017), ("festival", 2023), ("public", 2022)):
        columns = [c for listed in layouts.layout(shape, year).columns.values() for c in listed]
        assert len(columns) == len(set(columns))


CODES: dict[str, Any] = {
    "activity_type": vocabulary.ACTIVITY_TYPES,
    "theme": vocabulary.THEMES,
    "audience": {**vocabulary.AUDIENCES, **vocabulary.SCHOOL_LEVELS},
    "accessibility": vocabulary.ACCESSIBILITY,
    "attendance_mode": vocabulary.ATTENDANCE_MODES,
    "cancellation": vocabulary.STATUSES,
    "publication": vocabulary.PUBLICATIONS,
}


@pytest.mark.parametrize("kind", CODES)
def test_every_label_leads_to_codes_of_ours(kind: str) -> None:
    codes = {code for found in layouts.labels(kind).values() for code in found}
    assert codes
    assert codes <= set(CODES[kind])


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Village des sciences", "science_village"),
        ("Conférence / Rencontre", "lecture"),
        ("Jeu", "game"),
        ("[Evènement ponctuel] Visite", "visit"),
        ("ATELIER ", "workshop"),
    ],
)
def test_types_of_animation(label: str, code: str) -> None:
    assert read(record(type_d_animation=label)).activity_type == code
    assert report(record(type_d_animation=label)) is None


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Astronomie, Espace, planète, univers", "astronomy"),
        ("Biologie et santé", "health"),
        ("Écologie, agronomie, développement durable, énergie", "environment"),
        ("Ingénierie et industrie", "industrial_heritage"),
        ("Nouvelles technologies, numérique, informatique", "digital_innovation"),
        ("Sciences de l'homme et de la société", "science_society"),
        ("Sciences de l'ingénieur", "industrial_heritage"),
    ],
)
def test_themes_hold_commas_that_divide_nothing(label: str, code: str) -> None:
    for written in (label, [label], f"{label}|Autre"):
        assert read(record(thematiques=written)).theme == code
    assert report(record(thematiques=[label])) is None


@pytest.mark.parametrize(
    ("label", "audience", "levels"),
    [
        ("Primaire (6- 10 ans)", ("schools",), ("primary_school",)),
        ("Lycée (15 18 ans)", ("schools",), ("lycee",)),
        ("Post-Bac (adulte)", ("general_public", "schools"), ("higher_education",)),
        ("Etudiants (18 - 25 ans)", ("schools",), ("higher_education",)),
        ("Seniors", ("general_public",), ()),
    ],
)
def test_publics(label: str, audience: Any, levels: Any) -> None:
    event = read(record(publics_concernes=label))
    assert (event.audience, event.school_levels) == (audience, levels)
    assert report(record(publics_concernes=[label])) is None


def test_unknown_labels_are_kept_counted_and_read_by_their_words() -> None:
    odd = {
        "type_d_animation": "Grand jeu de piste",
        "publics_concernes": ["Classes de maternelle", "Martiens"],
    }
    event = read(record(**odd))
    assert (event.activity_type, event.school_levels) == ("game", ("nursery_school",))
    assert event.additional["publics_concernes"] == ["Classes de maternelle", "Martiens"]
    assert event.notes == (
        "libellé(s) inconnu(s) de « type_d_animation » : Grand jeu de piste",
        "libellé(s) inconnu(s) de « publics_concernes » : Classes de maternelle, Martiens",
    )
    assert report(record(**odd), as_v1(record(publics_concernes=["Martiens"])), record()) == {
        "unknown_columns": {},
        "unknown_labels": {
            "publics_concernes": {"Martiens": 2, "Classes de maternelle": 1},
            "type_d_animation": {"Grand jeu de piste": 1},
        },
    }


def test_unknown_columns_are_kept_and_counted_where_they_are_filled() -> None:
    rows = [
        record(meteo="Pluie|Vent"),
        record(meteo=["Pluie", "Vent"], humeur=3),
        record(meteo=None, humeur=""),
    ]
    assert (
        read(rows[0], 2017).additional["meteo"]
        == read(rows[1], 2017).additional["meteo"]
        == ["Pluie", "Vent"]
    )
    assert read(rows[1], 2017).notes == ("colonne(s) inconnue(s) : humeur, meteo",)
    assert report(*rows) == {"unknown_columns": {"meteo": 2, "humeur": 1}, "unknown_labels": {}}


def test_a_column_of_another_year_is_unknown_in_this_one() -> None:
    row = record(annulation="Oui")
    assert read(row, 2023).status == "cancelled"
    assert (read(row, 2019).status, read(row, 2019).additional["annulation"]) == ("scheduled", ["Oui"])
    assert report(row, edition=2019) == {"unknown_columns": {"annulation": 1}, "unknown_labels": {}}


def test_the_year_is_the_edition_s_else_the_data_set_s_else_the_record_s() -> None:
    later = {"type_d_animation": ..., "type_animation_project": "Exposition"}
    assert read(record(**later), 2023).activity_type == "exhibition"
    assert read(as_v1(record(**later), "fr-esr-fete-de-la-science-23")).activity_type == "exhibition"
    in_2023 = record(**later, horaires_iso="2023-10-14T14:00:00+02:00-2023-10-14T17:00:00+02:00")
    assert read(in_2023).activity_type == "exhibition"
    assert read(record(**later)).activity_type is None  # a record of 2017 had no such column


def test_2023_renames_and_adds() -> None:
    event = read(
        record(
            type_d_animation=...,
            type_animation_project="Exposition",
            modalite="En ligne",
            ville=...,
            lib_commune="Amiens",
            annulation="Non",
            detail_des_conditions_scolaire_fr="3 € par élève",
            lien_d_inscription=None,
            publics_concernes=None,
            grandpublic_reservation_email="public@x.example",
            grandpublic_reservation_lien_d_inscription="https://x.example/public",
            grandpublic_reservation_telephone="03 22 11 11 11",
            scolaire_reservation_email="classes@x.example",
            scolaire_reservation_lien_d_inscription="https://x.example/classes",
            scolaire_reservation_telephone="03 22 22 22 22",
        ),
        2023,
    )
    assert (event.activity_type, event.attendance_mode, event.status) == ("exhibition", "online", "scheduled")
    assert event.place is not None
    assert (event.place.city, event.place.insee) == ("Amiens", "80021")
    assert (event.conditions, event.free) == ("Entrée libre — Scolaires : 3 € par élève", True)
    assert event.audience == ("general_public", "schools")
    assert [way["value"] for way in event.registration] == [
        "https://x.example/public", "public@x.example", "03 22 11 11 11",
        "https://x.example/classes", "classes@x.example", "03 22 22 22 22",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Oui", "cancelled"),
        (True, "cancelled"),
        (1, "cancelled"),
        ("Annulée", "cancelled"),
        ("Orage", "cancelled"),
        ("Non", "scheduled"),
        (False, "scheduled"),
        (None, "scheduled"),
    ],
)
def test_cancelled_events_of_2023_stay_and_say_so(said: Any, status: str) -> None:
    assert read(record(annulation=said), 2023).status == status


@pytest.mark.parametrize(
    ("said", "gone"), [("publié", False), (None, False), ("à modérer", True), ("refusé", True)]
)
def test_what_was_not_published_is_not_shown(said: Any, gone: bool) -> None:
    assert adapter().stage(record(statut=said)).gone is gone


def test_30_personal_columns_are_never_stored_whatever_they_are_called() -> None:
    strangers = {
        "contact_presse": "Ada Lovelace",
        "animateur_2": "Ada Lovelace",
        "courriel_du_responsable": "ada@x.example",
    }
    credited = public_record(imagecredits=None, contributor_organization="Ada & cie")
    for row in (record(**strangers), as_v1(record(**strangers)), credited):
        stored = str(orjson.loads(adapter(2017).stage(row).raw))
        assert not [word for word in ("Ada", "ada@", "Grace") if word in stored]
    assert report(record(contact_presse="Ada")) == {
        "unknown_columns": {"contact_presse": 1},
        "unknown_labels": {},
    }
    assert "contact_presse" not in read(record(contact_presse="Ada")).additional


def test_what_the_site_changes_by_itself_changes_no_digest() -> None:
    def digest(row: Any) -> bytes:
        return adapter(2017).stage(row).digest

    assert digest(record()) == digest(record(derniere_mise_a_jour="2018-01-01T00:00:00+00:00"))
    again = as_v1(record()) | {"recordid": "other", "record_timestamp": "2020-01-01T00:00:00+01:00"}
    assert digest(as_v1(record())) == digest(again)
    assert digest(record()) != digest(record(titre_fr="Autre"))
    assert digest(record()) != adapter(2018).stage(record()).digest


@pytest.mark.parametrize(
    ("changes", "pointer", "reason"),
    [
        ({"identifiant": "abc"}, "/identifiant", "l'identifiant manque ou n'est pas un nombre"),
        ({"identifiant": None}, "/identifiant", "l'identifiant manque ou n'est pas un nombre"),
        ({"titre_fr": " "}, "/titre_fr", "le titre manque"),
        ({"ville": "Caen", "departement": "Calvados", "code_postal": "14000", "geolocalisation": None},
         "/departement", "hors du territoire du flux : Caen, Calvados, Hauts-de-France"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_says_where(changes: Any, pointer: str, reason: str) -> None:
    with pytest.raises(RowRejected) as refusal:
        read(record(**changes))
    assert (refusal.value.pointer, refusal.value.reason) == (pointer, reason)


def test_a_town_is_found_by_its_postal_code_and_name_never_by_the_code_taken_for_insee() -> None:
    event = read(record(code_postal="59232", ville="Vieux Berquin", departement="Nord", geolocalisation=None))
    assert event.place is not None
    assert event.place.insee == "59615"


def test_a_page_of_ours_is_an_event_of_ours() -> None:
    event = read(record(lien="https://agenda.example/agenda/les-marees"))
    assert (event.local_slug, event.local_id) == ("les-marees", None)


def test_raw_rows_are_kept_as_they_came() -> None:
    row = as_v1(record(animateurs=None))
    kept = orjson.loads(adapter(2017).stage(as_v1(record(animateurs=None))).raw)
    assert kept["datasetid"] == row["datasetid"]
    assert kept["geometry"] == row["geometry"]
    assert set(row["fields"]) - set(kept["fields"]) == {"derniere_mise_a_jour", "referent_scientifique"}
