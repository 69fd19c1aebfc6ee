"""The bureau: elected by the board among its members, each office within a board term."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.governance.bylaws import OfficeRole


class Chosen(NamedTuple):
    """Who holds an office from now on. `rank` tells apart those that several hold: the first vice-president…"""

    role: OfficeRole
    member_id: UUID
    rank: int = 1


async def elect(
    session: AsyncSession, on: date, offices: Sequence[Chosen], *, is_whole: bool = True
) -> list[UUID]:
    """Enter what the board elected, within the caller's transaction; return the ids of the offices, in that order.

    A whole bureau ends every running office that day; else only those of the same role and rank. An office is expected
    to end at the next partial renewal, which is never after its own board term. Opens what is to be declared.

    Raises:
        OfficeRefused: a member does not sit on the board that day, holds two offices, a role is given twice, or a
            required office is left out of a whole bureau (422, with pointers `/offices/{i}/…`).
        DecisionsAfterIt: an office began on that day or later.

    """
    raise NotImplementedError
