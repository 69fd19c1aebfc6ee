"""Where a call's applications and its edition's programme are, and where nothing is: one transaction, one statement."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.errors import CallUnknown
from ombelle_events.desk.coverage.statements import coverage
from ombelle_events.desk.domain import DeskFilter
from ombelle_events.desk.store import DeskStore


class CoverageService:
    """The map of a call."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], asker: Asker) -> None:
        self._sessions = sessions
        self._asker = asker

    async def coverage(self, call_id: UUID, wanted: DeskFilter) -> bytes:
        """Return every commune, intercommunality and department with how much is there, as JSON.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            values: dict[str, Any] = await DeskStore(session, self._asker, call_id).values(wanted)
            found: str | None = await session.scalar(coverage(wanted), values)
        if found is None:
            raise CallUnknown("Cet appel n'existe pas.")
        return found.encode()
