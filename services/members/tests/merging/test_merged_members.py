"""What becomes of members when their organisations are merged."""

import pytest
from members_board import new_board


@pytest.fixture
async def board(people):
    return await new_board(people)


async def _organisation(board, member):
    return (await board.secretary.get(f"/members/{member}"))["organisation"]["id"]


async def test_a_member_follows_its_organisation(people, board):
    member = await board.member("La Marmite")
    gone, kept = await _organisation(board, member), await board.secretary.enters(name="Collectif")
    await board.secretary.post(f"/organisations/{gone}/merge", {"into": str(kept)})
    followed = await board.secretary.get(f"/members/{member}")
    assert (followed["name"], followed["organisation"]["id"], followed["version"]) == (
        "Collectif",
        str(kept),
        2,
    )
    assert (await board.secretary.get(f"/organisations/{kept}/membership?on=2024-01-01"))["is_member"] is True
    entry = (await board.secretary.get(f"/register?subject={member}"))["items"][0]
    assert (entry["kind"], entry["facts"]["from"], entry["facts"]["to"]) == ("member.merged", gone, str(kept))


async def test_two_members_are_not_merged_before_one_has_left(board):
    members = [await board.member(name) for name in ("La Marmite", "Collectif")]
    gone, kept = [await _organisation(board, member) for member in members]
    for action in ("merge/preview", "merge"):
        refused = await board.secretary.post(f"/organisations/{gone}/{action}", {"into": kept}, 409)
        assert refused["code"] == "two_members"
        assert "mettez d’abord fin à l’adhésion" in refused["detail"]
    await board.secretary.post(f"/members/{members[1]}/end", {"on": "2024-02-29", "ended_as": "dissolution"})
    refused = await board.secretary.post(f"/organisations/{gone}/merge", {"into": kept}, 409)
    assert "dans l’autre sens" in refused["detail"]
    await board.secretary.post(f"/organisations/{kept}/merge", {"into": gone})
    assert (await board.secretary.get("/members?status=all"))["total"] == 2
    left = await board.secretary.get(f"/members/{members[1]}")
    assert (left["name"], left["status"]["is_member"]) == ("Collectif", False)
