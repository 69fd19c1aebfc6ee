"""How rows of posts, terms and offices change: the only statements that write them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

# Whoever changes the bodies writes in the register: taken first, its lock lets them do so one after another.
_HOLD: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('register_entry', 0))")


def _of(statement: str, *lists: str) -> TextClause:
    typed = text(statement).bindparams(*(bindparam(name, type_=ARRAY(Uuid)) for name in lists))
    return typed.bindparams(bindparam("on", type_=Date)) if ":on" in statement else typed


_HOLD_MEMBERS: Final = _of("SELECT id FROM member WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE", "ids")
_ADD_POST: Final = text("""
INSERT INTO post (number, renewal_group, college, period)
VALUES (:number, :renewal_group, :college, daterange(:begins_on, NULL)) RETURNING id
""")
_ABOLISH: Final = _of(
    "UPDATE post SET period = daterange(lower(period), :on), version = version + 1 WHERE id = :id"
)
_ADD_TERM: Final = text("""
INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as, election_id)
VALUES (:post_id, :member_id, daterange(:on, NULL), :expected_end_on, :began_as, :election_id) RETURNING id
""")
_END_TERMS: Final = _of(
    """
UPDATE board_term SET period = daterange(lower(period), :on), ended_as = :ended_as, end_reason = :reason,
  ended_by_election_id = :election, version = version + 1 WHERE id = ANY (:ids)
""",
    "ids",
)
_RATIFY: Final = _of("UPDATE board_term SET ratified_on = :on, version = version + 1 WHERE id = :id")
_ADD_OFFICE: Final = text("""
INSERT INTO office (role, rank, member_id, period, expected_end_on)
VALUES (:role, :rank, :member_id, daterange(:on, NULL), :expected_end_on) RETURNING id
""")
_END_OFFICES: Final = _of(
    """
UPDATE office SET period = daterange(lower(period), :on), ended_as = :ended_as, ended_by_election_id = :election,
  version = version + 1 WHERE id = ANY (:ids)
""",
    "ids",
)
_TERMS: Final = _of(
    """
SELECT t.id, t.post_id, t.member_id, b.number, lower(t.period) AS began_on, t.expected_end_on FROM board_term t
JOIN post b ON b.id = t.post_id
WHERE upper_inf(t.period) AND (t.post_id = ANY (:posts) OR t.member_id = ANY (:members)) ORDER BY b.number
""",
    "posts",
    "members",
)
_OFFICES: Final = text("""
SELECT f.id, f.role, f.rank, f.member_id, lower(f.period) AS began_on FROM office f WHERE upper_inf(f.period) ORDER BY f.id
""")


class Moves:
    """What changes the bodies, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def hold(self, members: Sequence[UUID] = ()) -> None:
        """Hold these members, then every body, until the transaction ends: in this order in all of the service."""
        if members:
            await self._session.execute(_HOLD_MEMBERS, {"ids": sorted(set(members))})
        await self._session.execute(_HOLD)

    async def running_terms(
        self, *, posts: Sequence[UUID] = (), members: Sequence[UUID] = ()
    ) -> list[dict[str, Any]]:
        """Return the running terms of these posts, and those of these members."""
        found = await self._session.execute(_TERMS, {"posts": list(posts), "members": list(members)})
        return [dict(row) for row in found.mappings()]

    async def running_offices(self) -> list[dict[str, Any]]:
        """Return the offices that nobody knows the end of."""
        return [dict(row) for row in (await self._session.execute(_OFFICES)).mappings()]

    async def add_post(self, **values: Any) -> UUID:
        """Create a post: `number renewal_group college begins_on`."""
        return await self._id(_ADD_POST, values)

    async def abolish(self, post_id: UUID, on: date) -> None:
        """Let a post be no more from that day on."""
        await self._session.execute(_ABOLISH, {"id": post_id, "on": on})

    async def add_term(self, **values: Any) -> UUID:
        """Begin a term: `post_id member_id on expected_end_on began_as election_id`."""
        return await self._id(_ADD_TERM, values)

    async def end_terms(
        self,
        ids: Sequence[UUID],
        on: date,
        ended_as: str,
        *,
        reason: str | None = None,
        election: UUID | None = None,
    ) -> None:
        """End terms; `on` is the first day without them."""
        values = {"ids": list(ids), "on": on, "ended_as": ended_as, "reason": reason, "election": election}
        await self._session.execute(_END_TERMS, values)

    async def ratify(self, term_id: UUID, on: date) -> None:
        """Note that the assembly ratified a co-option."""
        await self._session.execute(_RATIFY, {"id": term_id, "on": on})

    async def add_office(self, **values: Any) -> UUID:
        """Begin an office: `role rank member_id on expected_end_on`."""
        return await self._id(_ADD_OFFICE, values)

    async def end_offices(
        self, ids: Sequence[UUID], on: date, ended_as: str, *, election: UUID | None = None
    ) -> None:
        """End offices; `on` is the first day without them."""
        values = {"ids": list(ids), "on": on, "ended_as": ended_as, "election": election}
        await self._session.execute(_END_OFFICES, values)

    async def _id(self, statement: TextClause, values: dict[str, Any]) -> UUID:
        return UUID(str((await self._session.execute(statement, values)).scalar_one()))
