"""The only SQL of requests for changes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.correspondence.tables import ChangeRequestRow


class ChangeRequestStore:
    """Requests of one application in one transaction; it never commits. Who may see them is asked before."""

    def __init__(self, session: AsyncSession, application_id: UUID) -> None:
        self._session = session
        self._application_id = application_id

    async def page(self, *, before: UUID | None, count: int) -> list[ChangeRequestRow]:
        """Return requests, the last first."""
        row = ChangeRequestRow
        wanted = select(row).where(row.application_id == self._application_id)
        if before is not None:
            wanted = wanted.where(row.id < before)
        return list(await self._session.scalars(wanted.order_by(row.id.desc()).limit(count)))

    async def open(self, request_id: UUID | None = None) -> ChangeRequestRow | None:
        """Return the request that waits for an answer, if it is the one named."""
        row = ChangeRequestRow
        wanted = select(row).where(row.application_id == self._application_id, row.answered_at.is_(None))
        if request_id is not None:
            wanted = wanted.where(row.id == request_id)
        return await self._session.scalar(wanted.with_for_update())

    async def add(self, **values: Any) -> ChangeRequestRow:
        """Keep a request."""
        row = ChangeRequestRow(application_id=self._application_id, **values)
        self._session.add(row)
        await self._session.flush()
        return row

    async def answer(self, row: ChangeRequestRow, answer: str | None, *, by: str, at: datetime) -> None:
        """Close a request by its answer."""
        row.answer, row.answered_by, row.answered_at = answer, by, at
        await self._session.flush()
