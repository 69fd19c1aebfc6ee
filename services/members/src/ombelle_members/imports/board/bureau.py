"""Offices of the bureau of an import, election by election: the next one ends those before it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from ombelle_chassis.spreadsheets import Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.board.store import BoardStore
from ombelle_members.imports.membership.store import MembershipStore
from ombelle_members.imports.rows import OfficerRow
from ombelle_members.imports.writing import Writing

_ALONE: Final = frozenset({"president", "treasurer", "secretary"})
"""Offices that one member holds at a time."""


class TakingBureau:
    """Takes offices in."""

    def __init__(self, session: AsyncSession, writing: Writing) -> None:
        self._store = BoardStore(session)
        self._members = MembershipStore(session)
        self._writing = writing

    async def take(self, rows: Sequence[tuple[int, OfficerRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        members, before = (
            await self._members.members({row.member_id for _, row in rows}),
            await self._store.offices(),
        )
        ordered = sorted(rows, key=lambda one: (one[1].elected_on, one[0]))
        for day, group in groupby(ordered, key=lambda one: one[1].elected_on):
            new = []
            for number, row in group:
                if row.of_office in before:
                    continue
                if (member := members.get(row.member_id)) is None:
                    self._writing.unknown("officers", number, "member_id", row.member_id, "Aucun membre")
                    continue
                new.append((number, _until_the_next(row, ordered), member))
            if new:
                alone = [row.role for _, row, _ in new if row.role in _ALONE]
                await self._store.end_offices(day, alone, [member["id"] for *_, member in new])
            for number, row, member in new:
                async with self._writing.row("officers", number, check=True) as kept:
                    values = {
                        "role": row.role,
                        "member": member["id"],
                        "first": day,
                        "last": row.ended_on,
                        "expected": row.expected_end_on,
                        "ended_as": row.ended_as if row.ended_on else None,
                        "name": row.of_office,
                    }
                    await self._store.add_office(values)
                taken.created += kept[0]


def _until_the_next(row: OfficerRow, rows: Sequence[tuple[int, OfficerRow]]) -> OfficerRow:
    """Return an office that ends where the table has another one instead, unless it says when it ended."""
    later = [
        one.elected_on
        for _, one in rows
        if one.elected_on > row.elected_on
        and (
            row.expected_end_on <= one.elected_on
            or one.member_id == row.member_id
            or (one.role == row.role and row.role in _ALONE)
        )
    ]
    if row.ended_on is not None or not later:
        return row
    return row.model_copy(update={"ended_on": min(later), "ended_as": "term"})
