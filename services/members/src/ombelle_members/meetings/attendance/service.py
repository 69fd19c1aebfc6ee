"""The use cases of who is there: people come and go. `by` says who notes it: the secretariat, or they themselves."""

from datetime import datetime
from typing import Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.meetings.errors import AlreadyPresent, NotPresent
from ombelle_members.meetings.hours import noted_at, refused_hour
from ombelle_members.meetings.sitting.noting import noted, on_roll
from ombelle_members.meetings.standing import held_meeting, spoken_hour

_HERE_SINCE: Final = text("SELECT lower(span) FROM attendance WHERE roll_id = :roll_id AND upper_inf(span)")
_ARRIVE: Final = text("""
INSERT INTO attendance (meeting_id, roll_id, mode, span) VALUES (:meeting_id, :roll_id, :mode, tstzrange(:at, NULL))
""")
_LEAVE: Final = text("""
UPDATE attendance SET span = tstzrange(lower(span), :at) WHERE roll_id = :roll_id AND upper_inf(span)
""")


class AttendanceService:
    """Who is there."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def arrive(
        self, by: Caller | str, meeting_id: UUID, roll_id: UUID, mode: str, *, at: datetime | None = None
    ) -> None:
        """Note that somebody came: the proxy that they gave is void from now on.

        Raises:
            MeetingUnknown, NotNow: there is none that is open.
            RollEntryUnknown: they are not on its roll.
            AlreadyPresent: they are there.
            InvalidInput: `at` is no hour of the meeting's day, or one at which they are noted as there already.

        """
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, "open")
            await on_roll(session, meeting_id, roll_id)
            if await session.scalar(_HERE_SINCE, {"roll_id": roll_id}) is not None:
                raise AlreadyPresent("Cette arrivée est déjà notée.")
            values = {"meeting_id": meeting_id, "roll_id": roll_id, "mode": mode, "at": noted_at(row, at)}
            try:
                await session.execute(_ARRIVE, values)
            except IntegrityError as error:
                if broken_constraint(error) != "pk_attendance":
                    raise
                detail = "À cette heure, cette personne est déjà notée présente : donnez celle de son retour."
                raise refused_hour("there_already", detail) from None
            await noted(session, by, meeting_id, "attendance_arrived", roll_id=roll_id, mode=mode)

    async def leave(
        self, by: Caller | str, meeting_id: UUID, roll_id: UUID, *, at: datetime | None = None
    ) -> None:
        """Note that somebody left: they vote no more, and the proxies they hold do not count until they are back.

        Raises:
            MeetingUnknown, NotNow: there is none that is open.
            RollEntryUnknown: they are not on its roll.
            NotPresent: they are not there.
            InvalidInput: `at` is no hour of the meeting's day, or is not after they came.

        """
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, "open")
            await on_roll(session, meeting_id, roll_id)
            since: datetime | None = await session.scalar(_HERE_SINCE, {"roll_id": roll_id})
            if since is None:
                raise NotPresent("Cette personne n'est pas notée présente.")
            left_at = noted_at(row, at)
            if left_at <= since:
                detail = f"On part après être arrivé : à {spoken_hour(since, row['zone'])}. Donnez l’heure du départ."
                raise refused_hour("before_the_arrival", detail)
            await session.execute(_LEAVE, {"roll_id": roll_id, "at": left_at})
            await noted(session, by, meeting_id, "attendance_left", roll_id=roll_id)
