"""What may be edited when: free, after the coordination's approval, locked; and proposals until they are settled."""

import asyncio
from unittest.mock import ANY

import pytest
from programme_desk import TEN

LATER = {"starts_at": "2027-10-03T10:00:00+02:00", "ends_at": "2027-10-03T12:00:00+02:00"}


async def patch(who, event, body):
    return await who.ask("PATCH", f"/events/{event['id']}", body, If_Match="*")


async def ruled(programme, *rules):
    """Set the edition's policy: (group, phase, rule)."""
    body = {"rules": [{"field_group": g, "phase": p, "rule": r} for g, p, r in rules]}
    return await programme.alice.do("PUT", "/editions/2027/edit-policy", body, If_Match="*")


async def test_before_publication_a_holder_writes_freely(programme):
    event = await programme.event()
    answer = (await patch(programme.bob, event, {"title": "Fusées à air"})).json()
    assert (answer["title"], answer["phase"], answer["pending"]) == (
        "Fusées à air",
        "before_publication",
        None,
    )
    assert set(answer["rules"].values()) == {"free"}


async def test_once_published_a_title_waits_and_the_public_page_stays(programme, api):
    event = await programme.event()
    await programme.shown(event)
    answer = await patch(programme.bob, event, {"title": "Fusées à air", "conditions": "Prévoir un manteau"})
    assert answer.status_code == 200, answer.text
    read = answer.json()
    # What is free is written at once, what wants a look waits beside it.
    assert (read["title"], read["conditions"]) == ("Fusées à eau", "Prévoir un manteau")
    assert read["pending"] == {
        "id": ANY, "before": {"title": "Fusées à eau"}, "after": {"title": "Fusées à air"}, "proposed_at": ANY,
    }  # fmt: skip
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()
    assert (shown["title"], shown["conditions"]) == ("Fusées à eau", "Prévoir un manteau")
    [proposal] = (await programme.alice.get("/change-proposals"))["items"]
    assert proposal == {
        "id": read["pending"]["id"], "event_id": event["id"], "event_title": "Fusées à eau",
        "event_slug": event["slug"], "event_session_id": None, "organisation_id": str(programme.ours),
        "organisation_name": "La Marmite", "edition": 2027, "action": "edit",
        "differences": [
            {"field": "title", "label": "Titre", "before": "Fusées à eau", "after": "Fusées à air", "now": "Fusées à eau"}
        ],
        "is_outdated": False, "proposed_by": str(programme.bob.account_id), "proposed_at": ANY, "outcome": None,
        "settled_by": None, "settled_at": None, "reason": None, "allowed_actions": ["approve", "reject"],
    }  # fmt: skip
    done = await programme.alice.do("POST", f"/change-proposals/{proposal['id']}/approve", {})
    assert (done["outcome"], done["settled_by"]) == ("approved", str(programme.alice.account_id))
    assert (await api.get(f"/api/v1/agenda/{event['slug']}")).json()["title"] == "Fusées à air"
    told = [one["event"] for one in await programme.posted("webhook.told")]
    assert told == ["change_proposal.settled"]
    assert await programme.logged("change_approved") >= 1


async def test_a_second_edit_joins_the_first_and_a_rejection_says_why(programme):
    event = await programme.event()
    await programme.shown(event)
    await patch(programme.bob, event, {"title": "Deux"})
    await patch(programme.bob, event, {"title": "Trois", "theme": "astronomy"})
    [proposal] = (await programme.bob.get("/change-proposals"))["items"]
    assert [(d["field"], d["before"], d["after"]) for d in proposal["differences"]] == [
        ("title", "Fusées à eau", "Trois"),
        ("theme", None, "astronomy"),
    ]
    assert proposal["allowed_actions"] == ["withdraw"]
    path = f"/change-proposals/{proposal['id']}"
    unsaid = await programme.alice.ask("POST", f"{path}/reject", {})
    assert unsaid.status_code == 422
    await programme.alice.do("POST", f"{path}/reject", {"reason": "Le titre est imprimé"})
    again = await programme.alice.ask("POST", f"{path}/approve", {})
    assert (again.status_code, again.json()["code"]) == (409, "change_proposal_settled")
    [settled] = (await programme.bob.get("/change-proposals?state=settled"))["items"]
    assert (settled["outcome"], settled["reason"]) == ("rejected", "Le titre est imprimé")
    read = await programme.bob.get(f"/events/{event['id']}")
    assert (read["title"], read["theme"], read["pending"]) == ("Fusées à eau", None, None)


async def test_what_changed_meanwhile_is_told_before_it_is_written_over(programme):
    event = await programme.event()
    await programme.shown(event)
    await patch(programme.bob, event, {"title": "Celui du porteur"})
    await patch(programme.alice, event, {"title": "Celui de la coordination"})
    [proposal] = (await programme.alice.get("/change-proposals"))["items"]
    assert proposal["is_outdated"] is True
    refused = await programme.alice.ask("POST", f"/change-proposals/{proposal['id']}/approve", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "change_proposal_outdated")
    assert [error["pointer"] for error in refused.json()["errors"]] == ["/title"]
    await programme.alice.do("POST", f"/change-proposals/{proposal['id']}/approve", {"over_newer": True})
    assert (await programme.alice.get(f"/events/{event['id']}"))["title"] == "Celui du porteur"


async def test_two_coordinators_settle_once(programme):
    event = await programme.event()
    await programme.shown(event)
    await patch(programme.bob, event, {"title": "Deux"})
    [proposal] = (await programme.alice.get("/change-proposals"))["items"]
    other = programme.somebody("Carole", "coordinator")
    answers = await asyncio.gather(
        programme.alice.ask("POST", f"/change-proposals/{proposal['id']}/approve", {}),
        other.ask("POST", f"/change-proposals/{proposal['id']}/reject", {"reason": "Non"}),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_sessions_of_a_published_event_wait_but_not_their_cancellation(programme, api):
    event = await programme.event()
    await programme.shown(event)
    session = await programme.session_of(event)
    added = await programme.bob.do("POST", f"/events/{event['id']}/sessions", LATER, status=201)
    assert (added["session"], added["proposal"]["action"]) == (None, "add_session")
    moved = await programme.bob.do("PATCH", f"/sessions/{session['id']}", {"capacity": 9}, If_Match="*")
    assert moved["session"]["pending"]["after"] == {"capacity": 9}
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()["sessions"]
    assert [(one["starts_at"], one["capacity"]) for one in shown] == [(TEN, None)]
    for proposal in (await programme.alice.get("/change-proposals"))["items"]:
        await programme.alice.do("POST", f"/change-proposals/{proposal['id']}/approve", {})
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()["sessions"]
    assert [(one["starts_at"], one["capacity"]) for one in shown] == [(TEN, 9), (LATER["starts_at"], None)]
    done = await programme.bob.do("POST", f"/sessions/{session['id']}/cancel", {"reason": "Malade"})
    assert (done["proposal"], done["session"]["status"]) == (None, "cancelled")


async def test_an_action_that_waits_is_carried_out_when_it_is_approved(programme):
    await ruled(programme, ("session_status", "after_publication", "needs_approval"))
    event = await programme.event()
    await programme.shown(event)
    session = await programme.session_of(event)
    body = {**LATER, "reason": "Salle prise"}
    asked = await programme.bob.do("POST", f"/sessions/{session['id']}/reschedule", body)
    assert (asked["session"]["status"], asked["proposal"]["action"]) == ("scheduled", "change_session_status")
    await programme.alice.do("POST", f"/change-proposals/{asked['proposal']['id']}/approve", {})
    after = await programme.session_of(event)
    assert (after["status"], after["status_reason"], after["pending"]) == ("rescheduled", "Salle prise", None)


async def test_what_is_locked_is_the_coordinations(programme):
    rules = await ruled(
        programme, ("title", "before_publication", "locked"), ("sessions", "before_publication", "locked")
    )
    by_key = {(one["field_group"], one["phase"]): one for one in rules["rules"]}
    assert by_key["title", "before_publication"] == {
        "field_group": "title", "phase": "before_publication", "rule": "locked", "field_group_label": "Titre",
        "phase_label": "Avant publication", "rule_label": "Verrouillé", "default": "free",
    }  # fmt: skip
    assert len(by_key) == 24
    event = await programme.event()
    refused = await patch(programme.bob, event, {"title": "Autre", "conditions": "Non"})
    assert (refused.status_code, refused.json()["code"]) == (403, "field_locked")
    assert [error["pointer"] for error in refused.json()["errors"]] == ["/body/title"]
    added = await programme.bob.ask("POST", f"/events/{event['id']}/sessions", LATER)
    assert (added.status_code, added.json()["code"]) == (403, "field_locked")
    session = await programme.session_of(event)
    assert "edit" not in session["allowed_actions"]
    assert (await patch(programme.alice, event, {"title": "Autre"})).json()["title"] == "Autre"


async def test_an_event_of_no_edition_is_free_for_its_holder(programme):
    event = await programme.event(edition=None)
    await programme.shown(event)
    answer = (await patch(programme.bob, event, {"title": "Toute l'année"})).json()
    assert (answer["title"], answer["phase"]) == ("Toute l'année", None)


@pytest.mark.parametrize(
    "body",
    [
        {"rules": [{"field_group": "title", "phase": "during", "rule": "maybe"}]},
        {"rules": [{"field_group": "colour", "phase": "during", "rule": "free"}]},
        {"rules": [{"field_group": "title", "phase": "during", "rule": "free"}] * 2},
    ],
)
async def test_a_policy_that_cannot_be_is_refused(programme, body):
    answer = await programme.alice.ask("PUT", "/editions/2027/edit-policy", body, If_Match="*")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


async def test_a_policy_is_the_coordinations_and_made_on_a_version(programme):
    body = {"rules": []}
    refused = await programme.bob.ask("PUT", "/editions/2027/edit-policy", body, If_Match="*")
    assert refused.status_code == 403
    stale = await programme.alice.ask("PUT", "/editions/2027/edit-policy", body, If_Match='"v7"')
    assert stale.status_code == 412
    missing = await programme.alice.ask("PUT", "/editions/1999/edit-policy", body, If_Match="*")
    assert (missing.status_code, missing.json()["code"]) == (404, "edition_unknown")
    read = await programme.bob.get("/editions/2027/edit-policy")
    assert read["allowed_actions"] == []


async def test_proposals_of_others_are_not_found(programme):
    event = await programme.event()
    await programme.shown(event)
    await patch(programme.bob, event, {"title": "Deux"})
    [proposal] = (await programme.bob.get("/change-proposals"))["items"]
    assert (await programme.zoe.get("/change-proposals"))["items"] == []
    refused = await programme.zoe.ask("DELETE", f"/change-proposals/{proposal['id']}")
    assert refused.status_code == 404
    taken_back = await programme.bob.do("DELETE", f"/change-proposals/{proposal['id']}")
    assert taken_back["outcome"] == "withdrawn"
