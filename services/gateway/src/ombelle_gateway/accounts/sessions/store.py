from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.sessions.tables import SessionRow


class SessionStore:
    """Sign-in sessions in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, row: SessionRow) -> None:
        """Open a session."""
        self._session.add(row)
        await self._session.flush()

    async def live(self, account_id: UUID) -> Sequence[SessionRow]:
        """Return the sessions of an account that still serve, the last used first."""
        has_role = func.cardinality(func.roles_of(account_id)) > 0
        rows = await self._session.scalars(
            select(SessionRow)
            .where(
                SessionRow.account_id == account_id,
                func.session_serves(SessionRow.created_at, SessionRow.last_used_at, has_role),
            )
            .order_by(SessionRow.last_used_at.desc(), SessionRow.id)
        )
        return rows.all()

    async def end(self, *which: ColumnElement[bool]) -> Sequence[Row[UUID, UUID]]:
        """End the sessions for which all of this holds; return their ids and whose they were."""
        ended = await self._session.execute(
            delete(SessionRow).where(*which).returning(SessionRow.id, SessionRow.account_id)
        )
        return ended.all()
