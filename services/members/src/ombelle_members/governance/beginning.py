"""How board terms begin by an election, and how it is undone when the election is annulled."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession


class Seat(NamedTuple):
    """A post, the member who holds it from now on, and until when at most it is expected to."""

    post_id: UUID
    member_id: UUID
    expected_end_on: date


async def begin_terms(
    session: AsyncSession,
    election_id: UUID | None,
    on: date,
    seats: Sequence[Seat],
    *,
    renewed_posts: Sequence[UUID] = (),
) -> list[UUID]:
    """Begin the terms that an election gives, within the caller's transaction; return their ids, in the order of `seats`.

    The running terms of those posts, and of `renewed_posts` (renewed too, but nobody was elected to them), end the same
    day as `term`; who is re-elected adjoins, and keeps an office without a gap. Other offices end with their board term.

    Raises:
        SeatRefused: a post does not exist, a member is none on that day or is of another college than the post's, or it
            holds another post (422, with pointers `/seats/{i}/…`).
        DecisionsAfterIt: a term of one of these posts began on that day or later.

    """
    raise NotImplementedError


async def annul_terms(session: AsyncSession, election_id: UUID) -> dict[str, Any]:
    """Move the terms of an annulled election out of the board, and bring back those that it had ended.

    Offices that then have no board term move out too. Returns `{"annulled": [ids], "restored": [ids], "vacant_posts":
    [ids], "offices": [ids]}`. Within the caller's transaction.

    Raises:
        DecisionsAfterIt: a post was filled again since, by another election or a co-option.

    """
    raise NotImplementedError
