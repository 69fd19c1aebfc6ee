"""Who leaves before the day stays on the roll, struck out: no vote, no link, no proxy."""

import asyncio

from members_meetings import TODAY, convened, in_days

_THREE = ("Atelier", "Brasserie", "Cinéma", "Dojo")


async def leaves(people, assembly, name, on=TODAY, status=200):
    member = await people.connection.fetchval("SELECT member_id FROM meeting_roll WHERE name = $1", name)
    body = {"on": str(on), "ended_as": "resignation", "reason": "Départ."}
    return member, await assembly.secretary.post(f"/members/{member}/end", body, status)


async def struck(assembly):
    roll = await assembly.secretary.get(f"{assembly.path}/roll")
    return [
        (one["name"], one["may_vote"], one["has_link"], one["struck_on"], one["struck_as"])
        for one in roll["items"]
    ]


async def test_who_leaves_before_the_day_is_struck_off_the_roll(people):
    assembly = await convened(people, *_THREE, facts={"held_on": str(in_days(0))})
    await assembly.seat("Cinéma").call("PUT", "/proxy", json={"holder_id": assembly.ids["Brasserie"]})
    await leaves(people, assembly, "Brasserie")
    await assembly.seat("Dojo").call("PUT", "/proxy", json={"holder_id": assembly.ids["Atelier"]})
    await leaves(people, assembly, "Dojo")
    day = str(TODAY)
    assert await struck(assembly) == [
        ("Atelier", True, True, None, None),
        ("Brasserie", False, False, day, "resignation"),
        ("Cinéma", True, True, None, None),
        ("Dojo", False, False, day, "resignation"),
    ]
    ended = await people.connection.fetch("SELECT ended_as FROM proxy ORDER BY given_at")
    assert [row["ended_as"] for row in ended] == ["struck_off", "struck_off"]
    await assembly.seat("Brasserie").get("", 404)
    gone = {"roll_id": assembly.ids["Brasserie"]}
    await assembly.secretary.post(f"{assembly.path}/roll/{gone['roll_id']}/link", {}, 404)
    told = await assembly.secretary.post(f"{assembly.path}/convene", {"dry_run": True})
    assert [one["name"] for one in told["recipients"]] == ["Atelier", "Cinéma"]
    assert (await assembly.secretary.get(assembly.path))["roll"] == {"total": 2, "voters": 2}
    opened = await assembly.secretary.post(f"{assembly.path}/open")
    assert opened["roll"] == {"total": 2, "voters": 2}
    await assembly.secretary.post(f"{assembly.path}/arrivals", gone, 404)
    await assembly.arrive("Atelier")
    assert await assembly.quorum() == (1, 0, 1, True)
    at_the_desk = {one["name"]: one["struck_as"] for one in (await assembly.live())["roll"]}
    assert at_the_desk == {"Atelier": None, "Brasserie": "resignation", "Cinéma": None, "Dojo": "resignation"}
    await assembly.secretary.post(f"{assembly.path}/close")
    lines = (await assembly.secretary.post(f"{assembly.path}/minutes", None, 201))["text"].splitlines()
    place = lines.index("# Rayés de la liste électorale (2)")
    assert lines[place + 1].startswith("— Brasserie, collège B, rayé : démission, ")
    assert "Cinéma, collège C." in lines
    sheet = await assembly.secretary.call("GET", f"{assembly.path}/attendance-sheet.pdf")
    assert sheet.content.startswith(b"%PDF"), sheet.text


async def test_who_comes_back_before_it_opens_votes_again_and_after_the_day_nobody_is_struck_off(people):
    assembly = await convened(people, *_THREE, facts={"held_on": str(in_days(0))})
    member, _ = await leaves(people, assembly, "Brasserie", on=in_days(-3))
    assert (await struck(assembly))[1] == ("Brasserie", False, False, str(in_days(-3)), "resignation")
    back = {"on": str(in_days(-2)), "college": "B", "fee_category": "small"}
    await assembly.secretary.post(f"/members/{member}/readmit", back)
    await assembly.secretary.post(f"{assembly.path}/open")
    assert (await struck(assembly))[1] == ("Brasserie", True, False, None, None)
    # Once it is open, who was on its roll leaves after that day at the earliest.
    _, refused = await leaves(people, assembly, "Dojo", status=409)
    assert (refused["code"], refused["decisions"][0]["id"]) == ("decisions_after_it", assembly.id)


async def test_leaving_while_the_meeting_opens_is_before_or_refused(people):
    assembly = await convened(people, *_THREE)
    member = await people.connection.fetchval("SELECT member_id FROM meeting_roll WHERE name = 'Dojo'")
    body = {"on": str(TODAY), "ended_as": "resignation"}
    opened, left = await asyncio.gather(
        assembly.secretary.call("POST", f"{assembly.path}/open"),
        assembly.secretary.call("POST", f"/members/{member}/end", json=body),
    )
    assert opened.status_code == 200, opened.text
    assert left.status_code in {200, 409}, left.text
    [dojo] = [one for one in (await assembly.live())["roll"] if one["name"] == "Dojo"]
    assert dojo["may_vote"] == (left.status_code == 409)


async def test_who_sits_no_more_is_struck_off_with_what_was_sent_to_them(people):
    """Who left the body without leaving the association: the roll is looked up again."""
    assembly = await convened(people, *_THREE)
    await assembly.seat("Dojo").call("PUT", "/proxy", json={"holder_id": assembly.ids["Atelier"]})
    await people.connection.execute(
        "DELETE FROM college_membership c USING meeting_roll r WHERE r.member_id = c.member_id AND r.name = 'Dojo'"
    )
    await assembly.secretary.post(f"{assembly.path}/roll/refresh")
    assert (await struck(assembly))[3] == ("Dojo", False, False, str(TODAY), "sits_no_more")
    sent = await people.connection.fetchval("SELECT count(*) FROM meeting_notice_recipient")
    assert sent == 4
