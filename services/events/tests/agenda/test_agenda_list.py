from datetime import UTC, datetime
from unittest.mock import ANY

import pytest
from ombelle_chassis.pagination import encode_cursor

ALL = "from=2000-01-01"


async def titles(api, query: str) -> list[str]:
    answer = await api.get(f"/api/v1/agenda?{query}")
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


async def test_an_item_says_everything_a_list_shows(api, make):
    edition = await make.edition(2027, "2027-10-01", "2027-10-11")
    venue = await make.venue("Médiathèque", "80021", latitude=49.89, longitude=2.3)
    event = await make.event(
        "L’ADN d’une banane",
        slug="adn",
        description="Avec du sel.",
        edition_id=edition,
        venue_id=venue,
        theme="health",
        activity_type="workshop",
        audience=["general_public"],
        age_min=8,
        free=True,
        accessibility=["motor"],
        registration='[{"type":"phone","value":"03"}]',
        holder="La médiathèque",
    )
    answer = await api.get(f"/api/v1/agenda?{ALL}")
    session = {"starts_at": "2027-10-02T10:00:00+02:00", "ends_at": "2027-10-02T12:00:00+02:00"}
    assert answer.json() == {
        "items": [
            {
                "id": str(event),
                "slug": "adn",
                "title": "L’ADN d’une banane",
                "description": "Avec du sel.",
                "structure": "single",
                "activity_type": "workshop",
                "theme": "health",
                "audience": ["general_public"],
                "school_levels": [],
                "age": {"min": 8, "max": None},
                "free": True,
                "accessibility": ["motor"],
                "status": "scheduled",
                "status_reason": None,
                "attendance_mode": "onsite",
                "bookable": True,
                "holder": "La médiathèque",
                "venue": {
                    "id": str(venue),
                    "name": "Médiathèque",
                    "city": "Amiens",
                    "insee": "80021",
                    "department": "80",
                    "latitude": 49.89,
                    "longitude": 2.3,
                },
                "image": None,
                "edition": 2027,
                "parent": None,
                "children_count": 0,
                "sessions": [
                    {
                        "id": ANY,
                        **session,
                        "status": "scheduled",
                        "status_reason": None,
                        "previous_starts_at": None,
                        "previous_ends_at": None,
                    }
                ],
                "updated_at": ANY,
                "first_session": {**session, "status": "scheduled"},
            }
        ],
        "total": 1,
        "next": None,
    }


async def test_drafts_unpublished_and_withdrawn_events_are_not_shown(api, make):
    await make.event("Publié")
    await make.event("Brouillon", publication="draft")
    await make.event("Prêt", publication="ready")
    await make.event("Retiré ici", publication="unpublished")
    await make.event("Retiré à la source", withdrawn_at=datetime.now(UTC))
    assert await titles(api, ALL) == ["Publié"]


async def test_without_from_the_agenda_starts_today(api, make):
    await make.event("Passé", sessions=[("2020-10-03T10:00+02:00", "2020-10-03T12:00+02:00")])
    await make.event("À venir", sessions=[("2198-10-03T10:00+02:00", "2198-10-03T12:00+02:00")])
    assert await titles(api, "") == ["À venir"]
    assert await titles(api, ALL) == ["Passé", "À venir"]


@pytest.mark.parametrize("day", ["2027-10-02", "2027-10-10", "2027-10-22"])
async def test_a_three_week_exhibition_is_found_on_each_of_its_days(api, make, day):
    await make.event("Exposition", sessions=[("2027-10-02T10:00+02:00", "2027-10-22T18:00+02:00")])
    assert await titles(api, f"from={day}&to={day}") == ["Exposition"]


@pytest.mark.parametrize("day", ["2027-10-01", "2027-10-23"])
async def test_and_not_on_the_days_around_it(api, make, day):
    await make.event("Exposition", sessions=[("2027-10-02T00:00+02:00", "2027-10-23T00:00+02:00")])
    assert await titles(api, f"from={day}&to={day}") == []


async def test_days_are_those_of_paris_when_the_clock_changes(api, make):
    await make.event("Veillée", sessions=[("2027-10-30T22:30+00:00", "2027-10-31T01:30+00:00")])
    assert await titles(api, "from=2027-10-31&to=2027-10-31") == ["Veillée"]
    assert await titles(api, "from=2027-10-30&to=2027-10-30") == []


async def test_an_event_stands_once_under_its_first_session_in_the_window(api, make):
    await make.event(
        "Deux fois",
        sessions=[
            ("2027-10-02T10:00+02:00", "2027-10-02T11:00+02:00"),
            ("2027-10-05T10:00+02:00", "2027-10-05T11:00+02:00"),
        ],
    )
    await make.event("Entre deux", sessions=[("2027-10-04T10:00+02:00", "2027-10-04T11:00+02:00")])
    assert await titles(api, ALL) == ["Deux fois", "Entre deux"]
    answer = await api.get("/api/v1/agenda?from=2027-10-03")
    assert [
        (i["title"], i["first_session"]["starts_at"], len(i["sessions"])) for i in answer.json()["items"]
    ] == [
        ("Entre deux", "2027-10-04T10:00:00+02:00", 1),
        ("Deux fois", "2027-10-05T10:00:00+02:00", 2),
    ]


async def test_pages_follow_one_another_without_gap_or_repetition(api, make):
    wanted = [f"Numéro {n:02}" for n in range(23)]
    for title in wanted:  # all at the same instant: only the id tells them apart
        await make.event(title)
    seen, after = [], ""
    while after is not None:
        page = (await api.get(f"/api/v1/agenda?{ALL}&limit=5{after and '&after=' + after}")).json()
        assert page["total"] == 23
        seen += [item["title"] for item in page["items"]]
        after = page["next"]
    assert sorted(seen) == wanted


async def test_a_cursor_of_another_order_or_a_damaged_one_is_refused(api, make):
    await make.event("Une")
    await make.event("Deux")
    cursor = (await api.get(f"/api/v1/agenda?{ALL}&limit=1")).json()["next"]
    nowhere = "00000000-0000-0000-0000-000000000000"
    forged = [
        encode_cursor("agenda-date", *values)
        for values in (
            ("x", "2027-01-01T00:00:00+00:00", nowhere),
            (0, "2027-01-01T00:00:00", nowhere),
            (0, "0001-01-01T00:00:00+14:00", nowhere),
            (10**400, "2027-01-01T00:00:00+00:00", nowhere),
            (0, "2027-01-01T00:00:00+00:00", None),
        )
    ]
    wrong = ["abîmé", "e30", *forged]
    queries = [f"{ALL}&sort=relevance&q=une&after={cursor}", *(f"{ALL}&after={bad}" for bad in wrong)]
    for query in queries:
        answer = await api.get(f"/api/v1/agenda?{query}")
        assert answer.status_code == 422
        assert [error["pointer"] for error in answer.json()["errors"]] == ["/query/after"]


async def test_the_same_question_twice_gives_the_same_bytes_and_then_304(api, make):
    await make.event("Une")
    first = await api.get(f"/api/v1/agenda?{ALL}")
    assert first.headers["cache-control"] == "public, no-cache"
    again = await api.get(f"/api/v1/agenda?{ALL}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await make.event("Deux")
    changed = await api.get(f"/api/v1/agenda?{ALL}", headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200


async def test_a_child_names_its_parent_and_the_parent_counts_it(api, make):
    village = await make.event("Village", slug="village", structure="umbrella")
    child = await make.event("Stand", parent_id=village)
    hidden = await make.event("Stand caché", parent_id=village, publication="draft")
    items = {i["title"]: i for i in (await api.get(f"/api/v1/agenda?{ALL}")).json()["items"]}
    assert set(items) == {"Village", "Stand"}
    assert items["Stand"]["parent"] == {"id": str(village), "slug": "village", "title": "Village"}
    assert items["Village"]["children_count"] == 1
    page = (await api.get("/api/v1/agenda/village")).json()
    assert [c["id"] for c in page["children"]] == [str(child)]
    await make.set(hidden, publication="published")
    page = (await api.get("/api/v1/agenda/village")).json()
    assert {c["id"] for c in page["children"]} == {str(child), str(hidden)}
    await make.set(village, title="Grand village")
    items = {i["title"]: i for i in (await api.get(f"/api/v1/agenda?{ALL}")).json()["items"]}
    assert items["Stand"]["parent"]["title"] == "Grand village"


@pytest.mark.parametrize("count", [1, 3, 300])
async def test_lists_and_facets_are_one_statement_whatever_they_hold(api, make, statements, count):
    ids = [await make.event(f"Numéro {n}", refresh=False) for n in range(count)]
    await make.refresh(*ids)
    for path in (f"agenda?{ALL}&limit=300", f"agenda/facets?{ALL}"):
        statements.clear()
        assert (await api.get(f"/api/v1/{path}")).json()["total"] == count
        assert len(statements) == 1, statements
