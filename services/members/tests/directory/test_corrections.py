"""Corrections: asked for by anybody, decided field by field, applied once."""

import asyncio

import pytest
from ombelle_chassis.email_addresses import email_digest

_NEW = {"name": "Musée du Silex", "website": None, "commune_insee": "80001", "commune_name": "Abbeville"}


@pytest.fixture
async def alice(people):
    return await people.account("Alice")


@pytest.fixture
async def clara(people):
    return await people.account("Clara", "secretary")


@pytest.fixture
def anybody(people, alice):
    return type(alice)(people.api, {})


@pytest.fixture
async def museum(alice):
    return await alice.enters(
        name="Musée de la Craie", kind="museum_science_centre", is_public=True, website="https://musee.example",
        commune_insee="80021", commune_name="Amiens", phone="0322000000",
    )  # fmt: skip


async def _decide(clara, one, decisions, status=200, **more):
    answer = await clara.call(
        "POST", f"/directory-corrections/{one['id']}/decision", json={"decisions": decisions, **more},
        headers={"If-Match": f'"v{one["version"]}"'},
    )  # fmt: skip
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_a_visitor_asks_and_each_field_is_decided(anybody, alice, clara, museum, people):
    same = {"kind": "museum_science_centre"}
    asked = await anybody.post(
        f"/directory/{museum}/corrections",
        {"fields": _NEW | same, "message": "Vous avez déménagé.", "email": "voisin@exemple.fr"},
        202,
    )
    assert asked == {"state": "waiting"}
    listed = await clara.get("/directory-corrections?state=waiting")
    [one] = listed["items"]
    assert one.pop("created_at")
    assert one == {
        "id": one["id"],
        "organisation": {"id": str(museum), "name": "Musée de la Craie"},
        "origin": "visitor",
        "sender": {"name": None, "email": "voisin@exemple.fr"},
        "message": "Vous avez déménagé.",
        "answer": None,
        "state": "waiting",
        "fields": [
            {"field": "commune_insee", "current": "80021", "proposed": "80001", "decision": None},
            {"field": "commune_name", "current": "Amiens", "proposed": "Abbeville", "decision": None},
            {"field": "name", "current": "Musée de la Craie", "proposed": "Musée du Silex", "decision": None},
            {"field": "website", "current": "https://musee.example", "proposed": None, "decision": None},
        ],
        "settled_at": None,
        "settled_by": None,
        "version": 1,
        "allowed_actions": ["decide"],
    }
    refused = await _decide(clara, one, {"commune_insee": "accepted", "commune_name": "refused"}, 422)
    assert refused["errors"][0]["code"] == "apart"
    part = await _decide(clara, one, {"name": "accepted", "website": "refused"})
    assert (part["state"], part["version"]) == ("waiting", 2)
    assert await people.posted("mail.requested") == []
    await _decide(clara, one, {"name": "accepted"}, 412)
    done = await _decide(
        clara, part, {"commune_insee": "accepted", "commune_name": "accepted"}, answer="Merci !"
    )
    assert (done["state"], done["settled_by"], done["allowed_actions"]) == ("settled", "Clara", [])
    assert (await _decide(clara, done, {}, 409))["code"] == "correction_settled"
    shown = await anybody.get(f"/directory/{museum}")
    assert (shown["name"], shown["commune_name"], shown["website"]) == (
        "Musée du Silex", "Abbeville", "https://musee.example",
    )  # fmt: skip
    [mail] = await people.posted("mail.requested")
    assert (mail["to"], "Merci !" in mail["text"]) == ("voisin@exemple.fr", True)
    assert (await people.posted("organisation.changed"))[-1]["commune_insee"] == "80001"


async def test_who_asks_is_known_by_where_they_stand(anybody, alice, clara, museum, people):
    bob = await people.account("Bob")
    for someone in (alice, bob, anybody):
        await someone.post(f"/directory/{museum}/corrections", {"message": "Regardez."}, 202)
    found = (await clara.get(f"/directory-corrections?organisation_id={museum}"))["items"]
    assert [(one["origin"], one["sender"]) for one in reversed(found)] == [
        ("organisation", {"name": "Alice", "email": "alice@exemple.fr"}),
        ("account", {"name": "Bob", "email": "bob@exemple.fr"}),
        ("visitor", None),
    ]
    done = await _decide(clara, found[0], {})
    assert done["state"] == "settled"


async def test_every_public_field_may_be_asked_for_and_accepted(alice, clara, museum, anybody):
    wanted = {
        "name": "Fablab du Silex", "kind": "fablab", "address": "1 rue Basse", "postal_code": "80100",
        "commune_insee": "80001", "commune_name": "Abbeville", "latitude": 50.10521, "longitude": 1.83547,
        "website": "https://silex.example", "email": "bonjour@silex.example", "phone": "+33 3 22 00 00 01",
        "description": "Des silex.", "themes": ["astronomy", "health"], "offers": ["visits", "loans"],
    }  # fmt: skip
    before = await anybody.get(f"/directory/{museum}")
    assert set(wanted) == set(before) - {
        "id",
        "slug",
        "department",
        "updated_at",
    }  # these follow from the others
    await alice.post(f"/directory/{museum}/corrections", {"fields": wanted}, 202)
    [one] = (await clara.get("/directory-corrections"))["items"]
    assert one["origin"] == "organisation"
    assert {field["field"]: field["proposed"] for field in one["fields"]} == wanted
    assert (await _decide(clara, one, dict.fromkeys(wanted, "accepted")))["state"] == "settled"
    path = f"/organisations/{museum}/directory-contact"
    await alice.call("PUT", path, json={"shows_email": True, "shows_phone": True})
    after = await anybody.get(f"/directory/{museum}")
    assert {name: after[name] for name in wanted} == wanted


async def test_what_says_nothing_or_too_much_is_not_kept(anybody, alice, clara, museum):
    path = f"/directory/{museum}/corrections"
    nothing = await anybody.post(path, {"fields": {"name": "Musée de la Craie"}}, 422)
    assert nothing["errors"][0] == {
        "pointer": "/body/fields", "code": "nothing_new", "detail": "Rien n'y change.",
    }  # fmt: skip
    # What is hidden is not told by being called the same.
    await anybody.post(path, {"fields": {"phone": "0322000000"}}, 202)
    for body, pointer in (
        ({"fields": {"commune_insee": "80001"}}, "/body/fields"),
        ({"fields": {"siret": "73282932000074"}}, "/body/fields/siret"),
        ({"fields": {"website": "javascript:alert(1)"}}, "/body/fields/website"),
        ({"message": "x", "email": "nobody"}, "/body/email"),
    ):
        assert (await anybody.post(path, body, 422))["errors"][0]["pointer"] == pointer
    assert await anybody.post(path, {"message": "Achetez", "trap": "https://spam.example"}, 202) == {
        "state": "waiting"
    }
    assert (await clara.get("/directory-corrections"))["total"] == 1
    for _ in range(4):
        await anybody.post(path, {"message": "Encore."}, 202)
    assert (await anybody.post(path, {"message": "Encore."}, 429))["code"] == "too_many_corrections"
    await alice.post(path, {"message": "C'est chez nous."}, 202)  # its own people are always heard


async def test_two_who_decide_at_once_decide_once(anybody, clara, museum, people):
    await anybody.post(f"/directory/{museum}/corrections", {"fields": {"name": "Musée du Silex"}}, 202)
    [one] = (await clara.get("/directory-corrections"))["items"]
    both = [clara, await people.account("Anne", "administrator")]
    answers = await asyncio.gather(
        *(
            who.call(
                "POST", f"/directory-corrections/{one['id']}/decision", json={"decisions": {"name": word}},
                headers={"If-Match": '"v1"'},
            )
            for who, word in zip(both, ("accepted", "refused"), strict=True)
        )
    )  # fmt: skip
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    winner = next(answer for answer in answers if answer.status_code == 200).json()
    name = (await anybody.get(f"/directory/{museum}"))["name"]
    assert (
        name
        == {"accepted": "Musée du Silex", "refused": "Musée de la Craie"}[winner["fields"][0]["decision"]]
    )


async def test_who_asked_is_forgotten_with_their_account(anybody, clara, museum, people):
    bob = await people.account("Bob")
    await bob.post(
        f"/directory/{museum}/corrections", {"fields": {"name": "Autre"}, "message": "Moi, Bob."}, 202
    )
    held = await people.connection.fetchval(
        "SELECT count(*) FROM directory_correction c JOIN person p ON p.id = c.person_id WHERE p.account_id = $1",
        bob.account_id,
    )
    assert held == 1
    erased = {"account_id": str(bob.account_id), "email_digest": email_digest(bob.email)}
    await people.delivers("account.erased", str(bob.account_id), erased, 2)
    [one] = (await clara.get("/directory-corrections"))["items"]
    assert (one["message"], one["sender"]["email"], one["fields"][0]["proposed"]) == (None, None, "Autre")
