from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

# Two that change the association at once take turns: what one of them closes, the other must see.
_TAKE_TURNS: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('association_version', 0))")
_LAST: Final = text(
    "SELECT *, lower(period) AS since FROM association_version ORDER BY lower(period) DESC LIMIT 1 FOR UPDATE"
)
_CLOSE: Final = text(
    "UPDATE association_version SET period = daterange(lower(period), :since), version = version + 1 WHERE id = :id"
)
_ADD: Final = text("""
INSERT INTO association_version (name, acronym, purpose, address, postal_code, commune_name, siren, rna, email, period)
VALUES (:name, :acronym, :purpose, :address, :postal_code, :commune_name, :siren, :rna, :email,
  daterange(:since, NULL))
RETURNING id
""")
# By name, without the period itself: what is kept of a request that is sent again is plain JSON.
_SHOWN: Final = """
SELECT id, name, acronym, purpose, address, postal_code, commune_name, siren, rna, email, version, lower(period) AS since,
  upper(period) AS until FROM association_version
"""
_PAGE: Final = text(f"{_SHOWN} WHERE lower(period) < :before ORDER BY lower(period) DESC LIMIT :count")
_TOTAL: Final = text("SELECT count(*) FROM association_version")
_ON: Final = text(f"{_SHOWN} WHERE period @> CAST(:on AS date)")


class AssociationStore:
    """Versions of the association, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def last(self) -> dict[str, Any] | None:
        """Return the version that began last, held; whoever else changes the association waits."""
        await self._session.execute(_TAKE_TURNS)
        found = (await self._session.execute(_LAST)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def close(self, version_id: UUID, since: date) -> None:
        """Let a version end on the day on which the next one begins."""
        await self._session.execute(_CLOSE, {"id": version_id, "since": since})

    async def add(self, values: Mapping[str, Any]) -> UUID:
        """Enter a version, and return its id."""
        return UUID(str(await self._session.scalar(_ADD, values)))

    async def page(self, *, before: date, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return versions, the latest first, and how many there are."""
        rows = await self._session.execute(_PAGE, {"before": before, "count": count})
        total = await self._session.scalar(_TOTAL)
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def on(self, day: date) -> dict[str, Any] | None:
        """Return the association as it was on a day."""
        found = (await self._session.execute(_ON, {"on": day})).mappings().one_or_none()
        return None if found is None else dict(found)
