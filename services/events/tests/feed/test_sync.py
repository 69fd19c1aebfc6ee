"""Runs against a real PostgreSQL and a server with faults. Numbers are those of the pitfalls in the feed's notes."""

from datetime import UTC, datetime

from feed_checks import KEYS, counts, everything, nothing_written
from feed_rows import PLACE, row


async def test_a_first_run_is_full_and_creates_all(feed):
    outcome = await feed.sync()
    assert set(outcome.summary.as_dict()) == KEYS
    assert (outcome.code, counts(outcome), outcome.summary.complete) == (0, {"created": 8}, True)
    assert await feed.shown() == 8
    event = await feed.event(101)
    assert (event["publication"], event["version"], event["slug"]) == ("published", 1, "moulin-a-vent-101")
    assert event["long_description_html"] == "<p>Un <strong>meunier</strong> raconte.</p>"
    assert await feed.connection.fetchval("SELECT array_agg(year) FROM edition") == [2031]
    run = await feed.connection.fetchrow("SELECT * FROM feed_run")
    assert (run["mode"], run["state"]) == ("full", "complete")


async def test_06_a_second_run_writes_nothing_not_even_a_last_seen(feed):
    await feed.sync()
    before = await everything(feed.connection)
    for options in ({}, {"full": True}):
        outcome = await feed.sync(**options)
        assert nothing_written(outcome)
        assert outcome.summary.unchanged == 8
        assert await everything(feed.connection) == before


async def test_06_an_incremental_run_asks_from_the_watermark_less_an_overlap(feed):
    await feed.sync()
    assert await feed.watermark() == datetime(2025, 9, 1, 8, tzinfo=UTC)
    feed.agenda.requests.clear()
    await feed.sync()
    asked = feed.agenda.requests[0].query
    watermark = await feed.watermark()
    assert (watermark - datetime.fromisoformat(asked["updatedAt[gte]"])).total_seconds() == 600
    assert (asked["removed"], asked["sort"], asked["detailed"], asked["size"]) == (
        "null",
        "updatedAt.asc",
        "1",
        "300",
    )


async def test_06_a_row_dated_in_the_future_does_not_hide_what_comes_after(make_feed):
    feed = await make_feed([row(101, updatedAt="2150-01-01T00:00:00Z")])
    await feed.sync()
    assert await feed.watermark() <= datetime.now(UTC)


async def test_edits_are_updates_and_only_of_what_changed(feed):
    await feed.sync()
    feed.agenda.edit(101, title={"fr": "Autre titre"})
    feed.agenda.edit(102, timezone="Europe/Brussels")
    assert counts(await feed.sync()) == {"updated": 2, "unchanged": 6}
    event = await feed.event(101)
    assert (event["title"], event["version"], event["slug"]) == ("Autre titre", 2, "moulin-a-vent-101")
    assert (await feed.event(103))["version"] == 1


async def test_15_a_full_run_sees_an_edit_whose_date_did_not_move(feed):
    await feed.sync()
    feed.agenda.edit(101, bump=False, title={"fr": "Sans date"})
    for uid in range(101, 109):
        feed.agenda.edit(uid, bump=False, location={**PLACE, "phone": "03 53 01 02 03"})
    assert counts(await feed.sync(full=True)) == {"updated": 8}
    assert await feed.connection.fetchval("SELECT array_agg(phone) FROM venue") == ["03 53 01 02 03"]
    detail = await feed.connection.fetchval("SELECT detail FROM agenda_card LIMIT 1")
    assert "03 53 01 02 03" in detail


async def test_a_bumped_date_alone_changes_nothing(feed):
    await feed.sync()
    feed.agenda.edit(101)
    assert nothing_written(await feed.sync())


async def test_28_another_schema_reads_every_row_again(feed):
    await feed.sync()
    feed.agenda.rows[101]["thematique"] = 31
    feed.agenda.config["schema"]["fields"][1]["options"][0]["label"]["fr"] = "Santé"
    outcome = await feed.sync()
    assert counts(outcome) == {"updated": 1, "unchanged": 7}
    assert (await feed.event(101))["theme"] == "health"


async def test_an_edition_may_be_bound(make_feed):
    feed = await make_feed(edition=2030)
    await feed.sync()
    assert await feed.connection.fetch("SELECT year FROM edition") == [(2030,)]


async def test_a_run_that_wrote_much_leaves_its_tables_counted(feed, monkeypatch):
    monkeypatch.setattr("ombelle_events.feed.sync._MUCH", 8)
    await feed.connection.execute("VACUUM (ANALYZE) agenda_card")
    counted = "SELECT reltuples FROM pg_class WHERE oid = 'agenda_card'::regclass"
    assert await feed.connection.fetchval(counted) == 0
    await feed.sync()
    assert await feed.connection.fetchval(counted) == 8
