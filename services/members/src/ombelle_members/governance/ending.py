"""How a board term ends: the one way, for a resignation, a member that leaves, a ratification that is refused.

The day of an end is the first one without: who resigns "on 4 May" sat on the 3rd for the last time.
"""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

TermEnd = Literal[
    "term", "resignation", "death", "revocation", "lost_quality", "not_ratified", "post_abolished"
]


async def in_the_way(session: AsyncSession, member_id: UUID, on: date) -> list[dict[str, Any]]:
    """Return the terms and offices of a member that forbid to end it, or its term, on a day in the past.

    Those that began on that day or later, and those that ended later: what was decided after it stands. Each is
    `{"kind": "board_term" | "office", "id", "began_on", "ended_on"}`. A running term that began before is in nobody's way.
    """
    raise NotImplementedError


async def end_term_of(
    session: AsyncSession, member_id: UUID, on: date, ended_as: TermEnd, reason: str | None = None
) -> UUID | None:
    """End the running term of a member, its office with it the same day, and open what is to be declared of it.

    Within the caller's transaction, which holds the member's row before (`FOR UPDATE`). Returns the id of the term,
    `None` where the member sits nowhere.

    Raises:
        DecisionsAfterIt: something of this member was decided after that day (409, with pointers).

    """
    raise NotImplementedError
