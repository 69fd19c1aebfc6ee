from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.tables import AccessCodeRow


class AccessCodeStore:
    """The access codes of calls in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_letters(self, call_id: UUID, code: str) -> AccessCodeRow | None:
        """Return a call's code by its letters, locked: whoever redeems it at once waits."""
        return await self._session.scalar(
            select(AccessCodeRow)
            .where(AccessCodeRow.call_id == call_id, AccessCodeRow.code == code)
            .with_for_update()
            .execution_options(populate_existing=True)
        )

    async def code(self, call_id: UUID, code_id: UUID) -> AccessCodeRow | None:
        """Return a call's code, locked."""
        return await self._session.scalar(
            select(AccessCodeRow)
            .where(AccessCodeRow.call_id == call_id, AccessCodeRow.id == code_id)
            .with_for_update()
        )

    async def page(
        self, call_id: UUID, *, before: UUID | None, count: int
    ) -> tuple[Sequence[AccessCodeRow], int]:
        """Return codes, the last made first, made before the one of id `before`, and how many there are in all."""
        of_call = AccessCodeRow.call_id == call_id
        statement = select(AccessCodeRow).where(of_call).order_by(AccessCodeRow.id.desc()).limit(count)
        if before is not None:
            statement = statement.where(AccessCodeRow.id < before)
        total = await self._session.scalar(select(func.count()).where(of_call))
        return list(await self._session.scalars(statement)), total or 0

    async def add(self, values: dict[str, Any]) -> AccessCodeRow:
        """Write a new code. Raises IntegrityError when the call has one of these letters."""
        row = AccessCodeRow(**values)
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row)
        return row

    async def end(self, row: AccessCodeRow, at: datetime) -> None:
        """Let nobody else in by it."""
        row.ended_at = at
        await self._session.flush()
