from hashlib import sha256

import pytest


async def _erased(people, someone, version=99):
    digest = sha256(someone.email.casefold().encode()).hexdigest()
    payload = {"account_id": str(someone.account_id), "email_digest": digest}
    await people.delivers("account.erased", str(someone.account_id), payload, version)


async def _dump(connection):
    """Every value of every table, as text."""
    tables = await connection.fetch(
        "SELECT relname FROM pg_class WHERE relnamespace = 'members'::regnamespace AND relkind = 'r'"
    )
    rows = [
        row["row"]
        for table in tables
        for row in await connection.fetch(f'SELECT t::text AS row FROM "{table["relname"]}" AS t')
    ]
    return "\n".join(rows)


@pytest.fixture
async def dan(people):
    """Dan has left his name or address wherever the service can hold one."""
    alice = await people.account("Alice")
    dan = await people.account("Dan", email="dan.secret@exemple.fr")
    clara = await people.account("Clara", "coordinator")
    his = await dan.enters(name="Atelier", email="Dan.Secret@exemple.fr", is_public=True)
    hers = await alice.enters()
    for path, body in (
        (f"/organisations/{hers}/join-requests", {"message": "C'est dan.secret@exemple.fr."}),
        (f"/organisations/{his}/invitations", {"email": "zoe@exemple.fr", "message": "Dan"}),
    ):
        await dan.post(path, body, 201)
    await alice.post(f"/organisations/{hers}/invitations", {"email": "DAN.SECRET@exemple.fr"}, 201)
    await alice.post(f"/organisations/{hers}/contacts", {"name": "Dan", "email": dan.email}, 201)
    await clara.patch(f"/organisations/{his}", {"phone": "0322000000"})
    return dan, his, hers, clara


async def test_what_is_held_of_a_person_is_given_to_them_whole(people, dan):
    someone, _, hers, _ = dan
    clara = await people.account("Lena", "lender")
    await clara.post(f"/organisations/{hers}/notes", {"text": "Vu."}, 201)
    answer = await people.api.get("/internal/personal-data", headers=someone.headers)
    body = answer.json()
    assert body["service"] == "members"
    assert {name: len(rows) for name, rows in body["sections"].items() if rows} == {
        "person": 1,
        "memberships": 1,
        "invitations_received": 1,
        "invitations_sent": 1,
        "join_requests": 1,
        "contacts": 1,
        "actions": 3,
    }
    [person] = body["sections"]["person"]
    assert (person["name"], person["email"], person["locale"]) == ("Dan", "dan.secret@exemple.fr", "fr")
    [sent] = body["sections"]["invitations_sent"]
    assert "email" not in sent  # whom he invited is their own
    noted = (await people.api.get("/internal/personal-data", headers=clara.headers)).json()
    assert [row["text"] for row in noted["sections"]["notes"]] == ["Vu."]
    assert (await people.api.get("/internal/personal-data")).status_code == 401
    nobody = (await people.api.get("/internal/personal-data", headers=people.command().headers)).json()
    assert set(map(tuple, nobody["sections"].values())) == {()}


async def test_an_erased_account_leaves_no_trace_and_the_counts_stay(people, dan):
    someone, his, hers, clara = dan
    before = await people.connection.fetchrow(
        "SELECT (SELECT count(*) FROM membership) AS memberships, (SELECT count(*) FROM invitation) AS invitations, "
        "(SELECT count(*) FROM join_request) AS requests, (SELECT count(*) FROM person) AS persons, "
        "(SELECT count(*) FROM audit_entry) AS entries"
    )
    assert someone.email in await _dump(people.connection)
    await _erased(people, someone)
    told = (await people.posted("membership.changed"))[-1]
    assert told == {"account_id": str(someone.account_id), "organisation_id": str(his), "role": None}
    await people.connection.execute("DELETE FROM outbox_message")  # as once delivered
    dump = (await _dump(people.connection)).lower()
    for trace in (someone.email, str(someone.account_id), "c'est dan", '"dan"', ",dan,"):
        assert trace.lower() not in dump, trace
    after = await people.connection.fetchrow(
        "SELECT (SELECT count(*) FROM membership) AS memberships, (SELECT count(*) FROM invitation) AS invitations, "
        "(SELECT count(*) FROM join_request) AS requests, (SELECT count(*) FROM person) AS persons, "
        "(SELECT count(*) FROM audit_entry) - 1 AS entries"
    )
    assert after == before
    assert (await people.command().get("/audit/members/verification"))["holds"] is True
    read = await clara.get(f"/organisations/{his}")
    assert read["unadministered_since"] is not None
    assert (read["email"], read["consent"]["consented_by"]) == (None, "Personne effacée")
    history = (await clara.get(f"/organisations/{his}/history"))["items"]
    assert [(row["action"], row["actor_kind"], row["by"]) for row in history] == [
        ("membership_erased", "erased", None),
        ("organisation_edited", "person", "Clara"),
        ("person_invited", "erased", None),
        ("organisation_entered", "erased", None),
    ]
    assert (await clara.get(f"/organisations/{hers}/contacts"))["items"] == []
    assert (await clara.get(f"/organisations/{hers}/join-requests?state=withdrawn"))["items"][0]["person"][
        "name"
    ] == ("Personne effacée")


async def test_what_is_still_told_or_asked_of_an_erased_account_makes_nobody(people, dan):
    someone, _, hers, _ = dan
    await _erased(people, someone)
    await people.tells(someone, version=3)
    await _erased(people, someone, version=100)
    refused = await someone.post("/organisations", {"name": "Encore", "kind": "other"}, 403)
    assert refused["code"] == "account_erased"
    assert (await someone.post(f"/organisations/{hers}/join-requests", {}, 403))["code"] == "account_erased"
    assert (await someone.get("/organisations?mine=true"))["items"] == []
    rows = await people.connection.fetch("SELECT name FROM person WHERE erased_at IS NOT NULL")
    assert [row["name"] for row in rows] == ["Personne effacée"]


async def test_of_an_account_never_heard_of_its_address_goes_all_the_same(people):
    alice = await people.account("Alice")
    organisation = await alice.enters()
    await alice.post(f"/organisations/{organisation}/invitations", {"email": "Eve@exemple.fr"}, 201)
    eve = people.signed("0190b1f0-0000-7000-8000-000000000002")
    eve.account_id, eve.name, eve.email = "0190b1f0-0000-7000-8000-000000000002", "Eve", "eve@exemple.fr"
    digest = sha256(b"eve@exemple.fr").hexdigest()
    await people.delivers(
        "account.erased", eve.account_id, {"account_id": eve.account_id, "email_digest": digest}, 5
    )
    [row] = (await alice.get(f"/organisations/{organisation}/invitations"))["items"]
    assert (row["email"], row["state"]) == (None, "cancelled")
    payload = {"account_id": eve.account_id, "name": "Eve", "email": eve.email, "locale": "fr"}
    await people.delivers("account.changed", eve.account_id, payload, 4)
    names = await people.connection.fetch("SELECT name FROM person ORDER BY id")
    assert [row["name"] for row in names] == ["Alice", "Personne effacée"]


async def test_a_message_that_nobody_signed_or_nobody_takes_changes_nothing(people):
    await people.delivers("loan.returned", "x", {}, 1, status=422)
    answer = await people.api.post("/internal/messages", content=b"{}")
    assert answer.status_code == 401
