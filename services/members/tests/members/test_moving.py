"""Members change college, leave and come back, on days that may be past; what was decided since stands."""

import asyncio
from datetime import date, timedelta

import pytest
from members_board import Board, new_board
from ombelle_members.days import today_in_paris

TODAY = today_in_paris()
TOMORROW = str(TODAY + timedelta(days=1))


@pytest.fixture
async def board(people) -> Board:
    return await new_board(people)


async def test_a_college_changes_on_a_day(board):
    member = await board.member("Labo", "A", representative="Ada")
    path = f"/members/{member}/change-college"
    moved = await board.secretary.post(path, {"college": "B", "on": "2024-02-29", "reason": "Entreprise."})
    assert moved["colleges"] == [
        {
            "college": "B", "since": "2024-02-29", "until": None, "began_as": "change", "ended_as": None, "reason": None,
        },
        {
            "college": "A", "since": "2010-01-01", "until": "2024-02-29", "began_as": "admission", "ended_as": "change",
            "reason": "Entreprise.",
        },
    ]  # fmt: skip
    assert (moved["since"], moved["status"]["college"]) == ("2010-01-01", "B")
    assert (await board.secretary.get(f"/members/{member}/status?on=2024-02-28"))["college"] == "A"
    for body, pointer in (
        ({"college": "B", "on": "2025-01-01"}, "/body/college"),
        ({"college": "C", "on": TOMORROW}, "/body/on"),
    ):
        assert (await board.secretary.post(path, body, 422))["errors"][0]["pointer"] == pointer
    refused = await board.secretary.post(path, {"college": "C", "on": "2024-02-29"}, 409)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("decisions_after_it", "/body/on")
    assert [kind for kind, _ in await board.register("member.admitted", "member.college_changed", "member.ended")] == [
        "member.admitted", "member.college_changed",
    ]  # fmt: skip


async def test_a_member_that_leaves_leaves_its_seat_and_its_office_the_same_day(board):
    await board.bylaws()
    member = await board.member("Musée", representative="Bob")
    await board.sits(await board.post(1, 1), member)
    await board.connection.execute(
        "INSERT INTO office (role, member_id, period, expected_end_on) "
        "VALUES ('treasurer', $1, daterange('2021-06-01', NULL), '2023-05-04')",
        member,
    )
    left = await board.secretary.post(
        f"/members/{member}/end", {"on": "2023-02-28", "ended_as": "dissolution", "reason": "Fermé."}
    )
    assert (left["status"]["is_member"], left["colleges"][0]["ended_as"], left["allowed_actions"]) == (
        False, "dissolution", ["edit", "readmit"],
    )  # fmt: skip
    assert left["representatives"][0]["until"] == "2023-02-28"
    ends = await board.connection.fetch(
        "SELECT ended_as, upper(period)::text FROM board_term "
        "UNION ALL SELECT ended_as, upper(period)::text FROM office"
    )
    assert [tuple(row) for row in ends] == [
        ("lost_quality", "2023-02-28"),
        ("board_term_ended", "2023-02-28"),
    ]
    kinds = [
        row["kind"] for row in await board.connection.fetch("SELECT kind FROM register_entry ORDER BY number")
    ]
    assert set(kinds[-5:]) == {
        "term.ended", "office.ended", "declaration.opened", "representative.ended", "member.ended",
    }  # fmt: skip
    [(_, day, due)] = await board.declarations()
    assert (day, due) == ("2023-02-28", "2023-05-28")
    gone = await board.secretary.post(
        f"/members/{member}/end", {"on": "2024-01-01", "ended_as": "dissolution"}, 409
    )
    assert gone["code"] == "not_a_member"
    assert (await board.secretary.get("/members?status=former"))["items"][0]["ended_on"] == "2023-02-28"
    assert (await board.secretary.get("/members?on=2023-02-27"))["total"] == 1


async def test_a_departure_in_the_past_does_not_undo_what_was_decided_since(board):
    await board.bylaws()
    member = await board.member("Musée", representative="Bob")
    term = await board.sits(await board.post(1, 1), member, "2021-05-04")
    represented = await board.connection.fetchval("SELECT id FROM representative")
    path = f"/members/{member}/end"
    refused = await board.secretary.post(path, {"on": "2021-05-04", "ended_as": "resignation"}, 409)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("decisions_after_it", "/body/on")
    assert [(one["kind"], one["id"], one["began_on"]) for one in refused["decisions"]] == [
        ("board_term", term, "2021-05-04")
    ]
    named = {"person": {"name": "Chloé"}, "since": "2023-01-01"}
    named = await board.secretary.post(f"/members/{member}/representatives", named, 201)
    refused = await board.secretary.post(path, {"on": "2023-01-01", "ended_as": "resignation"}, 409)
    assert [one["kind"] for one in refused["decisions"]] == ["representative"]
    assert refused["decisions"][0]["id"] == named["representatives"][0]["id"] != str(represented)
    meeting = await board.connection.fetchval(
        "INSERT INTO meeting (body, title, held_on, cut_off_on, state) "
        "VALUES ('general_assembly', 'AG', '2024-05-04', '2024-05-04', 'closed') RETURNING id"
    )
    await board.connection.execute(
        "INSERT INTO meeting_roll (meeting_id, member_id, name, college, may_vote) VALUES ($1, $2, 'Musée', 'A', true)",
        meeting,
        member,
    )
    refused = await board.secretary.post(path, {"on": "2024-02-29", "ended_as": "resignation"}, 409)
    assert refused["decisions"] == [{"kind": "meeting", "id": str(meeting), "began_on": "2024-05-04"}]
    for body, pointer in (
        ({"on": TOMORROW, "ended_as": "resignation"}, "/body/on"),
        ({"on": "2024-06-01", "ended_as": "death"}, "/body/ended_as"),
    ):
        assert (await board.secretary.post(path, body, 422))["errors"][0]["pointer"] == pointer
    untouched = await board.secretary.get(f"/members/{member}")
    assert (untouched["status"]["is_member"], untouched["version"]) == (True, 2)
    await board.secretary.post(path, {"on": "2024-05-05", "ended_as": "resignation"})


async def test_who_left_comes_back_no_sooner_than_they_left(board):
    member = await board.member("Labo", "A")
    await board.secretary.post(f"/members/{member}/end", {"on": "2022-03-01", "ended_as": "strike_off"})
    path = f"/members/{member}/readmit"
    back = {"college": "C", "on": "2022-02-28", "fee_category": "large"}
    assert (await board.secretary.post(path, back, 409))["code"] == "still_a_member"
    assert (await board.secretary.post(path, back | {"fee_category": "natural"}, 409))[
        "code"
    ] == "still_a_member"
    again = await board.secretary.post(path, back | {"on": "2022-03-01"})
    assert (again["status"]["college"], again["fee_category"], again["since"]) == ("C", "large", "2010-01-01")
    await board.secretary.post(f"/members/{member}/end", {"on": "2023-03-01", "ended_as": "resignation"})
    again = await board.secretary.post(path, back | {"on": "2024-03-01"})
    assert again["since"] == "2024-03-01"  # a break begins anew
    assert await board.register("member.readmitted") == [
        ("member.readmitted", "2022-03-01"), ("member.readmitted", "2024-03-01"),
    ]  # fmt: skip


async def test_of_two_who_end_a_member_at_once_one_does(board):
    member = await board.member("Labo", "A")
    body = {"on": "2022-03-01", "ended_as": "resignation"}
    answers = await asyncio.gather(
        *(board.secretary.call("POST", f"/members/{member}/end", json=body) for _ in range(8))
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    assert await board.register("member.ended") == [("member.ended", "2022-03-01")]


async def test_who_may_vote_and_stand_is_the_bylaws_of_the_days_to_say(board):
    """Between members of three ages, with bylaws that change."""
    old = await board.member("Ancien")
    new = await board.member("Nouveau", since=date(2023, 2, 28))
    version = (
        "INSERT INTO bylaws_version (adopted_on, period, rules) VALUES ($1, daterange($1, $2), jsonb_build_object("
        "'vote_needs_fee', $3::boolean, 'stand_needs_fee', $4::boolean, 'stand_needs_months', $5::integer))"
    )
    await board.connection.execute(version, date(2015, 1, 1), date(2023, 6, 1), False, False, 0)
    await board.connection.execute(version, date(2023, 6, 1), None, False, False, 6)

    async def told(member, day):
        answer = await board.secretary.get(f"/members/{member}/status?on={day}")
        return answer["is_member"], answer["may_vote"], answer["may_stand"]

    assert await told(new, "2023-02-27") == (False, False, False)
    assert await told(new, "2023-05-31") == (True, True, True)
    assert await told(new, "2023-08-27") == (True, True, False)
    assert await told(new, "2023-08-28") == (True, True, True)
    assert await told(old, "2023-06-01") == (True, True, True)
