"""Meetings of an import: known again by their body, day and purpose, else written as held."""

from collections.abc import Sequence
from typing import Final

from ombelle_chassis.spreadsheets import Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.meetings.store import MeetingStore
from ombelle_members.imports.rows import MeetingRow
from ombelle_members.imports.writing import Writing

_BODIES: Final = {
    "general_assembly": "Assemblée générale",
    "board": "Conseil d'administration",
    "bureau": "Bureau",
}


class TakingMeetings:
    """Takes meetings in."""

    def __init__(self, session: AsyncSession, writing: Writing) -> None:
        self._store = MeetingStore(session)
        self._writing = writing

    async def take(self, rows: Sequence[tuple[int, MeetingRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        before = await self._store.meetings()
        for number, row in rows:
            if row.of_day in before:
                continue
            async with self._writing.row("meetings", number) as kept:
                same = ("body", "purpose", "held_on", "place", "staff_voter")
                told = {name: getattr(row, name) for name in same}
                await self._store.add_meeting(
                    {**told, "title": row.title or _BODIES[row.body], "name": row.of_day}
                )
            taken.created += kept[0]
