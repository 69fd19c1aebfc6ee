"""The use cases of what a count left open: lots and second rounds."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.elections.errors import LotWrong, NotSettled
from ombelle_members.elections.standing import found_election
from ombelle_members.elections.store import ElectionStore, Row
from ombelle_members.elections.voting.service import open_round, refuse_meeting, told_vote
from ombelle_members.elections.voting.store import RoundStore
from ombelle_members.transactions import in_transaction


class SettlingService:
    """What a count left open."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def draw(
        self, election_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> Row:
        """Note what a lot decided between those with as many votes.

        Raises:
            ElectionUnknown, ElectionMoved: there is none that was counted.
            NotSettled: nothing is to be drawn there.
            LotWrong: it names others, or not as many as there are seats left.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await found_election(session, election_id, "draw_lot")
            store = ElectionStore(session)
            place = values["constituency"]
            rounds = [
                one for one in await RoundStore(session).rounds(election_id) if one["constituency"] == place
            ]
            waiting = [one for one in rounds if any(r["outcome"] == "tied" for r in one["results"])]
            if not waiting:
                raise NotSettled("Aucun sort n’est à tirer ici : personne n’est à égalité.")
            [one] = waiting
            _refuse_lot(one, values["elected"])
            await RoundStore(session).draw(
                election_id, place, one["round"], chosen=values["elected"], note=values["note"]
            )
            await store.change(election_id)
            return await told_vote(session, caller, row, "election_lot_drawn", once)

        return await in_transaction(self._sessions, work)

    async def second_round(self, election_id: UUID, *, caller: Caller, once: OneRequest) -> Row:
        """Open the second round, where the first one left seats.

        Raises:
            ElectionUnknown, ElectionMoved, NotSettled: there is none to hold.
            NotNow, NoQuorum: as `open`.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await found_election(session, election_id, "second_round")
            if not row["awaits_round"]:
                raise NotSettled("Le premier tour a suffi : il n’y a pas de second tour.")
            await refuse_meeting(session, row)
            store = ElectionStore(session)
            for one in await RoundStore(session).rounds(election_id):
                again = [UUID(r["candidacy_id"]) for r in one["results"] if r["outcome"] == "second_round"]
                left = one["seats"] - sum(r["outcome"] == "elected" for r in one["results"])
                if again and one["round"] == 1:
                    await open_round(session, row, one["constituency"], 2, again, left)
            await store.change(election_id, state="voting", round=2)
            return await told_vote(session, caller, row, "election_second_round", once)

        return await in_transaction(self._sessions, work)


def _refuse_lot(one: Mapping[str, Any], chosen: Sequence[UUID]) -> None:
    tied = {UUID(r["candidacy_id"]) for r in one["results"] if r["outcome"] == "tied"}
    left = one["seats"] - sum(r["outcome"] == "elected" for r in one["results"])
    if len(set(chosen)) != left or not set(chosen) <= tied:
        detail = f"Le sort désigne {left} des candidatures à égalité, et elles seules."
        raise LotWrong(detail, errors=[FieldError("/body/elected", "lot_wrong", detail)])
