"""Parties and transfers: who is asked, who answers, who sees what."""

import asyncio
from unittest.mock import ANY
from uuid import uuid4

import pytest
from dossiers import WHOLE, Dossiers, named


async def _invite(dossiers: Dossiers, draft, **wanted):
    return await dossiers.post(draft, "parties", dossiers.editor("Musée"), wanted)


async def _mails(dossiers: Dossiers, application):
    """Return whom each mail about the application is for, its template and its subject, in the order they were asked."""
    rows = await dossiers.connection.fetch(
        "SELECT payload->>'to_organisation' AS receiver, payload->>'template' AS template, payload->>'subject' AS subject "
        "FROM outbox_message WHERE type = 'mail.requested' AND payload->'about'->>'id' = $1 ORDER BY seq",
        application["id"],
    )
    return [tuple(row) for row in rows]


async def test_a_co_holder_is_asked_accepts_and_writes(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call(), answers={"title": "Une nuit"})
    await dossiers.organisations("Labo")
    answer = await _invite(
        dossiers, draft, role="co_holder", organisation_id=str(named("Labo")), may_edit=True
    )
    party = answer.json()
    assert (answer.status_code, party) == (
        201,
        {
            "id": ANY,
            "role": "co_holder",
            "role_label": "Co-porteur",
            "organisation_id": str(named("Labo")),
            "name": "Labo",
            "may_edit": True,
            "state": "invited",
            "invited_at": ANY,
            "accepted_at": None,
            "refused_at": None,
            "allowed_actions": ["edit", "remove"],
        },
    )
    assert await _mails(dossiers, draft) == [
        (str(named("Labo")), "party_invited", "Musée vous invite à participer à « Une nuit »")
    ]
    labo = dossiers.editor("Labo", "leo")
    asked = (await dossiers.read(draft, labo)).json()
    assert (asked["standing"], asked["answers"], asked["allowed_actions"]) == ("invited", None, [])
    assert (await dossiers.patch(asked, {"title": "x"}, labo)).status_code == 404
    accepted = await dossiers.post(draft, f"parties/{party['id']}/acceptance", labo)
    assert (accepted.status_code, accepted.json()["state"]) == (200, "accepted")
    read = (await dossiers.read(draft, labo)).json()
    assert (read["standing"], read["answers"]) == ("editor", {"title": "Une nuit"})
    assert (await dossiers.save(read, {"summary": "À deux"}, labo))["answers"]["summary"] == "À deux"
    again = await dossiers.post(draft, f"parties/{party['id']}/refusal", labo)
    assert (again.status_code, again.json()["code"]) == (409, "party_answered")


async def test_the_lead_stands_first_and_stays(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    await _invite(dossiers, draft, role="provider", name="Camion des sciences")
    assert await _mails(dossiers, draft) == []  # a name has nobody to write to
    ada = dossiers.editor("Musée")
    address = f"/api/v1/applications/{draft['id']}/parties"
    parties = (await dossiers.api.get(address, headers=ada)).json()["items"]
    assert [
        (party["role"], party["name"], party["state"], party["allowed_actions"]) for party in parties
    ] == [
        ("lead", "Musée", "accepted", []),
        ("provider", "Camion des sciences", "named", ["edit", "remove"]),
    ]
    for answer in (
        await dossiers.api.patch(f"{address}/{parties[0]['id']}", json={"role": "partner"}, headers=ada),
        await dossiers.api.delete(f"{address}/{parties[0]['id']}", headers=ada),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "lead_stays")
    changed = await dossiers.api.patch(f"{address}/{parties[1]['id']}", json={"role": "partner"}, headers=ada)
    assert changed.json()["role_label"] == "Partenaire"
    assert (await dossiers.api.delete(f"{address}/{parties[1]['id']}", headers=ada)).status_code == 204


async def test_a_party_of_another_application_or_organisation_is_not_found(dossiers: Dossiers):
    call = await dossiers.call()
    ours, theirs = await dossiers.draft(call), await dossiers.draft(call, "Labo")
    await dossiers.organisations("Club")
    party = (await _invite(dossiers, ours, role="partner", organisation_id=str(named("Club")))).json()
    told = []
    for application, identifier, who in (
        (theirs, party["id"], dossiers.editor("Labo")),  # of another application
        (ours, party["id"], dossiers.editor("Labo")),  # of an application that is not theirs
        (ours, party["id"], dossiers.editor("Musée")),  # of another organisation than the one that is asked
        (ours, str(uuid4()), dossiers.editor("Club")),  # of nothing
        (theirs, party["id"], dossiers.editor("Club")),
    ):
        answer = await dossiers.post(application, f"parties/{identifier}/acceptance", who)
        told.append((answer.status_code, answer.json()["code"]))
    unknown, hidden = (404, "party_unknown"), (404, "application_unknown")
    assert told == [unknown, hidden, unknown, unknown, hidden]
    assert (
        await dossiers.post(ours, f"parties/{party['id']}/acceptance", dossiers.editor("Club"))
    ).is_success


async def test_an_organisation_takes_part_once(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    await dossiers.organisations("Labo")
    wanted = {"role": "partner", "organisation_id": str(named("Labo"))}
    answers = await asyncio.gather(*(_invite(dossiers, draft, **wanted) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
    nowhere = await _invite(dossiers, draft, role="partner", organisation_id=str(uuid4()))
    assert (nowhere.status_code, nowhere.json()["code"]) == (422, "organisation_unknown")


@pytest.mark.parametrize(
    "wanted",
    [
        {"role": "lead", "name": "x"},
        {"role": "partner"},
        {"role": "partner", "name": "x", "organisation_id": str(named("Labo"))},
        {"role": "partner", "organisation_id": str(named("Labo")), "may_edit": True},
        {"role": "partner", "name": " "},
    ],
)
async def test_what_is_no_party_is_refused(dossiers: Dossiers, wanted):
    draft = await dossiers.draft(await dossiers.call())
    assert (await _invite(dossiers, draft, **wanted)).status_code == 422


async def test_who_refused_or_left_knows_no_more_of_it(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    await dossiers.organisations("Labo", "Club")
    one = (await _invite(dossiers, draft, role="partner", organisation_id=str(named("Labo")))).json()
    other = await dossiers.partner(draft, "Club")
    refused = await dossiers.post(draft, f"parties/{one['id']}/refusal", dossiers.editor("Labo"))
    assert refused.json()["state"] == "refused"
    left = await dossiers.api.delete(
        f"/api/v1/applications/{draft['id']}/parties/{other}", headers=dossiers.editor("Club")
    )
    assert left.status_code == 204
    for name in ("Labo", "Club"):
        assert (await dossiers.read(draft, dossiers.editor(name))).status_code == 404


async def test_an_application_is_handed_over_with_acceptance(dossiers: Dossiers):
    sent = await dossiers.submitted(await dossiers.call())
    await dossiers.organisations("Labo")
    ada, leo = dossiers.editor("Musée"), dossiers.editor("Labo", "leo")
    offered = await dossiers.post(sent, "transfer", ada, {"organisation_id": str(named("Labo"))})
    waiting = {"id": ANY, "to_organisation": {"id": str(named("Labo")), "name": "Labo"}, "asked_at": ANY}
    assert (offered.status_code, offered.json()["transfer"]) == (
        200,
        waiting | {"allowed_actions": ["take_back"]},
    )
    assert (await _mails(dossiers, sent))[-1][:2] == (str(named("Labo")), "transfer_offered")
    seen = (await dossiers.read(sent, leo)).json()
    assert (seen["standing"], seen["answers"], seen["transfer"]) == (
        "invited",
        None,
        waiting | {"allowed_actions": ["accept", "decline"]},
    )
    taken = await dossiers.post(sent, "transfer/acceptance", leo)
    assert taken.status_code == 200
    assert taken.json()["organisation"] == {"id": str(named("Labo")), "name": "Labo"}
    assert (taken.json()["standing"], taken.json()["answers"]) == ("editor", WHOLE)
    assert (await dossiers.read(sent, ada)).status_code == 404


async def test_a_transfer_accepted_twice_at_once_is_accepted_once(dossiers: Dossiers):
    sent = await dossiers.submitted(await dossiers.call())
    await dossiers.organisations("Labo")
    await dossiers.post(sent, "transfer", dossiers.editor("Musée"), {"organisation_id": str(named("Labo"))})
    people = [dossiers.editor("Labo", name) for name in ("leo", "lea", "lou")]
    answers = await asyncio.gather(*(dossiers.post(sent, "transfer/acceptance", who) for who in people))
    assert sorted((answer.status_code, answer.json().get("code", "")) for answer in answers) == [
        (200, ""),
        (409, "transfer_settled"),
        (409, "transfer_settled"),
    ]
    leads = await dossiers.connection.fetch(
        "SELECT organisation_id FROM application_party WHERE role = 'lead'"
    )
    assert [row["organisation_id"] for row in leads] == [named("Labo")]


async def test_a_transfer_is_declined_or_taken_back(dossiers: Dossiers):
    sent = await dossiers.submitted(await dossiers.call())
    await dossiers.organisations("Labo")
    ada, leo = dossiers.editor("Musée"), dossiers.editor("Labo", "leo")
    wanted = {"organisation_id": str(named("Labo"))}
    address = f"/api/v1/applications/{sent['id']}/transfer"
    await dossiers.post(sent, "transfer", ada, wanted)
    twice = await dossiers.post(sent, "transfer", ada, wanted)
    assert (twice.status_code, twice.json()["code"]) == (409, "transfer_waiting")
    assert (await dossiers.post(sent, "transfer/refusal", leo)).status_code == 204
    assert (await dossiers.post(sent, "transfer/refusal", leo)).status_code == 404
    await dossiers.post(sent, "transfer", ada, wanted)
    assert (await dossiers.api.delete(address, headers=ada)).status_code == 204
    assert (await dossiers.api.delete(address, headers=ada)).json()["code"] == "transfer_unknown"
    own = await dossiers.post(sent, "transfer", ada, {"organisation_id": str(named("Musée"))})
    assert (own.status_code, own.json()["code"]) == (422, "organisation_unknown")


async def test_a_co_holder_does_not_hand_over(dossiers: Dossiers):
    sent = await dossiers.submitted(await dossiers.call())
    await dossiers.partner(sent, "Labo", "co_holder", may_edit=True)
    answer = await dossiers.post(
        sent, "transfer", dossiers.editor("Labo"), {"organisation_id": str(named("Labo"))}
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "action_forbidden")
    actions = (await dossiers.read(sent, dossiers.editor("Labo"))).json()["allowed_actions"]
    assert ("withdraw" in actions, "transfer" in actions) == (True, False)
