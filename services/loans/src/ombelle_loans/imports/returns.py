"""Contributors' yearly returns of an import."""

from collections.abc import Sequence

from ombelle_chassis.spreadsheets import Taken

from ombelle_loans.imports.faults import Faults, count
from ombelle_loans.imports.rows import ReturnRow
from ombelle_loans.imports.store import ImportStore


class TakingReturns:
    """Takes returns in."""

    def __init__(self, store: ImportStore, faults: Faults) -> None:
        self._store = store
        self._faults = faults

    async def take(self, rows: Sequence[tuple[int, ReturnRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        known = await self._store.organisations({row.organisation_id for _, row in rows})
        told = []
        for number, row in rows:
            if (found := known.get(row.organisation_id)) is None:
                self._faults.unknown(
                    "contributor_returns", number, "organisation_id", row.organisation_id, "structure"
                )
            else:
                counts = {name: getattr(row, name) for name in ("year", "loans", "days")}
                told.append({"organisation_id": found["organisation_id"], **counts})
        count(taken, await self._store.tell_returns(told))
