"""Statements of an election's rounds: what is voted on, what its urn held, what became of each candidacy."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.elections.domain import Result

Row = dict[str, Any]
_ROUNDS: Final = text("""
SELECT o.constituency, o.round, o.seats, o.poll_id, o.counted_at, o.voters, o.blank, o.paper, o.lot_note,
  (SELECT count(*) FROM poll_voter v WHERE v.poll_id = o.poll_id) AS ballots,
  (SELECT count(*) FROM poll_voter v WHERE v.poll_id = o.poll_id AND v.on_paper) AS paper_voters,
  (SELECT u.paper_ballots FROM urn u WHERE u.poll_id = o.poll_id) AS paper_ballots,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('ballots', b.ballots, 'at', b.added_at, 'by', by.name) ORDER BY b.id), '[]')
   FROM paper_batch b LEFT JOIN person by ON by.account_id::text = b.added_by WHERE b.poll_id = o.poll_id) AS paper_added,
  p.choices,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('candidacy_id', r.candidacy_id, 'name', member_name(c.member_id),
     'votes', r.votes, 'outcome', r.outcome, 'decided_by', r.decided_by)
     ORDER BY r.votes DESC, r.outcome, fold(member_name(c.member_id))), '[]')
   FROM election_result r JOIN candidacy c ON c.id = r.candidacy_id
   WHERE (r.election_id, r.constituency, r.round) = (o.election_id, o.constituency, o.round)) AS results
FROM election_round o JOIN poll p ON p.id = o.poll_id WHERE o.election_id = :id ORDER BY o.round, o.constituency
""")
_OPEN_ROUND: Final = text("""
INSERT INTO election_round (election_id, constituency, round, seats, poll_id)
VALUES (:election, :constituency, :round, :seats, :poll)
""")
_ADD_BATCH: Final = text("INSERT INTO paper_batch (poll_id, ballots, added_by) VALUES (:poll, :ballots, :by)")
_NOTE_COUNT: Final = text("""
UPDATE election_round SET counted_at = clock_timestamp(), voters = :voters, blank = :blank, paper = :paper
WHERE election_id = :election AND constituency = :constituency AND round = :round
""")
_NOTE_RESULT: Final = text("""
INSERT INTO election_result (election_id, constituency, round, candidacy_id, votes, outcome, decided_by)
VALUES (:election, :constituency, :round, :candidacy, :votes, :outcome, :decided_by)
""")
_DRAW: Final = (
    text("""
UPDATE election_result SET outcome = CASE WHEN candidacy_id = ANY (:chosen) THEN 'elected' ELSE 'not_elected' END,
  decided_by = 'lot'
WHERE election_id = :election AND constituency = :constituency AND round = :round AND outcome = 'tied'
""").bindparams(bindparam("chosen", type_=ARRAY(Uuid))),
    text("""
UPDATE election_round SET lot_drawn_at = clock_timestamp(), lot_note = :note
WHERE election_id = :election AND constituency = :constituency AND round = :round
"""),
)
_ELECTED: Final = text("""
SELECT r.constituency, c.member_id, r.votes, r.round, r.decided_by
FROM election_result r JOIN candidacy c ON c.id = r.candidacy_id
WHERE r.election_id = :election AND r.outcome = 'elected'
ORDER BY r.constituency, r.round, r.votes DESC, r.decided_by NULLS FIRST, fold(member_name(c.member_id)), c.id
""")


class RoundStore:
    """Rounds in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def rounds(self, election_id: UUID) -> list[Row]:
        """Return the rounds of each constituency with their results, by name of member; none before the count."""
        return [dict(row) for row in (await self._session.execute(_ROUNDS, {"id": election_id})).mappings()]

    async def open_round(
        self, election_id: UUID, constituency: str, number: int, *, seats: int, poll_id: UUID
    ) -> None:
        """Note what is voted on."""
        values = {"election": election_id, "constituency": constituency, "round": number}
        await self._session.execute(_OPEN_ROUND, {**values, "seats": seats, "poll": poll_id})

    async def note_paper(self, poll_id: UUID, ballots: int, by: str) -> None:
        """Note that somebody added so many paper ballots."""
        await self._session.execute(_ADD_BATCH, {"poll": poll_id, "ballots": ballots, "by": by})

    async def note_count(
        self,
        election_id: UUID,
        constituency: str,
        number: int,
        urn: Mapping[str, int],
        found: Mapping[UUID, Result],
    ) -> None:
        """Note what an urn held and what became of each candidacy. `urn`: `voters blank paper`."""
        values = {"election": election_id, "constituency": constituency, "round": number}
        await self._session.execute(_NOTE_COUNT, {**values, **urn})
        for candidacy, result in found.items():
            told = {"votes": result.votes, "outcome": result.outcome, "decided_by": result.decided_by}
            await self._session.execute(_NOTE_RESULT, {**values, "candidacy": candidacy, **told})

    async def draw(
        self, election_id: UUID, constituency: str, number: int, *, chosen: Sequence[UUID], note: str
    ) -> None:
        """Note what a lot decided."""
        values = {"election": election_id, "constituency": constituency, "round": number}
        more: tuple[dict[str, Any], ...] = ({"chosen": list(chosen)}, {"note": note})
        for statement, own in zip(_DRAW, more, strict=True):
            await self._session.execute(statement, values | own)

    async def elected(self, election_id: UUID) -> list[Row]:
        """Return who is elected, by constituency, those with the most votes first."""
        return [
            dict(row) for row in (await self._session.execute(_ELECTED, {"election": election_id})).mappings()
        ]
