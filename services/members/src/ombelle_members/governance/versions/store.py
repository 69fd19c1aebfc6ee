from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_VERSIONS: Final = """
SELECT id, adopted_on, lower(period) AS begins_on, upper(period) AS ends_on, rules, note, version,
  (SELECT max(lower(l.period)) FROM bylaws_version l) = lower(period) AS is_last FROM bylaws_version"""
_PAGE: Final = text(
    f"{_VERSIONS} WHERE lower(period) < :before ORDER BY lower(period) DESC LIMIT :count"
).bindparams(bindparam("before", type_=Date))
_ONE: Final = text(f"{_VERSIONS} WHERE id = :id").bindparams(bindparam("id", type_=Uuid))
_TOTAL: Final = text("SELECT count(*) FROM bylaws_version")
_CLOSE: Final = text("""
UPDATE bylaws_version SET period = daterange(lower(period), :on), version = version + 1
WHERE upper_inf(period) AND lower(period) < :on RETURNING id
""").bindparams(bindparam("on", type_=Date))
_ADD: Final = text("""
INSERT INTO bylaws_version (adopted_on, period, rules, note)
VALUES (:adopted_on, daterange(:begins_on, :ends_on), :rules, :note) RETURNING id
""").bindparams(bindparam("rules", type_=JSONB), bindparam("ends_on", type_=Date))
_CHANGE: Final = text("""
UPDATE bylaws_version SET adopted_on = :adopted_on, rules = :rules, note = :note, version = version + 1 WHERE id = :id
""").bindparams(bindparam("rules", type_=JSONB))


class VersionStore:
    """Versions of the bylaws in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, before: date, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return the versions that began before a day, the last first, and how many there are in all."""
        rows = (await self._session.execute(_PAGE, {"before": before, "count": count})).mappings()
        return [dict(row) for row in rows], (await self._session.execute(_TOTAL)).scalar_one()

    async def one(self, version_id: UUID) -> dict[str, Any] | None:
        """Return a version."""
        found = (await self._session.execute(_ONE, {"id": version_id})).mappings().one_or_none()
        return None if found is None else dict(found)

    async def close_running(self, on: date) -> bool:
        """End the version that has no end, if it began before that day, and say whether there was one."""
        return (await self._session.execute(_CLOSE, {"on": on})).one_or_none() is not None

    async def add(self, **values: Any) -> UUID:
        """Enter a version: `adopted_on begins_on ends_on rules note`."""
        return UUID(str((await self._session.execute(_ADD, values)).scalar_one()))

    async def change(self, version_id: UUID, **values: Any) -> None:
        """Correct a version: `adopted_on rules note`."""
        await self._session.execute(_CHANGE, {"id": version_id, **values})
