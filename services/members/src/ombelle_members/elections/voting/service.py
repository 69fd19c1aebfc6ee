"""The use cases of the vote: opened among the meeting's roll, paper added, counted once."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.elections.domain import settle
from ombelle_members.elections.errors import BallotUnknown, NothingToFill
from ombelle_members.elections.standing import found_election, refuse_standing, rules_of, shown
from ombelle_members.elections.store import ElectionStore, Row
from ombelle_members.elections.voting.store import RoundStore
from ombelle_members.governance.bylaws import bylaws_on
from ombelle_members.log import record
from ombelle_members.meetings.ballots import add_paper, close_poll, mark_paper, open_poll, sweep_urns
from ombelle_members.meetings.errors import NotNow
from ombelle_members.meetings.roll import require_quorum, touch
from ombelle_members.transactions import in_transaction


class VotingService:
    """The vote of an election."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], engine: AsyncEngine) -> None:
        self._sessions = sessions
        self._engine = engine

    async def open(self, election_id: UUID, *, caller: Caller, once: OneRequest) -> Row:
        """Open the vote: who stands is looked at once more, what decides is frozen, each constituency has its urn.

        Raises:
            ElectionUnknown, ElectionMoved: there is none to vote on.
            NotNow, NoQuorum: the meeting is not open or too few are there; by post, people were not convened.
            MayNotStand: who stands may not on that day.
            NothingToFill: nobody stands, or no post is to be filled any more.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = ElectionStore(session)
            row = await found_election(session, election_id, "open_vote")
            await store.follow(election_id)
            row = await found_election(session, election_id, lock=False)
            await refuse_meeting(session, row)
            standing = [one for one in await store.candidacies(election_id) if one["withdrawn_at"] is None]
            await refuse_standing(
                session, row, [(one["member_id"], f"/candidacies/{one['id']}") for one in standing]
            )
            rules = (await bylaws_on(session, row["held_on"])).rules.election
            await store.change(election_id, state="voting", rules=rules.model_dump(mode="json"))
            await store.freeze_roll(row["meeting_id"])
            opened = 0
            for constituency, seats in _seats(row).items():
                choices = [one["id"] for one in standing if one["constituency"] == constituency]
                if choices:
                    await open_round(session, row, constituency, 1, choices, seats)
                    opened += 1
            if not opened:
                raise NothingToFill(
                    "Personne n’est candidat aux sièges à pourvoir : il n’y a rien à mettre au vote."
                )
            return await told_vote(session, caller, row, "election_vote_opened", once)

        return await in_transaction(self._sessions, work)

    async def mark_paper(
        self, election_id: UUID, poll_id: UUID, voices: Sequence[UUID], *, caller: Caller
    ) -> Row:
        """Mark voices as voting on paper. Raises ElectionUnknown, ElectionMoved, BallotUnknown, BallotRefused."""

        async def work(session: AsyncSession) -> Row:
            row = await _with_poll(session, election_id, poll_id)
            await mark_paper(session, poll_id, voices)
            await record(
                session, caller, "election_paper_voters", ("election", election_id), {"count": len(voices)}
            )
            await touch(session, row["meeting_id"])
            return await shown(session, election_id, caller)

        return await in_transaction(self._sessions, work)

    async def add_paper(
        self, election_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> Row:
        """Add paper ballots that were counted by hand.

        Raises:
            ElectionUnknown, ElectionMoved, BallotUnknown: there is no such vote.
            BallotRefused: they do not add up, or are more than people who voted on paper.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await _with_poll(session, election_id, values["poll_id"])
            counts = {str(one): n for one, n in values["counts"].items()}
            await add_paper(
                session, values["poll_id"], ballots=values["ballots"], counts=counts, blank=values["blank"]
            )
            by = caller.identity.subject
            await RoundStore(session).note_paper(values["poll_id"], values["ballots"], by)
            return await told_vote(session, caller, row, "election_paper_added", once)

        return await in_transaction(self._sessions, work)

    async def count(self, election_id: UUID, *, caller: Caller, once: OneRequest) -> Row:
        """Close the vote and open the urns. Raises ElectionUnknown, ElectionMoved."""

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = ElectionStore(session)
            row = await found_election(session, election_id, "count")
            rules = await rules_of(session, row)
            members = {one["id"]: one["member_id"] for one in await store.candidacies(election_id)}
            standing = await store.standing(election_id, list(members.values()), row["held_on"])
            for one in await RoundStore(session).rounds(election_id):
                if one["counted_at"] is not None:
                    continue
                urn = await close_poll(session, one["poll_id"])
                votes = {UUID(choice): n for choice, n in urn.counts.items()}
                since = {candidacy: standing[members[candidacy]]["since"] for candidacy in votes}
                found = settle(votes, one["seats"], urn.voters - urn.blank, rules, since)
                told = {"voters": urn.voters, "blank": urn.blank, "paper": urn.paper_ballots}
                await RoundStore(session).note_count(
                    election_id, one["constituency"], one["round"], told, found
                )
            await store.change(election_id, state="counted")
            return await told_vote(session, caller, row, "election_counted", once)

        told = await in_transaction(self._sessions, work)
        await sweep_urns(self._engine)
        return told


def _seats(row: Mapping[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in row["seats"]:
        found[one["constituency"]] = found.get(one["constituency"], 0) + 1
    return found


async def refuse_meeting(session: AsyncSession, row: Mapping[str, Any]) -> None:
    """Refuse a vote whose meeting is not where it can be held. Raises NotNow, NoQuorum."""
    states = ("open",) if row["voting"] == "at_meeting" else ("convened", "open")
    if row["meeting_state"] not in states:
        detail = (
            "Ouvrez d’abord l’assemblée" if row["voting"] == "at_meeting" else "Convoquez d’abord l’assemblée"
        )
        raise NotNow(f"{detail} : c’est sa liste électorale qui vote.", state=row["meeting_state"])
    if row["voting"] == "at_meeting":
        await require_quorum(session, row["meeting_id"])


async def open_round(
    session: AsyncSession,
    row: Mapping[str, Any],
    constituency: str,
    number: int,
    choices: Sequence[UUID],
    seats: int,
) -> None:
    """Open the ballot of a constituency in a round."""
    by_college = row["by_college"] and constituency != "all"
    poll_id = await open_poll(
        session,
        meeting_id=row["meeting_id"],
        kind="election",
        subject_id=row["id"],
        choices=[str(one) for one in choices],
        most_choices=seats,
        college=constituency if by_college else None,
        needs_presence=row["voting"] == "at_meeting",
    )
    await RoundStore(session).open_round(row["id"], constituency, number, seats=seats, poll_id=poll_id)


async def _with_poll(session: AsyncSession, election_id: UUID, poll_id: UUID) -> Row:
    row = await found_election(session, election_id, "add_paper")
    if poll_id not in {one["poll_id"] for one in await RoundStore(session).rounds(election_id)}:
        raise BallotUnknown("Ce scrutin n’est pas de cette élection.")
    return row


async def told_vote(
    session: AsyncSession, caller: Caller, row: Mapping[str, Any], action: str, once: OneRequest
) -> Row:
    """Note a step of the vote, and return the election."""
    await record(session, caller, action, ("election", row["id"]))
    await touch(session, row["meeting_id"])
    return await once.keep(session, await shown(session, row["id"], caller))
