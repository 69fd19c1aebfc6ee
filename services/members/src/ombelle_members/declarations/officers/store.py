from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_LIST: Final = text("""
SELECT o.*, d.birth_date, d.nationality, d.occupation, d.home, d.country_of_residence,
  coalesce(d.version, 0) AS version
FROM officers_on(CAST(:on AS date)) WITH ORDINALITY AS o LEFT JOIN officer_details d ON d.person_id = o.person_id
WHERE o.ordinality > :after ORDER BY o.ordinality LIMIT :count
""")
_TOTAL: Final = text("SELECT count(*) FROM officers_on(CAST(:on AS date))")
_CURRENT: Final = text("""
SELECT *, version FROM officer_details WHERE person_id = :person_id FOR UPDATE
""")
# Today, or on a day that is still to be declared.
_IS_OFFICER: Final = text("""
SELECT EXISTS (
  SELECT FROM (SELECT CAST(:today AS date) AS day
    UNION SELECT occurred_on FROM declaration WHERE state IN ('due', 'returned')) AS days
  CROSS JOIN LATERAL officers_on(days.day) AS o WHERE o.person_id = :person_id)
""")
_PERSON: Final = text("SELECT id FROM person WHERE id = :person_id AND erased_at IS NULL FOR NO KEY UPDATE")
_KEEP: Final = text("""
INSERT INTO officer_details (person_id, birth_date, nationality, occupation, home, country_of_residence)
VALUES (:person_id, :birth_date, :nationality, :occupation, :home, :country_of_residence)
ON CONFLICT (person_id) DO UPDATE SET birth_date = :birth_date, nationality = :nationality, occupation = :occupation,
  home = :home, country_of_residence = :country_of_residence, version = officer_details.version + 1, updated_at = now()
RETURNING version
""")
_FORGET: Final = text("DELETE FROM officer_details WHERE person_id = :person_id")


class OfficerStore:
    """Details of officers, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, on: date, *, after: int, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return officers of a day in the form's order, each with `ordinality`, and how many there are."""
        rows = await self._session.execute(_LIST, {"on": on, "after": after, "count": count})
        total = await self._session.scalar(_TOTAL, {"on": on})
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def current(self, person_id: UUID, *, today: date) -> dict[str, Any] | None:
        """Return what is known of an officer, held: empty where that is nothing, `None` where they are none."""
        asked = {"person_id": person_id}
        if await self._session.scalar(_PERSON, asked) is None:
            return None
        if not await self._session.scalar(_IS_OFFICER, asked | {"today": today}):
            return None
        found = (await self._session.execute(_CURRENT, asked)).mappings().one_or_none()
        return {"version": 0} if found is None else dict(found)

    async def keep(self, person_id: UUID, values: Mapping[str, Any]) -> int:
        """Keep what the form asks of an officer, and return the version."""
        return int(await self._session.scalar(_KEEP, {"person_id": person_id, **values}) or 0)

    async def forget(self, person_id: UUID) -> bool:
        """Forget it; return whether there was something."""
        gone: Any = await self._session.execute(_FORGET, {"person_id": person_id})
        return bool(gone.rowcount)
