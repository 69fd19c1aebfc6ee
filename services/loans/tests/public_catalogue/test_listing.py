"""The catalogue as everybody finds things in it."""

from datetime import timedelta

import pytest
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.vocabulary import THEMES


@pytest.fixture
async def found(people):
    """What a query finds, by titles; the facets count as many."""

    async def find(query=""):
        anybody = people.anonymous()
        answer = await anybody.get(f"/catalogue?{query}")
        facets = await anybody.get(f"/catalogue/facets?{query}")
        titles = [item["title"] for item in answer["items"]]
        assert (answer["total"], facets["total"], answer["next"]) == (len(titles), len(titles), None)
        return titles

    return find


async def test_a_card_is_told_whole_and_nothing_but_what_is_published(people, makes):
    owner = await people.organisation("Écomusée", department="02")
    made = await makes(
        "Les abeilles", owner, category="light_exhibition", abstract="Pollen et miel", themes=["environment"],
        audiences=["families"], languages=["fr", "nl"], year=2020, handling="contact_only",
        contact_email="secret@ecomusee.example", form="roll_up",
    )  # fmt: skip
    await makes("Brouillon", publication="draft")
    await makes("Rangé", publication="archived")
    await makes("Retiré", retired_on=today_in_paris(), added_on=today_in_paris())
    answer = await people.anonymous().call("GET", "/catalogue")
    assert answer.json() == {
        "items": [{
            "id": made["id"], "slug": "les-abeilles", "title": "Les abeilles", "category": "light_exhibition",
            "abstract": "Pollen et miel", "themes": ["environment"], "audiences": ["families"],
            "languages": ["fr", "nl"], "formats": ["roll_up"], "year": 2020, "handling": "contact_only",
            "owner": {"id": str(owner), "name": "Écomusée", "department": "02"}, "photo": None,
        }],
        "next": None,
        "total": 1,
    }  # fmt: skip
    assert answer.headers["cache-control"] == "public, no-cache"
    again = await people.anonymous().call(
        "GET", "/catalogue", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


async def test_what_is_retired_from_tomorrow_is_still_there(makes, found):
    today = today_in_paris()
    await makes("Ancien", retired_on=today + timedelta(days=1), added_on=today)
    assert await found() == ["Ancien"]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("chimie", ["La chimie du vivant", "Molécules"]),
        ("CHIMIE", ["La chimie du vivant", "Molécules"]),
        ("chimmie", ["La chimie du vivant", "Molécules"]),
        ("chim", ["La chimie du vivant", "Molécules"]),
        ("la chimie du vivant", ["La chimie du vivant"]),
        ("étoiles", ["Sous l'étoile"]),
        ("etoile", ["Sous l'étoile"]),
        ("helene", ["Sous l'étoile"]),
        ("astronomie", ["Sous l'étoile"]),
        ("amien", ["Molécules"]),
        ("hirson", ["Molécules"]),
        ("art", []),
        ("hirson étoile", []),
        ("zzzz", []),
        ("' OR 1=1 %_", []),
        ("de la", ["La chimie du vivant", "Molécules", "Sous l'étoile"]),
    ],
)
async def test_words_are_found_without_accents_and_with_a_letter_wrong(people, makes, found, typed, titles):
    owner = await people.organisation("Musée d'Hirson")
    await makes("La chimie du vivant")
    await makes("Molécules", owner, description="Un quartier d'Amiens, de la chimie")
    await makes("Sous l'étoile", themes=["astronomy"], producer="Hélène Caron")
    assert await found(f"q={typed}") == titles


async def test_titles_that_have_the_words_come_first(makes, found):
    await makes("Abeilles", abstract="Une exposition sur les volcans")
    await makes("Volcans")
    assert await found("q=volcan") == ["Volcans", "Abeilles"]
    assert await found() == ["Abeilles", "Volcans"]


@pytest.mark.parametrize("theme", THEMES)
async def test_themes_are_found_by_what_they_are_called(makes, found, theme):
    await makes("Un outil", themes=[theme])
    await makes("Un autre", themes=[one for one in THEMES if one != theme][:1])
    assert "Un outil" in await found(f"q={THEMES[theme].french}")
    assert await found(f"theme={theme}") == ["Un outil"] or theme == next(iter(THEMES))


async def test_filters_are_any_within_and_all_between(people, makes, found):
    owner = await people.organisation("Écomusée", department="02")
    await makes("A", owner, category="kit", audiences=["college"], languages=["fr"], form="case")
    await makes(
        "B", category="light_exhibition", audiences=["lycee"], languages=["nl"], accessibility=["motor"]
    )
    await makes("C", category="kit", audiences=["college", "lycee"], languages=["fr", "nl"], form="roll_up")
    for query, titles in (
        ("category=kit", "AC"), ("category=kit&category=light_exhibition", "ABC"), ("audience=college", "AC"),
        ("category=kit,light_exhibition", "ABC"),
        ("audience=college&language=nl", "C"), ("format=case&format=roll_up", "AC"), ("department=02", "A"),
        ("department=80", ""), (f"owner={owner}", "A"), ("owner=agency", "BC"), (f"owner=agency&owner={owner}", "ABC"),
        ("accessibility=motor", "B"), ("theme=health", ""),
    ):  # fmt: skip
        assert await found(query) == list(titles), query


async def test_facets_are_counted_over_what_is_found(people, makes):
    owner = await people.organisation("Écomusée", department="02")
    await makes("A", owner, themes=["health", "other"], audiences=["college"], form="case")
    await makes("B", category="light_exhibition", themes=["health"], accessibility=["motor"])
    await makes("C", themes=["astronomy"])

    def one(value, label, count):
        return {"value": value, "label": label, "count": count}

    assert await people.anonymous().get("/catalogue/facets?theme=health") == {
        "total": 2,
        "category": [one("kit", "Mallette pédagogique", 1), one("light_exhibition", "Exposition légère", 1)],
        "theme": [one("health", "Santé", 2), one("other", "Autres sciences", 1)],
        "audience": [one("college", "Collège", 1)],
        "format": [one("case", "Mallette", 1), one("panels", "Panneaux", 1)],
        "department": [one("02", "02", 1), one(None, "Non précisé", 1)],
        "owner": [one(str(owner), "Écomusée", 1), one("agency", "Ombelliscience", 1)],
        "language": [one("fr", "Français", 2)],
        "accessibility": [one("motor", "Handicap moteur", 1)],
    }


async def test_pages_hold_each_item_once(people, makes):
    titles = [f"Outil {number:02} des volcans" for number in range(7)]
    for title in titles:
        await makes(title)
    seen, cursor = [], ""
    while cursor is not None:
        page = await people.anonymous().get(f"/catalogue?q=volcans&limit=3{cursor and '&after=' + cursor}")
        assert page["total"] == 7
        seen += [item["title"] for item in page["items"]]
        cursor = page["next"]
    assert seen == titles


async def test_only_what_can_be_had_on_these_days(people, makes, found):
    first = today_in_paris() + timedelta(days=30)
    last = first + timedelta(days=20)
    await makes("Libre")
    taken, part = await makes("Pris"), await makes("Un exemplaire pris")
    await makes("Ailleurs", await people.organisation(), handling="contact_only", contact_phone="0322000000")
    await makes("Trop court", max_days=10)
    await people.connection.execute(
        "INSERT INTO unit (format_id, copy_number) VALUES ($1, 2)", part["format"]
    )
    for item in (taken, part):
        await people.connection.execute(
            "INSERT INTO unit_block (unit_id, kind, period, blocked, reason) "
            "VALUES ($1, 'maintenance', daterange($2, $2, '[]'), daterange($2, $2, '[]'), 'Vernis')",
            item["unit"], first + timedelta(days=5),
        )  # fmt: skip
    asked = f"available_from={_working(first)}&available_to={_working(last)}"
    assert await found(asked) == ["Libre", "Un exemplaire pris"]
    assert await found(f"{asked}&q=exemplaire") == ["Un exemplaire pris"]


def _working(day):
    while day.isoweekday() > 5:
        day += timedelta(days=1)
    return day


@pytest.mark.parametrize(
    "query",
    [
        "available_from=2026-01-01",
        "available_from=2026-02-01&available_to=2026-01-01",
        "available_from=2026-01-01&available_to=2126-01-01",
        "available_from=demain&available_to=hier",
        "category=loan",
        "department=Somme",
        "owner=me",
        "limit=0",
        "limit=301",
        "after=x",
        "colour=red",
        "q=%00",
    ],
)
async def test_what_cannot_be_asked_is_refused(people, query):
    refused = await people.anonymous().get(f"/catalogue?{query}", 422)
    assert refused["errors"]


@pytest.mark.parametrize("change", ["UPDATE item SET year = 2020", "UPDATE stored_file SET scan = 'clean'"])
async def test_what_changes_is_told_to_the_gateway(people, makes, change):
    heard = []
    await people.connection.add_listener("ombelle_agenda", lambda *_: heard.append(1))
    await makes("Un outil")
    heard.clear()
    await people.connection.execute(change)
    await people.connection.fetchval("SELECT 1")
    assert heard
