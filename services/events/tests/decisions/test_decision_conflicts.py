"""A conflict of interest binds whatever the roles: nothing of what is staged of that application is to be found."""

import json

import asyncpg
import pytest
from decision_desk import line

_SECRET = "Motif que Carole ne doit pas lire"


async def _conflicted(desk):
    """Return a coordinator with a conflict, the application it is with, another one, and a batch that decides both."""
    carole = desk.somebody("Carole", "coordinator")
    await desk.rows.team(carole, "coordinator")
    await desk.rows.connection.execute(
        "UPDATE call SET has_scoring = true, has_committee = true WHERE id = $1", desk.call
    )
    hers, other = await desk.application("Secret de Carole"), await desk.application("Autre")
    await desk.rows.insert(
        "conflict_of_interest", application_id=hers, account_id=carole.account_id, kind="pinned", evidence="[]",
        declared_by="alice",
    )  # fmt: skip
    rose = desk.somebody("Rose", "reviewer")
    await desk.rows.member(desk.call, rose)
    for one in (hers, other):
        await desk.rows.assign(one, rose)
        await desk.rows.review(one, rose, 4, 3)
    batch = await desk.batch(line(hers, motivation=_SECRET), line(other, motivation="Bien."))
    return carole, hers, other, batch


async def test_the_staged_decision_is_in_no_answer_to_whoever_has_a_conflict(desk):
    carole, hers, other, batch = await _conflicted(desk)
    path = f"/decision-batches/{batch['id']}"
    whole = await desk.bob.get(path)
    assert [item["application_id"] for item in whole["items"]] == [str(hers), str(other)]
    assert _SECRET in json.dumps(await desk.preview(batch), ensure_ascii=False)
    seen = await carole.get(path)
    assert [item["application_id"] for item in seen["items"]] == [str(other)]
    assert seen["counts"] == {"labelled": 1, "waitlisted": 0, "not_labelled": 0, "total": 1}
    assert seen["allowed_actions"] == ["edit", "stage", "preview", "discard"]
    (listed,) = (await carole.get("/decision-batches"))["items"]
    assert listed["counts"] == seen["counts"]
    preview = await carole.do("POST", f"{path}/preview")
    assert [item["application_id"] for item in preview["items"]] == [str(other)]
    assert preview["may_be_applied"] is False
    letter = await carole.do("GET", f"{path}/items/{hers}/letter.pdf", status=404)
    assert letter["code"] == "decision_item_unknown"
    for answer in (seen, listed, preview):
        told = json.dumps(answer, ensure_ascii=False)
        assert _SECRET not in told
        assert str(hers) not in told


async def test_whoever_has_a_conflict_neither_stages_nor_applies_it(desk):
    carole, hers, other, batch = await _conflicted(desk)
    path = f"/decision-batches/{batch['id']}"
    seen = await desk.preview(batch)
    applying = await carole.do(
        "POST", f"{path}/apply", {"version": seen["version"], "preview_id": seen["id"]}, status=403
    )
    assert applying["code"] == "conflict_of_interest"
    body = {"decision": "not_labelled"}
    staging = await carole.do("PUT", f"{path}/items/{hers}", body, status=422, if_match="*")
    assert [one["code"] for one in staging["errors"]] == ["conflict_of_interest"]
    gone = await carole.do("DELETE", f"{path}/items/{hers}", status=404, if_match="*")
    assert gone["code"] == "decision_item_unknown"
    # What she has no conflict with is hers to decide.
    assert (await carole.do("PUT", f"{path}/items/{other}", body, if_match='"v1"'))[
        "decision"
    ] == "not_labelled"


async def test_it_is_no_candidate_for_them_either(desk):
    carole, hers, other, batch = await _conflicted(desk)
    await desk.alice.do("POST", f"/decision-batches/{batch['id']}/discard")
    later = await desk.batch()
    path = f"/decision-batches/{later['id']}/candidates"
    seen_by_bob, seen_by_her = (await desk.bob.get(path))["items"], (await carole.get(path))["items"]
    assert [one["application_id"] for one in seen_by_bob] == [str(hers), str(other)]
    assert [one["application_id"] for one in seen_by_her] == [str(other)]


async def test_what_is_applied_is_told_and_its_scores_still_are_not(desk):
    carole, hers, _, batch = await _conflicted(desk)
    await desk.apply(batch, by=desk.bob)
    items = {
        item["application_id"]: item
        for item in (await carole.get(f"/decision-batches/{batch['id']}"))["items"]
    }
    assert items[str(hers)]["decision"] == "labelled"
    assert items[str(hers)]["scores"] is None
    bobs = {
        item["application_id"]: item
        for item in (await desk.bob.get(f"/decision-batches/{batch['id']}"))["items"]
    }
    assert bobs[str(hers)]["scores"] == {
        "reviews": 1,
        "mean": 3.25,
        "spread": 0.0,
        "out_of": 5,
        "recommendations": {"label": 1, "waitlist": 0, "not_label": 0},
    }


async def test_the_database_refuses_what_somebody_with_a_conflict_stages(desk):
    carole, hers, _, batch = await _conflicted(desk)
    with pytest.raises(asyncpg.CheckViolationError, match="stages nothing"):
        await desk.rows.connection.execute(
            "UPDATE decision_item SET decision = 'waitlisted', staged_by = $2 WHERE application_id = $1",
            hers, str(carole.account_id),
        )  # fmt: skip
    # A conflict that comes after does not undo what was staged: it is shown to who applies it.
    await desk.rows.insert(
        "conflict_of_interest", application_id=hers, account_id=desk.alice.account_id, kind="declared",
        evidence="[]", declared_by=str(desk.alice.account_id),
    )  # fmt: skip
    codes = [
        one["code"]
        for one in (await desk.preview(batch, desk.bob))["warnings"]
        if one["application_id"] == str(hers)
    ]
    assert codes == ["conflict_of_interest", "reviews_missing"]


async def test_somebody_present_with_a_conflict_stands_back_in_the_minutes(desk):
    _, hers, _, batch = await _conflicted(desk)
    rose = await desk.rows.connection.fetchval("SELECT account_id FROM committee_member")
    await desk.rows.insert(
        "conflict_of_interest",
        application_id=hers,
        account_id=rose,
        kind="pinned",
        evidence="[]",
        declared_by="alice",
    )
    present = {"present": [str(rose)], "sitting_on": "2027-01-04"}
    await desk.alice.do("PATCH", f"/decision-batches/{batch['id']}", present, if_match='"v2"')
    seen = await desk.preview(batch)
    assert [one["number"] for one in seen["warnings"] if one["code"] == "present_with_conflict"] == [1]
    await desk.apply(batch)
    minutes = json.loads(await desk.rows.connection.fetchval("SELECT minutes::text FROM decision_batch"))
    assert minutes["stood_back"] == [{"account_id": str(rose), "name": "Rose", "number": 1}]
