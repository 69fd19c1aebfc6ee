"""Which pairs can be linked: families, three and more, what is refused, and many who decide at once."""

import asyncio

import asyncpg
import pytest
from desk import Desk, dump, in_two_feeds, same
from feed_rows import PLACE, row


@pytest.fixture
def desk(api, administrator):
    return Desk(api, administrator)


@pytest.fixture
async def two(make_feed):
    """One event in two feeds, under two ids."""
    return await in_two_feeds(make_feed)


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
