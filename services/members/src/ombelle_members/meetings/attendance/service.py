"""The use cases of who is there: people come and go. `by` says who notes it: the secretariat, or they themselves."""

from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.meetings.errors import AlreadyPresent, NotPresent
from ombelle_members.meetings.sitting.noting import noted, on_roll
from ombelle_members.meetings.standing import held_meeting

_ARRIVE: Final = text("""
INSERT INTO attendance (meeting_id, roll_id, mode, span)
SELECT :meeting_id, :roll_id, :mode, tstzrange(clock_timestamp(), NULL)
WHERE NOT is_present(:roll_id)
""")
_LEAVE: Final = text("""
UPDATE attendance SET span = tstzrange(lower(span), greatest(clock_timestamp(), lower(span) + interval '1 microsecond'))
WHERE roll_id = :roll_id AND meeting_id = :meeting_id AND upper_inf(span)
""")


class AttendanceService:
    """Who is there."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def arrive(self, by: Caller | str, meeting_id: UUID, roll_id: UUID, mode: str) -> None:
        """Note that somebody came: the proxy that they gave is void from now on.

        Raises:
            MeetingUnknown, NotNow: there is none that is open.
            RollEntryUnknown: they are not on its roll.
            AlreadyPresent: they are there.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, "open")
            await on_roll(session, meeting_id, roll_id)
            values = {"meeting_id": meeting_id, "roll_id": roll_id, "mode": mode}
            arrived = await session.execute(_ARRIVE, values)
            if not arrived.rowcount:  # type: ignore[attr-defined]
                raise AlreadyPresent("Cette arrivée est déjà notée.")
            await noted(session, by, meeting_id, "attendance_arrived", roll_id=roll_id, mode=mode)

    async def leave(self, by: Caller | str, meeting_id: UUID, roll_id: UUID) -> None:
        """Note that somebody left: they vote no more, and the proxies they hold do not count until they are back.

        Raises:
            MeetingUnknown, NotNow: there is none that is open.
            RollEntryUnknown: they are not on its roll.
            NotPresent: they are not there.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, "open")
            await on_roll(session, meeting_id, roll_id)
            left = await session.execute(_LEAVE, {"meeting_id": meeting_id, "roll_id": roll_id})
            if not left.rowcount:  # type: ignore[attr-defined]
                raise NotPresent("Cette personne n'est pas notée présente.")
            await noted(session, by, meeting_id, "attendance_left", roll_id=roll_id)
