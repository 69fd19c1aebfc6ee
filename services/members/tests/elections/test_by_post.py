"""An election by post: people vote before the assembly's day, by their link and on paper, and nobody has to come."""

from datetime import timedelta

import pytest
from members_board import new_board
from members_polls import DAY, Assembly, choice_of, new_assembly, planned, seats_on, to_the_vote
from ombelle_members.days import today_in_paris


@pytest.fixture
async def board(people):
    board = await new_board(people)
    await board.bylaws(vote_needs_fee=False, stand_needs_fee=False)
    return board


async def test_people_vote_before_the_day_without_coming_and_the_roll_stands(board):
    await board.post(1, 1)
    one, other = await board.member("Une"), await board.member("Autre")
    paper, gone, silent = await board.members(3)
    assembly = await new_assembly(board)
    election = await planned(board, assembly, voting="by_post")
    vote = await to_the_vote(board, election["id"], one, other)
    [urn] = vote["rounds"]
    path, meeting = f"/elections/{election['id']}", f"/meetings/{assembly.id}"
    links = await assembly.links()
    seen = (await board.secretary.api.get(f"/api/v1/meetings/by-link/{links[one]}")).json()
    assert (seen["meeting"]["state"], seen["me"]["is_present"]) == ("convened", False)
    assert [poll["needs_presence"] for poll in seen["meeting"]["polls"]] == [False]
    assert "vote" in seen["me"]["allowed_actions"]
    for member in (one, gone):
        await assembly.vote(links[member], member, urn["poll_id"], choice_of(vote, one))
    await board.secretary.post(
        f"{path}/paper-voters", {"poll_id": urn["poll_id"], "voices": [assembly.seats[paper]]}
    )
    counts = {"poll_id": urn["poll_id"], "ballots": 1, "counts": {choice_of(vote, other): 1}}
    [told] = (await board.secretary.post(f"{path}/paper-ballots", counts))["rounds"]
    [added] = told["paper_added"]
    assert (told["ballots"], told["paper_voters"], told["paper_ballots"]) == (3, 1, 1)
    assert (added["ballots"], added["by"]) == (1, "Sylvie")
    for_all = (await board.secretary.api.get(f"/api/v1/elections/by-link/{links[one]}")).json()
    assert [batch["by"] for batch in for_all["items"][0]["rounds"][0]["paper_added"]] == [None]
    # The roll is frozen: it takes nobody in, but who leaves before the day is struck off; a ballot in the urn stays there.
    late = await board.member("Tardive")
    assert (await board.secretary.post(f"{meeting}/roll/refresh", {}, 409))["code"] == "not_now"
    for member in (gone, silent):
        await board.secretary.post(f"/members/{member}/end", {"on": DAY, "ended_as": "resignation"})
    await assembly.vote(links[silent], silent, urn["poll_id"], choice_of(vote, other), status=404)
    roll = {each["member_id"]: each for each in (await board.secretary.get(f"{meeting}/roll"))["items"]}
    assert late not in roll
    assert [roll[each]["struck_as"] for each in (one, gone, silent)] == [None, "resignation", "resignation"]
    assert (await board.secretary.post(f"{meeting}/cancel", {"reason": "Orage"}, 409))["code"] == "not_now"
    [counted] = (await board.secretary.post(f"{path}/count", {}))["rounds"]
    assert (counted["voters"], counted["paper"]) == (3, 1)
    assert [(each["name"], each["votes"]) for each in counted["results"]] == [("Une", 2), ("Autre", 1)]
    await board.secretary.post(f"{meeting}/open", {})
    frozen = await board.connection.fetchval(
        "SELECT roll_frozen_at < (SELECT max(counted_at) FROM election_round) FROM meeting"
    )
    assert frozen is True
    await board.secretary.post(f"{path}/proclaim", {})
    assert await seats_on(board, DAY) == {1: one}


async def test_a_vote_by_post_waits_for_its_notice_and_is_proclaimed_on_its_day(board):
    await board.post(1, 1)
    member = await board.member("Une")
    day = str(today_in_paris() + timedelta(days=20))
    wanted = {"body": "general_assembly", "title": "Assemblée à venir", "held_on": day}
    meeting = await board.secretary.post("/meetings", wanted, 201)
    assembly = Assembly(board, meeting["id"], {})
    election = await planned(board, assembly, voting="by_post")
    path = f"/elections/{election['id']}"
    await board.secretary.post(f"{path}/candidacies", {"member_id": member}, 201)
    await board.secretary.post(f"{path}/close-candidacies", {})
    early = await board.secretary.post(f"{path}/open-vote", {}, 409)
    assert (early["code"], early["state"]) == ("not_now", "planned")
    await board.secretary.post(f"/meetings/{meeting['id']}/convene", {})
    vote = await board.secretary.post(f"{path}/open-vote", {})
    [seat] = (await board.secretary.get(f"/meetings/{meeting['id']}/roll"))["items"]
    assembly.seats[member] = seat["id"]
    await assembly.votes([(member, [choice_of(vote, member)])], vote["rounds"][0]["poll_id"])
    counted = await board.secretary.post(f"{path}/count", {})
    assert counted["allowed_actions"] == []
    refused = await board.secretary.post(f"{path}/proclaim", {}, 409)
    assert refused["code"] == "not_settled"
