"""Pairs that may be one event: linked, so that one is shown, or told apart; and undone, row by row."""

import asyncio

import asyncpg
import pytest
from feed_rows import PLACE, row

TITLE = "Le moulin à vent de la plaine"
TABLES = ("event", "event_session", "external_ref", "feed_record", "feed_conflict", "duplicate_candidate",
          "agenda_card", "agenda_day", "venue", "lexicon_word")  # fmt: skip


def same(uid, **changes):
    return row(uid, **{"title": {"fr": TITLE}, "slug": f"moulin-{uid}", **changes})


async def dump(connection):
    """Every row of the programme and of what the agenda shows."""
    return {
        table: sorted(str(dict(found)) for found in await connection.fetch(f"SELECT * FROM {table}"))
        for table in TABLES
    }


class Desk:
    def __init__(self, api, headers):
        self.api, self.headers = api, headers

    async def pairs(self, state="open", path="/api/v1/duplicates"):
        found = await self.api.get(f"{path}?state={state}", headers=self.headers)
        assert found.status_code == 200
        return found.json()["items"]

    async def pair(self, *slugs, state="open"):
        [found] = [p for p in await self.pairs(state) if {e["slug"] for e in p["events"]} == set(slugs)]
        return found

    async def act(self, pair, action, keep=None):
        ids = {e["slug"]: e["id"] for e in pair["events"]}
        body = {"json": {"keep": ids.get(keep, keep)}} if action == "link" else {}
        return await self.api.post(f"/api/v1/duplicates/{pair['id']}/{action}", headers=self.headers, **body)

    async def link(self, kept, hidden):
        answer = await self.act(await self.pair(kept, hidden), "link", kept)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def shown(self):
        page = await self.api.get("/api/v1/agenda?from=2031-01-01&limit=300")
        return sorted(item["slug"] for item in page.json()["items"])


@pytest.fixture
def desk(api, administrator):
    return Desk(api, administrator)


@pytest.fixture
async def two(make_feed):
    """One event in two feeds, under two ids."""
    national = await make_feed([same(101), row(102)])
    city = await make_feed([same(201)], name="city")
    await national.sync()
    await city.sync()
    return national, city


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


async def test_linked_one_is_shown_and_the_other_leads_to_it(api, desk, two):
    national, _ = two
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


# --- families ---------------------------------------------------------------------------------------------

VILLAGE = {"type-danimation": 7}


@pytest.fixture
async def villages(make_feed):
    """A village in two feeds, with a stand in each."""
    far = [{"begin": "2031-10-05T10:00:00+02:00", "end": "2031-10-05T12:00:00+02:00"}]
    national = await make_feed([same(101, **VILLAGE), row(102, **{"evenement-parent": 101}, timings=far)])
    city = await make_feed(
        [same(201, **VILLAGE), row(202, slug="savon", title={"fr": "Savon"}, **{"evenement-parent": 201})],
        name="city",
    )
    await national.sync()
    await city.sync()
    return national, city


async def family(api, slug):
    page = (await api.get(f"/api/v1/agenda/{slug}")).json()
    return page["children_count"], sorted(child["slug"] for child in page["children"])


async def test_what_stands_under_a_hidden_village_stands_under_the_one_shown(api, desk, villages):
    national, city = villages
    before = await dump(national.connection)
    await desk.link("moulin-101", "moulin-201")
    assert await family(api, "moulin-101") == (2, ["moulin-a-vent-102", "savon"])
    assert (await api.get("/api/v1/agenda/savon")).json()["parent"]["slug"] == "moulin-101"
    pair = (await desk.pairs("linked"))[0]
    await desk.act(pair, "reopen")
    assert await dump(national.connection) == before

    await desk.act(pair, "link", "moulin-101")
    # What changes on one side is seen on the other.
    city.agenda.add(row(203, slug="bulles", title={"fr": "Bulles"}, **{"evenement-parent": 201}))
    city.agenda.remove(202)
    await city.sync()
    assert await family(api, "moulin-101") == (2, ["bulles", "moulin-a-vent-102"])
    national.agenda.edit(101, title={"fr": "Village des meuniers"})
    await national.sync()
    assert (await api.get("/api/v1/agenda/bulles")).json()["parent"]["title"] == "Village des meuniers"
    national.agenda.remove(101)
    await national.sync()
    assert await family(api, "moulin-201") == (1, ["bulles"])
    assert (await api.get("/api/v1/agenda/bulles")).json()["parent"]["slug"] == "moulin-201"


async def test_a_village_with_stands_is_not_hidden_behind_what_cannot_hold_them(desk, make_feed):
    feed = await make_feed([same(101), same(201, **VILLAGE), row(102, **{"evenement-parent": 201})])
    await feed.sync()
    pair = await desk.pair("moulin-101", "moulin-201")
    answer = await desk.act(pair, "link", "moulin-101")
    assert (answer.status_code, answer.json()["code"]) == (409, "events_not_linkable")
    assert (await desk.act(pair, "link", "moulin-201")).status_code == 200
    assert await desk.shown() == ["moulin-201", "moulin-a-vent-102"]


@pytest.mark.parametrize("kept", ["moulin-101", "moulin-201"])
async def test_a_village_and_its_own_stand_are_two(desk, make_feed, kept):
    feed = await make_feed([same(101, **VILLAGE), same(201)])
    await feed.sync()
    pair = (await desk.pairs())[0]
    feed.agenda.edit(201, **{"evenement-parent": 101})
    await feed.sync()
    answer = await desk.act(pair, "link", kept)
    assert (answer.status_code, answer.json()["code"]) == (409, "events_not_linkable")


# --- three and more ---------------------------------------------------------------------------------------


@pytest.fixture
async def three(make_feed):
    feed = await make_feed([same(uid) for uid in (101, 201, 301)])
    await feed.sync()
    return feed


async def test_several_may_stand_behind_one(desk, three):
    before = await dump(three.connection)
    await desk.link("moulin-101", "moulin-201")
    # What is left of three pairs: the one whose events are both shown.
    assert [[e["slug"] for e in p["events"]] for p in await desk.pairs()] == [["moulin-101", "moulin-301"]]
    await desk.link("moulin-101", "moulin-301")
    assert (await desk.shown(), await desk.pairs()) == (["moulin-101"], [])
    for pair in await desk.pairs("linked"):
        await desk.act(pair, "reopen")
    assert await dump(three.connection) == before


@pytest.mark.parametrize(
    ("kept", "hidden"),
    [("moulin-301", "moulin-101"), ("moulin-201", "moulin-301"), ("moulin-301", "moulin-201")],
)
async def test_there_are_no_chains(desk, three, kept, hidden):
    pair = await desk.pair(kept, hidden)
    await desk.link("moulin-101", "moulin-201")
    answer = await desk.act(pair, "link", kept)
    assert (answer.status_code, answer.json()["code"]) == (409, "events_not_linkable")
    assert await desk.shown() == ["moulin-101", "moulin-301"]


# --- what is refused --------------------------------------------------------------------------------------


async def test_what_was_decided_is_not_decided_again(desk, two):
    pair = (await desk.pairs())[0]
    answer = await desk.act(pair, "reopen")
    assert (answer.status_code, answer.json()["code"]) == (409, "duplicate_open")
    await desk.act(pair, "link", "moulin-101")
    for action, keep in (("link", "moulin-101"), ("link", "moulin-201"), ("apart", None)):
        answer = await desk.act(pair, action, keep)
        assert (answer.status_code, answer.json()["code"]) == (409, "duplicate_settled")
    assert await desk.shown() == ["moulin-101", "moulin-a-vent-102"]


async def test_one_of_the_two_is_kept(desk, two):
    national, _ = two
    other = str((await national.event(102))["id"])
    answer = await desk.act((await desk.pairs())[0], "link", other)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/body/keep")


@pytest.mark.parametrize("body", [{}, {"keep": "x"}, {"keep": None}, []])
async def test_what_cannot_link_is_refused(api, administrator, desk, two, body):
    pair = (await desk.pairs())[0]
    answer = await api.post(f"/api/v1/duplicates/{pair['id']}/link", json=body, headers=administrator)
    assert answer.status_code == 422


@pytest.mark.parametrize("query", ["state=gone", "limit=0", "after=x", "feed=national"])
async def test_an_unknown_or_impossible_parameter_is_refused(api, administrator, query):
    assert (await api.get(f"/api/v1/duplicates?{query}", headers=administrator)).status_code == 422


async def test_the_database_itself_refuses_what_could_not_be_undone(three):
    connection = three.connection
    a, b, c = [(await three.event(uid))["id"] for uid in (101, 201, 301)]
    hide = "UPDATE event SET duplicate_of = $2 WHERE id = $1"
    decide = (
        "UPDATE duplicate_candidate SET state = 'linked', kept_id = $1, settled_at = now(), settled_by = 'x' "
        "WHERE $1 IN (first_id, second_id) AND $2 IN (first_id, second_id)"
    )
    with pytest.raises(asyncpg.ForeignKeyViolationError, match="fk_event_hidden_by_a_decision"):
        await connection.execute(hide, a, b)
    with pytest.raises(asyncpg.CheckViolationError, match="not_its_own_duplicate"):
        await connection.execute(hide, a, a)
    await connection.execute(decide, b, a)
    await connection.execute(hide, a, b)
    await connection.execute(decide, c, b)
    with pytest.raises(asyncpg.ForeignKeyViolationError, match="fk_event_kept_is_no_duplicate"):
        await connection.execute(hide, b, c)
    await connection.execute(decide, a, c)
    with pytest.raises(asyncpg.ForeignKeyViolationError, match="fk_event_kept_is_no_duplicate"):
        await connection.execute(hide, c, a)
    reopen = (
        "UPDATE duplicate_candidate SET state = 'open', kept_id = NULL, settled_at = NULL, settled_by = NULL"
    )
    with pytest.raises(asyncpg.ForeignKeyViolationError, match="fk_event_hidden_by_a_decision"):
        await connection.execute(reopen)
    for wrong in ("state = 'apart'", "kept_id = NULL", "settled_at = NULL", f"kept_id = '{c}'"):
        with pytest.raises(asyncpg.CheckViolationError):
            await connection.execute(f"UPDATE duplicate_candidate SET {wrong} WHERE hidden_id = '{a}'")


# --- races ------------------------------------------------------------------------------------------------


async def test_of_all_who_decide_at_once_one_does(desk, two):
    pair = (await desk.pairs())[0]
    answers = await asyncio.gather(
        *(desk.act(pair, "link", kept) for kept in ("moulin-101", "moulin-201") for _ in range(4)),
        *(desk.act(pair, "apart") for _ in range(4)),
    )
    assert sorted(a.status_code for a in answers) == [200] + [409] * 11
    [won] = [a.json() for a in answers if a.status_code == 200]
    kept = {e["slug"] for e in won["events"] if won["state"] == "apart" or e["id"] == won["kept_id"]}
    assert await desk.shown() == sorted({*kept, "moulin-a-vent-102"})


async def test_no_chain_is_made_by_two_who_link_at_once(desk, three):
    one, other = await desk.pair("moulin-101", "moulin-201"), await desk.pair("moulin-201", "moulin-301")
    for _ in range(5):
        answers = await asyncio.gather(
            desk.act(one, "link", "moulin-101"), desk.act(other, "link", "moulin-201")
        )
        assert sorted(a.status_code for a in answers) == [200, 409]
        [linked] = await desk.pairs("linked")
        assert len(await desk.shown()) == 2
        await desk.act(linked, "reopen")


async def test_linked_while_both_feeds_run_nothing_comes_back(desk, make_feed):
    """Pairs linked and undone while both feeds rewrite every event and its place."""
    count = 30
    national = await make_feed(
        [same(100 + n, title={"fr": f"Moulin {n} {'abcdefghij' * n}"}) for n in range(count)]
    )
    city = await make_feed(
        [same(200 + n, title={"fr": f"Moulin {n} {'abcdefghij' * n}"}) for n in range(count)], name="city"
    )
    await national.sync()
    await city.sync()
    await national.connection.execute("DELETE FROM duplicate_candidate")
    await national.connection.execute(
        "INSERT INTO duplicate_candidate (first_id, second_id, similarity) SELECT least(a.id, b.id), "
        "greatest(a.id, b.id), 1 FROM event a JOIN event b ON right(a.slug, 2) = right(b.slug, 2) "
        "WHERE a.slug LIKE 'moulin-1__' AND b.slug LIKE 'moulin-2__'"
    )
    pairs = await desk.pairs()
    assert len(pairs) == count
    for feed in (national, city):
        for n, uid in enumerate(list(feed.agenda.rows)):
            place = {**PLACE, "address": "5 place du Marché"}
            feed.agenda.edit(uid, description={"fr": f"Version {n}"}, location=place)

    people = asyncio.Semaphore(4)

    async def decide(n, pair):
        async with people:
            linked = await desk.act(pair, "link", pair["events"][n % 2]["slug"])
            if n % 3 == 0:
                assert (await desk.act(pair, "reopen")).status_code == 200
        return linked.status_code

    first, second, *statuses = await asyncio.gather(
        national.sync(), city.sync(), *(decide(n, pair) for n, pair in enumerate(pairs))
    )
    assert (first.state, second.state, set(statuses)) == ("complete", "complete", {200})
    hidden = {
        next(e["slug"] for e in pair["events"] if e["id"] != pair["kept_id"])
        for pair in await desk.pairs("linked")
    }
    assert len(hidden) == count - count // 3
    everyone = {f"moulin-{base + n}" for base in (100, 200) for n in range(count)}
    assert set(await desk.shown()) == everyone - hidden
    # What is shown is what a whole rebuilding would show.
    rebuilt = await national.connection.fetchval("SELECT refresh_cards((SELECT array_agg(id) FROM event))")
    assert rebuilt == 0
