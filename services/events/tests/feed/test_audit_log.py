"""Every write leaves an entry, with who did it and what it was; secrets leave none."""

import pytest
from desk import Desk, in_two_feeds, settle, title_and_text
from ombelle_events.feed.cli import run
from ombelle_events.feed.queue import SYNC_JOB

SETTINGS = {
    "name": "national",
    "kind": "openagenda-v2",
    "url": "https://a.example",
    "agenda": "1",
    "key": "s3cret",
}


@pytest.fixture
async def entries(api, connection, administrator):
    """Read the entries written since the test began, oldest first: (actor, action, kind, values)."""
    last = await connection.fetchval("SELECT seq FROM audit_head")

    async def read():
        page = (await api.get("/api/v1/audit/events?limit=100", headers=administrator)).json()
        new = [entry for entry in reversed(page["items"]) if entry["seq"] > last]
        return [(e["actor"], e["action"], e["subject_kind"], e["values"]) for e in new]

    return read


async def test_an_edit_says_before_and_after(api, make, administrator, entries):
    event = await make.event("Chimie")
    headers = {**administrator, "If-Match": "*"}
    for body in ({"title": "Chimie douce", "age_min": 6}, {"title": "Chimie douce"}):
        assert (await api.patch(f"/api/v1/events/{event}", json=body, headers=headers)).status_code == 200
    values = {
        "title": {"before": "Chimie", "after": "Chimie douce"},
        "age_min": {"before": None, "after": 6},
    }
    assert await entries() == [("alice", "event_edited", "event", values)]


async def test_a_program_is_named_by_its_token(api, make, connection, identity, entries):
    organisation = "01a20294-3f40-7bcc-b321-3274d8a41139"
    event = await make.event("Chimie", organisation_id=organisation)
    program = identity("bob", organisations={organisation: "editor"}, scopes=["events:write"], token="t-1")
    answer = await api.patch(
        f"/api/v1/events/{event}", json={"title": "Autre"}, headers={**program, "If-Match": "*"}
    )
    assert answer.status_code == 200
    [(actor, *_)] = await entries()
    assert actor == "token:t-1"
    assert await connection.fetchval("SELECT edited_by FROM event_local_edit") == "token:t-1"


async def test_a_refused_edit_leaves_none(api, make, administrator, entries):
    event = await make.event("Chimie")
    headers = {**administrator, "If-Match": '"v9"'}
    assert (
        await api.patch(f"/api/v1/events/{event}", json={"title": "x"}, headers=headers)
    ).status_code == 412
    assert await entries() == []


async def test_feeds_are_followed_and_their_key_is_not_told(api, connection, administrator, entries):
    await connection.execute("DELETE FROM feed")
    await connection.execute("DELETE FROM pgqueuer WHERE entrypoint = $1", SYNC_JOB)
    headers = {**administrator, "If-Match": "*"}
    assert (await api.post("/api/v1/feeds", json=SETTINGS, headers=headers)).status_code == 201
    for body in ({"agenda": "2", "key": "other"}, {"agenda": "2"}):
        assert (await api.patch("/api/v1/feeds/national", json=body, headers=headers)).status_code == 200
    assert (await api.post("/api/v1/feeds/national/runs", headers=headers)).status_code == 202
    assert (await api.delete("/api/v1/feeds/national", headers=headers)).status_code == 204
    written = await entries()
    assert [entry[:3] for entry in written] == [
        ("alice", action, "feed")
        for action in ("feed_added", "feed_changed", "feed_run_asked", "feed_removed")
    ]
    assert written[1][3] == {"before": {"agenda": "1", "key": True}, "after": {"agenda": "2", "key": True}}
    assert "s3cret" not in str(written)


async def test_the_command_and_runs_are_followed_too(monkeypatch, territory_url, make_feed, entries):
    feed = await make_feed()
    await feed.sync()
    monkeypatch.setenv("EVENTS_DATABASE_URL", territory_url)
    import asyncio

    added = [
        "feeds",
        "add",
        "other",
        "--kind",
        "openagenda-v2",
        "--url",
        "https://a.example",
        "--agenda",
        "1",
    ]
    assert await asyncio.to_thread(run, [*added, "--key", "s3cret"]) == 0
    assert await asyncio.to_thread(run, ["feeds", "remove", "other"]) == 0
    written = await entries()
    assert [entry[:3] for entry in written] == [
        ("sync", "feed_synced", "feed"),
        ("command", "feed_added", "feed"),
        ("command", "feed_removed", "feed"),
    ]
    assert (written[0][3]["state"], written[0][3]["counts"]["created"]) == ("complete", 8)
    assert "s3cret" not in str(written)


async def test_decisions_of_the_desk_are_followed(api, make_feed, administrator, entries):
    await in_two_feeds(make_feed)
    desk = Desk(api, administrator)
    linked = await desk.link("moulin-101", "moulin-201")
    await desk.act(linked, "reopen")
    await desk.act(await desk.pair("moulin-101", "moulin-201"), "apart")
    written = [entry for entry in await entries() if entry[0] != "sync"]
    assert [entry[:3] for entry in written] == [
        ("alice", action, "duplicate")
        for action in ("duplicate_linked", "duplicate_reopened", "duplicate_told_apart")
    ]
    kept = {event["slug"]: event["id"] for event in linked["events"]}["moulin-101"]
    assert [entry[3]["kept"] for entry in written] == [kept, None, None]


async def test_settled_conflicts_are_followed(api, make_feed, administrator, entries):
    conflicts = await title_and_text(api, administrator, await make_feed())
    assert (await settle(api, conflicts["title"], "theirs", administrator)).status_code == 200
    written = [entry for entry in await entries() if entry[0] != "sync"]
    values = {
        "conflict": conflicts["title"]["id"],
        "field": "title",
        "keep": "theirs",
        "theirs": "Titre national",
    }
    assert written == [("alice", "conflict_settled", "event", values)]
