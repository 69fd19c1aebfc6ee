from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, Uuid, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.belonging.tables import JoinRequestRow

# One statement for the requests of an organisation, of a person, of everybody, and for one alone.
_PAGE: Final = text("""
SELECT j.id, j.message, j.state, j.role, j.reason, j.created_at, j.settled_at, s.name AS settled_by,
  jsonb_build_object('id', o.id, 'name', o.name) AS organisation,
  jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) AS person
FROM join_request j
JOIN organisation o ON o.id = j.organisation_id
JOIN person p ON p.id = j.person_id
LEFT JOIN person s ON s.id = j.settled_by
WHERE (CAST(:organisation AS uuid) IS NULL OR j.organisation_id = :organisation)
  AND (CAST(:account AS uuid) IS NULL OR p.account_id = :account)
  AND (CAST(:state AS text) IS NULL OR j.state = :state)
  AND (CAST(:only AS uuid) IS NULL OR j.id = :only)
  AND (CASE WHEN :newest_first THEN j.id < :after ELSE j.id > :after END)
ORDER BY CASE WHEN :newest_first THEN j.id END DESC, j.id LIMIT :count
""").bindparams(
    bindparam("organisation", type_=Uuid), bindparam("account", type_=Uuid), bindparam("only", type_=Uuid)
)
_ADMINISTRATORS: Final = text("""
SELECT p.name, p.email, p.locale FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.organisation_id = :organisation AND m.ended_at IS NULL AND m.role = 'administrator' AND p.email IS NOT NULL
ORDER BY m.id LIMIT 20
""").bindparams(bindparam("organisation", type_=Uuid))


class JoinRequestStore:
    """Requests to join in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self,
        *,
        after: UUID,
        count: int,
        organisation_id: UUID | None = None,
        account_id: UUID | None = None,
        state: str | None = None,
        only: UUID | None = None,
        newest_first: bool = False,
    ) -> list[dict[str, Any]]:
        """Return requests of an organisation, of an account, or of all."""
        await self._session.flush()
        values = {
            "organisation": organisation_id,
            "account": account_id,
            "state": state,
            "only": only,
            "newest_first": newest_first,
            "after": after,
            "count": count,
        }
        return [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]

    async def administrators(self, organisation_id: UUID) -> Sequence[RowMapping]:
        """Return whom a request is told to, by name, address and language."""
        rows = await self._session.execute(_ADMINISTRATORS, {"organisation": organisation_id})
        return rows.mappings().all()

    async def add(self, request: JoinRequestRow) -> None:
        """Write a request."""
        self._session.add(request)
        await self._session.flush()

    async def waiting(self, person_id: UUID, organisation_id: UUID | None = None) -> int:
        """Return how many requests of a person wait, in all or with one organisation."""
        row = JoinRequestRow
        counted = select(func.count()).where(row.person_id == person_id, row.state == "waiting")
        if organisation_id is not None:
            counted = counted.where(row.organisation_id == organisation_id)
        return int(await self._session.scalar(counted) or 0)

    async def of_organisation(self, organisation_id: UUID, request_id: UUID) -> JoinRequestRow | None:
        """Return a request to this organisation, held."""
        row = JoinRequestRow
        asked = select(row).where(row.id == request_id, row.organisation_id == organisation_id)
        return await self._session.scalar(asked.with_for_update())

    async def of_person(self, person_id: UUID, request_id: UUID) -> JoinRequestRow | None:
        """Return a person's request, held."""
        row = JoinRequestRow
        asked = select(row).where(row.id == request_id, row.person_id == person_id)
        return await self._session.scalar(asked.with_for_update())
