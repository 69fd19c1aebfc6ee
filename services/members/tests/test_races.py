"""What several do at the same moment, beside the races told in the tests of each part."""

import asyncio
from hashlib import sha256

from ombelle_chassis.messages import Message
from ombelle_chassis.messages.receiver import receive
from ombelle_members.main import TAKES


def _erasure(someone):
    digest = sha256(someone.email.encode()).hexdigest()
    payload = {"account_id": str(someone.account_id), "email_digest": digest}
    return Message(someone.account_id, "account.erased", str(someone.account_id), 9, payload)


async def test_one_organisation_entered_by_many_at_once_is_entered_once(people):
    alice, bob = await people.account("Alice"), await people.account("Bob")
    body = {"name": "Médiathèque", "kind": "library", "commune_insee": "62498", "commune_name": "Lens"}
    answers = await asyncio.gather(
        *(one.call("POST", "/organisations", json=body) for one in (alice, bob) * 4)
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {
        "organisation_similar"
    }


async def test_one_siret_given_to_many_at_once_is_given_once(people):
    alice = await people.account("Alice")
    ids = [
        await alice.enters(name=f"Atelier {n}", commune_insee=f"6249{n}", commune_name="Ici")
        for n in range(4)
    ]
    answers = await asyncio.gather(
        *(
            alice.call(
                "PATCH", f"/organisations/{one}", json={"siret": "73282932000074"}, headers={"If-Match": "*"}
            )
            for one in ids
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_of_many_changes_on_one_version_one_is_made(people):
    alice = await people.account("Alice")
    organisation = await alice.enters()
    answers = await asyncio.gather(
        *(
            alice.call(
                "PATCH",
                f"/organisations/{organisation}",
                json={"phone": f"032200000{n}"},
                headers={"If-Match": '"v1"'},
            )
            for n in range(6)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 5


async def test_an_account_seen_first_by_many_requests_is_one_person(people):
    organisation = await people.command().enters()
    newcomer = people.signed("0190b1f0-0000-7000-8000-00000000000a")
    answers = await asyncio.gather(
        *(newcomer.call("POST", f"/organisations/{organisation}/join-requests", json={}) for _ in range(6))
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert await people.connection.fetchval("SELECT count(*) FROM person") == 1


async def test_whoever_is_erased_while_they_join_or_are_let_in_belongs_nowhere(app, people):
    """Each act is before the erasure, which undoes it, or after it, and is refused."""
    alice = await people.account("Alice")
    organisation = await alice.enters()
    path = f"/organisations/{organisation}"
    for number in range(6):
        dan = await people.account(f"Dan{number}")
        await alice.post(f"{path}/invitations", {"email": dan.email, "role": "administrator"}, 201)
        [invitation] = (await dan.get("/me/invitations"))["items"]
        request = await dan.post(f"{path}/join-requests", {}, 201)
        answers = await asyncio.gather(
            dan.call("POST", f"/me/invitations/{invitation['id']}/acceptance"),
            receive(app.state.context.sessions, TAKES, _erasure(dan)),
            alice.call("POST", f"{path}/join-requests/{request['id']}/acceptance", json={"role": "editor"}),
            dan.call("POST", "/organisations", json={"name": f"Atelier {number}", "kind": "other"}),
        )
        assert answers[1] is True
        assert answers[0].status_code in {200, 403, 404, 410}, answers[0].text
        assert answers[2].status_code in {200, 409}, answers[2].text
        assert answers[3].status_code in {201, 403, 409}, answers[3].text
    left = await people.connection.fetch(
        "SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.ended_at IS NULL"
    )
    assert [row["name"] for row in left] == ["Alice"]
    waiting = await people.connection.fetchval("SELECT count(*) FROM join_request WHERE state = 'waiting'")
    assert waiting == 0
    unseen = await people.connection.fetchval(
        "SELECT count(*) FROM organisation o WHERE unadministered_since IS NULL AND merged_into IS NULL AND NOT EXISTS ("
        "SELECT FROM membership m WHERE m.organisation_id = o.id AND m.ended_at IS NULL AND m.role = 'administrator')"
    )
    assert unseen == 0


async def test_versions_of_an_organisation_leave_in_their_order(people):
    alice = await people.account("Alice")
    organisation = await alice.enters()
    await asyncio.gather(
        *(
            alice.call(
                "PATCH",
                f"/organisations/{organisation}",
                json={"name": f"Nom {n}"},
                headers={"If-Match": "*"},
            )
            for n in range(8)
        )
    )
    rows = await people.connection.fetch(
        "SELECT version FROM outbox_message WHERE key = $1 ORDER BY seq", str(organisation)
    )
    assert [row["version"] for row in rows] == list(range(1, 10))
