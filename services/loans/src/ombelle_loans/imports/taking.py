"""What each table's rows become: known rows are found again, the others made."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from ombelle_chassis.spreadsheets import Fault, Rows, Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.imports.domain import Table
from ombelle_loans.imports.evaluations import TakingEvaluations
from ombelle_loans.imports.faults import Faults
from ombelle_loans.imports.items import TakingItems
from ombelle_loans.imports.loans import TakingLoans
from ombelle_loans.imports.organisations import TakingOrganisations
from ombelle_loans.imports.returns import TakingReturns
from ombelle_loans.imports.store import ImportStore

_Take = Callable[[Rows, Taken], Awaitable[None]]


class Taking:
    """Takes the rows of one import in, table by table, in one transaction; `actor` is whose import it is."""

    def __init__(self, session: AsyncSession, actor: str) -> None:
        store, self._faults = ImportStore(session), Faults()
        self._takes: Final[Mapping[Table, _Take]] = {
            "organisations": TakingOrganisations(store, self._faults).take,
            "items": TakingItems(store, self._faults).take,
            "loans": TakingLoans(store, self._faults, actor).take,
            "loan_evaluations": TakingEvaluations(store, self._faults).take,
            "contributor_returns": TakingReturns(store, self._faults).take,
        }

    @property
    def faults(self) -> list[Fault[Table]]:
        """What is wrong, so far."""
        return self._faults.told

    async def take(self, table: Table, rows: Rows, taken: Taken) -> None:
        """Take the rows of a table in, and count what they did."""
        taken.rows += len(rows)
        await self._takes[table](rows, taken)
        taken.unchanged = taken.rows - taken.created - taken.updated
