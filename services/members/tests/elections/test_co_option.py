"""A seat that the assembly votes on is not the board's to fill."""

import pytest
from members_board import new_board
from members_polls import DAY, half_to_renew, new_assembly, planned, to_the_vote


@pytest.fixture
async def board(people):
    board = await new_board(people)
    await board.bylaws(vote_needs_fee=False, stand_needs_fee=False, co_option=True)
    return board


async def test_a_seat_at_the_vote_is_the_assembly_s_until_the_day_after(board):
    _, sitting = await half_to_renew(board)
    vacant = await board.post(4, 2)
    friend = await board.member("Amie")
    assembly = await new_assembly(board)
    election = await planned(board, assembly)
    await assembly.opens()
    await to_the_vote(board, election["id"], *sitting)
    wanted = {"post_id": vacant, "member_id": friend, "on": DAY, "expected_end_on": "2025-05-04"}
    waits = {
        "pointer": "/body/post_id",
        "code": "co_option_refused",
        "detail": "Le siège 4 est au vote (« Conseil ») : attendez la proclamation des résultats.",
    }
    assert (await board.secretary.post("/terms", wanted, 409))["errors"] == [waits]
    await board.secretary.post(f"/elections/{election['id']}/count", {})
    assert (await board.secretary.post("/terms", wanted, 409))["errors"] == [waits]
    await board.secretary.post(f"/elections/{election['id']}/proclaim", {})
    voted = "L’assemblée a voté ce jour-là sur le siège 4 (« Conseil ») : cooptez à partir du lendemain."
    refused = await board.secretary.post("/terms", wanted, 409)
    assert refused["errors"] == [{"pointer": "/body/on", "code": "co_option_refused", "detail": voted}]
    await board.secretary.post("/terms", wanted | {"on": "2023-05-05"}, 201)
