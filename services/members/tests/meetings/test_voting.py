"""Votes: by hands, by secret ballots, by proxy; nothing ties a ballot to who cast it, and none is lost or doubled."""

import asyncio
import json
import random
from fractions import Fraction

import pytest
from members_meetings import opened
from ombelle_members.governance.bylaws import MajorityRule

_FIVE = ("Atelier", "Brasserie", "Cinéma", "Dojo", "École")


async def test_hands_are_counts_and_no_more_than_there_are_voices(people):
    assembly = await opened(people, *_FIVE)
    await assembly.arrive("Atelier", "Brasserie", "Cinéma")
    motion = await assembly.motion(majority="extraordinary")
    opened_now = await assembly.secretary.post(f"/motions/{motion}/open")
    frozen = (
        "members",
        "present",
        "represented",
        "quorum_needed",
        "majority_share",
        "majority_exceeds",
        "poll_id",
    )
    assert [opened_now[name] for name in frozen] == [5, 3, 0, 3, "2/3", False, None]
    close = f"/motions/{motion}/close"
    too_many = await assembly.secretary.post(
        close, {"votes_for": 3, "votes_against": 1, "votes_abstain": 0}, 422
    )
    assert (too_many["code"], too_many["errors"][0]["code"]) == ("counts_wrong", "more_than_voices")
    assert (await assembly.secretary.post(close, {}, 422))["errors"][0]["code"] == "missing"
    # Two thirds of the three that were cast are enough.
    closed = await assembly.secretary.post(close, {"votes_for": 2, "votes_against": 1, "votes_abstain": 0})
    assert (closed["state"], closed["voices"], closed["allowed_actions"]) == ("adopted", 3, [])
    assert (await assembly.secretary.post(close, {"votes_for": 0}, 409))["state"] == "adopted"


async def test_a_secret_ballot_by_link_and_by_proxy_is_opened_when_it_closes(people):
    assembly = await opened(people, *_FIVE)
    await assembly.arrive("Atelier", "Brasserie", "Cinéma")
    await assembly.seat("Dojo").call("PUT", "/proxy", json={"holder_id": assembly.ids["Atelier"]})
    motion = await assembly.motion(voting="secret")
    other = await assembly.motion("Une autre")
    poll = await assembly.poll(motion)
    assert (await assembly.secretary.post(f"/motions/{other}/open", None, 409))["code"] == "not_now"
    atelier, brasserie, cinema = (assembly.seat(name) for name in _FIVE[:3])
    ids = assembly.ids
    seen = await atelier.get("")
    assert [(one["name"], one["is_own"], one["voted"]) for one in seen["me"]["voices"]] == [
        ("Atelier", True, []),
        ("Dojo", False, []),
    ]
    await atelier.vote(poll, ids["Atelier"], "for")
    told = await atelier.vote(poll, ids["Dojo"], "against")
    assert told == {"poll_id": poll, "voice_id": ids["Dojo"], "ballots": 2}
    assert [one["voted"] for one in (await atelier.get(""))["me"]["voices"]] == [[poll], [poll]]
    assert (await atelier.vote(poll, ids["Dojo"], "for", status=409))["code"] == "ballot_twice"
    assert (await brasserie.vote(poll, ids["Dojo"], "for", status=403))["code"] == "not_their_voice"
    assert (await brasserie.vote(poll, ids["Brasserie"], "maybe", status=409))["code"] == "ballot_refused"
    assert (await brasserie.vote(poll, ids["Brasserie"], "for", "against", status=409))[
        "code"
    ] == "ballot_refused"
    assert (await brasserie.vote(poll, ids["Brasserie"], status=409))["code"] == "ballot_refused"
    await cinema.post("/departure", None, 204)
    assert (await cinema.vote(poll, ids["Cinéma"], "for", status=409))["code"] == "not_present"
    [now] = [one for one in (await cinema.get(""))["meeting"]["motions"] if one["id"] == motion]
    assert (now["state"], now["ballots"], now["votes_for"]) == ("open", 2, None)
    closed = await assembly.secretary.post(f"/motions/{motion}/close")
    result = ("state", "votes_for", "votes_against", "votes_abstain", "voices", "ballots")
    assert [closed[name] for name in result] == ["rejected", 1, 1, 0, 3, None]
    [shown] = [one for one in (await brasserie.get(""))["meeting"]["motions"] if one["id"] == motion]
    assert [shown[name] for name in result] == [closed[name] for name in result]
    assert (await brasserie.vote(poll, ids["Brasserie"], "for", status=409))["code"] == "poll_closed"


async def test_a_conflict_of_interest_keeps_a_voice_out_of_the_vote(people):
    assembly = await opened(people, *_FIVE)
    await assembly.arrive("Atelier", "Brasserie", "Cinéma")
    motion = await assembly.motion(voting="secret")
    atelier = assembly.seat("Atelier")
    await atelier.post("/conflicts", {"motion_id": motion, "reason": "Fournisseur."}, 204)
    poll = await assembly.poll(motion)
    assert (await atelier.vote(poll, assembly.ids["Atelier"], "for", status=409))[
        "reason"
    ] == "ballot_with_a_conflict"
    brasserie = assembly.seat("Brasserie")
    await brasserie.vote(poll, assembly.ids["Brasserie"], "for")
    late = await brasserie.post("/conflicts", {"motion_id": motion}, 409)
    assert late["code"] == "conflict_refused"
    closed = await assembly.secretary.post(f"/motions/{motion}/close", {})
    assert (closed["state"], closed["voices"], closed["conflicts"]) == ("adopted", 2, 1)


async def test_sixty_voters_at_once_are_each_counted_once(people):
    """Each sends its ballot twice at the same moment, as a phone does that got no answer; some come too late."""
    names = tuple(f"Structure {n:02}" for n in range(60))
    assembly = await opened(people, *names)
    await asyncio.gather(*(assembly.seat(name).call("POST", "/arrival", json={}) for name in names))
    assert (await assembly.quorum())[:2] == (60, 0)
    motion = await assembly.motion(voting="secret")
    poll = await assembly.poll(motion)
    picks = {name: ("for", "against", "abstain")[n % 3] for n, name in enumerate(names)}

    async def sends(name):
        body = {"poll_id": poll, "voice_id": assembly.ids[name], "choices": [picks[name]]}
        return await assembly.seat(name).call("POST", "/ballots", json=body)

    answers = await asyncio.gather(*(sends(name) for name in names * 2))
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200] * 60 + [409] * 60
    assert {answer.json().get("code") for answer in answers if answer.status_code == 409} == {"ballot_twice"}
    closed = await assembly.secretary.post(f"/motions/{motion}/close", {})
    assert [closed[f"votes_{one}"] for one in ("for", "against", "abstain")] == [20, 20, 20]


async def test_a_ballot_that_races_the_closing_is_counted_or_refused(people):
    names = tuple(f"Structure {n:02}" for n in range(16))
    assembly = await opened(people, *names)
    await asyncio.gather(*(assembly.seat(name).call("POST", "/arrival", json={}) for name in names))
    motion = await assembly.motion(voting="secret")
    poll = await assembly.poll(motion)

    async def sends(name):
        body = {"poll_id": poll, "voice_id": assembly.ids[name], "choices": ["for"]}
        return await assembly.seat(name).call("POST", "/ballots", json=body)

    first = [sends(name) for name in names[:8]]
    rest = [sends(name) for name in names[8:]]
    closing = assembly.secretary.call("POST", f"/motions/{motion}/close", json={})
    answers = await asyncio.gather(*first, closing, *rest)
    closed = answers.pop(8).json()
    taken = sum(answer.status_code == 200 for answer in answers)
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert closed["votes_for"] == taken
    assert await people.connection.fetchval("SELECT count(*) FROM poll_voter") == taken


async def test_nothing_that_is_written_ties_a_choice_to_a_voter(people, app):
    assembly = await opened(people, *_FIVE)
    await assembly.arrive(*_FIVE)
    motion = await assembly.motion(voting="secret")
    poll = await assembly.poll(motion)
    for number, name in enumerate(_FIVE):
        body = {
            "poll_id": poll,
            "voice_id": assembly.ids[name],
            "choices": [("against", "abstain")[number % 2]],
        }
        # Some program may send a key: the digest of so small a body would say what it chose.
        key = {"Idempotency-Key": f"ballot-{number}"}
        answer = await assembly.seat(name).call("POST", "/ballots", json=body, headers=key)
        assert answer.status_code == 200, answer.text
    connection = people.connection
    # One row holds all counts: whichever transaction wrote it last, it tells nothing of a choice.
    assert await connection.fetch("SELECT counts, blank FROM urn") == [([0, 3, 2], 0)]
    columns = await connection.fetch(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'poll_voter'::regclass AND attnum > 0"
    )
    assert {row["attname"] for row in columns} == {"poll_id", "roll_id", "on_paper"}
    # Beside the names of the choices in the poll itself, no table holds one of them.
    tables = await connection.fetch(
        "SELECT relname FROM pg_class WHERE relnamespace = 'members'::regnamespace AND relkind = 'r'"
    )
    holding = set()
    for row in tables:
        held = await connection.fetchval(
            f"SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text FROM \"{row['relname']}\" t"
        )
        if '"against"' in held or '"abstain"' in held:
            holding.add(row["relname"])
    assert holding == {"poll"}
    assert await connection.fetchval("SELECT count(*) FROM idempotent_request WHERE key LIKE 'ballot-%'") == 0
    actions = await connection.fetch(
        "SELECT action FROM audit_value JOIN audit_entry USING (seq) "
        "WHERE subject_id = ANY ($1) AND action ~ 'ballot|voted|cast'",
        [assembly.id, motion, poll],
    )
    assert actions == []
    # Once it is closed, PostgreSQL keeps no older version of the urn either.
    await assembly.secretary.post(f"/motions/{motion}/close", {})
    size = await connection.fetchval("SELECT pg_relation_size('urn')")
    await connection.execute("VACUUM urn")
    assert await connection.fetchval("SELECT pg_relation_size('urn')") == size


async def test_postgresql_adopts_as_the_bylaws_say(people):
    """The one rule stands twice: where motions are closed, and in what reads the bylaws."""
    chance = random.Random(27)
    cases = []
    for _ in range(3000):
        parts = [chance.randrange(0, 30) for _ in range(3)]
        voices = sum(parts) + chance.randrange(0, 5)
        share = chance.choice([Fraction(1, 2), Fraction(2, 3), Fraction(3, 5), Fraction(1, 4), Fraction(1)])
        rule = {
            "base": chance.choice(["cast", "present", "members"]),
            "fraction": str(share),
            "exceeds": chance.random() < 0.5,
            "abstentions_count": chance.random() < 0.5,
        }
        cases.append((rule, parts, voices, voices + chance.randrange(0, 20)))
    expected = [
        MajorityRule.model_validate(rule).is_reached(
            in_favour=parts[0], against=parts[1], abstaining=parts[2], present=voices, members=members
        )
        for rule, parts, voices, members in cases
    ]
    asked = [
        {**rule, "numerator": Fraction(rule["fraction"]).numerator, "denominator": Fraction(rule["fraction"]).denominator,
         "for": parts[0], "against": parts[1], "abstain": parts[2], "voices": voices, "members": members}
        for rule, parts, voices, members in cases
    ]  # fmt: skip
    found = await people.connection.fetch(
        "SELECT majority_reached(x ->> 'base', (x ->> 'numerator')::integer, (x ->> 'denominator')::integer, "
        "(x ->> 'exceeds')::boolean, (x ->> 'abstentions_count')::boolean, (x ->> 'for')::integer, "
        "(x ->> 'against')::integer, (x ->> 'abstain')::integer, (x ->> 'voices')::integer, (x ->> 'members')::integer) "
        "AS reached FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS c (x, n) ORDER BY n",
        json.dumps(asked),
    )
    assert [row["reached"] for row in found] == expected
    assert 500 < sum(expected) < 2500


async def test_only_counts_that_the_majority_carries_are_adopted(people):
    assembly = await opened(people, *_FIVE)
    await assembly.arrive("Atelier", "Brasserie", "Cinéma")
    motion = await assembly.motion()
    await assembly.secretary.post(f"/motions/{motion}/open")
    with pytest.raises(Exception, match="ck_motion_carried_by_its_majority"):
        await people.connection.execute(
            "UPDATE motion SET state = 'adopted', closed_at = now() + interval '1 second', voices = 3, votes_for = 1, "
            "votes_against = 2, votes_abstain = 0"
        )
