"""Assemblies and elections for tests: by the API, as the secretariat keeps them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from members_board import Board

DAY = "2023-05-04"
BEGINS = f"{DAY}T14:00:00+02:00"


@dataclass
class Assembly:
    """A general assembly of 4 May 2023, whose roll has every member of that day."""

    board: Board
    id: str
    seats: dict[str, str]
    """Entry of the roll by member."""

    async def opens(self, present: Sequence[str] = ()) -> None:
        """Open it, with these members there, or all."""
        api = self.board.secretary
        await api.post(f"/meetings/{self.id}/open", {})
        for member in present or self.seats:
            await api.post(f"/meetings/{self.id}/arrivals", {"roll_id": self.seats[member]}, 204)

    async def links(self, *members: str) -> dict[str, str]:
        """Return the secret of the links of these members, by member."""
        found = {}
        for member in members or self.seats:
            answer = await self.board.secretary.post(
                f"/meetings/{self.id}/roll/{self.seats[member]}/link", {}
            )
            found[member] = answer["url"].rpartition("/")[2]
        return found

    async def vote(self, token: str, member: str, poll: str, *choices: str, status: int = 200) -> Any:
        """Cast the ballot of a member by a link."""
        answer = await self.board.secretary.api.post(
            f"/api/v1/meetings/by-link/{token}/ballots",
            json={"poll_id": poll, "voice_id": self.seats[member], "choices": list(choices)},
        )
        assert answer.status_code == status, answer.text
        return answer.json()

    async def votes(self, ballots: Sequence[tuple[str, Sequence[str]]], poll: str) -> None:
        """Have members vote, all at once: member and choices of each."""
        links = await self.links(*(member for member, _ in ballots))
        await asyncio.gather(
            *(self.vote(links[member], member, poll, *choices) for member, choices in ballots)
        )


async def new_assembly(board: Board) -> Assembly:
    """Return an assembly that was convened."""
    api = board.secretary
    wanted = {"body": "general_assembly", "title": "Assemblée générale", "held_on": DAY, "starts_at": BEGINS}
    meeting = await api.post("/meetings", wanted, 201)
    await api.post(f"/meetings/{meeting['id']}/convene", {"accept_short_notice": True})
    roll = await api.get(f"/meetings/{meeting['id']}/roll?limit=300")
    seats = {one["member_id"]: one["id"] for one in roll["items"] if one["member_id"] is not None}
    return Assembly(board, meeting["id"], seats)


async def half_to_renew(board: Board, group: int = 1, posts: int = 3) -> tuple[list[str], list[str]]:
    """Return posts of a half and the members who have held them since 2019."""
    made = [await board.post(number, group) for number in range(1, posts + 1)]
    sitting = [await board.member(f"Sortant {number}") for number in range(1, posts + 1)]
    for post, member in zip(made, sitting, strict=True):
        await board.sits(post, member, "2019-05-09", DAY)
    return made, sitting


async def planned(board: Board, assembly: Assembly, **values: Any) -> Any:
    """Plan the election of the first half, and take candidacies."""
    wanted = {"meeting_id": assembly.id, "title": "Conseil", "renewal_group": 1} | values
    election = await board.secretary.post("/elections", wanted, 201)
    return await board.secretary.post(f"/elections/{election['id']}/open-candidacies", {})


async def to_the_vote(board: Board, election: str, *members: str) -> Any:
    """Have members stand, and open the vote."""
    for member in members:
        await board.secretary.post(f"/elections/{election}/candidacies", {"member_id": member}, 201)
    await board.secretary.post(f"/elections/{election}/close-candidacies", {})
    return await board.secretary.post(f"/elections/{election}/open-vote", {})


def choice_of(election: Any, member: str) -> str:
    """Return the candidacy of a member."""
    [found] = [one["id"] for one in election["candidacies"] if one["member_id"] == member]
    return str(found)


async def seats_on(board: Board, on: str) -> dict[int, str | None]:
    """Return who held each post on a day, by its number."""
    rows = await board.connection.fetch(
        "SELECT p.number, t.member_id FROM post p LEFT JOIN board_term t ON t.post_id = p.id AND t.period @> $1::date "
        "WHERE p.period @> $1::date ORDER BY p.number",
        date.fromisoformat(on),
    )
    return {row["number"]: None if row["member_id"] is None else str(row["member_id"]) for row in rows}
