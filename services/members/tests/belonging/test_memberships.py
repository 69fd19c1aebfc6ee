import asyncio

import pytest


async def _joins(organisation, administrator, someone, role="editor"):
    await administrator.post(
        f"/organisations/{organisation}/invitations", {"email": someone.email, "role": role}, 201
    )
    [invitation] = (await someone.get("/me/invitations"))["items"]
    await someone.post(f"/me/invitations/{invitation['id']}/acceptance")


async def _membership_of(organisation, reader, someone):
    rows = (await reader.get(f"/organisations/{organisation}/memberships"))["items"]
    return next(row for row in rows if row["person"]["email"] == someone.email)


@pytest.fixture
async def house(people):
    """An organisation that Alice administers and Bob edits."""
    alice, bob = await people.account("Alice"), await people.account("Bob")
    organisation = await alice.enters()
    await _joins(organisation, alice, bob)
    return organisation, alice, bob


async def test_its_people_are_listed_with_what_the_caller_may_do(people, house):
    organisation, alice, bob = house
    rows = await alice.get(f"/organisations/{organisation}/memberships")
    ids = [(row.pop("id"), row["person"].pop("id"), row.pop("since")) for row in rows["items"]]
    assert len(set(ids)) == 2
    assert rows == {
        "items": [
            {
                "person": {"name": "Alice", "email": "alice@exemple.fr"},
                "is_me": True,
                "role": "administrator",
                "allowed_actions": ["change_role", "leave"],
            },
            {
                "person": {"name": "Bob", "email": "bob@exemple.fr"},
                "is_me": False,
                "role": "editor",
                "allowed_actions": ["change_role", "remove"],
            },
        ],
        "next": None,
        "total": 2,
    }
    seen = await bob.get(f"/organisations/{organisation}/memberships")
    assert [row["allowed_actions"] for row in seen["items"]] == [[], ["leave"]]
    lender = await people.account("Lena", "lender")
    seen = await lender.get(f"/organisations/{organisation}/memberships?limit=1")
    assert [row["allowed_actions"] for row in seen["items"]] == [[]]
    rest = await lender.get(f"/organisations/{organisation}/memberships?after={seen['next']}")
    assert [row["person"]["name"] for row in rest["items"]] == ["Bob"]


async def test_a_role_changes_at_once_and_is_told(people, house):
    organisation, alice, bob = house
    row = await _membership_of(organisation, alice, bob)
    path = f"/organisations/{organisation}/memberships/{row['id']}"
    await bob.patch(path, {"role": "administrator"}, 403)
    changed = await alice.patch(path, {"role": "administrator"})
    assert (changed["role"], changed["person"]["name"]) == ("administrator", "Bob")
    assert (await bob.get(f"/organisations/{organisation}"))["role"] == "administrator"
    await alice.patch(path, {"role": "administrator"})  # nothing changes, nothing is told
    told = await people.connection.fetch(
        "SELECT payload ->> 'role' AS role, version FROM outbox_message "
        "WHERE type = 'membership.changed' AND key = $1 ORDER BY seq",
        str(bob.account_id),
    )
    assert [row["role"] for row in told] == ["editor", "administrator"]
    assert told[0]["version"] < told[1]["version"]


async def test_the_last_administrator_stays_unless_the_coordination_decides(people, house):
    organisation, alice, _bob = house
    row = await _membership_of(organisation, alice, alice)
    path = f"/organisations/{organisation}/memberships/{row['id']}"
    assert (await alice.delete(path, 409))["code"] == "last_administrator"
    assert (await alice.patch(path, {"role": "editor"}, 409))["code"] == "last_administrator"
    clara = await people.account("Clara", "coordinator")
    await clara.patch(path, {"role": "editor"})
    read = await clara.get(f"/organisations/{organisation}")
    assert read["unadministered_since"] is not None
    await clara.patch(path, {"role": "administrator"})
    assert (await clara.get(f"/organisations/{organisation}"))["unadministered_since"] is None
    await clara.delete(path)
    assert (await alice.get(f"/organisations/{organisation}"))["view"] == "brief"
    assert [fact["role"] for fact in await people.posted("membership.changed")] == [
        "administrator",
        "editor",
        "editor",
        "administrator",
        None,
    ]


async def test_who_leaves_or_is_taken_out_reads_nothing_more(people, house):
    organisation, alice, bob = house
    carl = await people.account("Carl")
    await _joins(organisation, alice, carl)
    mine = await _membership_of(organisation, alice, bob)
    other = await _membership_of(organisation, alice, carl)
    await bob.delete(f"/organisations/{organisation}/memberships/{other['id']}", 403)
    await bob.delete(f"/organisations/{organisation}/memberships/{mine['id']}")
    await bob.get(f"/organisations/{organisation}/memberships", 404)
    await alice.delete(f"/organisations/{organisation}/memberships/{mine['id']}", 404)
    await alice.delete(f"/organisations/{organisation}/memberships/{other['id']}")
    ended = await people.connection.fetch(
        "SELECT end_reason FROM membership WHERE ended_at IS NOT NULL ORDER BY id"
    )
    assert [row["end_reason"] for row in ended] == ["left", "removed"]
    history = await alice.get(f"/organisations/{organisation}/history?limit=2")
    assert [(row["action"], row["by"], row["person"], row["actor_kind"]) for row in history["items"]] == [
        ("membership_removed", "Alice", "Carl", "person"),
        ("membership_left", "Bob", "Bob", "person"),
    ]


async def test_who_comes_back_is_told_with_a_newer_version(people, house):
    organisation, alice, bob = house
    row = await _membership_of(organisation, alice, bob)
    await bob.delete(f"/organisations/{organisation}/memberships/{row['id']}")
    await _joins(organisation, alice, bob, "administrator")
    told = await people.connection.fetch(
        "SELECT payload ->> 'role' AS role, version FROM outbox_message "
        "WHERE type = 'membership.changed' AND key = $1 ORDER BY version",
        str(bob.account_id),
    )
    assert [row["role"] for row in told] == ["editor", None, "administrator"]


@pytest.mark.parametrize("way", ["leave", "step down", "one each"])
async def test_of_two_administrators_who_go_at_once_one_stays(people, house, way):
    organisation, alice, bob = house
    path = f"/organisations/{organisation}/memberships"
    for _ in range(5):
        row = await _membership_of(organisation, alice, bob)
        await alice.patch(f"{path}/{row['id']}", {"role": "administrator"})
        rows = {row["person"]["name"]: row["id"] for row in (await alice.get(path))["items"]}

        def leaves(someone, rows=rows):
            return someone.call("DELETE", f"{path}/{rows[someone.name]}")

        def steps_down(someone, rows=rows):
            return someone.call("PATCH", f"{path}/{rows[someone.name]}", json={"role": "editor"})

        first, second = {
            "leave": (leaves, leaves), "step down": (steps_down, steps_down), "one each": (leaves, steps_down),
        }[way]  # fmt: skip
        answers = await asyncio.gather(first(alice), second(bob))
        assert sorted(answer.status_code // 100 for answer in answers) == [2, 4]
        assert {answer.json()["code"] for answer in answers if answer.status_code >= 400} == {
            "last_administrator"
        }
        stayed = (alice, bob)[[answer.status_code for answer in answers].index(409)]
        left = await stayed.get(path)
        assert [row["role"] for row in left["items"]].count("administrator") == 1
        # Both are administrators again for the next round.
        gone = bob if stayed is alice else alice
        if left["total"] == 1:
            await _joins(organisation, stayed, gone)
        if stayed is bob:
            alice, bob = bob, alice


async def test_persons_are_found_by_the_words_of_their_name_or_address(people, house):
    organisation, _alice, _bob = house
    await people.account("Émilie", email="EMILIE@exemple.fr")
    clara = await people.account("Clara", "secretary")
    found = await clara.get("/persons?q=emilie%20exemple")
    [one] = found["items"]
    assert (one.pop("name"), one.pop("email"), one.pop("organisations"), one.pop("allowed_actions")) == (
        "Émilie", "EMILIE@exemple.fr", [], [],
    )  # fmt: skip
    assert set(one) == {"id", "account_id"}
    found = await clara.get("/persons?q=bob")
    assert found["items"][0]["organisations"] == [
        {"id": str(organisation), "name": "Collectif La Marmite", "role": "editor"}
    ]
    alone = {"kind": "natural", "person": {"name": "Denis"}, "college": "D", "fee_category": "natural"}
    await clara.post("/members", alone | {"admitted_on": "2020-02-29"}, 201)  # without an account
    names, after = [], ""
    while after is not None:
        page = await clara.get(f"/persons?limit=1{after and f'&after={after}'}")
        names += [row["name"] for row in page["items"]]
        after = page["next"]
    assert names == ["Alice", "Bob", "Clara", "Émilie"]


async def test_what_is_told_late_of_an_account_is_ignored(people):
    alice = await people.account("Alice")
    await alice.enters()
    alice.name = "Alice B."
    await people.tells(alice, version=7)
    alice.name = "Too late"
    await people.tells(alice, version=6)
    assert await people.connection.fetchval("SELECT name FROM person") == "Alice B."
