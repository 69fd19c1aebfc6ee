"""Conflicts settled, one by one or all at once, by one person or many, while the feed runs."""

import asyncio

import pytest
from desk import open_conflicts, settle, title_and_text


@pytest.fixture
async def conflict(api, administrator, feed):
    return await title_and_text(api, administrator, feed)


async def test_ours_is_not_asked_again_for_the_same_value(api, administrator, feed, conflict):
    for found in conflict.values():
        await settle(api, found, "ours", administrator)
    outcome = await feed.sync(full=True)
    assert (outcome.summary.conflicts, await open_conflicts(api, administrator)) == (0, {})
    feed.agenda.edit(101, conditions={"fr": "Sur réservation"})
    assert (await feed.sync()).summary.conflicts == 0
    assert (await feed.event(101))["title"] == "Titre d'ici"


async def test_what_was_settled_is_listed(api, administrator, conflict):
    await settle(api, conflict["title"], "ours", administrator)
    settled = await settle(api, conflict["long_description"], "theirs", administrator)
    listed = (await api.get("/api/v1/feeds/national/conflicts?state=settled", headers=administrator)).json()
    by_field = {c["field"]: c for c in listed["items"]}
    assert {
        f: (c["kept"], c["settled_by"], c["state"], c["allowed_actions"]) for f, c in by_field.items()
    } == {
        "title": ("ours", "alice", "settled", []),
        "long_description": ("theirs", "alice", "settled", []),
    }
    assert by_field["long_description"]["settled_at"] == settled.json()["settled_at"]
    assert by_field["long_description"]["ours"] == "*National*"
    assert await open_conflicts(api, administrator) == {}


async def settle_all(api, wanted, headers):
    body = {"settlements": [{"id": conflict["id"], "keep": keep} for conflict, keep in wanted]}
    return await api.post("/api/v1/feeds/national/conflicts/settle", json=body, headers=headers)


async def test_several_are_settled_at_once(api, administrator, feed):
    await feed.sync()
    await feed.edit_here(101, age_min=10, age_max=12, title="Titre d'ici")
    feed.agenda.edit(101, age={"min": 3, "max": 5}, title={"fr": "Titre national"})
    await feed.sync()
    found = await open_conflicts(api, administrator)
    # Neither age can be taken alone: the other one would contradict it.
    answer = await settle_all(
        api,
        [(found["age_max"], "theirs"), (found["title"], "ours"), (found["age_min"], "theirs")],
        administrator,
    )
    assert answer.status_code == 200
    assert [(s["field"], s["kept"], s["settled_by"]) for s in answer.json()["items"]] == [
        ("age_max", "theirs", "alice"),
        ("title", "ours", "alice"),
        ("age_min", "theirs", "alice"),
    ]
    event = await feed.event(101)
    assert (event["age_min"], event["age_max"], event["title"]) == (3, 5, "Titre d'ici")
    kept = await feed.connection.fetch("SELECT field FROM event_local_edit")
    assert kept == [("title",)]


async def test_one_that_cannot_be_settled_leaves_all_of_them(api, administrator, feed):
    await feed.sync()
    await feed.edit_here(101, age_min=10, age_max=12, title="Titre d'ici")
    await feed.edit_here(102, title="Titre d'ici aussi")
    feed.agenda.edit(101, age={"min": 3, "max": 5}, title={"fr": "Titre national"})
    feed.agenda.edit(102, title={"fr": "Titre national"})
    await feed.sync()
    listed = (await api.get("/api/v1/feeds/national/conflicts", headers=administrator)).json()["items"]
    found = {(c["event"]["slug"][-3:], c["field"]): c for c in listed}
    before = await feed.connection.fetch("SELECT * FROM event ORDER BY id")
    answer = await settle_all(
        api, [(found["102", "title"], "theirs"), (found["101", "age_max"], "theirs")], administrator
    )
    body = answer.json()
    assert (answer.status_code, body["code"]) == (409, "feed_settlements_refused")
    assert [(e["pointer"], e["code"]) for e in body["errors"]] == [
        ("/body/settlements/1", "feed_source_value_unusable")
    ]
    await settle(api, found["101", "title"], "ours", administrator)
    nobody = {"id": "01920000-0000-7000-8000-000000000000"}
    answer = await settle_all(
        api,
        [(found["101", "title"], "theirs"), (found["102", "title"], "theirs"), (nobody, "ours")],
        administrator,
    )
    assert [(e["pointer"], e["code"]) for e in answer.json()["errors"]] == [
        ("/body/settlements/0", "feed_conflict_settled"),
        ("/body/settlements/2", "feed_conflict_not_found"),
    ]
    assert await feed.connection.fetch("SELECT * FROM event ORDER BY id") == before
    assert sorted(await open_conflicts(api, administrator)) == ["age_max", "age_min", "title"]


@pytest.mark.parametrize(
    ("settlements", "pointer"),
    [
        ([], "/body/settlements"),
        ([{"id": "x", "keep": "ours"}], "/body/settlements/0/id"),
        ([{"id": "01920000-0000-7000-8000-000000000000", "keep": "both"}], "/body/settlements/0/keep"),
        ([{"id": "01920000-0000-7000-8000-000000000000", "keep": "ours"}] * 2, "/body/settlements"),
    ],
)
async def test_a_list_that_cannot_be_is_refused(api, administrator, feed, settlements, pointer):
    answer = await api.post(
        "/api/v1/feeds/national/conflicts/settle", json={"settlements": settlements}, headers=administrator
    )
    assert (answer.status_code, [e["pointer"] for e in answer.json()["errors"]]) == (422, [pointer])


@pytest.mark.parametrize("keeps", [("ours", "theirs"), ("theirs", "theirs")])
async def test_of_two_who_settle_at_once_one_does(api, administrator, feed, conflict, keeps):
    version = (await feed.event(101))["version"]
    answers = await asyncio.gather(
        *(settle(api, conflict["title"], keep, administrator) for keep in keeps for _ in range(4))
    )
    assert sorted(a.status_code for a in answers) == [200] + [409] * 7
    [won] = [a.json() for a in answers if a.status_code == 200]
    event = await feed.event(101)
    assert (event["title"], event["version"]) == {
        "ours": ("Titre d'ici", version),
        "theirs": ("Titre national", version + 1),
    }[won["kept"]]


async def test_settling_while_the_feed_runs_loses_neither(api, administrator, feed):
    await feed.sync()
    for uid in range(101, 109):
        await feed.edit_here(uid, title=f"Titre d'ici {uid}")
        feed.agenda.edit(uid, title={"fr": f"Titre national {uid}"})
    await feed.sync()
    listed = (await api.get("/api/v1/feeds/national/conflicts", headers=administrator)).json()["items"]
    for uid in range(101, 109):
        feed.agenda.edit(uid, title={"fr": f"Titre national {uid} bis"})
    outcome, *answers = await asyncio.gather(
        feed.sync(), *(settle(api, conflict, "theirs", administrator) for conflict in listed)
    )
    assert outcome.state == "complete"
    assert {a.status_code for a in answers} == {200}
    # Whoever came first, the source is followed again and says its last word.
    await feed.connection.execute("UPDATE feed_record SET digest = ''")
    await feed.sync(full=True)
    titles = await feed.connection.fetch("SELECT title FROM event ORDER BY title")
    assert [title for (title,) in titles] == [f"Titre national {uid} bis" for uid in range(101, 109)]
    shown = (await api.get("/api/v1/agenda?from=2031-10-01")).json()["items"]
    assert sorted(item["title"] for item in shown) == [title for (title,) in titles]
