"""Who sits on the board and erases their account keeps their name there until they do no more; nothing else stays."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from members_board import new_board
from ombelle_members.personal_data.jobs import keep_to_the_rules

NATURAL = {"kind": "natural", "college": "D", "fee_category": "natural", "admitted_on": "2015-01-01"}


async def _erased(people, someone):
    digest = sha256(someone.email.casefold().encode()).hexdigest()
    payload = {"account_id": str(someone.account_id), "email_digest": digest}
    await people.delivers("account.erased", str(someone.account_id), payload, 99)


async def _dump(connection):
    tables = await connection.fetch(
        "SELECT relname FROM pg_class WHERE relnamespace = 'members'::regnamespace AND relkind = 'r' "
        "AND relname <> 'outbox_message'"
    )
    rows = [
        row["row"]
        for table in tables
        for row in await connection.fetch(f'SELECT t::text AS row FROM "{table["relname"]}" AS t')
    ]
    return "\n".join(rows)


@pytest.fixture
async def board(people):
    board = await new_board(people)
    await board.bylaws()
    return board


async def test_a_name_stays_as_long_as_its_seat_and_contact_data_go_at_once(app, people, board):
    """Zélie is a member herself and sits; Yann represents one that sits."""
    zelie = await people.account("Zélie", email="zelie@exemple.fr")
    yann = await people.account("Yann", email="yann@exemple.fr")
    member = (
        await board.secretary.post(
            "/members", NATURAL | {"person": {"name": "Zélie", "email": zelie.email}}, 201
        )
    )["id"]
    musee = await board.member("Musée")
    named = {"person": {"name": "Yann", "email": yann.email}, "since": "2015-01-01", "capacity": "Direction"}
    await board.secretary.post(f"/members/{musee}/representatives", named, 201)
    await board.sits(await board.post(1, 1), member)
    await board.sits(await board.post(2, 2), musee)
    held = (await people.api.get("/internal/personal-data", headers=zelie.headers)).json()["sections"]
    assert (held["member"][0]["college"], held["representations"]) == ("D", [])
    held = (await people.api.get("/internal/personal-data", headers=yann.headers)).json()["sections"]
    assert [(one["member"], one["capacity"]) for one in held["representations"]] == [("Musée", "Direction")]

    for someone in (zelie, yann):
        await _erased(people, someone)
    dump = await _dump(people.connection)
    for someone in (zelie, yann):
        assert someone.email not in dump
        assert str(someone.account_id) not in dump
        assert someone.name in dump
    read = await board.secretary.get(f"/members/{member}")
    assert read["person"] | {"id": None} == {
        "id": None, "name": "Zélie", "email": None, "has_account": False, "is_erased": True,
    }  # fmt: skip
    now, sessions = datetime.now(UTC), app.state.context.sessions
    assert (await keep_to_the_rules(sessions, now))["officer_name"] == 0

    await board.secretary.post(f"/members/{member}/end", {"on": "2024-02-29", "ended_as": "resignation"})
    replaced = {"person": {"name": "Chloé"}, "since": "2024-02-29"}
    await board.secretary.post(f"/members/{musee}/representatives", replaced, 201)
    assert (await keep_to_the_rules(sessions, now))["officer_name"] == 2
    dump = await _dump(people.connection)
    assert [name for name in ("Zélie", "Yann", "Chloé") if name in dump] == ["Chloé"]
    proof = await board.secretary.get("/register/verify")
    assert proof["holds"] is True
    assert (await keep_to_the_rules(sessions, now))["officer_name"] == 0


async def test_a_member_who_does_not_sit_is_nameless_at_once_and_still_counts(people, board):
    zelie = await people.account("Zélie", email="zelie@exemple.fr")
    member = await board.secretary.post(
        "/members", NATURAL | {"person": {"name": "Zélie", "email": zelie.email}}, 201
    )
    applied = {
        "kind": "natural",
        "college": "D",
        "name": "Zélie",
        "email": zelie.email,
        "message": "C'est Zélie.",
    }
    assert (await people.api.post("/api/v1/membership-applications", json=applied)).status_code == 202
    await _erased(people, zelie)
    assert "Zélie" not in await _dump(people.connection)
    assert (await board.secretary.get("/members"))["total"] == 1
    entry = (await board.secretary.get(f"/register?subject={member['id']}"))["items"][-1]
    assert (entry["kind"], entry["words"], entry["has_words"]) == ("member.admitted", None, True)
    assert (await board.secretary.get("/register/verify"))["holds"] is True


async def test_names_of_applications_go_a_year_after_the_decision(app, people, board):
    path = "/api/v1/membership-applications"
    wanted = {
        "kind": "natural",
        "college": "D",
        "name": "Ève",
        "email": "eve@exemple.fr",
        "message": "Bonjour.",
    }
    for _ in range(2):
        await people.api.post(path, json=wanted)
    await people.connection.execute(
        "UPDATE membership_application SET state = 'declined', confirmed_at = now(), decided_on = '2024-01-01', "
        "settled_at = now() - interval '366 days' WHERE id = (SELECT min(id::text)::uuid FROM membership_application)"
    )
    await people.connection.execute("UPDATE membership_application SET made_at = now() - interval '3 days'")
    met = await keep_to_the_rules(app.state.context.sessions, datetime.now(UTC))
    assert (met["unconfirmed_application"], met["membership_application"]) == (1, 1)
    [left] = (await board.secretary.get("/membership-applications?state=declined"))["items"]
    assert (left["name"], left["email"], left["message"], left["decided_on"]) == (
        None,
        None,
        None,
        "2024-01-01",
    )
