"""The organisations that hold events, as members tells of them. What stands here is a copy, marked as one."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.store import refresh_cards

# The newest fact wins, and a merge is for good; says whether the name is another one now.
_COPY: Final = text("""
INSERT INTO organisation_copy AS c (organisation_id, name, version, merged_into)
VALUES (:id, :name, :version, :merged_into)
ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name, version = excluded.version,
  merged_into = coalesce(excluded.merged_into, c.merged_into)
WHERE c.version < excluded.version OR c.name IS NULL
RETURNING old.name IS DISTINCT FROM new.name AS is_renamed
""")
_MERGE: Final = text("""
INSERT INTO organisation_copy AS c (organisation_id, version, merged_into) VALUES (:id, 0, :into)
ON CONFLICT (organisation_id) DO UPDATE SET merged_into = excluded.merged_into
""")
# A merge heard of late may lead to one that was merged itself since; a ring, which members cannot make, ends the walk.
_SURVIVOR: Final = text("""
WITH RECURSIVE way (id) AS (
  SELECT CAST(:id AS uuid)
  UNION SELECT c.merged_into FROM way JOIN organisation_copy c ON c.organisation_id = way.id
  WHERE c.merged_into IS NOT NULL
)
SELECT id FROM way WHERE NOT EXISTS (
  SELECT FROM organisation_copy c WHERE c.organisation_id = way.id AND c.merged_into IS NOT NULL) LIMIT 1
""")
_MAY_HOLD: Final = text("""
SELECT true FROM organisation_copy WHERE organisation_id = :id AND name IS NOT NULL AND merged_into IS NULL FOR SHARE
""")
_HELD: Final = text("SELECT id FROM event WHERE organisation_id = :id ORDER BY id FOR NO KEY UPDATE")
_FOLLOW: Final = text("""
UPDATE event SET organisation_id = :survivor, version = version + 1, updated_at = now() WHERE organisation_id = :id
""")


class OrganisationCopies:
    """The copies in one transaction, and the events that show them; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def may_hold(self, organisation_id: UUID) -> bool:
        """Say whether an event may be given to it: it is in the directory, and was not merged into another.

        It stays so until the transaction ends: a merge waits for the event, and takes it along.
        """
        return bool(await self._session.scalar(_MAY_HOLD, {"id": organisation_id}))

    async def copy(self, organisation_id: UUID, *, name: str, version: int, merged_into: UUID | None) -> None:
        """Take over a fact unless a newer one is here; its events show the name that it has now."""
        values = {"id": organisation_id, "name": name, "version": version, "merged_into": merged_into}
        if await self._session.scalar(_COPY, values):
            held = await self._held(organisation_id)
            if held:
                await refresh_cards(self._session, held)

    async def merge(self, organisation_id: UUID, into: UUID) -> tuple[UUID | None, Sequence[UUID]]:
        """Note that an organisation became another one; its events follow, and the agenda shows it at once.

        Returns the organisation that holds them now and the events that followed.
        """
        await self._session.execute(_MERGE, {"id": organisation_id, "into": into})
        survivor = await self._session.scalar(_SURVIVOR, {"id": organisation_id})
        held = await self._held(organisation_id)
        if held and survivor is not None:
            await self._session.execute(_FOLLOW, {"id": organisation_id, "survivor": survivor})
            await refresh_cards(self._session, held)
        return survivor, held

    async def _held(self, organisation_id: UUID) -> list[UUID]:
        return list(await self._session.scalars(_HELD, {"id": organisation_id}))
