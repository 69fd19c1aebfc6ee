"""The board elects its bureau among its members."""

import pytest
from members_board import new_board


@pytest.fixture
async def board(people):
    return await new_board(people)


async def _seated(board, count, until="2025-05-04"):
    """So many members on the board, the odd ones in group 1 until this day, the even ones two years longer."""
    members = await board.members(count)
    for number, member in enumerate(members, 1):
        later = f"{int(until[:4]) + 2}{until[4:]}"
        await board.sits(
            await board.post(number, 1 + (number + 1) % 2), member, until=until if number % 2 else later
        )
    return members


def _bureau(on, *members, whole=True):
    roles = ("president", "vice_president", "treasurer")
    offices = [{"role": role, "member_id": one} for role, one in zip(roles, members, strict=False)]
    return {"on": on, "is_whole": whole, "offices": offices}


async def test_a_whole_bureau_takes_the_place_of_the_one_before(board):
    one, two, three, four = await _seated(board, 4)
    await board.secretary.post("/offices", _bureau("2021-05-20", one, two, three), 201)
    await board.secretary.post("/offices", _bureau("2023-05-20", two, one, four), 201)
    told = (await board.secretary.get("/offices?on=2023-05-20"))["items"]
    assert {(item["role"], item["member"]["id"], item["expected_end_on"]) for item in told} == {
        ("president", two, "2025-05-04"),
        ("vice_president", one, "2025-05-04"),
        ("treasurer", four, "2025-05-04"),
    }
    before = (await board.secretary.get("/offices?on=2023-05-19"))["items"]
    assert {item["member"]["id"] for item in before} == {one, two, three}
    assert {item["ended_as"] for item in before} == {"term"}
    again = await board.secretary.post("/offices", _bureau("2023-05-20", one, two, three), 409)
    assert again["code"] == "decisions_after_it"


async def test_one_office_changes_alone(board):
    one, two, three, four = await _seated(board, 4)
    await board.secretary.post("/offices", _bureau("2021-05-20", one, two, three), 201)
    vice = {"role": "vice_president", "rank": 2, "member_id": four}
    added = {"on": "2021-06-01", "is_whole": False, "offices": [vice]}
    await board.secretary.post("/offices", added, 201)
    replaced = _bureau("2021-07-01", four, whole=False)
    refused = await board.secretary.post("/offices", replaced, 422)
    assert refused["errors"] == [
        {
            "pointer": "/body/offices/0/member_id",
            "code": "office_refused",
            "detail": "Ce membre exerce déjà une autre fonction au bureau.",
        }
    ]
    [president] = [
        item for item in (await board.secretary.get("/offices"))["items"] if item["role"] == "president"
    ]
    ended = {"on": "2021-06-30", "ended_as": "resignation"}
    path = f"/offices/{president['id']}/end"
    await board.secretary.post(path, ended, headers={"If-Match": '"v1"'})
    assert (await board.secretary.get(f"/terms?member={one}"))["items"][0]["ended_on"] is None
    told = (await board.secretary.get("/offices?on=2021-07-01"))["items"]
    assert {(item["role"], item["rank"]) for item in told} == {
        ("vice_president", 1), ("vice_president", 2), ("treasurer", 1),
    }  # fmt: skip
    assert [cause for cause, _, _ in await board.declarations()] == ["bureau", "bureau", "resignation"]


async def test_only_the_board_is_elected_and_each_once(board):
    one, two, _ = await _seated(board, 3)
    stranger = await board.member("Pas au conseil")
    wrong = _bureau("2021-05-20", one, one, stranger)
    wrong["offices"] += [{"role": "president", "rank": 2, "member_id": two}]
    refused = await board.secretary.post("/offices", wrong, 422)
    assert [(error["pointer"], error["detail"]) for error in refused["errors"]] == [
        ("/body/offices/1/member_id", "Ce membre exerce déjà une autre fonction au bureau."),
        ("/body/offices/2/member_id", "Ce membre ne siège pas au conseil le 20 mai 2021."),
        ("/body/offices/3/rank", "Cette fonction ne revient qu’à une personne."),
    ]
    missing = await board.secretary.post("/offices", _bureau("2021-05-20", one, two), 422)
    assert missing["errors"][0]["detail"] == "Les statuts demandent aussi : la trésorerie."
    assert (await board.secretary.get("/offices"))["total"] == 0
