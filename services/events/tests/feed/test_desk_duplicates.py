"""Pairs that may be one event: linked, so that one is shown, or told apart; and undone, row by row."""

import pytest
from desk import TITLE, Desk, dump, in_two_feeds, same
from feed_rows import PLACE
from horizon import until_told


@pytest.fixture
def desk(api, administrator):
    return Desk(api, administrator)


@pytest.fixture
async def two(make_feed):
    """One event in two feeds, under two ids."""
    return await in_two_feeds(make_feed)


async def test_pairs_are_listed_of_all_feeds_or_of_one(desk, make_feed, two):
    national, _ = two
    await make_feed([], name="other")
    stored = await national.connection.fetchrow("SELECT * FROM duplicate_candidate")
    ids = {e["slug"]: str(e["id"]) for e in await national.connection.fetch("SELECT id, slug FROM event")}
    expected = {
        "id": str(stored["id"]),
        "similarity": 1.0,
        "state": "open",
        "found_at": stored["found_at"].isoformat().replace("+00:00", "Z"),
        "settled_at": None,
        "settled_by": None,
        "kept_id": None,
        "events": [
            {
                "id": ids["moulin-101"],
                "slug": "moulin-101",
                "title": TITLE,
                "shown": True,
                "feeds": ["national"],
            },
            {"id": ids["moulin-201"], "slug": "moulin-201", "title": TITLE, "shown": True, "feeds": ["city"]},
        ],
        "allowed_actions": ["link", "apart"],
    }
    assert await desk.pairs() == [expected]
    for name, found in (("national", [expected]), ("city", [expected]), ("other", [])):
        assert await desk.pairs(path=f"/api/v1/feeds/{name}/duplicates") == found

    linked = await desk.link("moulin-201", "moulin-101")
    assert linked == {
        **expected,
        "state": "linked",
        "settled_at": linked["settled_at"],
        "settled_by": "alice",
        "kept_id": ids["moulin-201"],
        "events": [{**expected["events"][0], "shown": False}, expected["events"][1]],
        "allowed_actions": ["reopen"],
    }
    assert (await desk.pairs(), await desk.pairs("linked"), await desk.pairs("apart")) == ([], [linked], [])


async def test_pairs_are_found_by_place_day_and_title(desk, make_feed):
    near = {**PLACE, "uid": 9, "name": "Autre salle", "latitude": PLACE["latitude"] + 0.0005}
    other_day = [{"begin": "2031-10-05T10:00:00+02:00", "end": "2031-10-05T12:00:00+02:00"}]
    feed = await make_feed(
        [
            same(101),
            same(102, title={"fr": "Le Moulin à vent de la plaine !"}, location=near),
            same(103, timings=other_day),
            same(104, title={"fr": "Fabriquer du savon"}),
            same(105, **{"evenement-parent": 101}),
        ]
    )
    assert (await feed.sync()).summary.duplicates == 2
    pairs = {tuple(sorted(e["slug"] for e in pair["events"])) for pair in await desk.pairs()}
    assert pairs == {("moulin-101", "moulin-102"), ("moulin-102", "moulin-105")}
    assert (await feed.sync(full=True)).summary.duplicates == 0


# --- linking ----------------------------------------------------------------------------------------------


async def test_linked_one_is_shown_and_the_other_leads_to_it(api, connection, desk, two):
    national, _ = two
    await until_told(connection)
    before = await api.get("/api/v1/agenda/changes")
    await desk.link("moulin-101", "moulin-201")
    assert await desk.shown() == ["moulin-101", "moulin-a-vent-102"]
    kept, hidden = await national.event(101), await national.event(201)
    for address in ("moulin-201", str(hidden["id"]), "moulin-201.ics"):
        answer = await api.get(f"/api/v1/agenda/{address}")
        body = answer.json()
        assert (answer.status_code, body["code"], body["see"]) == (
            410,
            "event_shown_elsewhere",
            {"id": str(kept["id"]), "slug": "moulin-101", "title": TITLE},
        )
    assert (await api.get("/api/v1/agenda/moulin-101")).status_code == 200
    await until_told(connection)
    changes = (await api.get("/api/v1/agenda/changes", params={"since": before.json()["next"]})).json()[
        "items"
    ]
    assert [(c["slug"], c["change"]) for c in changes] == [("moulin-201", "delete")]
    # Hidden, not withdrawn: its feed still brings it.
    assert (hidden["withdrawn_at"], hidden["publication"], hidden["version"]) == (None, "published", 1)


@pytest.mark.parametrize("kept", ["moulin-101", "moulin-201"])
async def test_undone_all_is_as_before_row_by_row(desk, two, kept):
    national, _ = two
    before = await dump(national.connection)
    pair = (await desk.pairs())[0]
    assert (await desk.act(pair, "link", kept)).status_code == 200
    assert await dump(national.connection) != before
    undone = await desk.act(pair, "reopen")
    assert (undone.status_code, undone.json()) == (200, pair)
    assert await dump(national.connection) == before


async def test_told_apart_is_never_proposed_again_until_undone(desk, two):
    national, city = two
    before = await dump(national.connection)
    pair = (await desk.pairs())[0]
    told = await desk.act(pair, "apart")
    assert (told.status_code, told.json()) == (
        200,
        {**pair, "state": "apart", "settled_at": told.json()["settled_at"], "settled_by": "alice",
         "allowed_actions": ["reopen"]},
    )  # fmt: skip
    city.agenda.edit(201, title={"fr": f"{TITLE} !"})
    assert (await city.sync()).summary.duplicates == 0
    city.agenda.edit(201, title={"fr": TITLE})
    await city.sync(full=True)
    assert (await desk.pairs(), await desk.shown()) == ([], ["moulin-101", "moulin-201", "moulin-a-vent-102"])
    assert (await desk.act(pair, "reopen")).json() == pair
    assert (await dump(national.connection))["duplicate_candidate"] == before["duplicate_candidate"]


async def test_a_sync_neither_shows_the_hidden_one_again_nor_lets_it_age(desk, two):
    national, city = two
    await desk.link("moulin-101", "moulin-201")
    pair = (await desk.pairs("linked"))[0]
    city.agenda.edit(201, title={"fr": f"{TITLE}, la nuit"}, description={"fr": "Aux flambeaux."})
    outcome = await city.sync()
    assert (outcome.summary.updated, outcome.summary.duplicates) == (1, 0)
    national.agenda.edit(101, conditions={"fr": "Sur réservation"})
    assert (await national.sync()).summary.duplicates == 0
    for feed in two:
        await feed.connection.execute("UPDATE feed_record SET digest = ''")
        assert (await feed.sync(full=True)).summary.duplicates == 0
    assert (await desk.shown(), await desk.pairs()) == (["moulin-101", "moulin-a-vent-102"], [])
    await desk.act(pair, "reopen")
    assert await desk.shown() == ["moulin-101", "moulin-201", "moulin-a-vent-102"]
    shown = (await desk.api.get("/api/v1/agenda/moulin-201")).json()
    assert (shown["title"], shown["description"]) == (f"{TITLE}, la nuit", "Aux flambeaux.")


async def test_when_a_source_takes_the_kept_one_away_the_other_is_shown_until_it_is_back(desk, two):
    national, city = two
    await desk.link("moulin-101", "moulin-201")
    [gone] = national.agenda.remove(101)
    await national.sync()
    assert await desk.shown() == ["moulin-201", "moulin-a-vent-102"]
    national.agenda.restore([gone])
    await national.sync()
    assert await desk.shown() == ["moulin-101", "moulin-a-vent-102"]
    # The hidden one goes and comes without anybody noticing.
    [gone] = city.agenda.remove(201)
    await city.sync()
    city.agenda.restore([gone])
    await city.sync()
    assert await desk.shown() == ["moulin-101", "moulin-a-vent-102"]


async def test_who_takes_the_kept_one_off_by_hand_sees_none_of_the_two(desk, two):
    national, _ = two
    await desk.link("moulin-101", "moulin-201")
    await national.edit_here(101, publication="unpublished")
    assert await desk.shown() == ["moulin-a-vent-102"]
    answer = await desk.api.get("/api/v1/agenda/moulin-201")
    assert (answer.status_code, answer.json()["code"]) == (410, "event_withdrawn")


async def test_while_hidden_one_is_compared_with_nothing_and_when_shown_with_all(desk, two):
    _, city = two
    await desk.link("moulin-101", "moulin-201")
    city.agenda.add(same(202))
    assert (await city.sync()).summary.duplicates == 1
    [pair] = await desk.pairs()
    assert [e["slug"] for e in pair["events"]] == ["moulin-101", "moulin-202"]
    await desk.act((await desk.pairs("linked"))[0], "reopen")
    pairs = {tuple(sorted(e["slug"] for e in p["events"])) for p in await desk.pairs()}
    assert pairs == {
        ("moulin-101", "moulin-201"),
        ("moulin-101", "moulin-202"),
        ("moulin-201", "moulin-202"),
    }
