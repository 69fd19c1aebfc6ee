"""Meetings before and after: planned, convened in time, recorded."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from members_meetings import TODAY, convened, in_days, opened, planned
from ombelle_members.personal_data.jobs import keep_to_the_rules


async def test_a_meeting_is_convened_in_time_or_it_is_said_aloud(people):
    assembly = await planned(people, "Atelier", "Brasserie")
    await assembly.secretary.call(
        "PUT",
        f"{assembly.path}/agenda",
        json={"items": [{"title": "Rapport moral"}]},
        headers={"If-Match": "*"},
    )
    dry = await assembly.secretary.post(f"{assembly.path}/convene", {"dry_run": True})
    for one in dry["recipients"]:
        one.pop("roll_id")
    text = dry.pop("text")
    assert dry == {
        "is_sent": False,
        "days_given": 0,
        "days_needed": 15,
        "is_short": True,
        "subject": dry["subject"],
        "recipients": [
            {
                "name": name,
                "representative_name": None,
                "email": f"m{number}@exemple.fr",
                "may_vote": True,
                "reached_by": "address",
            }
            for number, name in enumerate(("Atelier", "Brasserie"), start=1)
        ],
        "unreached": 0,
    }
    assert "1. Rapport moral" in text
    assert await people.posted("mail.requested") == []
    refused = await assembly.secretary.post(f"{assembly.path}/convene", {}, 409)
    assert (refused["code"], refused["days_given"], refused["days_needed"]) == ("notice_too_short", 0, 15)
    assert refused["errors"][0]["pointer"] == "/body/accept_short_notice"
    await assembly.secretary.post(f"{assembly.path}/convene", {"accept_short_notice": True})
    mails = await people.posted("mail.requested")
    assert [(mail["to"], mail["template"], mail["is_secret"]) for mail in mails] == [
        ("m1@exemple.fr", "meeting-notice", True),
        ("m2@exemple.fr", "meeting-notice", True),
    ]
    shown = await assembly.secretary.get(assembly.path)
    [notice] = shown["notices"]
    assert (notice["is_short"], notice["recipients"], notice["unreached"]) == (True, 2, 0)
    proofs = await people.connection.fetch(
        "SELECT x.mail_id::text = o.key AS is_proof FROM meeting_notice_recipient x "
        "LEFT JOIN outbox_message o ON o.key = x.mail_id::text"
    )
    assert [row["is_proof"] for row in proofs] == [True, True]
    roll = await assembly.secretary.get(f"{assembly.path}/roll")
    assert [
        (one["name"], one["college"], one["has_link"], one["notified_at"] is None) for one in roll["items"]
    ] == [
        ("Atelier", "A", True, False),
        ("Brasserie", "B", True, False),
    ]


async def test_the_day_does_not_move_once_people_were_told(people):
    assembly = await convened(people, "Atelier", "Brasserie")
    refused = await assembly.secretary.patch(assembly.path, {"held_on": str(in_days(9))}, 409)
    assert (refused["code"], refused["state"]) == ("not_now", "convened")
    changed = await assembly.secretary.patch(assembly.path, {"chair_name": "Ada Lovelace"})
    assert changed["chair_name"] == "Ada Lovelace"
    stale = await assembly.secretary.patch(assembly.path, {"chair_name": "Bob"}, 412, if_match='"v1"')
    assert stale["current"]["chair_name"] == "Ada Lovelace"


async def test_who_has_not_paid_by_the_cut_off_comes_without_a_vote(people):
    assembly = await planned(people, "Atelier", "Brasserie", vote_needs_fee=True, fee_grace_until="12-31")
    await people.connection.execute(
        "INSERT INTO fee (member_id, year, period, category, amount_cents, called_on, due_on) "
        "SELECT member_id, y, daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1)), 'small', 5000, "
        "make_date(y, 1, 1), make_date(y, 1, 1) "
        "FROM college_membership, generate_series($1::integer - 1, $1) AS y WHERE college = 'B'",
        TODAY.year,
    )
    await assembly.secretary.post(f"{assembly.path}/roll/refresh")
    roll = await assembly.secretary.get(f"{assembly.path}/roll")
    assert [(one["name"], one["may_vote"]) for one in roll["items"]] == [
        ("Atelier", True),
        ("Brasserie", False),
    ]
    assert (await assembly.secretary.get(assembly.path))["roll"] == {"total": 2, "voters": 1}


async def test_an_account_takes_the_place_of_the_member_it_acts_for(people):
    assembly = await opened(people, "Atelier", "Brasserie")
    dan, eve = await people.account("Dan"), await people.account("Eve")
    assert (await dan.get("/me/meetings"))["items"] == []
    await people.connection.execute(
        "INSERT INTO membership (organisation_id, person_id, role) SELECT o.id, p.id, 'editor' "
        "FROM organisation o, person p WHERE o.name = 'Atelier' AND p.name = 'Dan'"
    )
    [mine] = (await dan.get("/me/meetings"))["items"]
    assert (mine["id"], mine["name"], mine["meeting"]["state"], mine["is_present"]) == (
        assembly.ids["Atelier"],
        "Atelier",
        "open",
        False,
    )
    place = f"/me/meetings/{mine['id']}"
    await dan.post(f"{place}/arrival", {}, 204)
    await assembly.arrive("Brasserie")
    motion = await assembly.motion(voting="secret")
    poll = await assembly.poll(motion)
    ballot = {"poll_id": poll, "voice_id": mine["id"], "choices": ["for"]}
    await dan.post(f"{place}/ballots", ballot)
    assert (await dan.get(place))["me"]["voices"][0]["voted"] == [poll]
    # The same voice by its link has voted.
    assert (await assembly.seat("Atelier").vote(poll, mine["id"], "against", status=409))[
        "code"
    ] == "ballot_twice"
    assert (await eve.get(place, 404))["code"] == "roll_entry_unknown"
    assert (await eve.post(f"{place}/ballots", ballot, 404))["code"] == "roll_entry_unknown"


async def test_minutes_claim_no_more_than_what_was_done(people):
    assembly = await planned(people, "Atelier", "Brasserie")
    await people.connection.execute("UPDATE organisation SET email = NULL WHERE name = 'Brasserie'")
    await assembly.secretary.post(f"{assembly.path}/convene", {"accept_short_notice": True})
    await assembly.secretary.post(f"{assembly.path}/open")
    for seat in (await assembly.secretary.get(f"{assembly.path}/roll"))["items"]:
        await assembly.secretary.post(f"{assembly.path}/arrivals", {"roll_id": seat["id"]}, 204)
    motion = await assembly.motion(voting="secret")
    await assembly.poll(motion)
    await assembly.secretary.post(f"/motions/{motion}/withdraw")
    await assembly.secretary.post(f"{assembly.path}/close")
    lines = (await assembly.secretary.post(f"{assembly.path}/minutes", None, 201))["text"].splitlines()
    assert (
        "La convocation est partie 0 jour avant la réunion à 1 destinataire (délai statutaire : 15 jours). Le délai "
        "statutaire n’a pas été tenu. Faute d’adresse connue, 1 membre était à prévenir autrement."
    ) in lines
    assert "Résolution 1 — Approuver les comptes : retirée en cours de vote." in lines


async def test_minutes_tell_what_happened_and_stand_once_approved(people):
    assembly = await opened(people, "Atelier", "Brasserie", "Cinéma")
    items = [{"title": "Rapport financier", "report": "Les comptes sont présentés."}]
    agenda = await assembly.secretary.call(
        "PUT", f"{assembly.path}/agenda", json={"items": items}, headers={"If-Match": "*"}
    )
    [item] = agenda.json()["agenda"]
    await assembly.arrive("Atelier", "Brasserie")
    await assembly.seat("Cinéma").call("PUT", "/proxy", json={"holder_id": assembly.ids["Atelier"]})
    motion = await assembly.motion(agenda_item_id=item["id"])
    await assembly.secretary.post(f"/motions/{motion}/open")
    hands = {"votes_for": 2, "votes_against": 0, "votes_abstain": 1}
    await assembly.secretary.post(f"/motions/{motion}/close", hands)
    await assembly.secretary.post(
        f"{assembly.path}/tasks", {"what": "Publier les comptes", "who": "Ada"}, 201
    )
    await assembly.secretary.post(f"{assembly.path}/close")
    drafted = await assembly.secretary.post(f"{assembly.path}/minutes", None, 201)
    lines = drafted["text"].splitlines()
    assert "# 1. Rapport financier" in lines
    assert (
        "Résolution 1 — Approuver les comptes : adoptée. Vote à main levée : 2 pour, 0 contre, 1 abstention, sur 3 voix."
        in lines
    )
    assert "# Présents (2)" in lines
    assert "— Cinéma, collège C, pouvoir à Atelier" in lines
    assert "— Publier les comptes — Ada" in lines
    path = f"{assembly.path}/minutes"
    written = await assembly.secretary.call(
        "PUT", path, json={"text": drafted["text"] + "\n\nFait à Amiens."}, headers={"If-Match": '"v1"'}
    )
    assert written.status_code == 200, written.text
    early = await assembly.secretary.post(f"{path}/approve", {"approved_on": str(in_days(-1))}, 409)
    assert early["errors"][0]["pointer"] == "/body/approved_on"
    approved = await assembly.secretary.post(f"{path}/approve", {"approved_on": str(TODAY)})
    assert (approved["approved_on"], approved["allowed_actions"]) == (str(TODAY), ["correct"])
    again = await assembly.secretary.call("PUT", path, json={"text": "Rien."}, headers={"If-Match": "*"})
    assert (again.status_code, again.json()["code"]) == (409, "minutes_stand")
    with pytest.raises(Exception, match="approved minutes stand"):
        await people.connection.execute("UPDATE minutes SET text = 'Rien.'")
    await assembly.secretary.post(f"{path}/correct", {"correction": "Le nom d'un membre."}, 201)
    brief = (await assembly.secretary.get(assembly.path))["minutes"]
    assert [(one["number"], one["approved_on"]) for one in brief] == [(1, str(TODAY)), (2, None)]
    # Members read what was approved, not the draft of its correction.
    for who, address in ((assembly.secretary, f"{path}.pdf"), (assembly.seat("Atelier"), "/minutes.pdf")):
        answer = await who.call("GET", address)
        assert answer.content.startswith(b"%PDF"), answer.text
        assert answer.headers["content-disposition"].endswith(
            f'-v{2 if who is assembly.secretary else 1}.pdf"'
        )
    held = await people.connection.fetch(
        "SELECT effective_on, facts ->> 'body' AS body FROM register_entry WHERE kind = 'meeting.held'"
    )
    assert [tuple(row) for row in held] == [(TODAY, "general_assembly")]


async def test_the_board_votes_with_its_staff_seat_named_for_the_sitting(people):
    secretary = (await planned(people, "Atelier", "Brasserie")).secretary
    member = await people.connection.fetchval("SELECT id FROM member ORDER BY number LIMIT 1")
    post = await secretary.post("/posts", {"number": 1, "renewal_group": 1, "begins_on": "2015-01-01"}, 201)
    await people.connection.execute(
        "INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as) "
        "VALUES ($1, $2, daterange('2026-01-01', NULL), '2030-01-01', 'election')",
        post["id"],
        member,
    )
    board = {
        "body": "board",
        "title": "Conseil de rentrée",
        "held_on": str(TODAY),
        "staff_voter_name": "Lou Martin",
        "staff_voter_email": "lou@exemple.fr",
    }
    meeting = await secretary.post("/meetings", board, 201)
    assert meeting["has_staff_seat"] is True
    await secretary.post(f"/meetings/{meeting['id']}/convene", {"accept_short_notice": True})
    roll = (await secretary.get(f"/meetings/{meeting['id']}/roll"))["items"]
    assert [
        (one["name"], one["representative_name"], one["is_staff_seat"], one["may_vote"]) for one in roll
    ] == [
        ("Atelier", None, False, True),
        ("Siège de l’équipe salariée", "Lou Martin", True, True),
    ]
    sheet = await secretary.call("GET", f"/meetings/{meeting['id']}/attendance-sheet.pdf")
    assert sheet.content.startswith(b"%PDF"), sheet.text


async def test_a_link_made_anew_opens_in_the_place_of_the_one_before(people):
    assembly = await convened(people, "Atelier", "Brasserie")
    made = await assembly.secretary.post(f"{assembly.path}/roll/{assembly.ids['Atelier']}/link")
    await assembly.seat("Atelier").get("", 404)
    assembly.links["Atelier"] = made["url"].rpartition("/")[2]
    assert (await assembly.seat("Atelier").get(""))["me"]["name"] == "Atelier"


async def test_an_erasure_and_the_years_take_names_and_addresses_not_what_was_decided(people, app):
    assembly = await opened(people, "Atelier", "Brasserie")
    dan = await people.account("Dan", email="m1@exemple.fr")
    await people.connection.execute(
        "UPDATE meeting_roll SET person_id = p.id, representative_name = 'Dan' FROM person p "
        "WHERE p.name = 'Dan' AND meeting_roll.name = 'Atelier'"
    )
    await assembly.arrive("Atelier", "Brasserie")
    digest = hashlib.sha256(b"m1@exemple.fr").hexdigest()
    erased = {"account_id": str(dan.account_id), "email_digest": digest}
    await people.delivers("account.erased", str(dan.account_id), erased, 2)
    rows = await people.connection.fetch(
        "SELECT name, representative_name, email, token_digest IS NOT NULL AS has_link FROM meeting_roll ORDER BY name"
    )
    assert [tuple(row) for row in rows] == [
        ("Atelier", None, None, False),
        ("Brasserie", None, "m2@exemple.fr", True),
    ]
    assert await assembly.quorum() == (2, 0, 1, True)
    sessions = app.state.context.sessions
    met = await keep_to_the_rules(sessions, datetime.now(UTC) + timedelta(days=370))
    assert (met["meeting_link"], met["meeting_attendance"]) == (2, 0)
    met = await keep_to_the_rules(sessions, datetime.now(UTC) + timedelta(days=3700))
    assert (met["meeting_link"], met["meeting_attendance"]) == (0, 3)
    left = await people.connection.fetchval("SELECT count(*) FROM meeting_roll WHERE may_vote")
    assert left == 2
