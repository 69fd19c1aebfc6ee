import csv
import json
from collections import Counter
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ombelle_demo.edition import Edition
from ombelle_demo.rows import rows, tombstones
from ombelle_demo.schema import KINDS, PUBLICS, THEMES, UNKNOWN_OPTION, agenda

ROOT = Path(__file__).parents[2]
COMMUNES = ROOT / "services/events/src/ombelle_events/geography/data/hauts-de-france/communes.csv"
DEPARTMENTS = {"02": "Aisne", "59": "Nord", "60": "Oise", "62": "Pas-de-Calais", "80": "Somme"}
every_year = pytest.mark.parametrize("year", range(2025, 2046))


@cache
def _rows(year: int) -> list[dict[str, Any]]:
    return list(rows(Edition(year)))


@cache
def _territory() -> dict[str, dict[str, str]]:
    with COMMUNES.open(encoding="utf-8", newline="") as file:
        return {row["insee"]: row for row in csv.DictReader(file)}


def _codes(year: int, name: str) -> dict[int, str]:
    fields = {field["field"]: field for field in agenda(Edition(year))["schema"]["fields"]}
    return {option["id"]: option["value"].replace("-", "_") for option in fields[name]["options"]}


def _places(year: int) -> list[dict[str, Any]]:
    return [row["location"] for row in _rows(year) if row.get("location")]


def _title(row: dict[str, Any]) -> str:
    return str(next(iter(row["title"].values())))


@every_year
def test_256_events_in_65_communes_of_five_departments(year: int) -> None:
    assert len(_rows(year)) == 256
    assert len({place["city"] for place in _places(year)}) == 65
    assert {place["adminLevel2"] for place in _places(year)} == set(DEPARTMENTS.values())
    by_department = Counter(place["adminLevel2"] for place in _places(year))
    assert by_department.most_common(1)[0][0] == "Nord"


@every_year
def test_33_umbrella_events_with_their_children(year: int) -> None:
    kinds = _codes(year, "type-danimation")
    umbrellas = {
        row["uid"]: kinds[row["type-danimation"]]
        for row in _rows(year)
        if kinds.get(row["type-danimation"]) in ("science_village", "festival", "trail")
    }
    assert Counter(umbrellas.values()) == {"science_village": 8, "festival": 8, "trail": 17}
    parents = Counter(row["evenement-parent"] for row in _rows(year) if row["evenement-parent"])
    assert set(parents) == set(umbrellas)
    assert min(parents.values()) >= 3


@every_year
def test_every_status_theme_kind_and_public(year: int) -> None:
    found = _rows(year)
    assert {row["status"] for row in found} == {1, 2, 3, 4, 5, 6}
    assert {row["attendanceMode"] for row in found} == {1, 2, 3}
    themes, kinds, publics = (
        _codes(year, name) for name in ("thematique", "type-danimation", "publics-concernes")
    )
    assert {themes[id_] for row in found for id_ in _many(row["thematique"])} == set(THEMES)
    assert {kinds.get(row["type-danimation"]) for row in found} == {*KINDS, None}
    assert {publics.get(id_) for row in found for id_ in _many(row["publics-concernes"])} == {*PUBLICS, None}


def _many(value: Any) -> list[int]:
    return value if isinstance(value, list) else [value]


@every_year
def test_the_same_programme_each_time_it_is_asked(year: int) -> None:
    once, again = rows(Edition(year)), rows(Edition(year))
    assert json.dumps(once) == json.dumps(again)


@every_year
def test_dates_stay_around_the_edition(year: int) -> None:
    edition = Edition(year)
    first, last = edition.starts_on - timedelta(days=30), edition.ends_on + timedelta(days=30)
    inside = 0
    for row in _rows(year):
        days = [date.fromisoformat(timing["begin"][:10]) for timing in row["timings"]]
        assert days
        assert first <= min(days) <= max(days) <= last
        inside += any(edition.starts_on <= day <= edition.ends_on for day in days)
    assert 250 <= inside < 256


@every_year
def test_updates_are_older_than_the_end_of_the_edition_before(year: int) -> None:
    limit = Edition(year - 1).ends_on.isoformat()
    for row in [*_rows(year), *tombstones(Edition(year))]:
        assert row["updatedAt"][:10] <= limit


def test_uids_and_option_ids_change_every_year() -> None:
    live = [row["uid"] for year in (2026, 2027) for row in _rows(year)]
    gone = [row["uid"] for year in (2026, 2027) for row in tombstones(Edition(year))]
    assert len({*live, *gone}) == len(live) + len(gone) == 2 * (256 + len(tombstones(Edition(2026))))
    for name in ("thematique", "type-danimation", "publics-concernes"):
        assert not set(_codes(2026, name)) & set(_codes(2027, name))


def test_slugs_are_unique_and_plain() -> None:
    slugs = [row["slug"] for row in _rows(2027)]
    assert len(set(slugs)) == len(slugs)
    assert "il-n-est-jamais-midi-a-midi" in slugs


def test_places_are_in_real_communes() -> None:
    for place in _places(2027):
        insee = place["insee"] or next(k for k, row in _territory().items() if row["name"] == place["city"])
        commune = _territory()[insee]
        assert commune["name"] == place["city"]
        assert DEPARTMENTS[commune["department"]] == place["adminLevel2"]
        if commune["point_source"] == "town":
            assert abs(float(commune["latitude"]) - place["latitude"]) < 0.01
            assert abs(float(commune["longitude"]) - place["longitude"]) < 0.01


def test_some_postal_codes_are_no_commune_s() -> None:
    known = {code for row in _territory().values() for code in row["postal_codes"].split()}
    cedex = [place for place in _places(2027) if place["postalCode"] not in known]
    assert 3 <= len(cedex) <= 10
    assert all(place["insee"] for place in cedex)


def test_most_titles_are_unique_and_some_come_back() -> None:
    titles = Counter(_title(row) for row in _rows(2027))
    assert len([title for title, times in titles.items() if times == 1]) > 128
    assert max(titles.values()) >= 3
    assert all(len(title) <= 140 for title in titles)
    assert all(len(next(iter(row["description"].values()))) <= 200 for row in _rows(2027))


def test_classes_come_on_working_mornings() -> None:
    levels = {"maternelle", "primaire", "college", "lycee", "superieur"}
    codes = _codes(2027, "publics-concernes")
    schools = [r for r in _rows(2027) if {codes.get(i) for i in _many(r["publics-concernes"])} <= levels]
    assert len(schools) >= 30
    for row in schools:
        for begin in (datetime.fromisoformat(timing["begin"]) for timing in row["timings"]):
            assert begin.weekday() in (0, 1, 3, 4)
            assert 9 <= begin.hour <= 15


def _odd() -> dict[str, bool]:
    """What a reader of feeds must survive, and whether the programme holds it."""
    found = _rows(2027)
    texts = [row["longDescription"].get("fr", "") for row in found]
    titles = [_title(row) for row in found]
    heads = [next(iter(row["description"].values())) for row in found]
    spans = [(t["begin"], t["end"]) for row in found for t in row["timings"]]
    places: dict[str, set[int]] = {}
    for place in _places(2027):
        places.setdefault(place["name"], set()).add(place["uid"])
    ages = [row["age"] or {"min": None, "max": None} for row in found]
    return {
        "a text of 10,000 characters": 10_000 in map(len, texts),
        "a title of 140": 140 in map(len, titles),
        "capitals": any(title.isupper() for title in titles),
        "no-break space": any("\u00a0" in title for title in titles),
        "zero-width space": any("\u200b" in title for title in titles),
        "line separator": any("\u2028" in head for head in heads),
        "double entities": any("&amp;#39;" in title for title in titles),
        "emoji": any("🥕" in title for title in titles),
        "script": any("<script>" in head for head in heads) and any("<script>" in text for text in texts),
        "link without scheme": any("(//example.org" in text for text in texts),
        "only English": any("fr" not in row["title"] for row in found),
        "end at midnight before its beginning": any(
            end[11:16] == "00:00" and end[:10] == begin[:10] for begin, end in spans
        ),
        "across midnight": any(end[11:16] == "01:00" for _, end in spans),
        "more than sixty timings": max(len(row["timings"]) for row in found) > 60,
        "three weeks, a timing a day": any(
            len({t["begin"][:10] for t in row["timings"]}) == len(row["timings"]) == 21 for row in found
        ),
        "same slot twice": any(len({str(t) for t in r["timings"]}) < len(r["timings"]) for r in found),
        "one place, two uids": any(len(uids) == 2 for uids in places.values()),
        "no insee": any(place["insee"] is None for place in _places(2027)),
        "accessibility without ii": any(
            row["accessibility"] and "ii" not in row["accessibility"] for row in found
        ),
        "accessibility unknown": any(row["accessibility"] is None for row in found),
        "swapped ages": any(a["min"] and a["max"] and a["min"] > a["max"] for a in ages),
        "age of 119": any(a["max"] == 119 for a in ages),
        "registration without value": any(
            r["value"] is None for row in found for r in row["registration"] or []
        ),
        "image without file": any(row["image"] and row["image"]["filename"] is None for row in found),
        "no image": any(row["image"] is None for row in found),
        "online without a place": any("location" not in row for row in found),
        "unknown option": any(row["type-danimation"] == UNKNOWN_OPTION for row in found),
        "no time zone": any(row["timezone"] is None for row in found),
        "stamps in seconds and in milliseconds": {len(row["updatedAt"]) for row in found} == {20, 24},
    }


def test_odd_things_are_there() -> None:
    assert [what for what, there in _odd().items() if not there] == []
