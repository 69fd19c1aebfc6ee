from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_SURVIVOR: Final = text("SELECT coalesce(merged_into, id) FROM organisation WHERE id = :id")
# As long as the register of members is empty it tells nothing: to say that somebody is none would be to make that up.
_IS_MEMBER: Final = text("""
SELECT CASE WHEN EXISTS (SELECT FROM member) THEN EXISTS (
  SELECT FROM member m JOIN college_membership c ON c.member_id = m.id
  WHERE m.organisation_id = :id AND c.period @> CAST(:on AS date)) END
""").bindparams(bindparam("id", type_=Uuid))


class AdmissionStore:
    """Who is a member, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def survivor(self, organisation_id: UUID) -> UUID | None:
        """Return the organisation that this one is now, `None` where there is none."""
        found: UUID | None = await self._session.scalar(_SURVIVOR, {"id": organisation_id})
        return found

    async def is_member(self, organisation_id: UUID, on: date) -> bool | None:
        """Say whether an organisation is a member on a day, `None` as long as no member was ever entered."""
        found: bool | None = await self._session.scalar(_IS_MEMBER, {"id": organisation_id, "on": on})
        return found
