"""Statements of elections. Ballots are not here: they are the meeting's polls, of which only sums are told."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, SmallInteger, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.elections.domain import Given

Row = dict[str, Any]
_SEATS: Final = """
(SELECT coalesce(jsonb_agg(jsonb_build_object('post_id', s.post_id, 'number', p.number, 'renewal_group', p.renewal_group,
   'college', p.college, 'constituency', s.constituency, 'reason', s.reason, 'until', s.until) ORDER BY p.number), '[]')
 FROM election_seat s JOIN post p ON p.id = s.post_id WHERE s.election_id = e.id)
"""
_COLUMNS: Final = f"""
SELECT e.*, m.title AS meeting_title, m.state AS meeting_state, m.held_on AS meeting_on, m.body AS meeting_body,
  by.name AS proclaimed_by_name, {_SEATS} AS seats,
  (SELECT count(*) FROM candidacy c WHERE c.election_id = e.id AND c.withdrawn_at IS NULL) AS candidacies_count,
  EXISTS (SELECT FROM election_result r WHERE r.election_id = e.id AND r.outcome = 'tied') AS awaits_lot,
  EXISTS (SELECT FROM election_result r WHERE r.election_id = e.id AND r.outcome = 'second_round' AND r.round = e.round)
    AS awaits_round
FROM election e JOIN meeting m ON m.id = e.meeting_id
LEFT JOIN person by ON by.account_id::text = e.proclaimed_by
"""  # noqa: S608 (fragments of ours)
_WANTED: Final = """
WHERE (CAST(:state AS text) IS NULL OR e.state = :state) AND (CAST(:meeting AS uuid) IS NULL OR e.meeting_id = :meeting)
"""
_PAGE: Final = text(f"""
{_COLUMNS} {_WANTED} AND (CAST(:after_on AS date) IS NULL OR (e.held_on, e.id) < (:after_on, :after_id))
ORDER BY e.held_on DESC, e.id DESC LIMIT :count
""").bindparams(  # fragments of ours
    bindparam("meeting", type_=Uuid), bindparam("after_on", type_=Date), bindparam("after_id", type_=Uuid)
)
_TOTAL: Final = text(f"SELECT count(*) FROM election e {_WANTED}").bindparams(  # noqa: S608
    bindparam("meeting", type_=Uuid)
)
_ONE: Final = text(f"{_COLUMNS} WHERE e.id = :id")
_LOCK: Final = text("SELECT id FROM election WHERE id = :id FOR UPDATE")
_ADD: Final = text("""
INSERT INTO election (meeting_id, title, held_on, voting, renewal_group, fills_vacancies, by_college, candidacies_until)
SELECT m.id, :title, m.held_on, :voting, :renewal_group, :fills_vacancies, :by_college, :candidacies_until
FROM meeting m WHERE m.id = :meeting_id RETURNING id
""").bindparams(bindparam("renewal_group", type_=SmallInteger), bindparam("candidacies_until", type_=Date))
# What the meeting's day and the board's composition make of it, as long as nobody has voted.
_FOLLOW: Final = (
    text("""
UPDATE election e SET held_on = m.held_on,
  candidacies_until = CASE WHEN e.candidacies_until > m.held_on THEN m.held_on ELSE e.candidacies_until END
FROM meeting m WHERE m.id = e.meeting_id AND e.id = :id
"""),
    text("DELETE FROM election_seat WHERE election_id = :id"),
    text("""
INSERT INTO election_seat (election_id, post_id, constituency, reason, until)
SELECT e.id, f.post_id, coalesce(f.college, 'all'), f.reason, f.until
FROM election e CROSS JOIN LATERAL seats_to_fill(e.held_on, e.renewal_group, e.fills_vacancies) AS f WHERE e.id = :id
"""),
)
_CANDIDACIES: Final = text("""
SELECT c.id, c.member_id, c.constituency, c.statement, c.recorded_as, c.recorded_at, c.withdrawn_at,
  member_name(c.member_id) AS name, m.kind, g.college,
  (SELECT p.name FROM representative r JOIN person p ON p.id = r.person_id
   WHERE r.member_id = m.id AND r.period @> e.held_on) AS representative,
  EXISTS (SELECT FROM election_seat s JOIN board_term t ON t.post_id = s.post_id AND t.period @> e.held_on - 1
    WHERE s.election_id = e.id AND t.member_id = m.id) AS is_outgoing,
  role_in_member(m.id, CAST(:account AS uuid)) IS NOT NULL AS is_mine
FROM candidacy c JOIN election e ON e.id = c.election_id JOIN member m ON m.id = c.member_id
LEFT JOIN college_membership g ON g.member_id = m.id AND g.period @> e.held_on
WHERE c.election_id = :id ORDER BY c.constituency, fold(member_name(c.member_id)), c.id
""").bindparams(bindparam("account", type_=Uuid))
_STANDING: Final = text("""
SELECT m.id, member_name(m.id) AS name, s.is_member, s.college, s.since, s.may_stand, s.is_up_to_date,
  consecutive_terms(m.id, CAST(:on AS date)) AS terms,
  (SELECT p.number FROM board_term t JOIN post p ON p.id = t.post_id WHERE t.member_id = m.id AND upper_inf(t.period)
    AND NOT EXISTS (SELECT FROM election_seat x WHERE x.election_id = :election AND x.post_id = t.post_id)) AS sits_elsewhere
FROM member m CROSS JOIN LATERAL member_status(m.id, CAST(:on AS date)) AS s WHERE m.id = ANY (:members)
""").bindparams(bindparam("members", type_=ARRAY(Uuid)), bindparam("election", type_=Uuid))
_ADD_CANDIDACY: Final = text("""
INSERT INTO candidacy (election_id, member_id, constituency, statement, recorded_as)
VALUES (:election, :member_id, :constituency, :statement, :recorded_as) RETURNING id
""")
_WITHDRAW: Final = text("""
UPDATE candidacy SET withdrawn_at = greatest(now(), recorded_at)
WHERE id = :id AND election_id = :election AND withdrawn_at IS NULL RETURNING member_id
""")
_ROLE: Final = text("SELECT role_in_member(:member, CAST(:account AS uuid))").bindparams(
    bindparam("account", type_=Uuid), bindparam("member", type_=Uuid)
)
_ACTS_FOR_A_MEMBER: Final = text("""
SELECT EXISTS (SELECT FROM college_membership g WHERE upper_inf(g.period)
  AND role_in_member(g.member_id, CAST(:account AS uuid)) IS NOT NULL)
""").bindparams(bindparam("account", type_=Uuid))
_FREEZE: Final = text("UPDATE meeting SET roll_frozen_at = now() WHERE id = :id AND roll_frozen_at IS NULL")
_GIVEN: Final = text("""
SELECT s.constituency, s.reason, s.post_id, p.number, s.until, t.member_id AS holder
FROM election_seat s JOIN post p ON p.id = s.post_id
LEFT JOIN board_term t ON t.post_id = s.post_id AND upper_inf(t.period)
WHERE s.election_id = :election ORDER BY p.number
""")
_FORGET: Final = (
    text("UPDATE election SET proclaimed_by = :erased WHERE proclaimed_by = :account"),
    text("UPDATE paper_batch SET added_by = :erased WHERE added_by = :account"),
)


async def forget_account(session: AsyncSession, account: str, erased: str) -> None:
    """Name an account no more as who proclaimed an election, or added paper ballots to it."""
    for statement in _FORGET:
        await session.execute(statement, {"account": account, "erased": erased})


class ElectionStore:
    """Elections in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, wanted: Mapping[str, Any], *, after: tuple[date, UUID] | None, count: int
    ) -> tuple[list[Row], int]:
        """Return elections, the last first, and how many there are. `wanted`: `state`, `meeting`."""
        after_on, after_id = after or (None, None)
        values = {**wanted, "after_on": after_on, "after_id": after_id, "count": count}
        rows = await self._session.execute(_PAGE, values)
        total = await self._session.scalar(_TOTAL, dict(wanted))
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def one(self, election_id: UUID, *, lock: bool = False) -> Row | None:
        """Return an election, with `lock` held until the transaction ends."""
        if lock:
            await self._session.execute(_LOCK, {"id": election_id})
        row = (await self._session.execute(_ONE, {"id": election_id})).mappings().one_or_none()
        return None if row is None else dict(row)

    async def add(self, values: Mapping[str, Any]) -> UUID | None:
        """Enter an election at a meeting, and return its id, `None` where there is no such meeting."""
        found = await self._session.scalar(_ADD, dict(values))
        return None if found is None else UUID(str(found))

    async def follow(self, election_id: UUID) -> None:
        """Compute again its day and the posts that it gives."""
        for statement in _FOLLOW:
            await self._session.execute(statement, {"id": election_id})

    async def change(self, election_id: UUID, **values: Any) -> None:
        """Write columns of an election, and its next version."""
        # The columns are named by this code, never by a request.
        written = "".join(f"{name} = :{name}, " for name in values)
        statement = text(f"UPDATE election SET {written}version = version + 1 WHERE id = :id")  # noqa: S608
        if "rules" in values:
            statement = statement.bindparams(bindparam("rules", type_=JSONB))
        await self._session.execute(statement, {**values, "id": election_id})

    async def candidacies(self, election_id: UUID, account: UUID | None = None) -> list[Row]:
        """Return candidacies, withdrawn ones too; `is_mine` for those of members that the account acts for."""
        rows = await self._session.execute(_CANDIDACIES, {"id": election_id, "account": account})
        return [dict(row) for row in rows.mappings()]

    async def standing(self, election_id: UUID, members: Sequence[UUID], on: date) -> dict[UUID, Row]:
        """Return what decides on whether members may stand on a day."""
        asked = {"election": election_id, "members": list(members), "on": on}
        return {row["id"]: dict(row) for row in (await self._session.execute(_STANDING, asked)).mappings()}

    async def add_candidacy(self, election_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Enter a candidacy."""
        return UUID(str(await self._session.scalar(_ADD_CANDIDACY, {"election": election_id, **values})))

    async def withdraw(self, election_id: UUID, candidacy_id: UUID) -> bool:
        """Note that a candidacy was withdrawn; return whether it was there."""
        values = {"election": election_id, "id": candidacy_id}
        return await self._session.scalar(_WITHDRAW, values) is not None

    async def acts_for(self, account: UUID | None, member_id: UUID) -> bool:
        """Say whether an account acts for a member."""
        return await self._session.scalar(_ROLE, {"member": member_id, "account": account}) is not None

    async def acts_for_a_member(self, account: UUID | None) -> bool:
        """Say whether an account acts for some member of today."""
        return bool(await self._session.scalar(_ACTS_FOR_A_MEMBER, {"account": account}))

    async def freeze_roll(self, meeting_id: UUID) -> None:
        """Let nobody come to or go from the roll of a meeting any more: by post, people vote before its day."""
        await self._session.execute(_FREEZE, {"id": meeting_id})

    async def given(self, election_id: UUID) -> list[tuple[str, str, Given]]:
        """Return the posts with constituency, `renewal` or `vacancy`, and who holds each now."""
        rows = await self._session.execute(_GIVEN, {"election": election_id})
        return [
            (row.constituency, row.reason, Given(row.post_id, row.number, row.until, row.holder))
            for row in rows
        ]
