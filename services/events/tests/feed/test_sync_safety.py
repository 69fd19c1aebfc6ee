"""Rows that cannot be kept, and runs that meet, die or go on."""

import asyncio
from contextlib import asynccontextmanager

import asyncpg
import pytest
from feed_checks import counts, nothing_written
from feed_rows import PLACE, row
from ombelle_events.feed.sync import FeedLocked, FeedUnknown, sync_feed


async def test_29_bad_rows_stop_nothing_and_are_never_taken_for_deleted(feed):
    await feed.sync()
    feed.agenda.edit(101, title={})
    feed.agenda.edit(102, timings="soon")
    feed.agenda.add({"uid": "not-a-number"}, None, ["x"], row(109))
    outcome = await feed.sync(full=True)
    assert (outcome.code, counts(outcome)) == (0, {"created": 1, "quarantined": 5, "unchanged": 6})
    assert await feed.shown() == 9
    assert (await feed.event(101))["title"] == "Le moulin à vent n° 101"
    held = dict(
        await feed.connection.fetch(
            "SELECT external_id, pointer FROM feed_quarantine WHERE external_id < 'r'"
        )
    )
    assert held == {"101": "/title", "102": "/timings"}

    outcome = await feed.sync(full=True)
    assert (nothing_written(outcome), outcome.summary.quarantined) == (True, 5)

    feed.agenda.edit(101, title={"fr": "Mieux"})
    feed.agenda.edit(102, bump=False, timings=row()["timings"])  # back to the version we hold
    for key in [k for k in feed.agenda.rows if not isinstance(k, int)]:
        del feed.agenda.rows[key]
    assert counts(await feed.sync(full=True)) == {"updated": 1, "unchanged": 8}
    assert await feed.connection.fetchval("SELECT count(*) FROM feed_quarantine") == 0


async def test_29_a_row_that_the_database_refuses_is_put_aside_alone(feed, monkeypatch):
    from ombelle_events.feed import reading

    real = reading.render_markdown
    monkeypatch.setattr(reading, "render_markdown", lambda text: "\0" if text == "poison" else real(text))
    feed.agenda.edit(104, longDescription={"fr": "poison"})
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (0, {"created": 7, "quarantined": 1})
    assert "base de données" in await feed.connection.fetchval("SELECT reason FROM feed_quarantine")


async def test_30_personal_data_are_nowhere_in_the_database(make_feed):
    feed = await make_feed(
        [
            row(101, member={"email": "ada@example.org"}, contributor_email="ada@example.org"),
            row(102, title={}, member={"email": "ada@example.org"}),
        ]
    )
    await feed.sync()
    for table in ("feed_record", "feed_quarantine", "event", "agenda_card"):
        assert "ada@" not in str(await feed.connection.fetch(f"SELECT to_jsonb(t)::text FROM {table} t"))


async def test_nothing_that_could_run_is_served(make_feed):
    evil = "<script>alert(1)</script> Hétérocère <img src=x onerror=alert(1)> [a](javascript:alert(1))"
    feed = await make_feed(
        [
            row(
                101,
                title={"fr": evil},
                description={"fr": evil},
                longDescription={"fr": evil},
                conditions={"fr": evil},
                keywords={"fr": [evil]},
                registration=[{"type": "link", "value": "javascript:alert(1)"}],
                onlineAccessLink="javascript:alert(1)",
                imageCredits=evil,
                image={"filename": "x.jpg", "base": "javascript:alert(1)//"},
                location={**PLACE, "name": evil, "access": {"fr": evil}, "website": "javascript:alert(1)"},
                organisateur=evil,
                **{"champ-libre": evil},
            )
        ]
    )
    await feed.sync()
    card = await feed.connection.fetchrow("SELECT card, detail FROM agenda_card")
    for text in card:
        assert "Hétérocère" in text
        assert not [bad for bad in ("onerror=", "javascript:", "<script", "<img") if bad in text]


@asynccontextmanager
async def _connected(url):
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def test_31_a_second_run_at_once_is_refused(feed):
    async with _connected(feed.url) as other:
        feed_id = await other.fetchval("SELECT id FROM feed")
        await other.execute("SELECT pg_advisory_lock(7203002, hashtext($1::text))", str(feed_id))
        with pytest.raises(FeedLocked):
            await feed.sync()
    assert (await feed.sync()).code == 0


async def test_31_of_many_at_once_one_runs_at_a_time(feed):
    ended = await asyncio.gather(*(feed.sync() for _ in range(4)), return_exceptions=True)
    assert {type(e).__name__ for e in ended} <= {"Outcome", "FeedLocked"}
    assert await feed.shown() == 8
    assert await feed.connection.fetchval("SELECT count(*) FROM event") == 8


async def test_an_unknown_feed_is_told(territory_url, connection):
    with pytest.raises(FeedUnknown):
        await sync_feed(territory_url, "nobody")


async def contents(connection):
    """What the service holds, by natural keys: ids and instants of writing differ between two lives."""
    events = await connection.fetch(
        "SELECT r.external_id, e.slug, e.title, e.structure, p.slug AS parent, d.year, v.name, e.version, "
        "e.withdrawn_at IS NOT NULL AS gone, f.digest, f.applied::text, f.leads, "
        "(SELECT array_agg(s.starts_at ORDER BY s.starts_at) FROM event_session s WHERE s.event_id = e.id), "
        "(SELECT length(c.card) FROM agenda_card c WHERE c.event_id = e.id) "
        "FROM event e JOIN external_ref r ON r.event_id = e.id JOIN feed_record f ON f.event_id = e.id "
        "LEFT JOIN event p ON p.id = e.parent_id LEFT JOIN edition d ON d.id = e.edition_id "
        "LEFT JOIN venue v ON v.id = e.venue_id ORDER BY 1"
    )
    pairs = await connection.fetchval("SELECT count(*) FROM duplicate_candidate")
    venues = await connection.fetch("SELECT external_id, leads FROM venue_ref ORDER BY 1")
    return list(map(tuple, events)), pairs, list(map(tuple, venues))


def family(uid):
    return row(
        uid,
        title={"fr": f"Atelier {uid % 7}"},
        location={**PLACE, "uid": uid % 5, "name": f"Salle {uid % 3}"},
        **({"evenement-parent": 200 + uid % 4} if uid < 200 else {}),
    )


@pytest.mark.parametrize("killed_at", range(1, 8))
async def test_31_a_run_cut_off_anywhere_goes_on_to_the_same_state(make_feed, monkeypatch, killed_at):
    from ombelle_events.feed import reading, writer

    monkeypatch.setattr(reading, "BATCH", 5)
    feed = await make_feed([family(uid) for uid in (*range(101, 119), *range(200, 204))])
    await feed.sync()
    undisturbed = await contents(feed.connection)

    await feed.connection.execute(
        "TRUNCATE event, edition, venue, lexicon_word, agenda_change RESTART IDENTITY CASCADE"
    )
    await feed.connection.execute("UPDATE feed SET watermark = NULL, meaning = NULL")
    steps = 0
    real = writer.BatchWriter._refresh

    async def cut(self, events):
        nonlocal steps
        steps += 1
        if steps == killed_at:
            # As a kill -9 would: the backend goes, in the middle of a transaction.
            await self._connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        await real(self, events)

    monkeypatch.setattr(writer.BatchWriter, "_refresh", cut)
    try:
        await feed.sync()
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        assert await feed.watermark() is None
    monkeypatch.setattr(writer.BatchWriter, "_refresh", real)
    # What is there is whole: as many cards as events, each with its sessions.
    assert await feed.shown() == await feed.connection.fetchval("SELECT count(*) FROM event")
    assert (await feed.sync()).code == 0
    assert await contents(feed.connection) == undisturbed
    states = {s for (s,) in await feed.connection.fetch("SELECT state FROM feed_run")}
    assert states <= {"complete", "interrupted"}
