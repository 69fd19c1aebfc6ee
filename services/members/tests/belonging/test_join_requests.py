import asyncio

import pytest


@pytest.fixture
async def house(people):
    """An organisation that Alice administers, and Bob, who asks to join it."""
    alice, bob = await people.account("Alice"), await people.account("Bob")
    organisation = await alice.enters()
    asked = await bob.post(f"/organisations/{organisation}/join-requests", {"message": "C'est moi."}, 201)
    return organisation, alice, bob, asked


async def test_a_request_is_told_to_the_administrators_and_accepted(people, house):
    organisation, alice, bob, asked = house
    name = {"id": str(organisation), "name": "Collectif La Marmite"}
    mine = {
        "id": asked["id"],
        "organisation": name,
        "message": "C'est moi.",
        "state": "waiting",
        "role": None,
        "reason": None,
        "created_at": asked["created_at"],
        "settled_at": None,
        "allowed_actions": ["withdraw"],
    }
    assert asked == mine
    assert await bob.get("/me/join-requests") == {"items": [mine], "next": None}
    [mail] = await people.posted("mail.requested")
    assert (mail["to"], mail["template"]) == (alice.email, "join-request-received")
    assert f"https://ombelle.example/espace/structures/{organisation}" in mail["text"]
    path = f"/organisations/{organisation}/join-requests"
    [waiting] = (await alice.get(path))["items"]
    person = await people.connection.fetchval("SELECT id FROM person WHERE name = 'Bob'")
    assert waiting == {
        **{key: value for key, value in mine.items() if key != "allowed_actions"},
        "person": {"id": str(person), "name": "Bob", "email": "bob@exemple.fr"},
        "settled_by": None,
        "allowed_actions": ["accept", "refuse"],
    }
    accepted = await alice.post(f"{path}/{asked['id']}/acceptance", {"role": "administrator"})
    assert (accepted["state"], accepted["role"], accepted["settled_by"], accepted["allowed_actions"]) == (
        "accepted", "administrator", "Alice", [],
    )  # fmt: skip
    assert (await bob.get(f"/organisations/{organisation}"))["role"] == "administrator"
    mail = (await people.posted("mail.requested"))[-1]
    assert (mail["to"], mail["template"]) == (bob.email, "join-request-accepted")
    assert (await alice.get(path))["items"] == []
    assert len((await alice.get(f"{path}?state=accepted"))["items"]) == 1


async def test_a_refusal_says_why(people, house):
    organisation, alice, bob, asked = house
    path = f"/organisations/{organisation}/join-requests/{asked['id']}"
    await alice.post(f"{path}/refusal", {"reason": "Nous ne nous connaissons pas."})
    [mine] = (await bob.get("/me/join-requests"))["items"]
    assert (mine["state"], mine["reason"], mine["allowed_actions"]) == (
        "refused", "Nous ne nous connaissons pas.", [],
    )  # fmt: skip
    assert "Nous ne nous connaissons pas." in (await people.posted("mail.requested"))[-1]["text"]
    assert (await alice.post(f"{path}/acceptance", {}, 409))["code"] == "join_request_decided"
    assert (await bob.delete(f"/me/join-requests/{asked['id']}", 409))["code"] == "join_request_decided"
    # Refused once is not refused for ever.
    await bob.post(f"/organisations/{organisation}/join-requests", {}, 201)


async def test_the_coordination_sees_every_request_and_decides(people, house):
    organisation, _alice, bob, _asked = house
    clara = await people.account("Clara", "coordinator")
    other = await people.command().enters(name="Planétarium")
    await bob.post(f"/organisations/{other}/join-requests", {}, 201)
    first = await clara.get("/join-requests?limit=1")
    rest = await clara.get(f"/join-requests?limit=1&after={first['next']}")
    assert [row["organisation"]["id"] for row in first["items"] + rest["items"]] == [
        str(organisation),
        str(other),
    ]
    [request] = rest["items"]
    await clara.post(
        f"/organisations/{other}/join-requests/{request['id']}/acceptance", {"role": "administrator"}
    )
    assert (await clara.get(f"/organisations/{other}"))["unadministered_since"] is None
    await (await people.account("Lena", "lender")).get("/join-requests", 403)


async def test_nobody_asks_twice_nor_for_their_own(people, house):
    organisation, alice, bob, asked = house
    path = f"/organisations/{organisation}/join-requests"
    assert (await bob.post(path, {}, 409))["code"] == "join_request_waiting"
    assert (await alice.post(path, {}, 409))["code"] == "already_member"
    assert (await people.command().post(path, {}, 403))["code"] == "account_needed"
    await bob.delete(f"/me/join-requests/{asked['id']}")
    await bob.post(path, {"message": "Finalement si."}, 201)
    await alice.post(f"{path}/{asked['id']}/acceptance", {}, 409)


async def test_so_many_wait_at_most(people, house):
    _organisation, alice, bob, _ = house
    await people.connection.execute(
        "WITH o AS (INSERT INTO organisation (name, kind, unadministered_since) "
        "SELECT 'Atelier ' || n, 'other', now() FROM generate_series(1, 19) AS n RETURNING id) "
        "INSERT INTO join_request (organisation_id, person_id) "
        "SELECT o.id, p.id FROM o, person p WHERE p.name = 'Bob'"
    )
    other = await alice.enters(name="Tout autre chose")
    assert (await bob.post(f"/organisations/{other}/join-requests", {}, 409))["code"] == "too_many_waiting"


async def test_a_request_decided_many_times_at_once_is_decided_once(people, house):
    organisation, alice, bob, asked = house
    clara = await people.account("Clara", "coordinator")
    path = f"/organisations/{organisation}/join-requests/{asked['id']}"
    answers = await asyncio.gather(
        *(one.call("POST", f"{path}/acceptance", json={"role": "editor"}) for one in (alice, clara) * 3),
        *(one.call("POST", f"{path}/refusal", json={}) for one in (alice, clara)),
        bob.call("DELETE", f"/me/join-requests/{asked['id']}"),
    )
    assert sorted(answer.status_code for answer in answers)[1:] == [409] * 8
    assert min(answer.status_code for answer in answers) in {200, 204}
    accepted = any(answer.status_code == 200 for answer in answers[:6])
    members = (await alice.get(f"/organisations/{organisation}/memberships"))["total"]
    assert members == (2 if accepted else 1)
    mails = [mail["template"] for mail in await people.posted("mail.requested")]
    assert len(mails) == (1 if answers[-1].status_code == 204 else 2)


async def test_two_requests_at_once_are_one(people, house):
    organisation, _alice, _, _ = house
    carl = await people.account("Carl")
    answers = await asyncio.gather(
        *(carl.call("POST", f"/organisations/{organisation}/join-requests", json={}) for _ in range(5))
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
