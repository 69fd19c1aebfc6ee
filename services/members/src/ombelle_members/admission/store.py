from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_SURVIVOR: Final = text("SELECT coalesce(merged_into, id) FROM organisation WHERE id = :id")


class AdmissionStore:
    """Who is a member, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def survivor(self, organisation_id: UUID) -> UUID | None:
        """Return the organisation that this one is now, `None` where there is none."""
        found: UUID | None = await self._session.scalar(_SURVIVOR, {"id": organisation_id})
        return found
