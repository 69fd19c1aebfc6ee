"""Venues in one transaction; nothing here commits."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.store import refresh_cards
from ombelle_events.programme.tables import VenueRow

_LISTED: Final = """
SELECT v.id, v.name, v.address, v.postal_code, coalesce(c.name, v.city) AS city, v.insee, c.department_code AS department,
  coalesce(v.latitude, c.latitude) AS latitude, coalesce(v.longitude, c.longitude) AS longitude, v.phone, v.email,
  v.website, v.access, v.version, v.organisation_id,
  EXISTS (SELECT FROM venue_ref r WHERE r.venue_id = v.id AND r.leads) AS follows_a_source
FROM venue v LEFT JOIN commune c ON c.insee = v.insee
"""
_MANY: Final = text(f"""{_LISTED}
WHERE (CAST(:q AS text) IS NULL OR NOT EXISTS (
  SELECT FROM regexp_split_to_table(fold(:q), '[ ,]+') AS word
  WHERE strpos(fold(concat_ws(' ', v.name, v.address, c.name, v.city)), word) = 0))
  AND (CAST(:insee AS text) IS NULL OR v.insee = :insee)
  AND (CAST(:after AS uuid) IS NULL OR v.id > :after)
ORDER BY v.id LIMIT :count
""")
_ONE: Final = text(f"{_LISTED} WHERE v.id = :id")
# In the same commune, or within about 300 m: names are compared by the caller.
_AROUND: Final = text(f"""{_LISTED}
WHERE v.insee = :insee OR (v.latitude BETWEEN :latitude - 0.003 AND :latitude + 0.003
  AND v.longitude BETWEEN :longitude - 0.005 AND :longitude + 0.005)
ORDER BY v.id
""")
_COMMUNE: Final = text("SELECT name FROM commune WHERE insee = :insee")
_SHOWN_AT: Final = text("""
SELECT id FROM event WHERE venue_id = :venue
UNION SELECT event_id FROM event_session WHERE venue_id = :venue ORDER BY id
""")
# From now on it is ours: a row of the source that tells of it changes it no more.
_DETACH: Final = text("UPDATE venue_ref SET leads = false WHERE venue_id = :venue AND leads")
_ONE_AT_A_TIME: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(:insee, 52))")


class VenueStore:
    """Venues in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def venues(
        self, *, q: str | None, insee: str | None, after: UUID | None, count: int
    ) -> list[dict[str, Any]]:
        """Return venues, the oldest first, by a part of their words or their commune."""
        values = {"q": q, "insee": insee, "after": after, "count": count}
        return [dict(row) for row in (await self._session.execute(_MANY, values)).mappings()]

    async def described(self, venue_id: UUID) -> dict[str, Any] | None:
        """Return a venue as lists show it."""
        await self._session.flush()
        found = (await self._session.execute(_ONE, {"id": venue_id})).mappings().one_or_none()
        return None if found is None else dict(found)

    async def around(self, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the venues of the same commune, or close by; nobody adds one there until the transaction ends."""
        await self._session.execute(_ONE_AT_A_TIME, {"insee": values["insee"]})
        wanted = {name: values.get(name) for name in ("insee", "latitude", "longitude")}
        return [dict(row) for row in (await self._session.execute(_AROUND, wanted)).mappings()]

    async def commune(self, insee: str) -> str | None:
        """Return the name of a commune of the territory."""
        found: str | None = await self._session.scalar(_COMMUNE, {"insee": insee})
        return found

    async def row(self, venue_id: UUID) -> VenueRow | None:
        """Return a venue, locked until the transaction ends."""
        return await self._session.scalar(select(VenueRow).where(VenueRow.id == venue_id).with_for_update())

    async def add(self, values: Mapping[str, Any]) -> VenueRow:
        """Write a venue."""
        row = VenueRow(**values)
        self._session.add(row)
        await self._session.flush()
        return row

    async def change(self, row: VenueRow, values: Mapping[str, Any]) -> None:
        """Write fields of a venue, keep them from the next sync, and rebuild the cards of what takes place there."""
        for name, value in values.items():
            setattr(row, name, value)
        row.version += 1
        row.updated_at = func.now()
        await self._session.flush()
        await self._session.execute(_DETACH, {"venue": row.id})
        shown = list(await self._session.scalars(_SHOWN_AT, {"venue": row.id}))
        if shown:
            await refresh_cards(self._session, shown)
