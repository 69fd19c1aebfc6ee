"""The use cases of conflicts of interest. `by` says who acts: the secretariat, or the member."""

from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.meetings.errors import ConflictRefused, MotionUnknown
from ombelle_members.meetings.sitting.noting import noted, on_roll
from ombelle_members.meetings.standing import held_meeting

_MOTION: Final = text(
    "SELECT state FROM motion WHERE id = :id AND meeting_id = :meeting_id FOR NO KEY UPDATE"
)
_MEETING_OF: Final = text("SELECT meeting_id FROM motion WHERE id = :id")
_HAS_VOTED: Final = text("""
SELECT EXISTS (SELECT FROM poll p JOIN poll_voter v ON v.poll_id = p.id WHERE p.subject_id = :id AND v.roll_id = :roll_id)
""")
_CONFLICT: Final = text("""
INSERT INTO motion_conflict (motion_id, roll_id, reason) VALUES (:id, :roll_id, :reason)
ON CONFLICT (motion_id, roll_id) DO UPDATE SET reason = excluded.reason
""")
_LIVE: Final = ("planned", "convened", "open")


class ConflictService:
    """Who takes no part in a vote."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def declare_conflict(
        self, by: Caller | str, meeting_id: UUID, motion_id: UUID, roll_id: UUID, reason: str | None
    ) -> None:
        """Note a conflict of interest: that voice takes no part in the vote on this motion.

        Raises:
            MeetingUnknown, NotNow: there is none to come.
            RollEntryUnknown: they are not on its roll.
            ConflictRefused: there is no such motion to vote on any more, or they have voted.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_LIVE)
            await on_roll(session, meeting_id, roll_id)
            state = await session.scalar(_MOTION, {"id": motion_id, "meeting_id": meeting_id})
            if state not in {"draft", "open"}:
                raise ConflictRefused("Cette résolution n'est plus à voter.")
            if await session.scalar(_HAS_VOTED, {"id": motion_id, "roll_id": roll_id}):
                raise ConflictRefused("Cette voix a déjà voté : un bulletin secret ne se retire pas.")
            values = {"id": motion_id, "roll_id": roll_id, "reason": reason}
            await session.execute(_CONFLICT, values)
            await noted(session, by, meeting_id, "conflict_declared", motion_id=motion_id, roll_id=roll_id)

    async def note_conflict(self, caller: Caller, motion_id: UUID, roll_id: UUID, reason: str | None) -> None:
        """Note a conflict of interest by the id of the motion. Raises MotionUnknown, and as `declare_conflict`."""
        async with self._sessions() as session, session.begin():
            meeting_id = await session.scalar(_MEETING_OF, {"id": motion_id})
        if meeting_id is None:
            raise MotionUnknown("Cette résolution n'existe pas.")
        await self.declare_conflict(caller, meeting_id, motion_id, roll_id, reason)
