"""The rows of a feed by API: what came, what it became, and why some of it waits."""

import json

import pytest
from feed_rows import row
from sqlalchemy import event as sql_event

BAD = {"timings": [{"begin": "31/02/2031", "end": "?"}]}
ELSEWHERE = {"uid": 9, "name": "Pic du Midi", "city": "Bagnères", "insee": "65059", "postalCode": "65200",
             "latitude": 42.9, "longitude": 0.1, "department": "Hautes-Pyrénées"}  # fmt: skip


@pytest.fixture
async def records(api, administrator):
    async def ask(path="", **params):
        answer = await api.get(f"/api/v1/feeds/national/records{path}", params=params, headers=administrator)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
        return answer.json()

    return ask


async def in_name(feed, uid):
    event = await feed.event(uid)
    return {"id": str(event["id"]), "slug": event["slug"], "title": event["title"]}


def shown(external_id, state, event, **values):
    return {
        "external_id": external_id, "state": state, "event": event, "leads": True, "linked": False,
        "source_updated_at": "2025-09-01T08:00:00Z", "withdrawn_at": None, "notes": [], "reason": None,
        "pointer": None, "first_seen_at": None, "allowed_actions": [], **values,
    }  # fmt: skip


async def test_each_row_is_listed_with_what_became_of_it(records, feed):
    feed.agenda.edit(104, bump=False, **BAD)
    await feed.sync()
    feed.agenda.edit(102, **BAD)
    feed.agenda.remove(103)
    await feed.sync()
    kept = await feed.connection.fetch(
        "SELECT external_id, reason, pointer, first_seen_at FROM feed_quarantine ORDER BY external_id"
    )
    withdrawn_at = await feed.connection.fetchval(
        "SELECT withdrawn_at FROM event WHERE withdrawn_at IS NOT NULL"
    )
    found = await records(limit=4)
    waiting = {
        r["external_id"]: {
            "reason": r["reason"],
            "pointer": r["pointer"],
            "first_seen_at": r["first_seen_at"].isoformat().replace("+00:00", "Z"),
        }
        for r in kept
    }
    assert sorted(waiting) == ["102", "104"]
    assert found["items"] == [
        shown("101", "live", await in_name(feed, 101)),
        shown("102", "quarantined", await in_name(feed, 102), **waiting["102"]),
        shown("103", "withdrawn", await in_name(feed, 103), withdrawn_at=withdrawn_at.isoformat().replace("+00:00", "Z")),
        shown("104", "quarantined", None, leads=False, source_updated_at=None, **waiting["104"]),
    ]  # fmt: skip
    rest = await records(limit=4, after=found["next"])
    assert [r["external_id"] for r in rest["items"]] == ["105", "106", "107", "108"]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"state": "live"}, ["101", "105"]),
        ({"state": "withdrawn"}, ["103"]),
        ({"state": "quarantined"}, ["102", "104"]),
        ({"q": "10"}, ["101", "102", "103", "104", "105"]),
        ({"q": "chimie FOLLE"}, ["104", "105"]),
        ({"q": "%"}, []),
        ({"state": "live", "q": "chimie"}, ["105"]),
        ({"notes": "true"}, ["105"]),
        ({"notes": "false", "state": "live"}, ["101"]),
    ],
)
async def test_rows_are_found_by_state_words_and_notes(records, make_feed, params, expected):
    feed = await make_feed([row(uid) for uid in range(101, 106)])
    feed.agenda.edit(104, bump=False, title={"fr": "Chimie folle"}, **BAD)
    feed.agenda.edit(105, bump=False, title={"fr": "Chimie folle"}, thematique=999)
    await feed.sync()
    await feed.connection.execute("UPDATE feed_record SET notes = '{vu}' WHERE external_id = '105'")
    await feed.connection.execute("UPDATE feed_record SET notes = '{}' WHERE external_id <> '105'")
    feed.agenda.edit(102, **BAD)
    feed.agenda.remove(103)
    await feed.sync()
    assert [r["external_id"] for r in (await records(**params))["items"]] == expected


async def test_raw_rows_come_with_the_list_when_asked(records, make_feed):
    feed = await make_feed([row(101), row(102, **BAD)])
    await feed.sync()
    items = (await records(raw="true"))["items"]
    assert [(r["external_id"], r["raw"]["title"]["fr"]) for r in items] == [
        ("101", "Le moulin à vent n° 101"),
        ("102", "Le moulin à vent n° 102"),
    ]
    assert "raw" not in (await records())["items"][0]


async def test_a_row_in_quarantine_is_shown_beside_the_version_before_it(records, feed):
    await feed.sync()
    feed.agenda.edit(102, title={"fr": "Tout neuf"}, **BAD)
    await feed.sync()
    found = await records("/102")
    stored = await feed.connection.fetchrow(
        "SELECT r.applied, r.raw AS good, q.raw AS bad FROM feed_record r "
        "JOIN feed_quarantine q USING (feed_id, external_id)"
    )
    assert (found["raw"], found["last_good_raw"], found["applied"]) == (
        json.loads(stored["bad"]),
        json.loads(stored["good"]),
        json.loads(stored["applied"]),
    )
    assert (found["raw"]["title"]["fr"], found["last_good_raw"]["title"]["fr"]) == (
        "Tout neuf",
        "Le moulin à vent n° 102",
    )
    assert (found["state"], found["event"]["slug"]) == ("quarantined", "moulin-a-vent-102")
    assert found["reason"]
    assert found["pointer"].startswith("/timings")


async def test_a_row_without_trouble_and_one_that_never_was_good(records, make_feed):
    feed = await make_feed([row(101), row(102, location=ELSEWHERE)])
    await feed.sync()
    good, bad = await records("/101"), await records("/102")
    assert (good["state"], good["last_good_raw"], good["applied"]["title"]) == (
        "live",
        None,
        "Le moulin à vent n° 101",
    )
    assert (bad["state"], bad["event"], bad["applied"], bad["last_good_raw"]) == (
        "quarantined",
        None,
        None,
        None,
    )
    assert bad["raw"]["location"]["name"] == "Pic du Midi"


async def test_an_id_may_hold_a_slash(records, feed):
    await feed.sync()
    await feed.connection.execute("UPDATE feed_record SET external_id = 'a/b c' WHERE external_id = '101'")
    assert (await records("/a%2Fb%20c"))["external_id"] == "a/b c"


async def test_a_row_that_never_came_is_404(api, administrator, feed):
    answer = await api.get("/api/v1/feeds/national/records/999", headers=administrator)
    assert (answer.status_code, answer.json()["code"]) == (404, "feed_record_not_found")


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("state=gone", "/query/state"),
        ("notes=perhaps", "/query/notes"),
        ("raw=1&title=x", "/query/title"),
        ("q=", "/query/q"),
        ("q=%00", "/query/q"),
        ("limit=301", "/query/limit"),
        ("after=x", "/query/after"),
        ("after=WyJyZWNvcmRzIiwxXQ", "/query/after"),
    ],
)
async def test_an_unknown_or_impossible_parameter_is_refused(api, administrator, feed, query, pointer):
    answer = await api.get(f"/api/v1/feeds/national/records?{query}", headers=administrator)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


LISTS = ["records", "records?raw=true", "conflicts", "conflicts?state=settled", "duplicates", "runs"]


@pytest.mark.parametrize("path", LISTS)
async def test_a_list_takes_as_many_statements_for_300_rows_as_for_one(
    app, api, administrator, make_feed, path
):
    feed = await make_feed([row(1000 + n) for n in range(300)])
    seen = []
    engine = app.state.context.engine.sync_engine

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    counted = set()
    for rows in (1, 3, 300):
        held = feed.agenda.rows
        feed.agenda.rows = dict(list(held.items())[:rows])
        await feed.sync()
        await _conflicts_and_pairs(feed.connection)
        feed.agenda.rows = held
        sql_event.listen(engine, "before_cursor_execute", note)
        try:
            join = "&" if "?" in path else "?"
            answer = await api.get(f"/api/v1/feeds/national/{path}{join}limit=300", headers=administrator)
        finally:
            sql_event.remove(engine, "before_cursor_execute", note)
        if path != "runs":
            assert len(answer.json()["items"]) == rows - (path == "duplicates")
        counted.add(len(seen))
        seen.clear()
    assert counted == {2}


async def _conflicts_and_pairs(connection):
    await connection.execute("DELETE FROM feed_conflict")
    for settled in ("NULL, NULL, NULL", "now(), 'alice', 'ours'"):
        await connection.execute(
            "INSERT INTO feed_conflict (feed_id, event_id, field, source_value, settled_at, settled_by, kept) "
            f"SELECT feed_id, event_id, 'title', '\"x\"', {settled} FROM feed_record"
        )
    await connection.execute("DELETE FROM duplicate_candidate")
    await connection.execute(
        "INSERT INTO duplicate_candidate (first_id, second_id, similarity) "
        "SELECT one.id, e.id, 1 FROM event e, (SELECT id FROM event ORDER BY id LIMIT 1) one WHERE e.id > one.id"
    )
