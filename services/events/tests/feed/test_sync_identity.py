"""One row, one event: whatever agenda brings it, and when it goes and comes back."""

import pytest
from feed_checks import counts, nothing_written
from feed_rows import PLACE, row
from ombelle_events.feed.sync import HELD


async def test_07_titles_are_no_key(make_feed):
    same = {"title": {"fr": "La brocante du samedi"}, "slug": "la-brocante-du-samedi"}
    feed = await make_feed([row(uid, **same) for uid in (101, 102, 103)])
    outcome = await feed.sync()
    assert (counts(outcome), outcome.summary.duplicates) == ({"created": 3}, 3)
    slugs = await feed.connection.fetchval("SELECT array_agg(slug ORDER BY slug) FROM event")
    assert slugs == ["la-brocante-du-samedi", "la-brocante-du-samedi-102", "la-brocante-du-samedi-103"]


async def test_07_the_same_uid_from_two_feeds_is_one_event_gone_when_both_let_go(make_feed):
    national = await make_feed([row(101), row(102)])
    city = await make_feed([row(101, title={"fr": "Vu de la ville"}), row(103)], name="city")
    assert counts(await national.sync()) == {"created": 2}
    assert counts(await city.sync()) == {"created": 1, "unchanged": 1}
    assert (await national.event(101))["title"] == "Le moulin à vent n° 101"
    assert await national.shown() == 3

    [gone] = national.agenda.remove(101)
    assert counts(await national.sync())["withdrawn"] == 1
    assert await national.shown() == 3
    # The city speaks for it from now on.
    assert counts(await city.sync(full=True)) == {"updated": 1, "unchanged": 1}
    assert (await national.event(101))["title"] == "Vu de la ville"

    [other] = city.agenda.remove(101)
    await city.sync()
    assert await national.shown() == 2
    national.agenda.restore([gone])
    assert counts(await national.sync())["restored"] == 1
    assert await national.shown() == 3
    assert other["uid"] == gone["uid"]


async def test_08_one_place_under_several_uids_is_one_venue_reversibly(make_feed):
    rows = [
        row(101, location={**PLACE, "uid": 1}),
        row(102, location={**PLACE, "uid": 2, "name": "La Halle aux Grains"}),
        row(103, location={**PLACE, "uid": 3, "name": "Théâtre"}),
        row(104, location={**PLACE, "uid": 4, "latitude": 49.93}),
    ]
    feed = await make_feed(rows)
    await feed.sync()
    refs = dict(await feed.connection.fetch("SELECT external_id, venue_id FROM venue_ref"))
    assert refs["1"] == refs["2"]
    assert len(set(refs.values())) == 3
    # A later one joins as well, and only the first name is the venue's.
    feed.agenda.add(row(105, location={**PLACE, "uid": 5, "name": "HALLE AUX GRAINS"}))
    await feed.sync()
    later = await feed.connection.fetchrow(
        "SELECT v.id, v.name FROM venue_ref r JOIN venue v ON v.id = r.venue_id WHERE r.external_id = '5'"
    )
    assert (later["id"], later["name"]) == (refs["1"], "Halle aux grains")


async def test_10_an_event_of_ours_that_is_also_in_the_feed_is_linked_not_doubled(make_feed, make):
    ours = await make.event("Notre moulin", slug="notre-moulin")
    by_url = await make.event("Notre four", slug="notre-four")
    feed = await make_feed(
        [
            row(101, extIds=[{"key": "ombelle", "value": str(ours)}]),
            row(102, extIds=[{"key": "site", "value": "https://agenda.example/agenda/notre-four"}]),
        ]
    )
    assert counts(await feed.sync()) == {"unchanged": 2}
    assert await feed.shown() == 2
    assert (await feed.event(101))["id"] == ours
    assert (await feed.event(102))["id"] == by_url
    assert (await feed.event(101))["title"] == "Notre moulin"
    feed.agenda.edit(101, title={"fr": "Leur moulin"})
    assert counts(await feed.sync())["conflicts"] == 1
    feed.agenda.remove(101)
    await feed.sync()
    assert await feed.shown() == 2


async def test_11_tombstones_withdraw_and_a_return_restores_the_same_row(feed):
    await feed.sync()
    before = await feed.event(101)
    gone = feed.agenda.remove(101, 102)
    feed.agenda.gone[999] = feed.agenda.now()  # never seen here
    assert counts(await feed.sync())["withdrawn"] == 2
    assert await feed.shown() == 6
    withdrawn = await feed.event(101)
    assert (withdrawn["id"], withdrawn["publication"]) == (before["id"], "published")
    assert withdrawn["withdrawn_at"] is not None
    assert nothing_written(await feed.sync())

    feed.agenda.restore(gone)
    assert counts(await feed.sync())["restored"] == 2
    assert (await feed.event(101))["id"] == before["id"]
    assert await feed.shown() == 8


async def test_11_an_event_withdrawn_in_an_incremental_run_is_not_restored_by_absence(feed):
    await feed.sync()
    feed.agenda.remove(101)
    await feed.sync()
    assert nothing_written(await feed.sync(full=True))
    assert await feed.shown() == 7


async def test_14_un_publishing_withdraws_with_or_without_a_tombstone(feed):
    await feed.sync()
    feed.agenda.edit(101, state=1)
    assert counts(await feed.sync())["withdrawn"] == 1
    feed.agenda.rows.pop(102)
    assert "withdrawn" not in counts(await feed.sync())
    assert counts(await feed.sync(full=True))["withdrawn"] == 1
    feed.agenda.edit(101, state=2)
    assert counts(await feed.sync())["restored"] == 1


async def test_13_a_cancelled_event_stays_and_says_so(feed):
    await feed.sync()
    feed.agenda.edit(101, status=6)
    assert counts(await feed.sync())["updated"] == 1
    assert await feed.shown() == 8
    card = await feed.connection.fetchval("SELECT card FROM agenda_card WHERE slug = 'moulin-a-vent-101'")
    assert card.count('"cancelled"') == 2  # the event, and its session


async def test_16_past_events_are_never_swept(make_feed):
    past = [{"begin": "2011-10-04T10:00:00+02:00", "end": "2011-10-04T12:00:00+02:00"}]
    feed = await make_feed([row(101, timings=past), row(102)])
    await feed.sync()
    feed.agenda.requests.clear()
    await feed.sync(full=True)
    assert not {"relative[]", "timings[gte]", "passed"} & set(feed.agenda.requests[0].query)
    assert await feed.shown() == 2


@pytest.fixture
async def big(make_feed):
    feed = await make_feed([row(uid) for uid in range(101, 131)])
    await feed.sync()
    return feed


@pytest.mark.parametrize("full", [True, False])
async def test_03_more_than_five_and_a_fifth_gone_waits_for_a_person(big, full):
    watermark = await big.watermark()
    gone = big.agenda.remove(*range(101, 108))
    big.agenda.edit(120, title={"fr": "Changé quand même"})
    outcome = await big.sync(full=full)
    assert (outcome.code, outcome.summary.complete, outcome.summary.withdrawn) == (HELD, False, 0)
    assert outcome.summary.updated == 1
    assert (await big.shown(), await big.watermark()) == (30, watermark)
    assert (await big.event(120))["title"] == "Changé quand même"
    outcome = await big.sync(full=full, force=True)
    assert (outcome.code, outcome.summary.withdrawn, await big.shown()) == (0, 7, 23)
    big.agenda.restore(gone)
    assert counts(await big.sync())["restored"] == 7


async def test_03_five_or_a_fifth_go_without_asking(big):
    big.agenda.remove(*range(101, 106))
    assert counts(await big.sync())["withdrawn"] == 5
    big.agenda.remove(*range(106, 111))
    assert counts(await big.sync(full=True))["withdrawn"] == 5
