"""The feed desk by API: who may look, feeds and their runs."""

import pytest
from ombelle_chassis.app import openapi_of
from ombelle_events.feed.jobs import carry_out, enqueue_due
from ombelle_events.feed.queue import SyncJob, enqueue_sync
from ombelle_events.main import create_app
from ombelle_events.settings import Settings

NOTHING = "01920000-0000-7000-8000-000000000000"
# Every route of the desk, with a body that it takes: (method, path, body, what an administrator is told when neither
# the feed nor the pair is there).
ROUTES = [
    ("GET", "/feeds", None, 200),
    ("POST", "/feeds", {"name": "x", "kind": "opendatasoft", "url": "https://data.example/x"}, 201),
    ("GET", "/feeds/{name}", None, 404),
    ("PATCH", "/feeds/{name}", {"edition": 2031}, 404),
    ("DELETE", "/feeds/{name}", None, 404),
    ("GET", "/feeds/{name}/runs", None, 404),
    ("POST", "/feeds/{name}/runs", {"full": True}, 404),
    ("GET", "/feeds/{name}/runs/{run_id}", None, 404),
    ("GET", "/feeds/{name}/records", None, 404),
    ("GET", "/feeds/{name}/records/{external_id}", None, 404),
    ("GET", "/feeds/{name}/conflicts", None, 404),
    ("POST", "/feeds/{name}/conflicts/settle", {"settlements": [{"id": NOTHING, "keep": "ours"}]}, 404),
    ("POST", "/feeds/{name}/conflicts/{conflict_id}/settle", {"keep": "ours"}, 404),
    ("GET", "/feeds/{name}/duplicates", None, 404),
    ("GET", "/duplicates", None, 200),
    ("POST", "/duplicates/{duplicate_id}/link", {"keep": NOTHING}, 404),
    ("POST", "/duplicates/{duplicate_id}/apart", None, 404),
    ("POST", "/duplicates/{duplicate_id}/reopen", None, 404),
]


def test_the_table_names_every_route_of_the_desk():
    published = {
        (method.upper(), path.removeprefix("/api/v1"))
        for path, operations in openapi_of(create_app())["paths"].items()
        for method in operations
        if path.startswith(("/api/v1/feeds", "/api/v1/duplicates"))
    }
    assert published == {(method, path) for method, path, _, _ in ROUTES}


@pytest.mark.parametrize(("method", "path", "body", "status"), ROUTES)
@pytest.mark.parametrize("role", ["anonymous", "reviewer", "administrator"])
async def test_only_an_administrator_comes_in(
    api, connection, reviewer, administrator, role, method, path, body, status
):
    await connection.execute("DELETE FROM feed")
    headers = {"anonymous": {}, "reviewer": reviewer, "administrator": administrator}[role]
    values = dict.fromkeys(("run_id", "conflict_id", "duplicate_id"), NOTHING)
    address = "/api/v1" + path.format(name="national", external_id="1", **values)
    answer = await api.request(method, address, json=body, headers={"If-Match": "*", **headers})
    told = {"anonymous": 401, "reviewer": 403, "administrator": status}[role]
    assert answer.status_code == told
    if told == 404:
        code = "duplicate_not_found" if path.startswith("/duplicates") else "feed_not_found"
        assert answer.json()["code"] == code


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
