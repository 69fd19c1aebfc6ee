import asyncio
import re

import pytest


@pytest.fixture
async def house(people):
    """An organisation that Alice administers, and Bob, who is not of it."""
    alice, bob = await people.account("Alice"), await people.account("Bob")
    return await alice.enters(), alice, bob


async def _invites(house, **values):
    organisation, alice, bob = house
    return await alice.post(f"/organisations/{organisation}/invitations", {"email": bob.email} | values, 201)


async def _token(people):
    mail = (await people.posted("mail.requested"))[-1]
    return re.search(r"https://ombelle\.example/espace/invitation#lien=([\w-]{43})", mail["text"])[1]


async def test_an_invitation_is_mailed_seen_and_accepted(people, house):
    organisation, alice, bob = house
    made = await _invites(house, email="BOB@exemple.fr", role="administrator", message="Viens !", locale="en")
    ids = {name: made.pop(name) for name in ("id", "created_at", "expires_at")}
    assert made == {
        "email": "BOB@exemple.fr",
        "role": "administrator",
        "message": "Viens !",
        "state": "waiting",
        "invited_by": "Alice",
        "settled_at": None,
        "allowed_actions": ["cancel"],
    }
    [mail] = await people.posted("mail.requested")
    assert {name: mail[name] for name in ("to", "locale", "template", "subject", "about", "is_secret")} == {
        "to": "BOB@exemple.fr",
        "locale": "en",
        "template": "invitation",
        "subject": "“Collectif La Marmite” invites you",
        "about": {"kind": "organisation", "id": str(organisation)},
        "is_secret": False,
    }
    token = await _token(people)
    stored = await people.connection.fetchrow("SELECT * FROM invitation")
    assert token not in str(dict(stored))
    mine = await bob.get("/me/invitations")
    assert mine == {
        "items": [
            {
                "id": ids["id"],
                "organisation": {
                    "view": "brief",
                    "id": str(organisation),
                    "name": "Collectif La Marmite",
                    "kind": "popular_education",
                    "commune_insee": None,
                    "commune_name": None,
                    "department": None,
                    "role": None,
                    "allowed_actions": ["ask_to_join"],
                },
                "role": "administrator",
                "message": "Viens !",
                "invited_by": "Alice",
                "created_at": ids["created_at"],
                "expires_at": ids["expires_at"],
                "allowed_actions": ["accept", "decline"],
            }
        ],
        "next": None,
    }
    joined = {
        "organisation": {"id": str(organisation), "name": "Collectif La Marmite"}, "role": "administrator",
    }  # fmt: skip
    assert await bob.post("/invitations/acceptances", {"token": token}) == joined
    assert await bob.post("/invitations/acceptances", {"token": token}) == joined  # a second click
    assert (await bob.get("/me/invitations"))["items"] == []
    assert (await people.posted("membership.changed"))[-1] == {
        "account_id": str(bob.account_id), "organisation_id": str(organisation), "role": "administrator",
    }  # fmt: skip
    [listed] = (await alice.get(f"/organisations/{organisation}/invitations"))["items"]
    assert (listed["state"], listed["allowed_actions"]) == ("accepted", [])


async def test_the_preview_is_the_mail_with_a_link_that_leads_nowhere(people, house):
    organisation, alice, bob = house
    wanted = {"email": bob.email, "role": "editor", "message": "Viens !"}
    preview = await alice.post(f"/organisations/{organisation}/invitations/preview", wanted)
    assert await people.posted("mail.requested") == []
    await _invites(house, **wanted)
    [mail] = await people.posted("mail.requested")
    token = await _token(people)
    for part in ("subject", "text", "html"):
        assert preview[part].replace("exemple-de-lien", token) == mail[part]
    assert preview["to"] == bob.email


async def test_only_the_account_of_the_address_sees_and_accepts_it(people, house):
    _organisation, _alice, bob = house
    made = await _invites(house)
    token = await _token(people)
    eve = await people.account("Eve", "coordinator")
    assert (await eve.get("/me/invitations"))["items"] == []
    refused = await eve.post("/invitations/acceptances", {"token": token}, 403)
    assert (refused["code"], bob.email in str(refused), "b…@exemple.fr" in refused["detail"]) == (
        "invitation_for_another",
        False,
        True,
    )
    await eve.post(f"/me/invitations/{made['id']}/acceptance", status=404)
    await eve.delete(f"/me/invitations/{made['id']}", 404)
    assert (await bob.get("/me/invitations"))["items"][0]["id"] == made["id"]


async def test_an_account_that_nobody_has_told_of_waits_a_moment(people, house):
    await _invites(house)
    token = await _token(people)
    unknown = people.signed("0190b1f0-0000-7000-8000-000000000001")
    answer = await unknown.call("POST", "/invitations/acceptances", json={"token": token})
    assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (
        409,
        "account_not_told_yet",
        "1",
    )
    refused = await people.command().post("/invitations/acceptances", {"token": token}, 403)
    assert refused["code"] == "account_needed"


@pytest.mark.parametrize("end", ["cancelled", "declined", "too old", "accepted by another"])
async def test_a_spent_invitation_opens_nothing(people, house, end):
    organisation, alice, bob = house
    made = await _invites(house)
    token = await _token(people)
    path = f"/organisations/{organisation}/invitations/{made['id']}"
    if end == "cancelled":
        await alice.delete(path)
        assert (await alice.delete(path, 410))["code"] == "invitation_spent"
    elif end == "declined":
        await bob.delete(f"/me/invitations/{made['id']}")
    elif end == "too old":
        await people.connection.execute("UPDATE invitation SET expires_at = now()")
    else:
        await bob.post("/invitations/acceptances", {"token": token})
        namesake = await people.account("Bobby", email=bob.email)
        bob = namesake
    assert (await bob.get("/me/invitations"))["items"] == []
    assert (await bob.post("/invitations/acceptances", {"token": token}, 410))["code"] == "invitation_spent"
    await bob.post("/invitations/acceptances", {"token": "x" * 43}, 404)
    state = {
        "cancelled": "cancelled",
        "declined": "declined",
        "too old": "expired",
        "accepted by another": "accepted",
    }[end]
    [listed] = (await alice.get(f"/organisations/{organisation}/invitations?state={state}"))["items"]
    assert listed["state"] == state


async def test_nobody_is_invited_twice_nor_when_they_are_there(people, house):
    organisation, alice, bob = house
    path = f"/organisations/{organisation}/invitations"
    await _invites(house)
    assert (await alice.post(path, {"email": bob.email.upper()}, 409))["code"] == "invitation_waiting"
    await people.connection.execute("UPDATE invitation SET expires_at = now()")
    await _invites(house)  # the old one is over
    await bob.post("/invitations/acceptances", {"token": await _token(people)})
    assert (await alice.post(path, {"email": bob.email}, 409))["code"] == "already_member"


async def test_so_many_wait_at_most(people, house):
    organisation, alice, _ = house
    await people.connection.execute(
        "INSERT INTO invitation (organisation_id, email, email_digest, role, token_digest, expires_at) "
        "SELECT $1, n || '@exemple.fr', n::text, 'editor', sha256(n::text::bytea), now() + interval '1 day' "
        "FROM generate_series(1, 50) AS n",
        organisation,
    )
    refused = await alice.post(f"/organisations/{organisation}/invitations", {"email": "z@exemple.fr"}, 409)
    assert refused["code"] == "too_many_waiting"
    first = await alice.get(f"/organisations/{organisation}/invitations?limit=30")
    rest = await alice.get(f"/organisations/{organisation}/invitations?limit=30&after={first['next']}")
    assert len({row["id"] for row in first["items"] + rest["items"]}) == 50
    assert rest["next"] is None


async def test_an_address_is_not_written_to_again_and_again(people, house):
    _, alice, bob = house
    houses = [
        await alice.enters(name=f"Atelier {n}", commune_insee=f"5900{n}", commune_name="Ici")
        for n in range(2)
    ]
    for number in range(10):
        path = f"/organisations/{houses[number % 2]}/invitations"
        made = await alice.post(path, {"email": bob.email}, 201)
        await alice.delete(f"{path}/{made['id']}")
    refused = await alice.call("POST", path, json={"email": bob.email.upper()})
    assert (refused.status_code, refused.json()["code"], refused.headers["retry-after"]) == (
        429,
        "too_many_invitations",
        "86400",
    )
    assert len(await people.posted("mail.requested")) == 10
    await alice.post(path, {"email": "carl@exemple.fr"}, 201)  # others are written to


async def test_a_person_invites_so_many_in_a_day_whatever_the_organisation(people, house):
    organisation, alice, _ = house
    await people.connection.execute(
        "INSERT INTO invitation (organisation_id, email, email_digest, role, token_digest, expires_at, state, settled_at, "
        "created_by) SELECT $1, n || '@exemple.fr', n::text, 'editor', sha256(n::text::bytea), now(), 'cancelled', now(), "
        "p.id FROM generate_series(1, 200) AS n, person p WHERE p.name = 'Alice'",
        organisation,
    )
    other = await alice.enters(name="Tout autre chose")
    refused = await alice.post(f"/organisations/{other}/invitations", {"email": "z@exemple.fr"}, 429)
    assert refused["code"] == "too_many_invitations"
    await people.connection.execute("UPDATE invitation SET created_at = now() - interval '25 hours'")
    await alice.post(f"/organisations/{other}/invitations", {"email": "z@exemple.fr"}, 201)


async def test_the_higher_role_stays(people, house):
    organisation, _alice, bob = house
    await _invites(house, role="administrator")
    token = await _token(people)
    # Bob asks meanwhile, and is let in as an editor: his invitation has nothing to wait for.
    request = await bob.post(f"/organisations/{organisation}/join-requests", {}, 201)
    await bob.post("/invitations/acceptances", {"token": token})
    assert (await bob.get(f"/organisations/{organisation}"))["role"] == "administrator"
    [mine] = (await bob.get("/me/join-requests"))["items"]
    assert (mine["id"], mine["state"], mine["role"]) == (request["id"], "accepted", "administrator")


async def test_an_invitation_accepted_many_times_at_once_is_accepted_once(people, house):
    organisation, alice, bob = house
    made = await _invites(house)
    token = await _token(people)
    answers = await asyncio.gather(
        *(bob.call("POST", "/invitations/acceptances", json={"token": token}) for _ in range(4)),
        *(bob.call("POST", f"/me/invitations/{made['id']}/acceptance") for _ in range(4)),
        alice.call("DELETE", f"/organisations/{organisation}/invitations/{made['id']}"),
    )
    joined = {answer.status_code for answer in answers[:-1]}
    # Whoever of the two was first, the other is told.
    assert (joined, answers[-1].status_code) in (({200}, 410), ({410}, 204))
    rows = await people.connection.fetchval(
        "SELECT count(*) FROM membership m JOIN person p ON p.id = m.person_id WHERE p.name = 'Bob'"
    )
    assert rows == (1 if joined == {200} else 0)


async def test_two_invitations_of_one_person_accepted_at_once_make_one_membership_each(people, house):
    """Of two organisations, and one that was written to twice in different letters before they were one address."""
    _, alice, bob = house
    houses = [
        await alice.enters(name=f"Atelier {n}", commune_insee=f"5900{n}", commune_name="Ici")
        for n in range(3)
    ]
    for organisation in houses:
        await alice.post(f"/organisations/{organisation}/invitations", {"email": bob.email}, 201)
    waiting = [row["id"] for row in (await bob.get("/me/invitations"))["items"]]
    answers = await asyncio.gather(
        *(bob.call("POST", f"/me/invitations/{one}/acceptance") for one in waiting * 2)
    )
    assert {answer.status_code for answer in answers} == {200}
    assert (await bob.get("/organisations?mine=true"))["total"] == 3


@pytest.mark.parametrize(
    "body",
    [
        {"email": "Bob <bob@exemple.fr>"},
        {"email": "bob@exemple.fr\r\nBcc: all@exemple.fr"},
        {"email": "bob@exemple.fr,all@exemple.fr"},
        {"email": "bób@exemple.fr"},
        {"email": "bob@exemple.fr", "role": "coordinator"},
        {"email": "bob@exemple.fr", "message": "x" * 2001},
        {"email": "bob@exemple.fr", "locale": "de"},
        {"email": "bob@exemple.fr", "state": "accepted"},
        {},
    ],
)
async def test_a_wrong_invitation_is_refused_and_no_mail_leaves(people, house, body):
    organisation, alice, _ = house
    await alice.post(f"/organisations/{organisation}/invitations", body, 422)
    assert await people.posted("mail.requested") == []
