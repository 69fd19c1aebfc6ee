"""Batches: who prepares them, what stands in them, what the database refuses."""

import asyncio
from uuid import uuid4

import asyncpg
import pytest
from decision_desk import line
from review_rows import Someone


def _codes(problem):
    return [(one["pointer"], one["code"]) for one in problem["errors"]]


async def test_a_batch_as_it_is_shown(desk):
    application = await desk.application("Fusées", theme="astronomy", department="80")
    await desk.rows.connection.execute("UPDATE call SET budget_cents = 200000 WHERE id = $1", desk.call)
    batch = await desk.batch(
        line(application, amount_cents=120_000), notes="Après débat.", sitting_on="2027-01-04"
    )
    year = batch["call"]["year"]
    assert batch == {
        "id": batch["id"],
        "call_id": str(desk.call),
        "call": {
            "id": str(desk.call), "title": "Appel 2027", "year": year, "has_scoring": False, "has_committee": False,
            "quorum": None,
        },
        "title": "Séance du 4 janvier",
        "notes": "Après débat.",
        "state": "staged",
        "sitting_on": "2027-01-04",
        "counts": {"labelled": 1, "waitlisted": 0, "not_labelled": 0, "total": 1},
        "amount_cents": 120_000,
        "budget": {"budget_cents": 200_000, "granted_cents": 0, "left_cents": 80_000},
        "created_by": {"id": str(desk.alice.account_id), "name": "Alice"},
        "created_at": batch["created_at"],
        "updated_at": batch["updated_at"],
        "applied_by": None,
        "applied_at": None,
        "version": 2,
        "allowed_actions": ["edit", "stage", "preview", "apply", "discard"],
        "present": [],
        "items": [
            {
                "application_id": str(application),
                "number": 1,
                "title": "Fusées",
                "organisation_id": str(desk.organisation),
                "organisation_name": "La Marmite",
                "department": "80",
                "theme": "astronomy",
                "commune_insee": None,
                "status": "submitted",
                "present_decision": None,
                "present_rank": None,
                "requested_cents": 50_000,
                "scores": None,
                "decision": "labelled",
                "amount_cents": 120_000,
                "motivation": "",
                "rank": None,
                "staged_at": batch["items"][0]["staged_at"],
                "staged_by": {"id": str(desk.alice.account_id), "name": "Alice"},
                "version": 1,
                "allowed_actions": ["edit", "remove"],
            }
        ],
    }  # fmt: skip
    assert await desk.bob.get(f"/decision-batches/{batch['id']}") == batch
    listed = await desk.bob.get(f"/decision-batches?call_id={desk.call}&state=staged")
    summary = {name: value for name, value in batch.items() if name not in {"present", "items"}}
    assert listed == {"items": [summary], "next": None}


async def test_one_person_labels_many_in_one_table_and_changes_some(desk):
    made = [await desk.application(f"Projet {n}") for n in range(5)]
    batch = await desk.batch(*(line(one) for one in made))
    path = f"/decision-batches/{batch['id']}/items"
    again = [line(one, version=1) for one in made[:4]] + [line(made[4], "waitlisted", rank=1, version=1)]
    changed = await desk.alice.do("POST", path, {"items": again})
    assert [(item["decision"], item["version"]) for item in changed["items"]] == [
        *[("labelled", 1)] * 4,
        ("waitlisted", 2),
    ]
    assert changed["version"] == 3
    # Sent again, it changes nothing.
    assert await desk.alice.do("POST", path, {"items": again}) == changed


async def test_a_line_that_somebody_else_changed_is_told_with_both_and_nothing_is_staged(desk):
    first, second = await desk.application("Fusées"), await desk.application("Comètes")
    batch = await desk.batch(line(first))
    path = f"/decision-batches/{batch['id']}/items"
    await desk.bob.do("POST", path, {"items": [line(first, amount_cents=100, version=1)]})
    mine = [line(first, amount_cents=200, version=1), line(second)]
    told = await desk.alice.do("POST", path, {"items": mine}, status=412)
    assert (told["current"][0]["amount_cents"], told["yours"][0]["amount_cents"]) == (100, 200)
    now = await desk.alice.get(f"/decision-batches/{batch['id']}")
    assert [(item["application_id"], item["amount_cents"]) for item in now["items"]] == [(str(first), 100)]


async def test_one_line_is_put_and_taken_out_by_its_version(desk):
    application = await desk.application()
    batch = await desk.batch()
    path = f"/decision-batches/{batch['id']}/items/{application}"
    item = await desk.alice.do("PUT", path, {"decision": "not_labelled", "motivation": "Hors du champ."})
    assert (item["motivation"], item["version"]) == ("Hors du champ.", 1)
    assert (await desk.alice.do("PUT", path, {"decision": "labelled"}, status=428))[
        "code"
    ] == "version_needed"
    stale = await desk.alice.do("PUT", path, {"decision": "labelled"}, status=412, if_match='"v7"')
    assert (stale["current"]["decision"], stale["yours"]["decision"]) == ("not_labelled", "labelled")
    item = await desk.alice.do("PUT", path, {"decision": "labelled"}, if_match='"v1"')
    assert (item["decision"], item["motivation"], item["version"]) == ("labelled", "", 2)
    await desk.alice.do("DELETE", path, status=428)
    await desk.alice.do("DELETE", path, status=204, if_match='"v2"')
    gone = await desk.alice.do("DELETE", path, status=404, if_match='"v2"')
    assert gone["code"] == "decision_item_unknown"


async def test_what_cannot_be_staged_is_told_line_by_line(desk):
    draft = await desk.application(status="draft")
    good = await desk.application()
    other = await desk.rows.application(await desk.rows.call())
    elsewhere = await desk.application()
    await desk.batch(line(elsewhere))
    batch = await desk.batch()
    items = [
        line(draft), line(good), line(good), line(other), line(uuid4()), line(elsewhere),
        line(await desk.application(), "waitlisted", amount_cents=1), line(await desk.application(), rank=1),
    ]  # fmt: skip
    told = await desk.alice.do("POST", f"/decision-batches/{batch['id']}/items", {"items": items}, status=422)
    assert _codes(told) == [
        ("/body/items/0/application_id", "not_decidable"),
        ("/body/items/2/application_id", "repeated"),
        ("/body/items/3/application_id", "application_unknown"),
        ("/body/items/4/application_id", "application_unknown"),
        ("/body/items/5/application_id", "staged_elsewhere"),
        ("/body/items/6/amount_cents", "amount_of_a_label"),
        ("/body/items/7/rank", "rank_of_the_waitlist"),
    ]
    assert (await desk.alice.get(f"/decision-batches/{batch['id']}"))["items"] == []


async def test_two_ranks_are_two(desk):
    made = [await desk.application() for _ in range(2)]
    batch = await desk.batch()
    path = f"/decision-batches/{batch['id']}/items"
    told = await desk.alice.do(
        "POST", path, {"items": [line(one, "waitlisted", rank=1) for one in made]}, status=422
    )
    assert _codes(told) == [("/body/items", "rank_taken")]
    await desk.alice.do(
        "POST", path, {"items": [line(one, "waitlisted", rank=n) for n, one in enumerate(made, 1)]}
    )
    # Two that exchange their ranks are one change.
    swapped = [line(one, "waitlisted", rank=3 - n, version=1) for n, one in enumerate(made, 1)]
    now = await desk.alice.do("POST", path, {"items": swapped})
    assert [item["rank"] for item in now["items"]] == [2, 1]


async def test_one_application_staged_twice_at_once_stands_in_one_batch(desk):
    application = await desk.application()
    batches = [await desk.batch() for _ in range(4)]
    answers = await asyncio.gather(
        *(
            desk.alice.ask("POST", f"/decision-batches/{batch['id']}/items", {"items": [line(application)]})
            for batch in batches
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 422, 422, 422]
    assert {
        one["code"] for answer in answers if answer.status_code == 422 for one in answer.json()["errors"]
    } == {"staged_elsewhere"}


async def test_candidates_are_those_that_no_batch_decides(desk):
    first, second, third = [await desk.application(f"Projet {n}") for n in range(3)]
    await desk.application(status="draft")
    decided = await desk.application()
    await desk.apply(await desk.batch(line(decided)))
    batch = await desk.batch(line(second))
    page = await desk.alice.get(f"/decision-batches/{batch['id']}/candidates?limit=1")
    assert [one["application_id"] for one in page["items"]] == [str(first)]
    rest = await desk.alice.get(f"/decision-batches/{batch['id']}/candidates?after={page['next']}")
    assert ([one["application_id"] for one in rest["items"]], rest["next"]) == ([str(third)], None)


async def test_a_batch_is_changed_by_its_version_and_given_up(desk):
    application = await desk.application()
    batch = await desk.batch(line(application))
    path = f"/decision-batches/{batch['id']}"
    stale = await desk.alice.do("PATCH", path, {"title": "Séance"}, status=412, if_match='"v1"')
    assert (stale["current"]["title"], stale["yours"]) == ("Séance du 4 janvier", {"title": "Séance"})
    changed = await desk.alice.do("PATCH", path, {"title": "Séance"}, if_match='"v2"')
    assert (changed["title"], changed["version"]) == ("Séance", 3)
    gone = await desk.alice.do("POST", f"{path}/discard")
    assert (gone["state"], gone["allowed_actions"]) == ("discarded", [])
    closed = await desk.alice.do("POST", f"{path}/items", {"items": [line(application)]}, status=409)
    assert (closed["code"], closed["state"]) == ("decision_batch_closed", "discarded")
    assert (await desk.batch(line(application)))["counts"]["total"] == 1


async def test_those_present_are_of_the_committee_and_make_the_quorum(desk):
    rose, jules = desk.somebody("Rose", "reviewer"), desk.somebody("Jules", "reviewer")
    run = desk.rows.connection.execute
    await run("UPDATE call SET has_committee = true, quorum = 2 WHERE id = $1", desk.call)
    for one in (rose, jules):
        await desk.rows.member(desk.call, one)
    refused = await desk.alice.do(
        "POST",
        "/decision-batches",
        {"call_id": str(desk.call), "title": "Séance", "present": [str(uuid4())]},
        status=422,
    )
    assert _codes(refused) == [("/body/present", "not_in_committee")]
    batch = await desk.batch(
        line(await desk.application()), present=[str(rose.account_id)], sitting_on="2027-01-04"
    )
    blocked = await desk.apply(batch, status=409)
    assert [one["code"] for one in blocked["warnings"]] == ["quorum_missing"]
    present = {"present": [str(rose.account_id), str(jules.account_id)]}
    now = await desk.alice.do("PATCH", f"/decision-batches/{batch['id']}", present, if_match='"v2"')
    assert [one["name"] for one in now["present"]] == ["Jules", "Rose"]
    assert (await desk.apply(batch))["state"] == "applied"


async def test_the_budget_of_the_call_holds_over_batches_applied_at_once(desk):
    await desk.rows.connection.execute("UPDATE call SET budget_cents = 100 WHERE id = $1", desk.call)
    batches = [await desk.batch(line(await desk.application(), amount_cents=60)) for _ in range(2)]
    seen = [await desk.preview(batch) for batch in batches]
    assert [one["warnings"] for one in seen] == [[], []]
    answers = await asyncio.gather(
        *(
            desk.alice.ask("POST", f"/decision-batches/{batch['id']}/apply", {"version": one["version"]})
            for batch, one in zip(batches, seen, strict=True)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    (lost,) = [answer.json() for answer in answers if answer.status_code == 409]
    assert [one["code"] for one in lost["warnings"]] == ["budget_exceeded"]
    assert await desk.rows.connection.fetchval("SELECT granted_cents($1)", desk.call) == 60
    with pytest.raises(asyncpg.CheckViolationError, match="more is granted already"):
        await desk.rows.connection.execute("UPDATE call SET budget_cents = 59 WHERE id = $1", desk.call)


async def test_what_is_applied_never_changes(desk):
    batch = await desk.batch(line(await desk.application(), amount_cents=10))
    await desk.apply(batch)
    for statement in (
        "UPDATE decision_batch SET title = 'x'",
        "UPDATE decision_batch SET state = 'staged', applied_at = NULL, applied_by = NULL, minutes = NULL",
        "DELETE FROM decision_batch",
        "UPDATE decision_item SET motivation = 'x'",
        "UPDATE decision_item SET decision = 'waitlisted', amount_cents = NULL",
        "DELETE FROM decision_item",
        (
            "INSERT INTO decision_item (batch_id, application_id, call_id, batch_state, decision, staged_by) "
            "SELECT batch_id, uuidv7(), call_id, 'applied', 'labelled', 'x' FROM decision_item"
        ),
        "UPDATE letter SET text = 'x'",
        "DELETE FROM letter",
        "UPDATE application SET decision = 'not_labelled', amount_granted_cents = NULL",
        "UPDATE application SET amount_granted_cents = 20, batch_id = uuidv7()",
        "UPDATE application SET amount_granted_cents = 20",
        "UPDATE application SET amount_granted_cents = NULL",
    ):
        with pytest.raises(asyncpg.IntegrityConstraintViolationError):
            await desk.rows.connection.execute(statement)


async def test_an_application_is_decided_by_an_item_that_says_so(desk):
    application = await desk.application()
    batch = await desk.batch(line(application))
    decide = "UPDATE application SET status = 'decided', decision = $2, decided_at = now(), batch_id = $3 WHERE id = $1"
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await desk.rows.connection.execute(decide, application, "not_labelled", batch["id"])
    with pytest.raises(asyncpg.CheckViolationError, match="applied whole"):
        await desk.rows.connection.execute(
            "UPDATE decision_batch SET state = 'applied', applied_at = now(), applied_by = 'x', minutes = '{}'"
        )


@pytest.mark.parametrize("roles", [[], ["reviewer"], ["lender"], ["secretary"]])
async def test_nobody_else_knows_of_batches(desk, roles):
    batch = await desk.batch(line(await desk.application()))
    stranger: Someone = desk.somebody("Zoé", *roles, organisations=[desk.organisation])
    for method, path in (
        ("GET", "/decision-batches"),
        ("GET", f"/decision-batches/{batch['id']}"),
        ("GET", f"/decision-batches/{batch['id']}/candidates"),
        ("GET", f"/decision-batches/{batch['id']}/minutes.pdf"),
        ("POST", f"/decision-batches/{batch['id']}/preview"),
        ("POST", f"/decision-batches/{batch['id']}/discard"),
    ):
        assert (await stranger.do(method, path, status=403))["code"] == "forbidden"


async def test_what_is_not_there_is_not_found(desk):
    path = f"/decision-batches/{uuid4()}"
    for method, more, body in (
        ("GET", "", None),
        ("GET", "/candidates", None),
        ("POST", "/preview", None),
        ("POST", "/discard", None),
        ("POST", "/apply", {"version": 1}),
        ("GET", "/minutes.pdf", None),
        ("POST", "/items", {"items": [line(uuid4())]}),
    ):
        assert (await desk.alice.do(method, path + more, body, status=404))[
            "code"
        ] == "decision_batch_unknown"
    refused = await desk.alice.do(
        "POST", "/decision-batches", {"call_id": str(uuid4()), "title": "Séance"}, status=422
    )
    assert _codes(refused) == [("/body/call_id", "call_unknown")]
