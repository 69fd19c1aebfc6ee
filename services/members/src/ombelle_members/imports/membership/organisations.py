"""Organisations of an import: known again by their reference or their name, else entered."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from ombelle_chassis.spreadsheets import Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.membership.store import MembershipStore
from ombelle_members.imports.rows import OrganisationRow
from ombelle_members.imports.writing import Writing
from ombelle_members.organisations.tables import OrganisationRow as Entered

_SAME: Final = (
    "name", "legal_name", "kind", "siret", "address", "postal_code", "latitude", "longitude", "website", "email", "phone",
    "description", "themes", "offers", "is_public",
)  # fmt: skip


class TakingOrganisations:
    """Takes organisations in."""

    def __init__(self, session: AsyncSession, writing: Writing) -> None:
        self._store = MembershipStore(session)
        self._writing = writing

    async def take(self, rows: Sequence[tuple[int, OrganisationRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        known = await self._store.references({row.organisation_id for _, row in rows})
        new = [(number, row) for number, row in rows if row.organisation_id not in known]
        candidates = await self._store.candidates(
            [{"external_id": row.organisation_id, "name": row.name, "insee": row.insee} for _, row in new]
        )
        for number, row in new:
            found = candidates[row.organisation_id]
            if len(found) > 1:
                detail = f"Plusieurs structures de l'annuaire s'appellent « {row.name} » : dites laquelle par sa commune."
                self._writing.add("organisations", number, "name", "ambiguous", detail)
                continue
            async with self._writing.row("organisations", number) as kept:
                organisation = found[0] if found else await self._store.add_organisation(_entered(row))
                await self._store.refer(row.organisation_id, organisation)
            taken.created += kept[0]


def _entered(row: OrganisationRow) -> Entered:
    now = datetime.now(UTC)
    values: dict[str, Any] = {name: getattr(row, name) for name in _SAME}
    return Entered(
        **values,
        commune_name=row.commune,
        commune_insee=row.insee,
        consented_at=now if row.is_public else None,
        unadministered_since=now,
    )
