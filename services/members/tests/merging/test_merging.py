import asyncio
from uuid import UUID, uuid4

import pytest


async def _joins(organisation, administrator, someone, role="editor"):
    await administrator.post(
        f"/organisations/{organisation}/invitations", {"email": someone.email, "role": role}, 201
    )
    [invitation] = (await someone.get("/me/invitations"))["items"]
    await someone.post(f"/me/invitations/{invitation['id']}/acceptance")


@pytest.fixture
async def doubles(people):
    """Two organisations that are one: Alice and Bob administer the one that goes, Bob edits the one that stays."""
    alice, bob, dan = [await people.account(name) for name in ("Alice", "Bob", "Dan")]
    clara = await people.account("Clara", "coordinator")
    gone = await alice.enters(
        name="La Marmite", siret="73282932000074", email="a@exemple.fr", themes=["health"], is_public=True,
        commune_insee="59350", commune_name="Lille",
    )  # fmt: skip
    kept = await dan.enters(name="Collectif La Marmite", phone="0320000000")
    await _joins(gone, alice, bob, "administrator")
    await _joins(kept, dan, bob)
    return gone, kept, {"alice": alice, "bob": bob, "dan": dan, "clara": clara}


async def _fill(people, doubles):
    """Put something of everything in the one that goes, some of it in both."""
    gone, kept, by = doubles
    eve = await people.account("Eve")
    for organisation, keeper in ((gone, by["alice"]), (kept, by["dan"])):
        await keeper.post(f"/organisations/{organisation}/invitations", {"email": "zoe@exemple.fr"}, 201)
        await eve.post(f"/organisations/{organisation}/join-requests", {}, 201)
    await by["alice"].post(f"/organisations/{gone}/invitations", {"email": "yan@exemple.fr"}, 201)
    await by["dan"].post(f"/organisations/{gone}/join-requests", {}, 201)
    await by["alice"].post(f"/organisations/{gone}/contacts", {"name": "Zoé"}, 201)
    await by["clara"].post(f"/organisations/{gone}/notes", {"text": "Double ?"}, 201)
    await people.connection.execute("DELETE FROM outbox_message")
    return eve


async def test_a_merge_is_seen_before_it_is_made(people, doubles):
    gone, kept, by = doubles
    await _fill(people, doubles)
    preview = await by["clara"].post(f"/organisations/{gone}/merge/preview", {"into": str(kept)})
    assert preview == {
        "gone": {"id": str(gone), "name": "La Marmite"},
        "kept": {"id": str(kept), "name": "Collectif La Marmite"},
        "moves": {
            "memberships": 2,
            "memberships_of_both": 1,
            "invitations": 3,
            "join_requests": 2,
            "notes": 1,
            "contacts": 1,
        },
        "fills": {
            "siret": "73282932000074",
            "commune_insee": "59350",
            "commune_name": "Lille",
            "email": "a@exemple.fr",
            "themes": ["health"],
        },
    }
    assert (await by["alice"].get(f"/organisations/{gone}"))["version"] == 1
    merged = await by["clara"].post(f"/organisations/{gone}/merge", {"into": str(kept)})
    assert (merged["moves"], merged["gone"]) == (preview["moves"], preview["gone"])
    assert merged["filled"] == sorted(preview["fills"])
    shown = merged["organisation"]
    assert {name: shown[name] for name in preview["fills"]} == preview["fills"]
    assert (shown["id"], shown["department"], shown["phone"], shown["is_public"], shown["version"]) == (
        str(kept), "59", "0320000000", False, 2,
    )  # fmt: skip


async def test_people_and_things_are_the_others_and_the_services_are_told(people, doubles):
    gone, kept, by = doubles
    eve = await _fill(people, doubles)
    await by["clara"].post(f"/organisations/{gone}/merge", {"into": str(kept)})
    rows = (await by["clara"].get(f"/organisations/{kept}/memberships"))["items"]
    assert {row["person"]["name"]: row["role"] for row in rows} == {
        "Alice": "administrator", "Bob": "administrator", "Dan": "administrator",
    }  # fmt: skip
    invitations = (await by["dan"].get(f"/organisations/{kept}/invitations"))["items"]
    assert sorted((row["email"], row["state"]) for row in invitations if row["state"] != "accepted") == [
        ("yan@exemple.fr", "waiting"),
        ("zoe@exemple.fr", "cancelled"),
        ("zoe@exemple.fr", "waiting"),
    ]
    assert [row["state"] for row in (await eve.get("/me/join-requests"))["items"]].count("waiting") == 1
    assert (await by["dan"].get("/me/join-requests"))["items"][0]["state"] == "withdrawn"
    assert len((await by["dan"].get(f"/organisations/{kept}/contacts"))["items"]) == 1
    assert [row["text"] for row in (await by["clara"].get(f"/organisations/{kept}/notes"))["items"]] == [
        "Double ?"
    ]
    told = await people.posted("membership.changed")
    expected = [
        (by["alice"], kept, "administrator"), (by["alice"], gone, None),
        (by["bob"], kept, "administrator"), (by["bob"], gone, None),
    ]  # fmt: skip
    assert told == [
        {"account_id": str(one.account_id), "organisation_id": str(where), "role": role}
        for one, where, role in expected
    ]
    assert await people.posted("organisation.merged") == [{"organisation_id": str(gone), "into": str(kept)}]
    changed = await people.posted("organisation.changed")
    assert [(fact["organisation_id"], fact["merged_into"]) for fact in changed] == [
        (str(gone), str(kept)),
        (str(kept), None),
    ]
    versions = await people.connection.fetch(
        "SELECT version FROM outbox_message WHERE key = $1 ORDER BY seq", str(gone)
    )
    assert [row["version"] for row in versions] == [2, 3]
    mails = [(mail["to"], mail["template"]) for mail in await people.posted("mail.requested")]
    assert mails == [(by["alice"].email, "organisation-merged")]


async def test_the_trace_tells_what_moved_by_whom_and_names_nobody(people, doubles):
    gone, kept, by = doubles
    await _fill(people, doubles)
    await by["clara"].post(f"/organisations/{gone}/merge", {"into": str(kept)})
    trace = await people.connection.fetchrow(
        "SELECT m.*, p.name FROM organisation_merge m JOIN person p ON p.id = m.merged_by"
    )
    assert (trace["from_id"], trace["into_id"], trace["name"]) == (gone, kept, "Clara")
    counts = await people.connection.fetchrow(
        "SELECT jsonb_array_length(moved -> 'memberships') AS memberships, "
        "jsonb_array_length(moved -> 'invitations') AS invitations, "
        "jsonb_array_length(moved -> 'notes') AS notes, jsonb_array_length(closed -> 'invitations') AS closed "
        "FROM organisation_merge"
    )
    assert tuple(counts) == (2, 3, 1, 1)
    assert "exemple.fr" not in str(dict(trace))
    history = (await by["dan"].get(f"/organisations/{kept}/history?limit=2"))["items"]
    assert [(row["action"], row["organisation_id"], row["by"]) for row in history] == [
        ("organisation_absorbed", str(kept), "Clara"),
        ("organisation_merged", str(gone), "Clara"),
    ]


async def test_the_old_page_leads_to_the_one_that_stands_through_every_merge(people, doubles):
    gone, kept, by = doubles
    last = await by["clara"].enters(name="Maison des sciences", without_me=True)
    await by["clara"].post(f"/organisations/{gone}/merge", {"into": str(kept)})
    await by["clara"].post(f"/organisations/{kept}/merge", {"into": str(last)})
    for organisation in (gone, kept):
        for method, tail in (("GET", ""), ("PATCH", ""), ("GET", "/memberships"), ("POST", "/join-requests")):
            answer = await by["alice"].call(
                method,
                f"/organisations/{organisation}{tail}",
                json={} if method != "GET" else None,
                headers={"If-Match": "*"},
            )
            body = answer.json()
            assert (answer.status_code, body["code"], body["merged_into"]) == (
                410,
                "organisation_merged",
                str(last),
            )
    listed = await by["alice"].get("/organisations?mine=true")
    assert [UUID(row["id"]) for row in listed["items"]] == [last]


async def test_a_merge_into_nothing_or_itself_is_refused(people, doubles):
    gone, kept, by = doubles
    clara = by["clara"]
    for into in (gone, uuid4()):
        refused = await clara.post(f"/organisations/{gone}/merge", {"into": str(into)}, 422)
        assert refused["errors"][0]["pointer"] == "/body/into"
    await clara.post(f"/organisations/{uuid4()}/merge", {"into": str(kept)}, 404)
    await clara.post(f"/organisations/{gone}/merge", {"into": str(kept)})
    await clara.post(f"/organisations/{gone}/merge", {"into": str(kept)}, 410)
    await clara.post(f"/organisations/{kept}/merge", {"into": str(gone)}, 422)


async def test_a_merge_both_ways_at_once_leaves_one(people, doubles):
    gone, kept, by = doubles
    answers = await asyncio.gather(
        by["clara"].call("POST", f"/organisations/{gone}/merge", json={"into": str(kept)}),
        by["clara"].call("POST", f"/organisations/{kept}/merge", json={"into": str(gone)}),
    )
    # Whoever comes second finds one of the two gone.
    assert sorted(answer.status_code for answer in answers) in ([200, 410], [200, 422])
    standing = await people.connection.fetchval("SELECT count(*) FROM organisation WHERE merged_into IS NULL")
    assert standing == 1


async def test_whoever_edits_joins_or_invites_during_a_merge_loses_nothing(people, doubles):
    """Each is before the merge, and moves with it, or after it, and is led on."""
    gone, kept, by = doubles
    eve = await people.account("Eve")
    alice, path = by["alice"], f"/organisations/{gone}"
    answers = await asyncio.gather(
        alice.call("PATCH", path, json={"description": "Ici."}, headers={"If-Match": '"v1"'}),
        by["clara"].call("POST", f"{path}/merge", json={"into": str(kept)}),
        alice.call("POST", f"{path}/invitations", json={"email": "yan@exemple.fr"}),
        eve.call("POST", f"{path}/join-requests", json={}),
        alice.call("POST", f"{path}/contacts", json={"name": "Zoé"}),
        by["clara"].call("POST", f"{path}/notes", json={"text": "Vu."}),
        by["bob"].call("GET", path),
    )
    edited, merged, *others, _ = (answer.status_code for answer in answers)
    assert merged == 200
    assert edited in {200, 410}
    assert set(others) <= {201, 410}
    left = await people.connection.fetchval(
        "SELECT (SELECT count(*) FROM invitation WHERE organisation_id = $1) "
        "+ (SELECT count(*) FROM join_request WHERE organisation_id = $1) "
        "+ (SELECT count(*) FROM contact WHERE organisation_id = $1) "
        "+ (SELECT count(*) FROM note WHERE organisation_id = $1) "
        "+ (SELECT count(*) FROM membership WHERE organisation_id = $1 AND ended_at IS NULL)",
        gone,
    )
    assert left == 0
    moved = await people.connection.fetchrow(
        "SELECT (SELECT count(*) FROM invitation WHERE organisation_id = $1 AND state = 'waiting') AS invitations, "
        "(SELECT count(*) FROM join_request WHERE organisation_id = $1 AND state = 'waiting') AS requests, "
        "(SELECT count(*) FROM contact WHERE organisation_id = $1) AS contacts, "
        "(SELECT count(*) FROM note WHERE organisation_id = $1) AS notes, "
        "(SELECT description FROM organisation WHERE id = $1) AS description",
        kept,
    )
    expected = [int(status == 201) for status in others]
    assert [*tuple(moved)[:4]] == expected
    assert moved["description"] == ("Ici." if edited == 200 else None)


async def test_an_invitation_accepted_during_a_merge_is_found_when_asked_again(people, doubles):
    gone, kept, by = doubles
    eve = await people.account("Eve")
    await by["alice"].post(f"/organisations/{gone}/invitations", {"email": eve.email}, 201)
    [invitation] = (await eve.get("/me/invitations"))["items"]
    accept = f"/me/invitations/{invitation['id']}/acceptance"
    accepted, merged = await asyncio.gather(
        eve.call("POST", accept),
        by["clara"].call("POST", f"/organisations/{gone}/merge", json={"into": str(kept)}),
    )
    assert merged.status_code == 200
    if accepted.status_code != 200:
        assert (accepted.status_code, accepted.json()["code"]) == (409, "organisation_moved")
        await eve.post(accept)
    assert (await eve.get(f"/organisations/{kept}"))["role"] == "editor"


async def test_an_organisation_is_merged_into_by_many_at_once(people, doubles):
    gone, kept, by = doubles
    others = [
        await by["clara"].enters(
            name=f"Atelier {n}", commune_insee=f"5900{n}", commune_name="Ici", without_me=True
        )
        for n in range(4)
    ]
    answers = await asyncio.gather(
        *(
            by["clara"].call("POST", f"/organisations/{one}/merge", json={"into": str(into)})
            for one, into in [
                (others[0], kept),
                (others[1], others[0]),
                (others[2], others[1]),
                (others[3], kept),
                (gone, kept),
            ]
        )
    )
    assert {answer.status_code for answer in answers} <= {200, 422}
    chains = await people.connection.fetchval(
        "SELECT count(*) FROM organisation o JOIN organisation k ON k.id = o.merged_into WHERE k.merged_into IS NOT NULL"
    )
    assert chains == 0
