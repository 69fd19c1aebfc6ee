"""What happened to an organisation, from the audit log."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.history.store import HistoryStore
from ombelle_members.organisations.standing import standing


class HistoryService:
    """Reads the history of an organisation."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, organisation_id: UUID, *, before: int, count: int
    ) -> list[dict[str, Any]]:
        """Return what happened to an organisation and to those merged into it, the newest first.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to look at.
            Forbidden: it is not theirs.

        """
        async with self._sessions() as session, session.begin():
            (await standing(session, caller, organisation_id)).require("read_history")
            return await HistoryStore(session).page(organisation_id, before=before, count=count)
