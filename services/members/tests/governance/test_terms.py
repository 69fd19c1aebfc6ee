"""Terms end, vacancies are filled, and what follows of it happens in the same transaction."""

from datetime import UTC, datetime

import pytest
from members_board import new_board
from ombelle_members.personal_data.jobs import keep_to_the_rules

OLD, NEW = "2021-05-04", "2023-05-04"


@pytest.fixture
async def board(people):
    return await new_board(people)


async def test_a_resignation_ends_the_office_too_and_is_to_be_declared(board):
    await board.bylaws(required_offices=["president"])
    post, lab = await board.post(1, 1), await board.member("Laboratoire", representative="Ada")
    term = await board.sits(post, lab)
    chosen = {"on": "2021-05-20", "offices": [{"role": "president", "member_id": lab}]}
    bureau = await board.secretary.post("/offices", chosen, 201)
    wanted = {"on": "2022-03-01", "ended_as": "resignation", "reason": "Manque de temps."}
    ended = await board.secretary.post(f"/terms/{term}/end", wanted, headers={"If-Match": '"v1"'})
    assert ended == {
        "id": term,
        "post": {"id": post, "number": 1, "renewal_group": 1, "college": None},
        "member": {
            "id": lab, "kind": "legal", "name": "Laboratoire", "college": "A", "representative": "Ada",
        },
        "began_on": OLD,
        "began_as": "election",
        "election_id": None,
        "expected_end_on": "2025-05-04",
        "ratified_on": None,
        "ended_on": "2022-03-01",
        "ended_as": "resignation",
        "end_reason": "Manque de temps.",
        "office": "president",
        "version": 2,
        "allowed_actions": [],
    }  # fmt: skip
    [office] = (await board.secretary.get("/offices"))["items"]
    assert office == bureau["items"][0] | {
        "ended_on": "2022-03-01",
        "ended_as": "board_term_ended",
        "version": 2,
        "allowed_actions": [],
    }
    assert await board.register("term.began", "office.began", "office.ended", "term.ended") == [
        ("term.began", OLD),
        ("office.began", "2021-05-20"),
        ("office.ended", "2022-03-01"),
        ("term.ended", "2022-03-01"),
    ]
    assert await board.declarations() == [
        ("bureau", "2021-05-20", "2021-08-20"),
        ("resignation", "2022-03-01", "2022-06-01"),
    ]
    again = await board.secretary.post(f"/terms/{term}/end", wanted, 409, headers={"If-Match": "*"})
    assert again["code"] == "term_ended"


async def test_what_was_decided_since_stands_in_the_way_of_an_end_in_the_past(board):
    await board.bylaws(required_offices=["president"])
    lab = await board.member("Laboratoire")
    term = await board.sits(await board.post(1, 1), lab)
    await board.secretary.post(
        "/offices", {"on": "2022-03-01", "offices": [{"role": "president", "member_id": lab}]}, 201
    )
    anyway = {"If-Match": "*"}
    ends = {"on": "2022-02-28", "ended_as": "resignation"}
    refused = await board.secretary.post(f"/terms/{term}/end", ends, 409, headers=anyway)
    [office] = (await board.secretary.get("/offices"))["items"]
    assert (refused["code"], refused["decisions"], refused["errors"][0]["pointer"]) == (
        "decisions_after_it",
        [{"kind": "office", "id": office["id"], "began_on": "2022-03-01", "ended_on": None}],
        "/body/on",
    )
    stale = await board.secretary.post(f"/terms/{term}/end", ends, 412, headers={"If-Match": '"v7"'})
    assert stale["current"]["id"] == term
    for day in (OLD, "2199-01-01"):
        refused = await board.secretary.post(f"/terms/{term}/end", ends | {"on": day}, 422, headers=anyway)
        assert refused["code"] == "day_refused"
    assert (await board.secretary.get(f"/terms/{term}"))["ended_on"] is None


async def test_a_co_option_is_for_what_remains_and_awaits_the_assembly(board):
    await board.bylaws(co_option=False)
    post, lab, firm = (
        await board.post(1, 1, college="A"),
        await board.member("Labo"),
        await board.member("Un"),
    )
    other = await board.member("Autre", "B")
    term = await board.sits(post, lab)
    wanted = {"post_id": post, "member_id": firm, "on": "2022-05-01"}
    refused = await board.secretary.post("/terms", wanted, 409)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("co_option_refused", "/body/on")
    [bylaws] = (await board.secretary.get("/bylaws"))["items"]
    rules = bylaws["rules"] | {"co_option": True}
    await board.secretary.patch(f"/bylaws/{bylaws['id']}", {"rules": rules})
    refused = await board.secretary.post("/terms", wanted, 409)
    assert refused["errors"][0]["detail"] == "Le siège 1 n’est pas vacant depuis ce jour."
    await board.secretary.post(
        f"/terms/{term}/end", {"on": "2022-03-01", "ended_as": "death"}, headers={"If-Match": "*"}
    )
    refused = await board.secretary.post("/terms", wanted | {"member_id": other}, 422)
    assert refused["errors"] == [
        {
            "pointer": "/body/member_id",
            "code": "seat_refused",
            "detail": "Le siège 1 revient au collège A.",
        }
    ]
    made = await board.secretary.post("/terms", wanted, 201)
    assert (made["expected_end_on"], made["ratified_on"], made["allowed_actions"]) == (
        "2025-05-04",
        None,
        ["end", "ratify", "refuse_ratification"],
    )
    refused = await board.secretary.post("/terms", wanted | {"member_id": lab}, 409)
    assert refused["code"] == "co_option_refused"
    path, anyway = f"/terms/{made['id']}", {"If-Match": "*"}
    ratified = await board.secretary.post(f"{path}/ratify", {"on": NEW}, headers=anyway)
    assert (ratified["ratified_on"], ratified["allowed_actions"]) == (NEW, ["end"])
    twice = await board.secretary.post(f"{path}/refuse-ratification", {"on": NEW}, 409, headers=anyway)
    assert twice["code"] == "ratification_refused"
    assert [cause for cause, _, _ in await board.declarations()] == ["death", "co_option"]


async def test_a_refused_ratification_leaves_a_vacancy(board):
    await board.bylaws(co_option=True)
    post, lab, firm = await board.post(1, 1), await board.member("Labo"), await board.member("Un")
    await board.sits(await board.post(2, 1), lab)
    made = await board.secretary.post("/terms", {"post_id": post, "member_id": firm, "on": "2022-05-01"}, 201)
    path = f"/terms/{made['id']}/refuse-ratification"
    ended = await board.secretary.post(path, {"on": NEW}, headers={"If-Match": "*"})
    assert (ended["ended_as"], ended["ended_on"], ended["expected_end_on"]) == (
        "not_ratified",
        NEW,
        "2025-05-04",
    )
    [first, _] = (await board.secretary.get("/posts"))["items"]
    assert (first["holder"], first["allowed_actions"]) == (None, ["abolish", "co_opt"])


async def test_nobody_left_before_a_sitting_that_they_came_to(board):
    await board.bylaws(minimum_posts=1)
    lab = await board.member("Laboratoire")
    term = await board.sits(await board.post(1, 1), lab)
    hour = "2023-06-01T18:00:00+02:00"
    sitting = {"body": "board", "title": "Conseil", "held_on": "2023-06-01", "starts_at": hour}
    meeting = (await board.secretary.post("/meetings", sitting, 201))["id"]
    await board.secretary.post(f"/meetings/{meeting}/convene", {"accept_short_notice": True})
    await board.secretary.post(f"/meetings/{meeting}/open", {})
    roll = (await board.secretary.get(f"/meetings/{meeting}/roll"))["items"]
    [seat] = [one["id"] for one in roll if one["member_id"] == lab]
    await board.secretary.post(f"/meetings/{meeting}/arrivals", {"roll_id": seat}, 204)
    left = {"on": "2023-05-31", "ended_as": "resignation"}
    refused = await board.secretary.post(f"/terms/{term}/end", left, 409, headers={"If-Match": "*"})
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("decisions_after_it", "/body/on")
    assert refused["decisions"] == [
        {"kind": "meeting", "id": meeting, "began_on": "2023-06-01", "ended_on": None}
    ]
    at_it = {"on": "2023-06-01", "ended_as": "resignation"}
    ended = await board.secretary.post(f"/terms/{term}/end", at_it, headers={"If-Match": "*"})
    assert ended["ended_on"] == "2023-06-01"


async def test_a_post_is_abolished_with_whoever_holds_it(board):
    post, lab = await board.post(1, 1), await board.member("Laboratoire")
    await board.sits(post, lab)
    taken = await board.secretary.post(
        "/posts", {"number": 1, "renewal_group": 2, "begins_on": "2022-01-01"}, 409
    )
    assert (taken["code"], taken["errors"][0]["pointer"]) == ("post_taken", "/body/number")
    gone = await board.secretary.post(f"/posts/{post}/abolish", {"on": NEW}, headers={"If-Match": "*"})
    assert (gone["abolished_on"], gone["holder"], gone["allowed_actions"]) == (NEW, None, [])
    [term] = (await board.secretary.get(f"/terms?member={lab}"))["items"]
    assert (term["ended_as"], term["ended_on"]) == ("post_abolished", NEW)
    anew = await board.post(1, 2, NEW)
    assert anew != post


async def test_there_are_never_more_posts_than_the_bylaws_allow(board):
    await board.bylaws(minimum_posts=1, maximum_posts=2)
    await board.post(1, 1, "2016-01-01")
    await board.post(2, 2, "2024-01-01")
    refused = await board.secretary.post(
        "/posts", {"number": 3, "renewal_group": 1, "begins_on": "2020-01-01"}, 409
    )
    assert refused["detail"] == "Les statuts prévoient au plus 2 sièges."
    too_high = {"number": 23, "renewal_group": 1, "begins_on": "2020-01-01"}
    assert (await board.secretary.post("/posts", too_high, 422))["errors"][0]["pointer"] == "/body/number"


async def test_why_a_term_ended_goes_with_whoever_held_it(app, people, board):
    lab = await board.member("Laboratoire", representative="Ada")
    other = await board.member("Musée", representative="Bob")
    terms = [await board.sits(await board.post(number, 1), one) for number, one in ((1, lab), (2, other))]
    for term in terms:
        wanted = {"on": NEW, "ended_as": "resignation", "reason": "Ada et Bob sont fatigués."}
        await board.secretary.post(f"/terms/{term}/end", wanted, headers={"If-Match": "*"})
    await people.connection.execute(
        "UPDATE person SET erased_at = now() - interval '1 minute', account_digest = sha256('') WHERE name = 'Ada'"
    )
    await keep_to_the_rules(app.state.context.sessions, datetime.now(UTC))
    told = [(await board.secretary.get(f"/terms/{term}"))["end_reason"] for term in terms]
    assert told == [None, "Ada et Bob sont fatigués."]
