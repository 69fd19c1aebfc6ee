"""Conflicts of interest through the API: listed, declared, pinned, dismissed by somebody else."""

import pytest


@pytest.fixture
async def desk(rows, somebody):
    """A dossier of Labo, assigned to Rose; Clara and Dana coordinate, Dana belongs to Labo."""
    clara, dana, rose = (
        somebody(name, role)
        for name, role in (("Clara", "coordinator"), ("Dana", "coordinator"), ("Rose", "reviewer"))
    )
    call, lab = await rows.call(), await rows.organisation("Labo")
    dossier = await rows.application(call, lab, title="Les marées")
    await rows.member(call, rose)
    await rows.assign(dossier, rose)
    for one in (clara, dana):
        await rows.team(one, "coordinator")
    await rows.belongs(dana, lab)
    return clara, dana, rose, call, lab, dossier


async def test_a_found_conflict_is_listed_with_its_evidence_and_dismissed_by_another(rows, desk):
    clara, dana, _, call, lab, dossier = desk
    [found] = (await clara.get(f"/conflicts-of-interest?application_id={dossier}"))["items"]
    assert found == {
        "id": found["id"],
        "application": {
            "id": str(dossier),
            "number": found["application"]["number"],
            "title": "Les marées",
            "theme": None,
            "department": None,
            "status": "submitted",
            "organisation": "Labo",
        },
        "call_id": str(call),
        "account": {"id": str(dana.account_id), "name": "Dana"},
        "kind": "organisation",
        "evidence": [
            {"organisation_id": str(lab), "role": "lead", "source": "membership", "organisation": "Labo"}
        ],
        "declared_at": found["declared_at"],
        "declared_by": None,
        "dismissed_at": None,
        "dismissed_by": None,
        "dismissal_reason": None,
        "allowed_actions": ["dismiss"],
    }
    assert (await dana.get("/conflicts-of-interest"))["items"][0]["allowed_actions"] == []
    assert (await dana.get(f"/applications/{dossier}/reviews", status=403))["code"] == "conflict_stands"
    path, reason = f"/conflicts-of-interest/{found['id']}/dismiss", {"reason": "Un homonyme"}
    assert (await dana.do("POST", path, reason, status=403))["code"] == "own_conflict"
    for empty in ({}, {"reason": "  "}):
        await clara.do("POST", path, empty, status=422)
    for _ in range(2):
        done = await clara.do("POST", path, reason, idempotency_key="away")
        assert (done["dismissed_by"], done["dismissal_reason"], done["allowed_actions"]) == (
            str(clara.account_id),
            "Un homonyme",
            [],
        )
    assert (await clara.do("POST", path, reason, status=409))["code"] == "conflict_settled"
    await dana.get(f"/applications/{dossier}/reviews")
    for state, count in (("standing", 0), ("dismissed", 1)):
        items = (await clara.get(f"/conflicts-of-interest?state={state}&call_id={call}"))["items"]
        assert len(items) == count
    entries = await rows.connection.fetch(
        "SELECT action, v.actor FROM audit_entry JOIN audit_value v USING (seq) WHERE v.subject_id = $1",
        str(dossier),
    )
    assert [tuple(entry) for entry in entries] == [("conflict_dismissed", str(clara.account_id))]


async def test_a_reviewer_declares_their_own_and_is_out(rows, desk):
    clara, _, rose, _, _, dossier = desk
    body = {"application_id": str(dossier), "reason": "C'est mon frère"}
    told = await rose.do("POST", "/conflicts-of-interest", body, status=201)
    assert told == {
        "id": told["id"],
        "application_id": str(dossier),
        "account_id": str(rose.account_id),
        "kind": "declared",
        "declared_at": told["declared_at"],
    }
    assert (await rose.get("/reviews"))["items"] == []
    assert (await rose.get(f"/applications/{dossier}/reviews/mine", status=404))[
        "code"
    ] == "application_unknown"
    assert (await rose.do("POST", "/conflicts-of-interest", body, status=404))[
        "code"
    ] == "application_unknown"
    listed = (await clara.get("/conflicts-of-interest?kind=declared"))["items"]
    assert [(one["account"]["name"], one["evidence"]) for one in listed] == [
        ("Rose", [{"reason": "C'est mon frère"}])
    ]
    await clara.do("POST", f"/conflicts-of-interest/{told['id']}/dismiss", {"reason": "Demi-frère"})
    await rose.do("POST", "/conflicts-of-interest", body, status=201)  # she insists: it stands again
    assert await rows.conflicts(dossier) >= {(rose.account_id, "declared")}


async def test_the_coordination_pins_one_on_whoever_judges(desk, somebody):
    clara, dana, rose, _, _, dossier = desk

    def body(account):
        return {
            "application_id": str(dossier),
            "account_id": str(account),
            "reason": "Ils ont écrit ensemble",
        }

    told = await clara.do("POST", "/conflicts-of-interest", body(rose.account_id), status=201)
    assert told["kind"] == "pinned"
    again = await clara.do("POST", "/conflicts-of-interest", body(rose.account_id), status=409)
    assert again["code"] == "conflict_settled"
    stranger = somebody("Zoé")
    refused = await clara.do("POST", "/conflicts-of-interest", body(stranger.account_id), status=422)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("judge_unknown", "/body/account_id")
    declined = await rose.do("POST", "/conflicts-of-interest", body(dana.account_id), status=404)
    assert declined["code"] == "application_unknown"  # the pinned one hides it from her
    path = f"/conflicts-of-interest/{told['id']}/dismiss"
    assert (await dana.do("POST", path, {"reason": "x"}, status=403))["code"] == "conflict_stands"


async def test_a_reviewer_tells_of_nobody_else_and_a_holder_of_nobody(rows, desk, somebody):
    _, dana, rose, _, lab, dossier = desk
    body = {"application_id": str(dossier), "account_id": str(dana.account_id), "reason": "x"}
    assert (await rose.do("POST", "/conflicts-of-interest", body, status=403))["code"] == "forbidden"
    hugo = somebody("Hugo", organisations=[lab])
    own = {"application_id": str(dossier), "reason": "x"}
    assert (await hugo.do("POST", "/conflicts-of-interest", own, status=404))["code"] == "assignment_unknown"
    assert (
        await rows.connection.fetchval("SELECT count(*) FROM conflict_of_interest WHERE kind = 'declared'")
        == 0
    )


async def test_pages_of_conflicts_hold_each_once(rows, desk):
    clara, dana, _, call, lab, _ = desk
    for _ in range(4):
        await rows.application(call, lab)
    seen, path = [], "/conflicts-of-interest?limit=2"
    while path:
        page = await clara.get(path)
        seen += [one["id"] for one in page["items"]]
        path = page["next"] and f"/conflicts-of-interest?limit=2&after={page['next']}"
    assert len(seen) == len(set(seen)) == 5
    assert seen == sorted(seen, reverse=True)
    assert (await clara.get("/conflicts-of-interest?after=x", status=422))["code"] == "invalid_input"
    assert await rows.conflicts() == {(dana.account_id, "organisation")}
