"""The feed desk by API: who may look, what is shown, and how conflicts are settled."""

import pytest
from feed_rows import PLACE, row
from ombelle_events.feed.jobs import carry_out, enqueue_due
from ombelle_events.feed.queue import SyncJob, enqueue_sync
from ombelle_events.settings import Settings

ROUTES = [
    ("GET", "/api/v1/feeds"),
    ("GET", "/api/v1/feeds/national"),
    ("GET", "/api/v1/feeds/national/runs"),
    ("POST", "/api/v1/feeds/national/runs"),
    ("GET", "/api/v1/feeds/national/conflicts"),
    ("POST", "/api/v1/feeds/national/conflicts/01920000-0000-7000-8000-000000000000/settle"),
    ("GET", "/api/v1/feeds/national/duplicates"),
]


@pytest.mark.parametrize(("method", "path"), ROUTES)
async def test_only_an_administrator_comes_in(api, reviewer, method, path):
    body = {"keep": "ours"} if path.endswith("settle") else None
    assert (await api.request(method, path, json=body)).status_code == 401
    assert (await api.request(method, path, json=body, headers=reviewer)).status_code == 403


@pytest.mark.parametrize(("method", "path"), [r for r in ROUTES if r[1] != "/api/v1/feeds"])
async def test_a_feed_that_is_not_there_is_404(api, administrator, connection, method, path):
    await connection.execute("DELETE FROM feed")
    body = {"keep": "ours"} if path.endswith("settle") else None
    answer = await api.request(method, path, json=body, headers=administrator)
    assert (answer.status_code, answer.json()["code"]) == (404, "feed_not_found")


async def test_feeds_are_listed_with_their_last_run_and_without_their_key(api, administrator, make_feed):
    feed = await make_feed()
    await make_feed([], name="city")
    await feed.sync()
    first = await api.get("/api/v1/feeds?limit=1", headers=administrator)
    assert [f["name"] for f in first.json()["items"]] == ["city"]
    rest = await api.get("/api/v1/feeds", params={"after": first.json()["next"]}, headers=administrator)
    [national] = rest.json()["items"]
    assert rest.json()["next"] is None
    assert (national["events"], national["last_run"]["state"]) == (8, "complete")
    assert national["last_run"]["summary"]["created"] == 8
    assert "key" not in national
    one = await api.get("/api/v1/feeds/national", headers=administrator)
    assert one.json() == national
    assert one.headers["cache-control"] == "private, no-store"


async def test_runs_are_listed_newest_first_page_by_page(api, administrator, feed):
    for full in (False, False, True):
        await feed.sync(full=full)
    seen, after = [], None
    while True:
        params = {"limit": 2, **({"after": after} if after else {})}
        page = (await api.get("/api/v1/feeds/national/runs", params=params, headers=administrator)).json()
        seen += [(run["mode"], run["summary"]["created"]) for run in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert seen == [("full", 0), ("incremental", 0), ("full", 8)]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/query/limit"),
        ("limit=301", "/query/limit"),
        ("limit=x", "/query/limit"),
        ("sort=date", "/query/sort"),
        ("after=%21", "/query/after"),
        ("after=WyJydW5zIiwieCJd", "/query/after"),
    ],
)
async def test_an_unknown_or_impossible_parameter_is_refused(api, administrator, feed, query, pointer):
    answer = await api.get(f"/api/v1/feeds/national/runs?{query}", headers=administrator)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


@pytest.fixture
async def conflict(api, administrator, feed):
    await feed.sync()
    await feed.edit_here(101, title="Titre d'ici", long_description="D'ici")
    feed.agenda.edit(101, title={"fr": "Titre national"}, longDescription={"fr": "*National*"})
    await feed.sync()
    listed = (await api.get("/api/v1/feeds/national/conflicts", headers=administrator)).json()["items"]
    return {c["field"]: c for c in listed}


async def settle(api, conflict, keep, headers):
    return await api.post(
        f"/api/v1/feeds/national/conflicts/{conflict['id']}/settle", json={"keep": keep}, headers=headers
    )


async def test_a_conflict_shows_both_values(conflict):
    title = conflict["title"]
    assert (title["ours"], title["theirs"]) == ("Titre d'ici", "Titre national")
    assert (title["event"]["slug"], title["allowed_actions"]) == ("moulin-a-vent-101", ["settle"])


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
    assert (found["field"], found["ours"]["name"]) == ("venue", "Ailleurs")
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


async def test_pairs_that_may_be_one_are_listed(api, administrator, make_feed):
    near = {**PLACE, "uid": 9, "name": "Autre salle", "latitude": PLACE["latitude"] + 0.0005}
    other_day = [{"begin": "2031-10-05T10:00:00+02:00", "end": "2031-10-05T12:00:00+02:00"}]
    feed = await make_feed(
        [
            row(101, title={"fr": "Le moulin à vent de la plaine"}),
            row(102, title={"fr": "Le Moulin à vent de la plaine !"}, location=near),
            row(103, title={"fr": "Le moulin à vent de la plaine"}, timings=other_day),
            row(104, title={"fr": "Fabriquer du savon"}),
            row(105, title={"fr": "Le moulin à vent de la plaine"}, **{"evenement-parent": 101}),
        ]
    )
    assert (await feed.sync()).summary.duplicates == 2
    found = (await api.get("/api/v1/feeds/national/duplicates", headers=administrator)).json()["items"]
    pairs = {tuple(sorted(e["slug"][-3:] for e in pair["events"])) for pair in found}
    assert pairs == {("101", "102"), ("102", "105")}
    assert all(pair["similarity"] >= 0.8 for pair in found)
    assert (await feed.sync(full=True)).summary.duplicates == 0


# --- jobs -------------------------------------------------------------------------------------------------


async def test_a_run_asked_for_waits_once_for_the_worker(api, administrator, feed, territory_url):
    await feed.connection.execute("DELETE FROM pgqueuer")
    first = await api.post("/api/v1/feeds/national/runs", json={"full": True}, headers=administrator)
    assert (first.status_code, first.json()) == (202, {"name": "national", "queued": True})
    again = await api.post("/api/v1/feeds/national/runs", json={"full": True}, headers=administrator)
    assert (again.status_code, again.json()["queued"]) == (202, False)
    [job] = await feed.connection.fetch("SELECT entrypoint, payload FROM pgqueuer")
    await carry_out(SyncJob.read(job["payload"]), Settings(database_url=territory_url))
    assert await feed.shown() == 8
    await feed.connection.execute("DELETE FROM pgqueuer")


async def test_a_job_asked_for_in_a_transaction_that_fails_never_was(feed):
    await feed.connection.execute("DELETE FROM pgqueuer")
    transaction = feed.connection.transaction()
    await transaction.start()
    assert await enqueue_sync(feed.connection, "national", full=False, force=False)
    await transaction.rollback()
    assert await feed.connection.fetchval("SELECT count(*) FROM pgqueuer") == 0


async def test_feeds_that_are_due_are_queued_and_others_not(make_feed, territory_url):
    feed = await make_feed(every_minutes=5)
    await make_feed([], name="city")
    await feed.connection.execute("DELETE FROM pgqueuer")
    assert await enqueue_due(territory_url) == ["national"]
    await feed.connection.execute("DELETE FROM pgqueuer")
    await feed.sync()
    assert await enqueue_due(territory_url) == []
    await feed.connection.execute("UPDATE feed_run SET started_at = now() - interval '6 minutes'")
    assert await enqueue_due(territory_url) == ["national"]
    await feed.connection.execute("DELETE FROM pgqueuer")


async def test_a_job_for_a_feed_that_left_or_is_running_is_no_failure(feed, territory_url):
    await carry_out(SyncJob("nobody"), Settings(database_url=territory_url))
    feed_id = await feed.connection.fetchval("SELECT id FROM feed")
    await feed.connection.execute("SELECT pg_advisory_lock(7203002, hashtext($1::text))", str(feed_id))
    await carry_out(SyncJob("national"), Settings(database_url=territory_url))
    await feed.connection.execute("SELECT pg_advisory_unlock_all()")
    assert await feed.shown() == 0
