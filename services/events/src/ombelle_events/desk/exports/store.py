from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.viewer import Asker
from ombelle_events.desk.domain import DeskFilter
from ombelle_events.desk.exports import statements
from ombelle_events.desk.store import DeskStore

Row = Mapping[str, Any]


class ExportStore:
    """Dossiers as somebody may read them, in one transaction; it never writes."""

    def __init__(self, session: AsyncSession, asker: Asker) -> None:
        self._session = session
        self._asker = asker

    async def some(self, call_id: UUID, wanted: DeskFilter, *, after: int, count: int) -> list[Row]:
        """Return applications of a call by number, beyond one, with their cards."""
        values = await DeskStore(self._session, self._asker, call_id).values(wanted)
        found = await self._session.execute(
            statements.rows(wanted), {**values, "after": after, "count": count}
        )
        return [dict(row) for row in found.mappings()]

    async def one(self, application_id: UUID) -> Row | None:
        """Return one dossier."""
        found = await self._session.execute(
            statements.ONE, {"application": application_id, **self._asker.values()}
        )
        row = found.mappings().one_or_none()
        return None if row is None else dict(row)

    async def communes(self, codes: Sequence[str]) -> dict[str, str]:
        """Return the names of these communes, by INSEE code."""
        found = await self._session.execute(statements.COMMUNES, {"codes": list(codes)})
        return {row.insee: row.name for row in found}
