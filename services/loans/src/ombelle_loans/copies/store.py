"""Statements of copies. What is older than what is here changes nothing."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

# The newest fact wins, and a merge is for good.
_ORGANISATION: Final = text("""
INSERT INTO organisation_copy AS c
  (organisation_id, name, kind, commune_insee, commune_name, department, is_public, merged_into, version)
VALUES (:organisation_id, :name, :kind, :commune_insee, :commune_name, :department, :is_public, :merged_into, :version)
ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
  commune_insee = excluded.commune_insee, commune_name = excluded.commune_name, department = excluded.department,
  is_public = excluded.is_public, merged_into = coalesce(excluded.merged_into, c.merged_into), version = excluded.version
WHERE c.version < excluded.version OR c.name IS NULL
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
_STANDS: Final = text("""
SELECT organisation_id, name, kind, commune_insee, commune_name, department, is_public FROM organisation_copy
WHERE organisation_id = :id AND name IS NOT NULL AND merged_into IS NULL FOR SHARE
""")
# Whoever left before they were heard of here is nobody's concern.
_MEMBERSHIP: Final = text("""
MERGE INTO membership_copy m
USING (VALUES (CAST(:account AS uuid), CAST(:organisation AS uuid), CAST(:role AS text), CAST(:version AS bigint)))
  AS told (account_id, organisation_id, role, version)
ON (m.account_id, m.organisation_id) = (told.account_id, told.organisation_id)
WHEN MATCHED AND m.version < told.version THEN UPDATE SET role = told.role, version = told.version
WHEN NOT MATCHED AND told.role IS NOT NULL THEN INSERT (account_id, organisation_id, role, version)
  VALUES (told.account_id, told.organisation_id, told.role, told.version)
""")
_FORGET: Final = text("DELETE FROM membership_copy WHERE account_id = :account")


class CopyStore:
    """Copies in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def organisation(self, values: Mapping[str, Any], *, version: int) -> None:
        """Take in what an organisation is now, by the fields of `OrganisationChanged`."""
        await self._session.execute(_ORGANISATION, {**values, "version": version})

    async def merged(self, organisation_id: UUID, into: UUID) -> UUID | None:
        """Take in that an organisation is another one now; return the one that stands at the end of the way."""
        await self._session.execute(_MERGE, {"id": organisation_id, "into": into})
        survivor: UUID | None = await self._session.scalar(_SURVIVOR, {"id": organisation_id})
        return survivor

    async def standing(self, organisation_id: UUID) -> Mapping[str, Any] | None:
        """Return an organisation that is in the directory and was not merged into another, `None` where there is none.

        It stays so until the transaction ends: a merge waits, and takes along what was written.
        """
        found = (await self._session.execute(_STANDS, {"id": organisation_id})).mappings().one_or_none()
        return None if found is None else dict(found)

    async def membership(
        self, account_id: UUID, organisation_id: UUID, *, role: str | None, version: int
    ) -> None:
        """Take in what an account may do for an organisation."""
        values = {"account": account_id, "organisation": organisation_id, "role": role, "version": version}
        await self._session.execute(_MEMBERSHIP, values)

    async def forget_account(self, account_id: UUID) -> None:
        """Leave nothing of an account."""
        await self._session.execute(_FORGET, {"account": account_id})
