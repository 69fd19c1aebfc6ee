"""Who is there, whose voice is held by whom, and whether that is enough."""

import asyncio

import pytest
from members_meetings import convened, in_days, opened

_FIVE = ("Atelier", "Brasserie", "Cinéma", "Dojo", "École")


async def test_people_come_and_go_and_the_quorum_follows(people):
    assembly = await opened(people, *_FIVE)
    assert await assembly.quorum() == (0, 0, 3, False)
    await assembly.arrive("Atelier", "Brasserie")
    await assembly.seat("Cinéma").call("POST", "/arrival", json={"mode": "online"})
    assert await assembly.quorum() == (3, 0, 3, True)
    await assembly.seat("Brasserie").post("/departure", None, 204)
    assert await assembly.quorum() == (2, 0, 3, False)
    await assembly.secretary.post(f"{assembly.path}/arrivals", {"roll_id": assembly.ids["Brasserie"]}, 204)
    again = await assembly.seat("Brasserie").post("/arrival", {}, 409)
    assert again["code"] == "already_present"
    spans = await people.connection.fetch(
        "SELECT mode, upper_inf(span) AS is_here FROM attendance a JOIN meeting_roll r ON r.id = a.roll_id "
        "ORDER BY r.name, lower(a.span)"
    )
    assert [tuple(row) for row in spans] == [
        ("on_site", True),
        ("on_site", False),
        ("on_site", True),
        ("online", True),
    ]


async def test_a_proxy_counts_while_its_holder_is_there_and_until_its_giver_comes(people):
    assembly = await convened(people, *_FIVE)
    dojo = assembly.seat("Dojo")
    await dojo.call("PUT", "/proxy", json={"holder_id": assembly.ids["Atelier"]})
    await assembly.secretary.post(f"{assembly.path}/open")
    assert await assembly.quorum() == (0, 0, 3, False)
    await assembly.arrive("Atelier", "Brasserie")
    assert await assembly.quorum() == (2, 1, 3, True)
    await assembly.seat("Atelier").post("/departure", None, 204)
    assert await assembly.quorum() == (1, 0, 3, False)
    await assembly.arrive("Atelier", "Dojo")
    assert await assembly.quorum() == (3, 0, 3, True)
    ended = await people.connection.fetchval("SELECT ended_as FROM proxy")
    assert ended == "giver_arrived"
    await dojo.post("/departure", None, 204)
    assert await assembly.quorum() == (2, 0, 3, False)  # a proxy that is void stays so


@pytest.mark.parametrize(
    ("giver", "holder", "reason"),
    [
        ("Atelier", "Atelier", "ck_proxy_to_another"),
        ("Brasserie", "Cinéma", "proxy_giver_is_present"),
        ("Dojo", "Lavoir", "proxy_holder_is_absent"),
        ("Dojo", "École", "proxy_chain"),
        ("Dojo", "Brasserie", "proxy_holder_has_enough"),
    ],
)
async def test_a_proxy_that_the_bylaws_do_not_allow_is_refused(people, giver, holder, reason):
    """Brasserie and Cinéma are there; École, Fanfare gave theirs to Brasserie, which may hold two."""
    assembly = await opened(people, *_FIVE, "Fanfare", "Lavoir")
    await assembly.arrive("Brasserie", "Cinéma")
    for name in ("École", "Fanfare"):
        answer = await assembly.seat(name).call(
            "PUT", "/proxy", json={"holder_id": assembly.ids["Brasserie"]}
        )
        assert answer.status_code == 204, answer.text
    answer = await assembly.seat(giver).call("PUT", "/proxy", json={"holder_id": assembly.ids[holder]})
    assert (answer.status_code, answer.json()["code"], answer.json()["reason"]) == (
        409,
        "proxy_refused",
        reason,
    )
    offered = (await assembly.seat("Dojo").get(""))["me"]["may_hold"]
    assert [one["name"] for one in offered] == ["Cinéma"]


async def test_whoever_holds_a_proxy_does_not_give_theirs_and_colleges_stay_apart(people):
    proxies = {"general_assembly": {"per_holder": 1, "same_college": True}}
    assembly = await convened(people, *_FIVE, proxies=proxies)  # Atelier and École are of college A
    other = await assembly.seat("Atelier").call("PUT", "/proxy", json={"holder_id": assembly.ids["Dojo"]})
    assert other.json()["reason"] == "proxy_of_another_college"
    await assembly.seat("École").call("PUT", "/proxy", json={"holder_id": assembly.ids["Atelier"]})
    chain = await assembly.seat("Atelier").call("PUT", "/proxy", json={"holder_id": assembly.ids["École"]})
    assert chain.json()["reason"] == "proxy_chain"
    await assembly.seat("École").delete("/proxy")
    now = await assembly.seat("Atelier").call("PUT", "/proxy", json={"holder_id": assembly.ids["École"]})
    assert now.status_code == 204
    history = await people.connection.fetch("SELECT ended_as FROM proxy ORDER BY given_at")
    assert [row["ended_as"] for row in history] == ["withdrawn", None]


async def test_proxies_given_at_the_same_moment_make_no_chain_and_no_more_than_may_be_held(people):
    names = tuple(f"Structure {n:02}" for n in range(12))
    assembly = await convened(people, *names)
    ring = zip(names, names[1:] + names[:1], strict=True)
    answers = await asyncio.gather(
        *(
            assembly.seat(one).call("PUT", "/proxy", json={"holder_id": assembly.ids[two]})
            for one, two in ring
        ),
        *(
            assembly.seat(one).call("PUT", "/proxy", json={"holder_id": assembly.ids[names[0]]})
            for one in names[3:]
        ),
    )
    assert {answer.status_code for answer in answers} <= {204, 409}
    live = await people.connection.fetch("SELECT giver_id, holder_id FROM proxy WHERE ended_at IS NULL")
    givers, holders = {row["giver_id"] for row in live}, [row["holder_id"] for row in live]
    assert givers
    assert not givers & set(holders)
    assert max(holders.count(one) for one in holders) <= 2


async def test_without_a_quorum_nothing_is_voted_and_a_second_call_has_its_own(people):
    assembly = await opened(people, *_FIVE)
    await assembly.arrive("Atelier")
    motion = await assembly.motion()
    refused = await assembly.secretary.post(f"/motions/{motion}/open", None, 409)
    assert (refused["code"], refused["voices"], refused["needed"]) == ("no_quorum", 1, 3)
    second = await assembly.secretary.post(f"{assembly.path}/adjourn", {"held_on": str(in_days(0))}, 201)
    assert (second["second_call_of"], second["state"], second["quorum_share"]) == (
        assembly.id,
        "planned",
        "0",
    )
    first = await assembly.secretary.get(assembly.path)
    assert (first["state"], first["second_call_id"]) == ("adjourned", second["id"])
    path = f"/meetings/{second['id']}"
    await assembly.secretary.post(f"{path}/convene", {"accept_short_notice": True})
    await assembly.secretary.post(f"{path}/open")
    live = await assembly.secretary.get(f"{path}/live")
    assert [one["title"] for one in live["meeting"]["motions"]] == ["Approuver les comptes"]
    roll = {one["name"]: one["id"] for one in live["roll"]}
    await assembly.secretary.post(f"{path}/arrivals", {"roll_id": roll["Atelier"]}, 204)
    motion = live["meeting"]["motions"][0]["id"]
    await assembly.secretary.post(f"/motions/{motion}/open")
    hands = {"votes_for": 1, "votes_against": 0, "votes_abstain": 0}
    assert (await assembly.secretary.post(f"/motions/{motion}/close", hands))["state"] == "adopted"


async def test_the_roll_is_frozen_when_the_meeting_opens(people):
    assembly = await opened(people, *_FIVE)
    member = await people.connection.fetchval("SELECT member_id FROM meeting_roll WHERE name = 'Dojo'")
    await people.connection.execute(
        "UPDATE college_membership SET period = daterange(lower(period), current_date), ended_as = 'resignation' "
        "WHERE member_id = $1",
        member,
    )
    refused = await assembly.secretary.post(f"{assembly.path}/roll/refresh", None, 409)
    assert (refused["code"], refused["state"]) == ("not_now", "open")
    with pytest.raises(Exception, match="the roll is frozen"):
        await people.connection.execute("UPDATE meeting_roll SET may_vote = false WHERE name = 'Atelier'")
    with pytest.raises(Exception, match="the roll is frozen"):
        await people.connection.execute("DELETE FROM meeting_roll WHERE name = 'Atelier'")
    assert (await assembly.live())["meeting"]["quorum"]["members"] == 5


async def test_who_looks_on_is_told_only_when_something_changed(people):
    assembly = await opened(people, *_FIVE)
    seat = assembly.seat("Atelier")
    first = await seat.call("GET", "")
    tag = first.headers["etag"]
    unchanged = await seat.call("GET", "", headers={"If-None-Match": tag})
    assert (unchanged.status_code, unchanged.headers["etag"], unchanged.content) == (304, tag, b"")
    await assembly.arrive("Brasserie")
    changed = await seat.call("GET", "", headers={"If-None-Match": tag})
    assert (changed.status_code, changed.json()["meeting"]["quorum"]["present"]) == (200, 1)
    assert changed.headers["cache-control"] == "private, no-store"
