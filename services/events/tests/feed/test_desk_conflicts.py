"""Fields edited here that a source has changed since: both values side by side, and what taking one over means."""

import pytest
from desk import open_conflicts, settle, title_and_text
from feed_checks import nothing_written
from feed_rows import PLACE, row


@pytest.fixture
async def conflict(api, administrator, feed):
    return await title_and_text(api, administrator, feed)


async def test_a_conflict_shows_both_values(feed, conflict):
    event = await feed.event(101)
    opened = await feed.connection.fetchrow("SELECT id, opened_at FROM feed_conflict WHERE field = 'title'")
    assert conflict["title"] == {
        "id": str(opened["id"]),
        "event": {"id": str(event["id"]), "slug": "moulin-a-vent-101", "title": "Titre d'ici"},
        "field": "title",
        "label": "Titre",
        "ours": "Titre d'ici",
        "theirs": "Titre national",
        "state": "open",
        "opened_at": opened["opened_at"].isoformat().replace("+00:00", "Z"),
        "settled_at": None,
        "settled_by": None,
        "kept": None,
        "allowed_actions": ["settle"],
    }


async def test_ours_stays_and_later_changes_ask_again(api, administrator, feed, conflict):
    answer = await settle(api, conflict["title"], "ours", administrator)
    assert (answer.status_code, answer.json()["kept"], answer.json()["settled_by"]) == (200, "ours", "alice")
    assert (await feed.event(101))["title"] == "Titre d'ici"
    again = await settle(api, conflict["title"], "theirs", administrator)
    assert (again.status_code, again.json()["code"]) == (409, "feed_conflict_settled")
    feed.agenda.edit(101, title={"fr": "Titre national bis"})
    assert (await feed.sync()).summary.conflicts == 1


async def test_theirs_is_taken_and_followed_from_then_on(api, administrator, feed, conflict):
    for field in ("title", "long_description"):
        assert (await settle(api, conflict[field], "theirs", administrator)).status_code == 200
    event = await feed.event(101)
    assert (event["title"], event["long_description_html"]) == ("Titre national", "<p><em>National</em></p>")
    assert (await api.get("/api/v1/agenda/moulin-a-vent-101")).json()["title"] == "Titre national"
    feed.agenda.edit(101, title={"fr": "Titre national bis"})
    assert (await feed.sync()).summary.updated == 1
    assert (await feed.event(101))["title"] == "Titre national bis"
    left = (await api.get("/api/v1/feeds/national/conflicts", headers=administrator)).json()
    assert left == {"items": [], "next": None}


async def test_a_place_edited_here_can_be_given_back(api, administrator, feed, make):
    await feed.sync()
    elsewhere = await make.venue("Ailleurs", "59350")
    await feed.edit_here(101, venue_id=elsewhere)
    feed.agenda.edit(101, location={**PLACE, "uid": 777, "name": "Moulin neuf", "latitude": 49.95})
    assert (await feed.sync()).summary.conflicts == 1
    [found] = (await api.get("/api/v1/feeds/national/conflicts", headers=administrator)).json()["items"]
    assert (found["field"], found["ours"]["name"], found["theirs"]["name"]) == (
        "venue",
        "Ailleurs",
        "Moulin neuf",
    )
    assert (await settle(api, found, "theirs", administrator)).status_code == 200
    shown = (await api.get("/api/v1/agenda/moulin-a-vent-101")).json()
    assert shown["venue"]["name"] == "Moulin neuf"


async def test_a_value_that_contradicts_what_stands_here_is_refused(api, administrator, feed):
    await feed.sync()
    await feed.edit_here(101, age_min=10, age_max=12)
    feed.agenda.edit(101, age={"min": 3, "max": 5})
    await feed.sync()
    listed = (await api.get("/api/v1/feeds/national/conflicts", headers=administrator)).json()["items"]
    highest = next(c for c in listed if c["field"] == "age_max")
    answer = await settle(api, highest, "theirs", administrator)
    assert (answer.status_code, answer.json()["code"]) == (409, "feed_source_value_unusable")
    assert (await feed.event(101))["age_max"] == 12


@pytest.mark.parametrize("body", [{}, {"keep": "both"}, {"keep": "ours", "x": 1}, []])
async def test_what_cannot_settle_is_refused(api, administrator, conflict, body):
    answer = await api.post(
        f"/api/v1/feeds/national/conflicts/{conflict['title']['id']}/settle", json=body, headers=administrator
    )
    assert answer.status_code == 422


async def test_a_conflict_of_another_feed_is_not_found(api, administrator, conflict, make_feed):
    await make_feed([], name="city")
    answer = await api.post(
        f"/api/v1/feeds/city/conflicts/{conflict['title']['id']}/settle",
        json={"keep": "ours"},
        headers=administrator,
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "feed_conflict_not_found")


# --- what hangs together ----------------------------------------------------------------------------------


async def mark(feed, uid, field):
    """Note a field as edited here, as a form for sessions, parents or editions will."""
    event = await feed.event(uid)
    await feed.connection.execute(
        "INSERT INTO event_local_edit (event_id, field, edited_by) VALUES ($1, $2, 'alice')",
        event["id"],
        field,
    )
    await feed.connection.execute("SELECT refresh_cards(ARRAY[$1::uuid])", event["id"])
    return event["id"]


def slot(day, begin, end):
    return {"begin": f"2031-10-{day:02}T{begin}:00+02:00", "end": f"2031-10-{day:02}T{end}:00+02:00"}


async def test_sessions_are_taken_over_and_followed(api, administrator, feed):
    await feed.sync()
    event_id = await feed.connection.fetchval(
        "UPDATE event_session s SET ends_at = s.ends_at + interval '1 hour' FROM external_ref r "
        "WHERE r.event_id = s.event_id AND r.external_id = '101' RETURNING s.event_id"
    )
    await mark(feed, 101, "sessions")
    feed.agenda.edit(101, timings=[slot(4, "10:00", "11:00"), slot(5, "14:00", "15:30")])
    assert (await feed.sync()).summary.conflicts == 1
    found = (await open_conflicts(api, administrator))["sessions"]
    assert (found["label"], found["ours"], found["theirs"]) == (
        "Séances",
        [{"starts_at": "2031-10-04T10:00:00+02:00", "ends_at": "2031-10-04T13:00:00+02:00"}],
        [
            {"starts_at": "2031-10-04T10:00:00+02:00", "ends_at": "2031-10-04T11:00:00+02:00"},
            {"starts_at": "2031-10-05T14:00:00+02:00", "ends_at": "2031-10-05T15:30:00+02:00"},
        ],
    )
    assert (await settle(api, found, "theirs", administrator)).status_code == 200
    shown = (await api.get("/api/v1/agenda/moulin-a-vent-101")).json()["sessions"]
    assert [(s["starts_at"], s["ends_at"]) for s in shown] == [
        (s["starts_at"], s["ends_at"]) for s in found["theirs"]
    ]
    days = await feed.connection.fetch(
        "SELECT day FROM agenda_day WHERE event_id = $1 ORDER BY day", event_id
    )
    assert [day.day for (day,) in days] == [4, 5]
    # What a sync would have left, had nobody edited it.
    feed.agenda.edit(101, timings=[slot(6, "10:00", "11:00")])
    assert (await feed.sync()).summary.updated == 1
    assert [s["starts_at"].day for s in await feed.sessions(101)] == [6]
    assert nothing_written(await feed.sync(full=True))


async def test_a_parent_is_taken_over_and_both_families_are_redrawn(api, administrator, make_feed):
    villages = [row(uid, **{"type-danimation": 7}) for uid in (101, 102)]
    feed = await make_feed([*villages, row(103, **{"evenement-parent": 101}), row(104)])
    await feed.sync()
    await mark(feed, 103, "parent_id")
    feed.agenda.edit(103, **{"evenement-parent": 102})
    await feed.sync()
    found = (await open_conflicts(api, administrator))["parent"]
    here, there = await feed.event(101), await feed.event(102)
    assert found["ours"] == {"id": str(here["id"]), "slug": here["slug"], "title": here["title"]}
    assert found["theirs"] == {"id": str(there["id"]), "slug": there["slug"], "title": there["title"]}
    assert (await settle(api, found, "theirs", administrator)).status_code == 200
    counts = [
        (await api.get(f"/api/v1/agenda/moulin-a-vent-{uid}")).json()["children_count"] for uid in (101, 102)
    ]
    assert counts == [0, 1]
    assert (await api.get("/api/v1/agenda/moulin-a-vent-103")).json()["parent"]["slug"] == there["slug"]
    feed.agenda.edit(103, **{"evenement-parent": ...})
    feed.agenda.rows[103].pop("evenement-parent")
    await feed.sync()
    assert (await feed.event(103))["parent_id"] is None


async def test_a_parent_that_cannot_be_one_is_refused_in_words(api, administrator, make_feed):
    feed = await make_feed(
        [row(101, **{"type-danimation": 7}), row(103, **{"evenement-parent": 101}), row(104)]
    )
    await feed.sync()
    await mark(feed, 103, "parent_id")
    feed.agenda.edit(103, **{"evenement-parent": 999})
    await feed.sync()
    found = (await open_conflicts(api, administrator))["parent"]
    assert found["theirs"] == {"id": None, "slug": None, "title": "999"}
    answer = await settle(api, found, "theirs", administrator)
    assert (answer.status_code, answer.json()["code"]) == (409, "feed_source_value_unusable")
    assert (await settle(api, found, "ours", administrator)).status_code == 200


async def test_an_edition_is_taken_over_and_followed(api, administrator, feed, make):
    await feed.sync()
    other = await make.edition(2019, "2019-10-04", "2019-10-14")
    await feed.connection.execute(
        "UPDATE event SET edition_id = $1 WHERE id = $2", other, await mark(feed, 101, "edition_id")
    )
    feed.agenda.edit(
        101, timings=[{"begin": "2032-10-02T10:00:00+02:00", "end": "2032-10-02T12:00:00+02:00"}]
    )
    await feed.sync()
    found = (await open_conflicts(api, administrator))["edition"]
    assert (found["ours"], found["theirs"]) == (2019, 2032)
    assert (await settle(api, found, "theirs", administrator)).status_code == 200
    assert (await api.get("/api/v1/agenda/moulin-a-vent-101")).json()["edition"] == 2032


async def test_a_kind_taken_over_makes_an_umbrella_of_it(api, administrator, feed):
    await feed.sync()
    await feed.edit_here(101, activity_type="lecture")
    feed.agenda.edit(101, **{"type-danimation": 7})
    await feed.sync()
    found = (await open_conflicts(api, administrator))["activity_type"]
    assert (await settle(api, found, "theirs", administrator)).status_code == 200
    event = await feed.event(101)
    assert (event["activity_type"], event["structure"]) == ("science_village", "umbrella")


async def test_what_our_own_event_is_told_by_a_feed_is_taken_field_by_field(
    api, administrator, make_feed, make
):
    feed = await make_feed([])
    own = await make.event(
        "L'atelier du meunier", slug="atelier-meunier", venue_id=await make.venue("Ici", "80021")
    )
    feed.agenda.add(
        row(101, extIds=[{"key": "site", "value": "https://agenda.example/agenda/atelier-meunier"}])
    )
    await feed.sync()
    assert await feed.connection.fetchval("SELECT linked FROM feed_record")
    feed.agenda.edit(
        101,
        title={"fr": "L'atelier du boulanger"},
        location={**PLACE, "uid": 777, "name": "Moulin neuf", "latitude": 49.95},
        timings=[slot(9, "10:00", "12:00")],
    )
    await feed.sync()
    found = await open_conflicts(api, administrator)
    assert sorted(found) == ["sessions", "title", "venue"]
    assert found["venue"]["ours"]["name"] == "Ici"
    for conflict in found.values():
        assert (await settle(api, conflict, "theirs", administrator)).status_code == 200
    shown = (await api.get("/api/v1/agenda/atelier-meunier")).json()
    assert (
        shown["id"],
        shown["title"],
        shown["venue"]["name"],
        [s["starts_at"] for s in shown["sessions"]],
    ) == (
        str(own),
        "L'atelier du boulanger",
        "Moulin neuf",
        ["2031-10-09T10:00:00+02:00"],
    )
    assert nothing_written(await feed.sync(full=True))
