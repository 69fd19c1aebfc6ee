"""Archives over HTTP: every address people copy, the site's own limits, and its faults."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import archive_server as faults
import pytest
from archive_rows import record
from archive_server import DATASET, KEY, address
from feed_checks import counts, nothing_written
from ombelle_events.feed.archives import client
from ombelle_events.feed.archives.addresses import Address, Place, WrongAddress, understood, without_key
from ombelle_events.feed.sync import HELD, INCOMPLETE

FORMS = ("records", "dataset", "export", "search", "page", "filtered page", "document")


def rows(count):
    return [record(str(uid)) for uid in range(1001, 1001 + count)]


@pytest.mark.parametrize("form", FORMS)
async def test_every_address_of_a_data_set_brings_it_whole(make_archive, form):
    feed = await make_archive(form=form)
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (0, {"created": 8})
    assert (await feed.event(601))["title"] == "Les marées du canal n° 601"
    assert nothing_written(await feed.sync())


async def test_an_archive_said_in_another_way_changes_no_event(make_archive, connection):
    feed = await make_archive()
    await feed.sync()
    before = await connection.fetch("SELECT id, version, updated_at FROM event ORDER BY id")
    await connection.execute("UPDATE feed SET url = $1", address(feed.base, "search"))
    outcome = await feed.sync()
    assert (counts(outcome), outcome.summary.complete) == ({"unchanged": 8}, True)
    assert await connection.fetch("SELECT id, version, updated_at FROM event ORDER BY id") == before


async def test_pages_of_a_hundred_in_the_order_of_their_ids(make_archive):
    feed = await make_archive(rows(250))
    assert counts(await feed.sync()) == {"created": 250}
    asked = [dict(request.query) for request in feed.site.requests]
    assert asked == [
        {"order_by": "identifiant", "limit": "100", "offset": offset} for offset in ("0", "100", "200")
    ]


async def test_a_site_that_does_not_describe_its_columns_is_read_all_the_same(make_archive):
    feed = await make_archive()
    feed.site.described = False
    assert counts(await feed.sync()) == {"created": 8}
    assert "order_by" not in feed.site.requests[0].query


async def test_filters_stay_and_extents_are_ours(make_archive):
    feed = await make_archive(form="filtered page")
    await feed.sync()
    [request] = feed.site.requests
    assert request.path == "/api/records/1.0/search/"
    assert dict(request.query) == {
        "dataset": DATASET, "refine.region": "Hauts-de-France", "rows": "1000", "start": "0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "last"), [("records", "/exports/json"), ("search", "/download/"), ("dataset", "/exports/json")]
)
async def test_what_pages_cannot_reach_comes_in_one_export(make_archive, monkeypatch, form, last):
    monkeypatch.setattr(client, "REACH", 6)
    feed = await make_archive(form=form)
    feed.site.reach = 6
    assert counts(await feed.sync()) == {"created": 8}
    assert [request.path.endswith(last) for request in feed.site.requests] == [False, True]
    assert not {"limit", "rows", "offset", "start"} & set(feed.site.requests[-1].query)


async def test_the_last_page_within_reach_is_shorter(make_archive, monkeypatch):
    monkeypatch.setattr(client, "REACH", 8)
    monkeypatch.setitem(client.PAGE_SIZES, Place.RECORDS, 3)
    feed = await make_archive()
    feed.site.reach = 8
    assert counts(await feed.sync()) == {"created": 8}
    assert [request.query["limit"] for request in feed.site.requests] == ["3", "3", "2"]


async def test_an_archive_that_outgrows_the_pages_meanwhile_is_incomplete(make_archive, monkeypatch):
    monkeypatch.setattr(client, "REACH", 8)
    monkeypatch.setitem(client.PAGE_SIZES, Place.RECORDS, 4)
    feed = await make_archive()

    def growing(_request, body):
        body["total_count"] = 8 if _request.query["offset"] == "0" else 9
        return faults.web.json_response(body)

    feed.site.fault = growing
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (INCOMPLETE, {"created": 8})


@pytest.mark.parametrize("form", ["records", "search", "export"])
async def test_fewer_records_than_announced_are_incomplete_and_withdraw_nothing(make_archive, form):
    feed = await make_archive(form=form)
    await feed.sync()
    feed.site.announced = 8
    feed.site.remove("601")
    outcome = await feed.sync()
    assert (outcome.code, outcome.problems) == (INCOMPLETE, ["7 lignes vues sur 8 annoncées."])
    assert await feed.shown() == 8
    feed.site.announced = None
    assert counts(await feed.sync()) == {"withdrawn": 1, "unchanged": 7}


async def test_pages_that_repeat_records_are_incomplete(make_archive, monkeypatch):
    monkeypatch.setitem(client.PAGE_SIZES, Place.RECORDS, 4)
    feed = await make_archive()
    await feed.sync()

    def same_page(_request, body):
        return faults.web.json_response({**body, "results": feed.site.rows[:4]})

    feed.site.fault = same_page
    outcome = await feed.sync()
    assert (outcome.code, await feed.shown()) == (INCOMPLETE, 8)


FAULTS = {
    "500": faults.status(500),
    "503 in HTML": faults.status(503),
    "HTML": faults.html,
    "truncated": faults.truncated,
    "an error for rows": faults.no_rows,
    "closed": faults.closed,
    "redirect": faults.redirect,
    "403": faults.status(403),
    "404": faults.status(404),
    "429 for an hour": faults.status(429, **{"Retry-After": "3600"}),
}


@pytest.mark.parametrize("form", ["records", "search", "export", "document"])
@pytest.mark.parametrize("fault", FAULTS)
async def test_a_site_that_fails_withdraws_nothing_and_the_run_says_so(make_archive, form, fault):
    feed = await make_archive(form=form)
    await feed.sync()
    feed.site.remove("601")
    feed.site.fault = FAULTS[fault]
    outcome = await feed.sync()
    assert (outcome.code, outcome.summary.complete) == (INCOMPLETE, False)
    assert outcome.problems[0].startswith("page 1 : ")
    assert await feed.shown() == 8


async def test_a_page_that_fails_after_others_keeps_what_came(make_archive, monkeypatch):
    monkeypatch.setitem(client.PAGE_SIZES, Place.RECORDS, 4)
    feed = await make_archive()
    feed.site.fault = faults.after(1, faults.status(500))
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (INCOMPLETE, {"created": 4})
    assert outcome.problems == ["page 2 : réponse 500."]


@pytest.mark.parametrize("fault", ["500", "HTML", "truncated", "closed", "429 for an hour"])
async def test_a_page_that_comes_at_another_try_is_a_page(make_archive, fault):
    feed = await make_archive()
    again = faults.status(429, **{"Retry-After": "0"}) if fault.startswith("429") else FAULTS[fault]
    feed.site.fault = faults.after(0, again, times=2)
    assert counts(await feed.sync()) == {"created": 8}
    assert len(feed.site.requests) == 3


SOON = {
    "seconds": lambda: "0",
    "since 1970": lambda: str(int(time.time())),
    "an instant": lambda: datetime.now(UTC).isoformat(),
    "a naive instant": lambda: (datetime.now(UTC) - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M:%S"),
    "a date of HTTP": lambda: format_datetime(datetime.now(UTC), usegmt=True),
}
LATE = {
    "seconds": lambda: "3600",
    "since 1970": lambda: str(int(time.time()) + 3600),
    "an instant": lambda: f"{datetime.now(UTC) + timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}",
}


@pytest.mark.parametrize("reset", SOON)
async def test_a_quota_says_when_it_begins_again(make_archive, reset):
    feed = await make_archive()
    feed.site.fault = faults.after(0, faults.status(429, **{"X-RateLimit-Reset": SOON[reset]()}), times=1)
    assert counts(await feed.sync()) == {"created": 8}


@pytest.mark.parametrize("reset", LATE)
async def test_a_quota_that_begins_again_tomorrow_is_not_waited_for(make_archive, reset):
    feed = await make_archive()
    feed.site.fault = faults.status(429, **{"X-RateLimit-Reset": LATE[reset]()})
    outcome = await feed.sync()
    assert (outcome.code, len(feed.site.requests)) == (INCOMPLETE, 1)
    assert outcome.problems == ["page 1 : réponse 429."]


async def test_an_archive_suddenly_empty_is_held_even_by_force(make_archive):
    feed = await make_archive()
    await feed.sync()
    feed.site.rows = []
    outcome = await feed.sync(force=True)
    assert (outcome.code, await feed.shown()) == (HELD, 8)
    assert "l'adresse ou le fichier" in outcome.problems[0]


async def test_the_key_travels_in_a_header(make_archive):
    feed = await make_archive(key=KEY)
    feed.site.key = KEY
    assert counts(await feed.sync()) == {"created": 8}
    await feed.connection.execute("UPDATE feed SET key = 'another'")
    outcome = await feed.sync()
    assert outcome.code == INCOMPLETE
    assert not [problem for problem in outcome.problems if "another" in problem]


SITE = "https://data.example.org"
CATALOG = f"{SITE}/api/explore/v2.1/catalog/datasets/fds-23"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (CATALOG, Address(Place.RECORDS, CATALOG, (), "fds-23")),
        (f"{CATALOG}/records?where=ville%3D%22Lille%22&limit=5&offset=3&order_by=x",
         Address(Place.RECORDS, CATALOG, (("where", 'ville="Lille"'),), "fds-23")),
        (f"{CATALOG}/exports/json?lang=fr", Address(Place.EXPORT, CATALOG, (("lang", "fr"),), "fds-23")),
        (f"{SITE}/api/v2/catalog/datasets/fds-23/records/",
         Address(Place.RECORDS, f"{SITE}/api/v2/catalog/datasets/fds-23", (), "fds-23")),
        (f"{SITE}/api/records/1.0/search/?dataset=fds-17&rows=10&refine.ville=Lille&facet=ville",
         Address(Place.SEARCH, SITE, (("dataset", "fds-17"), ("refine.ville", "Lille")), "fds-17")),
        (f"{SITE}/explore/dataset/fds-23/", Address(Place.RECORDS, CATALOG, (), "fds-23")),
        (f"{SITE}/explore/embed/dataset/fds-23/table/?sort=x", Address(Place.RECORDS, CATALOG, (), "fds-23")),
        (f"{SITE}/files/fds.json?version=2", Address(Place.DOCUMENT, f"{SITE}/files/fds.json", (("version", "2"),))),
        ("/data/fds 2017.json", Address(Place.FILE, "/data/fds 2017.json")),
    ],
)  # fmt: skip
def test_addresses_are_understood(given, expected):
    assert understood(given) == expected


@pytest.mark.parametrize(
    "given", [f"{CATALOG}/exports/csv", f"{CATALOG}/facets", f"{SITE}/api/records/1.0/search/?q=x"]
)
def test_addresses_that_bring_no_records_are_refused(given):
    with pytest.raises(WrongAddress):
        understood(given)


def test_a_key_left_in_an_address_is_taken_out():
    assert without_key(f"{CATALOG}/records?where=a%3D1&apikey=secret") == (
        f"{CATALOG}/records?where=a%3D1",
        "secret",
    )
    assert without_key(f"{CATALOG}/records?where=a%3D1") == (f"{CATALOG}/records?where=a%3D1", None)
