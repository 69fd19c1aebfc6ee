import asyncio

import pytest


@pytest.fixture
async def house(people):
    """An organisation that Alice administers, and Lena of the agency, who lends."""
    alice = await people.account("Alice")
    return await alice.enters(), alice, await people.account("Lena", "lender")


async def test_the_team_notes_what_the_organisation_never_sees(people, house):
    organisation, alice, lena = house
    path = f"/organisations/{organisation}/notes"
    written = await lena.post(path, {"text": " Rappeler\navant l'été. "}, 201)
    note = {
        "id": written["id"],
        "text": "Rappeler\navant l'été.",
        "author": "Lena",
        "is_mine": True,
        "version": 1,
        "created_at": written["created_at"],
        "updated_at": written["updated_at"],
        "allowed_actions": ["edit", "remove"],
    }
    assert written == note
    theo = await people.account("Théo", "treasurer")
    assert (await theo.get(path))["items"] == [note | {"is_mine": False, "allowed_actions": []}]
    await theo.patch(f"{path}/{note['id']}", {"text": "Non."}, 403)
    await theo.delete(f"{path}/{note['id']}", 403)
    await alice.get(path, 403)
    assert all(
        row["action"] == "organisation_entered"
        for row in (await alice.get(f"/organisations/{organisation}/history"))["items"]
    )
    clara = await people.account("Clara", "coordinator")
    assert (await clara.patch(f"{path}/{note['id']}", {"text": "Fait."}, if_match='"v1"'))["version"] == 2
    stale = await lena.patch(f"{path}/{note['id']}", {"text": "x"}, 412, if_match='"v1"')
    assert stale["current"]["text"] == "Fait."
    await lena.patch(f"{path}/{note['id']}", {"text": "x"}, 428, if_match=None)
    await people.command().post(path, {"text": "De la commande."}, 201)
    assert [(row["author"], row["text"]) for row in (await theo.get(path))["items"]] == [
        (None, "De la commande."),
        ("Lena", "Fait."),
    ]
    await lena.delete(f"{path}/{note['id']}")
    await lena.delete(f"{path}/{note['id']}", 404)


async def test_contacts_are_kept_by_the_organisation_its_programs_and_the_agency(people, house):
    organisation, alice, lena = house
    path = f"/organisations/{organisation}/contacts"
    added = await alice.post(
        path, {"name": "Zoé", "function": "Trésorière", "email": "zoe@exemple.fr", "phone": "0322000000"}, 201
    )
    contact = {
        "id": added["id"],
        "name": "Zoé",
        "function": "Trésorière",
        "email": "zoe@exemple.fr",
        "phone": "0322000000",
        "version": 1,
        "created_at": added["created_at"],
        "updated_at": added["updated_at"],
        "allowed_actions": ["edit", "remove"],
    }
    assert added == contact
    reading = people.program(organisation, "organisations:read")
    assert (await reading.get(path))["items"] == [contact | {"allowed_actions": []}]
    await reading.post(path, {"name": "X"}, 403)
    writing = people.program(organisation, "organisations:write")
    changed = await writing.patch(f"{path}/{contact['id']}", {"email": None}, if_match='"v1"')
    assert (changed["email"], changed["name"], changed["version"]) == (None, "Zoé", 2)
    assert (await lena.patch(f"{path}/{contact['id']}", {"name": "Zoé B."}, 412, if_match='"v1"'))["current"][
        "version"
    ] == 2
    await lena.patch(f"{path}/{contact['id']}", {}, 428, if_match=None)
    await lena.delete(f"{path}/{contact['id']}")
    await alice.delete(f"{path}/{contact['id']}", 404)


async def test_contacts_turn_their_pages_and_have_an_end(people, house):
    organisation, alice, _ = house
    path = f"/organisations/{organisation}/contacts"
    await people.connection.execute(
        "INSERT INTO contact (organisation_id, name) SELECT $1, 'Personne ' || n FROM generate_series(1, 200) AS n",
        organisation,
    )
    assert (await alice.post(path, {"name": "De trop"}, 409))["code"] == "too_many_contacts"
    first = await alice.get(f"{path}?limit=150")
    rest = await alice.get(f"{path}?limit=150&after={first['next']}")
    assert [row["name"] for row in first["items"] + rest["items"]] == [f"Personne {n}" for n in range(1, 201)]
    assert rest["next"] is None


async def test_of_two_who_write_on_the_same_version_one_is_told(people, house):
    organisation, alice, lena = house
    path = f"/organisations/{organisation}/contacts"
    contact = await alice.post(path, {"name": "Zoé"}, 201)
    answers = await asyncio.gather(
        *(
            one.call("PATCH", f"{path}/{contact['id']}", json={"name": name}, headers={"If-Match": '"v1"'})
            for one, name in ((alice, "Zoé A."), (lena, "Zoé L."))
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412]


@pytest.mark.parametrize(
    ("thing", "body", "pointer"),
    [
        ("notes", {"text": "x" * 10_001}, "/body/text"),
        ("notes", {"text": " "}, "/body/text"),
        ("notes", {"text": "a", "author_id": "x"}, "/body/author_id"),
        ("contacts", {"name": "x" * 1_000_000}, "/body/name"),
        ("contacts", {"name": "a\tb"}, "/body/name"),
        ("contacts", {"name": "a", "email": "b"}, "/body/email"),
        ("contacts", {"name": "a", "phone": "<script>"}, "/body/phone"),
        ("contacts", {"name": "a", "organisation_id": "x"}, "/body/organisation_id"),
    ],
)
async def test_what_is_wrong_is_refused_at_its_place(people, house, thing, body, pointer):
    organisation, _, lena = house
    refused = await lena.post(f"/organisations/{organisation}/{thing}", body, 422)
    assert [error["pointer"] for error in refused["errors"]] == [pointer]
