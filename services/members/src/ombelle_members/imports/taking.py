"""What each table's rows become: known rows are found again, the others made."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from ombelle_chassis.spreadsheets import Fault, Rows, Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.board.bureau import TakingBureau
from ombelle_members.imports.board.terms import TakingTerms
from ombelle_members.imports.domain import Table
from ombelle_members.imports.fees.taking import TakingFees
from ombelle_members.imports.meetings.taking import TakingMeetings
from ombelle_members.imports.membership.members import TakingMembers
from ombelle_members.imports.membership.organisations import TakingOrganisations
from ombelle_members.imports.writing import Writing

_Take = Callable[[Rows, Taken], Awaitable[None]]


class Taking:
    """Takes the rows of one import in, table by table, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._writing: Final = Writing(session)
        self._takes: Final[Mapping[Table, _Take]] = {
            "organisations": TakingOrganisations(session, self._writing).take,
            "members": TakingMembers(session, self._writing).take,
            "fees": TakingFees(session, self._writing).take,
            "board_terms": TakingTerms(session, self._writing).take,
            "officers": TakingBureau(session, self._writing).take,
            "meetings": TakingMeetings(session, self._writing).take,
        }

    @property
    def faults(self) -> list[Fault[Table]]:
        """What is wrong, so far."""
        return self._writing.faults

    async def take(self, table: Table, rows: Rows, taken: Taken) -> None:
        """Take the rows of a table in, and count what they did."""
        taken.rows += len(rows)
        await self._takes[table](rows, taken)
        # What PostgreSQL puts off to the end of the transaction, and would refuse then, is told of the table.
        async with self._writing.row(table, 1, check=True):
            pass
        taken.unchanged = taken.rows - taken.created - taken.updated
