"""Statements on posts, board terms and offices of an import. What they may not write, PostgreSQL refuses."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Date, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_DAY: Final = (bindparam("first", type_=Date), bindparam("last", type_=Date))
_POSTS: Final = text("""
SELECT id, number, renewal_group, college, lower(period) AS began_on, upper(period) AS ended_on FROM post ORDER BY number
""")
_ADD_POST: Final = text("""
INSERT INTO post (number, renewal_group, college, period)
VALUES (:number, :renewal_group, :college, daterange(:first, NULL)) RETURNING id
""").bindparams(bindparam("first", type_=Date), bindparam("college", type_=Text))
_TERMS: Final = text("""
SELECT p.number || '/' || lower(t.period) AS name, m.external_id AS member FROM board_term t JOIN post p ON p.id = t.post_id
JOIN member m ON m.id = t.member_id
""")
# The posts that are renewed on a day: their terms end there, and the offices of those who leave the board.
_END_TERMS: Final = text("""
UPDATE board_term SET period = daterange(lower(period), :day), ended_as = 'term', version = version + 1
WHERE post_id = ANY (:posts) AND upper_inf(period) AND lower(period) < :day RETURNING member_id
""").bindparams(bindparam("posts", type_=ARRAY(Uuid)), bindparam("day", type_=Date))
_END_OFFICES: Final = text("""
UPDATE office SET period = daterange(lower(period), :day), ended_as = 'board_term_ended', version = version + 1
WHERE member_id = ANY (:members) AND upper_inf(period) AND lower(period) < :day
""").bindparams(bindparam("members", type_=ARRAY(Uuid)), bindparam("day", type_=Date))
_ADD_TERM: Final = text("""
INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as, ended_as, external_id)
VALUES (:post, :member, daterange(:first, :last), :expected, :began_as, :ended_as, :name)
""").bindparams(
    bindparam("post", type_=Uuid), bindparam("member", type_=Uuid), bindparam("ended_as", type_=Text), *_DAY
)
_OFFICES: Final = text("""
SELECT o.role || '/' || m.external_id || '/' || lower(o.period) AS name FROM office o JOIN member m ON m.id = o.member_id
WHERE m.external_id IS NOT NULL
""")
# Those that several may hold have the first rank that is free.
_ADD_OFFICE: Final = text("""
INSERT INTO office (role, rank, member_id, period, expected_end_on, ended_as, external_id)
SELECT :role, CASE WHEN :role IN ('vice_president', 'bureau_member') THEN (
    SELECT min(n) FROM generate_series(1, 10) AS n WHERE NOT EXISTS (SELECT FROM office o
      WHERE o.role = :role AND o.rank = n AND o.period && daterange(:first, :last))) ELSE 1 END,
  :member, daterange(:first, :last), :expected, :ended_as, :name
""").bindparams(
    bindparam("member", type_=Uuid), bindparam("role", type_=Text), bindparam("ended_as", type_=Text), *_DAY
)
_END_OFFICE: Final = text("""
UPDATE office SET period = daterange(lower(period), :day), ended_as = 'term', version = version + 1
WHERE upper_inf(period) AND lower(period) < :day
  AND (expected_end_on <= :day OR role = ANY (:roles) OR member_id = ANY (:members))
""").bindparams(
    bindparam("day", type_=Date),
    bindparam("roles", type_=ARRAY(Text)),
    bindparam("members", type_=ARRAY(Uuid)),
)
Row = Mapping[str, Any]


class BoardStore:
    """Posts, terms and offices in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def posts(self) -> list[Row]:
        """Return the posts there are and were."""
        return [dict(row) for row in (await self._session.execute(_POSTS)).mappings()]

    async def add_post(self, values: Row) -> UUID:
        """Create a post."""
        post: UUID = (await self._session.execute(_ADD_POST, dict(values))).scalar_one()
        return post

    async def terms(self) -> dict[str, str | None]:
        """Return who holds each term, by post and day: the reference of the member."""
        return {row.name: row.member for row in await self._session.execute(_TERMS)}

    async def renew(self, posts: Sequence[UUID], day: date, elected: Collection[UUID]) -> None:
        """End the terms of posts that are renewed on a day, and the offices of those who are not elected again."""
        gone = await self._session.scalars(_END_TERMS, {"posts": list(posts), "day": day})
        leaving = [member for member in gone if member not in elected]
        await self._session.execute(_END_OFFICES, {"members": leaving, "day": day})

    async def add_term(self, values: Row) -> None:
        """Begin a term."""
        await self._session.execute(_ADD_TERM, dict(values))

    async def offices(self) -> set[str]:
        """Return the offices there are and were: role, reference of the member, day."""
        return set(await self._session.scalars(_OFFICES))

    async def end_offices(self, day: date, roles: Sequence[str], members: Sequence[UUID]) -> None:
        """End the offices that others take on a day: those that were expected to end, are taken, or whose holder moves."""
        values = {"day": day, "roles": list(roles), "members": list(members)}
        await self._session.execute(_END_OFFICE, values)

    async def add_office(self, values: Row) -> None:
        """Begin an office."""
        await self._session.execute(_ADD_OFFICE, dict(values))
