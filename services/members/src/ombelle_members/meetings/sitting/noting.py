"""How what happens at a meeting is noted: in the log, and for everybody who looks on."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller
from ombelle_members.log import record
from ombelle_members.meetings.errors import RollEntryUnknown
from ombelle_members.meetings.roll import touch

_ON_ROLL: Final = text("""
SELECT name FROM meeting_roll WHERE id = :roll_id AND meeting_id = :meeting_id AND struck_on IS NULL FOR NO KEY UPDATE
""")


async def on_roll(session: AsyncSession, meeting_id: UUID, roll_id: UUID) -> None:
    """Hold somebody's entry of the roll, so that arriving and leaving take turns.

    Raises:
        RollEntryUnknown: nobody of that id is on it, or they were struck off.

    """
    if await session.scalar(_ON_ROLL, {"roll_id": roll_id, "meeting_id": meeting_id}) is None:
        raise RollEntryUnknown("Personne de ce nom n'est sur la liste de cette réunion, ou plus.")


async def noted(
    session: AsyncSession, by: Caller | str, meeting_id: UUID, action: str, **values: Any
) -> None:
    """Note what somebody did at a meeting; `by` says who."""
    await record(session, by, action, ("meeting", meeting_id), values)
    await touch(session, meeting_id)
