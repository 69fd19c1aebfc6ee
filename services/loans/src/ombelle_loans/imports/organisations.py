"""Organisations of an import: each is looked for in the directory, and known by its reference from then on."""

from collections.abc import Sequence

from ombelle_chassis.spreadsheets import Taken

from ombelle_loans.imports.faults import Faults, count
from ombelle_loans.imports.rows import OrganisationRow
from ombelle_loans.imports.store import ImportStore


class TakingOrganisations:
    """Takes organisations in."""

    def __init__(self, store: ImportStore, faults: Faults) -> None:
        self._store = store
        self._faults = faults

    async def take(self, rows: Sequence[tuple[int, OrganisationRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        asked = [
            {"external_id": row.organisation_id, "name": row.name, "insee": row.insee} for _, row in rows
        ]
        candidates = await self._store.candidates(asked)
        known = []
        for number, row in rows:
            found = candidates[row.organisation_id]
            if len(found) == 1:
                known.append({"external_id": row.organisation_id, "organisation_id": found[0]})
                continue
            detail = (
                f"« {row.name} » n'est pas à l'annuaire sous ce nom et dans cette commune : ajoutez-la d'abord."
                if not found
                else f"Plusieurs structures de l'annuaire s'appellent « {row.name} » : dites laquelle par sa commune."
            )
            code = "ambiguous" if found else "unknown"
            self._faults.add("organisations", number, "name", code, detail)
        count(taken, await self._store.refer(known))
