"""Feeds declared, changed and removed by API, under the rules that the command has."""

import pytest
from feed_server import KEY, Agenda, serving
from ombelle_events.feed.sync import FeedLocked, sync_feed

WHOLE = {
    "name": "region",
    "kind": "openagenda-v2",
    "url": "https://api.example.org",
    "agenda": "4711",
    "key": KEY,
    "territory": ["59", "62"],
    "edition": 2031,
    "every_minutes": 30,
}
SHOWN = {
    "name": "region",
    "kind": "openagenda-v2",
    "url": "https://api.example.org",
    "agenda": "4711",
    "has_key": True,
    "territory": ["59", "62"],
    "edition": 2031,
    "every_minutes": 30,
    "watermark": None,
    "version": 1,
    "events": 0,
    "quarantined": 0,
    "open_conflicts": 0,
    "last_run": None,
    "allowed_actions": ["edit", "remove", "run"],
}
ARCHIVE = {"name": "archive", "kind": "opendatasoft", "url": "https://data.example.org/records?limit=20"}


@pytest.fixture
async def declare(api, administrator, connection):
    await connection.execute("DELETE FROM feed")

    async def ask(**values):
        answer = await api.post("/api/v1/feeds", json=values, headers=administrator)
        assert KEY not in answer.text
        return answer

    return ask


@pytest.fixture
async def change(api, administrator):
    async def ask(name, values, if_match='"v1"', method="PATCH"):
        headers = administrator if if_match is None else {**administrator, "If-Match": if_match}
        body = {"json": values} if method == "PATCH" else {}
        answer = await api.request(method, f"/api/v1/feeds/{name}", headers=headers, **body)
        assert KEY not in answer.text
        return answer

    return ask


async def test_a_feed_is_declared_and_its_key_never_comes_out(api, administrator, declare, connection, capfd):
    answer = await declare(**WHOLE)
    assert (answer.status_code, answer.json()) == (201, SHOWN)
    assert (answer.headers["location"], answer.headers["etag"]) == ("/api/v1/feeds/region", '"v1"')
    again = await api.get(answer.headers["location"], headers=administrator)
    assert (again.json(), again.headers["etag"]) == (SHOWN, '"v1"')
    assert await connection.fetchval("SELECT key FROM feed") == KEY
    assert KEY not in "".join(capfd.readouterr())


async def test_what_is_left_out_has_its_usual_value(declare):
    assert (await declare(**ARCHIVE)).json() == {
        **SHOWN,
        **ARCHIVE,
        "agenda": None,
        "has_key": False,
        "territory": ["02", "59", "60", "62", "80"],
        "edition": None,
        "every_minutes": None,
    }
    everywhere = await declare(**{**ARCHIVE, "name": "everywhere", "territory": None})
    assert everywhere.json()["territory"] is None


async def test_a_key_pasted_with_an_address_is_taken_out_of_it(declare, change, connection):
    where = "https://data.example.org/api/explore/v2.1/catalog/datasets/fete/records"
    answer = await declare(**{**ARCHIVE, "url": f"{where}?apikey={KEY}"})
    assert (answer.status_code, answer.json()["url"], answer.json()["has_key"]) == (201, where, True)
    answer = await change("archive", {"url": f"{where}?limit=5&apikey=another-{KEY[::-1]}"})
    assert (answer.status_code, answer.json()["url"]) == (200, f"{where}?limit=5")
    assert await connection.fetchval("SELECT key FROM feed") == f"another-{KEY[::-1]}"


async def test_a_feed_that_was_declared_is_synced(declare, territory_url):
    async with serving(Agenda([])) as base:
        assert (await declare(**{**WHOLE, "url": base})).status_code == 201
        assert (await sync_feed(territory_url, "region")).state == "complete"


async def test_a_name_is_taken_once(declare):
    await declare(**WHOLE)
    answer = await declare(**WHOLE)
    assert (answer.status_code, answer.json()["code"]) == (409, "feed_exists")


@pytest.mark.parametrize(
    ("values", "pointers"),
    [
        ({"name": "Avec espace"}, ["/body/name"]),
        ({"kind": "rss"}, ["/body/kind"]),
        ({"url": "/etc/passwd"}, ["/body/url"]),
        ({"url": "file:///etc/passwd"}, ["/body/url"]),
        ({"url": "ftp://example.org"}, ["/body/url"]),
        ({"url": "https://user:secret@example.org"}, ["/body/url"]),
        ({"url": "http://[::1"}, ["/body/url"]),
        ({"url": "https://example.org?x=1"}, ["/body/url"]),
        ({"url": "https://example.org/\u0000"}, ["/body/url"]),
        ({"agenda": None}, ["/body/agenda"]),
        ({"agenda": "quatre", "key": " "}, ["/body/agenda", "/body/key"]),
        ({"key": None}, ["/body/key"]),
        ({"key": [KEY]}, ["/body/key"]),
        ({"territory": []}, ["/body/territory"]),
        ({"territory": ["Nord"]}, ["/body/territory"]),
        ({"edition": 12}, ["/body/edition"]),
        ({"edition": "2031"}, ["/body/edition"]),
        ({"every_minutes": 0}, ["/body/every_minutes"]),
        ({"watermark": None}, ["/body/watermark"]),
    ],
)
async def test_what_cannot_be_is_refused_by_its_pointer(declare, connection, values, pointers):
    answer = await declare(**{**WHOLE, **values})
    assert (answer.status_code, [e["pointer"] for e in answer.json()["errors"]]) == (422, pointers)
    assert await connection.fetchval("SELECT count(*) FROM feed") == 0


@pytest.mark.parametrize("url", ["/etc/passwd", "file:///etc/passwd", "data.json"])
async def test_no_file_is_read_for_who_only_has_a_token(
    declare, change, connection, tmp_path, monkeypatch, url
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data.json").write_text("[]")
    assert (await declare(**{**ARCHIVE, "url": url})).status_code == 422
    await declare(**ARCHIVE)
    assert (await change("archive", {"url": url})).status_code == 422
    # One that was named on the machine may stay.
    await connection.execute("UPDATE feed SET url = $1", str(tmp_path / "data.json"))
    assert (await change("archive", {"edition": 2019})).json()["edition"] == 2019
    assert (await change("archive", {"url": url}, '"v2"')).status_code == 422


async def test_settings_change_one_by_one_on_the_version_that_was_read(declare, change, connection):
    await declare(**WHOLE)
    answer = await change("region", {"every_minutes": None, "territory": None})
    expected = {**SHOWN, "every_minutes": None, "territory": None, "version": 2}
    assert (answer.status_code, answer.json(), answer.headers["etag"]) == (200, expected, '"v2"')
    stale = await change("region", {"edition": 2032})
    assert (stale.status_code, stale.json()["code"], stale.headers["etag"]) == (
        412,
        "feed_changed_meanwhile",
        '"v2"',
    )
    unsaid = await change("region", {"edition": 2032}, None)
    assert (unsaid.status_code, unsaid.json()["code"]) == (428, "version_needed")
    same = await change("region", {"edition": 2031}, "*")
    assert same.json() == expected
    assert (await change("region", {"name": "other"}, "*")).status_code == 422
    assert (await change("region", {"key": "another"}, "*")).json()["version"] == 3
    assert await connection.fetchval("SELECT key FROM feed") == "another"


async def test_another_address_is_listed_whole_at_the_next_run(declare, change, connection):
    await declare(**WHOLE)
    await connection.execute("UPDATE feed SET watermark = now()")
    assert (await change("region", {"edition": None})).json()["watermark"] is not None
    assert (await change("region", {"agenda": "4712"}, '"v2"')).json()["watermark"] is None


async def test_a_feed_goes_and_its_events_stay(api, administrator, change, feed):
    await feed.sync()
    assert (await change("national", None, None, "DELETE")).status_code == 428
    assert (await change("national", None, '"v7"', "DELETE")).status_code == 412
    gone = await change("national", None, '"v1"', "DELETE")
    assert (gone.status_code, gone.content) == (204, b"")
    assert await feed.shown() == 8
    assert (await api.get("/api/v1/feeds/national", headers=administrator)).status_code == 404


async def test_a_feed_that_is_being_read_is_neither_moved_nor_removed(change, feed, territory_url):
    feed_id = await feed.connection.fetchval("SELECT id FROM feed")
    await feed.connection.execute("SELECT pg_advisory_lock(7203002, hashtext($1::text))", str(feed_id))
    try:
        for answer in (
            await change("national", {"agenda": "5"}),
            await change("national", None, '"v1"', "DELETE"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (409, "feed_running")
        assert (await change("national", {"edition": 2031})).status_code == 200
        with pytest.raises(FeedLocked):
            await feed.sync()
    finally:
        await feed.connection.execute("SELECT pg_advisory_unlock_all()")
    assert (await change("national", None, '"v2"', "DELETE")).status_code == 204


async def test_one_run_is_shown_as_in_the_list(api, administrator, feed):
    await feed.sync()
    [listed] = (await api.get("/api/v1/feeds/national/runs", headers=administrator)).json()["items"]
    one = await api.get(f"/api/v1/feeds/national/runs/{listed['id']}", headers=administrator)
    assert (one.status_code, one.json()) == (200, listed)
    other = "01920000-0000-7000-8000-000000000000"
    missing = await api.get(f"/api/v1/feeds/national/runs/{other}", headers=administrator)
    assert (missing.status_code, missing.json()["code"]) == (404, "feed_run_not_found")
