"""Statements on meetings of an import."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Date, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_MEETINGS: Final = text("SELECT body || '/' || held_on || '/' || purpose AS name FROM meeting")
_ADD_MEETING: Final = text("""
INSERT INTO meeting (body, title, purpose, held_on, cut_off_on, place, staff_voter_name, state, external_id)
VALUES (:body, :title, :purpose, :held_on, :held_on, :place, :staff_voter, 'closed', :name)
""").bindparams(bindparam("held_on", type_=Date))
Row = Mapping[str, Any]


class MeetingStore:
    """Meetings in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def meetings(self) -> set[str]:
        """Return the meetings there are: body, day and purpose."""
        return set(await self._session.scalars(_MEETINGS))

    async def add_meeting(self, values: Row) -> None:
        """Write a meeting that was held."""
        await self._session.execute(_ADD_MEETING, dict(values))
