"""How an annulled election is undone: what it gave never was, what it ended goes on."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.governance.errors import DecisionsAfterIt
from ombelle_members.governance.moves import Moves

_POSTS: Final = text(
    "SELECT DISTINCT post_id FROM board_term WHERE :election IN (election_id, ended_by_election_id)"
)
_TERMS_OUT: Final = text("""
WITH gone AS (DELETE FROM board_term WHERE election_id = :election RETURNING id, election_id, post_id, member_id, period)
INSERT INTO annulled_term (id, election_id, post_id, member_id, period) SELECT * FROM gone RETURNING id
""")
# A term comes back while its holder is a member, sits nowhere else, and nobody took the post meanwhile.
_TERMS_BACK: Final = text("""
UPDATE board_term t SET period = daterange(lower(period), NULL), ended_as = NULL, ended_by_election_id = NULL,
  version = version + 1
WHERE ended_by_election_id = :election
  AND EXISTS (SELECT FROM college_membership c WHERE c.member_id = t.member_id AND upper_inf(c.period))
  AND NOT EXISTS (SELECT FROM board_term o WHERE o.id <> t.id AND lower(o.period) >= upper(t.period)
    AND (o.post_id = t.post_id OR o.member_id = t.member_id))
RETURNING id
""")
_TAKEN: Final = text("""
SELECT b.number FROM board_term t JOIN post b ON b.id = t.post_id WHERE t.ended_by_election_id = :election AND EXISTS (
  SELECT FROM board_term o WHERE o.post_id = t.post_id AND lower(o.period) >= upper(t.period)
    AND o.election_id IS DISTINCT FROM CAST(:election AS uuid))
UNION
SELECT b.number FROM board_term t JOIN post b ON b.id = t.post_id WHERE t.election_id = :election AND EXISTS (
  SELECT FROM board_term o WHERE o.post_id = t.post_id AND lower(o.period) > lower(t.period))
ORDER BY 1
""")
# What stands of an office is what a board term of its holder covers, all along.
_OFFICES_OUT: Final = text("""
WITH gone AS (
  DELETE FROM office f WHERE NOT coalesce((
    SELECT range_agg(t.period) @> f.period FROM board_term t WHERE t.member_id = f.member_id), false)
  RETURNING id, role, rank, member_id, period
)
INSERT INTO annulled_office (id, election_id, role, rank, member_id, period)
SELECT id, CAST(:election AS uuid), role, rank, member_id, period FROM gone RETURNING id
""")
_OFFICES_BACK: Final = text("""
UPDATE office f SET period = daterange(lower(period), NULL), ended_as = NULL, ended_by_election_id = NULL,
  version = version + 1
WHERE ended_by_election_id = :election
  AND EXISTS (SELECT FROM board_term t WHERE t.member_id = f.member_id AND upper_inf(t.period))
  AND NOT EXISTS (SELECT FROM office o WHERE o.id <> f.id AND lower(o.period) >= upper(f.period)
    AND (o.member_id = f.member_id OR (o.role, o.rank) = (f.role, f.rank)))
RETURNING id
""")
_VACANT: Final = text("""
SELECT b.id FROM post b WHERE b.id = ANY (:posts) AND upper_inf(b.period)
  AND NOT EXISTS (SELECT FROM board_term t WHERE t.post_id = b.id AND upper_inf(t.period)) ORDER BY b.number
""")


async def annul_terms(session: AsyncSession, election_id: UUID) -> dict[str, Any]:
    """Move the terms of an annulled election out of the board, and bring back those that it had ended.

    Offices that then have no board term move out too. Returns `{"annulled": [ids], "restored": [ids], "vacant_posts":
    [ids], "offices": [ids that moved out]}`. Within the caller's transaction.

    Raises:
        DecisionsAfterIt: a post was filled again since, by another election or a co-option.

    """
    await Moves(session).hold()
    asked = {"election": election_id}
    posts = (await session.scalars(_POSTS, asked)).all()
    taken = (await session.scalars(_TAKEN, asked)).all()
    if taken:
        numbers = ", ".join(str(number) for number in taken)
        raise DecisionsAfterIt(
            f"Des sièges ont été pourvus à nouveau depuis cette élection : {numbers}. Mettez d’abord fin à ces mandats."
        )
    annulled = (await session.scalars(_TERMS_OUT, asked)).all()
    restored = (await session.scalars(_TERMS_BACK, asked)).all()
    offices = (await session.scalars(_OFFICES_OUT, asked)).all()
    await session.execute(_OFFICES_BACK, asked)
    vacant = (await session.scalars(_VACANT, {"posts": posts})).all()
    return {"annulled": annulled, "restored": restored, "vacant_posts": vacant, "offices": offices}
