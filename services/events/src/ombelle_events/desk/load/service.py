"""How full an edition's days are, and when applications came: one transaction, one statement."""

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.calls.errors import EditionUnknown
from ombelle_events.desk.load.statements import LOAD


class LoadService:
    """The calendar of an edition's load."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def load(self, year: int) -> bytes:
        """Return each day of the edition by its halves, and each day of its calls, as JSON.

        Raises:
            EditionUnknown: there is no such edition.

        """
        async with self._sessions() as session, session.begin():
            found: str | None = await session.scalar(LOAD, {"year": year})
        if found is None:
            raise EditionUnknown("Cette édition n'existe pas.")
        return found.encode()
