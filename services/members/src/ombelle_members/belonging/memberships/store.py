from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.organisations.tables import MembershipRow

_PAGE: Final = text("""
SELECT m.id, m.role, m.since, coalesce(p.account_id = :account, false) AS is_me,
  jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) AS person
FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.organisation_id = :organisation AND m.ended_at IS NULL
  AND (m.id > :after) AND (CAST(:only AS uuid) IS NULL OR m.id = :only)
ORDER BY m.id LIMIT :count
""").bindparams(
    bindparam("account", type_=Uuid), bindparam("organisation", type_=Uuid), bindparam("only", type_=Uuid)
)
_TOTAL: Final = text(
    "SELECT count(*) FROM membership WHERE organisation_id = :organisation AND ended_at IS NULL"
).bindparams(bindparam("organisation", type_=Uuid))


class MembershipStore:
    """Who acts for one organisation, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self,
        organisation_id: UUID,
        account_id: UUID | None,
        *,
        after: UUID,
        count: int,
        only: UUID | None = None,
    ) -> list[dict[str, Any]]:
        """Return memberships that hold now, the oldest first; with `only`, that one."""
        values = {
            "organisation": organisation_id, "account": account_id, "after": after, "count": count, "only": only,
        }  # fmt: skip
        await self._session.flush()
        return [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]

    async def total(self, organisation_id: UUID) -> int:
        """Return how many people act for an organisation."""
        return int(await self._session.scalar(_TOTAL, {"organisation": organisation_id}) or 0)

    async def membership(self, organisation_id: UUID, membership_id: UUID) -> MembershipRow | None:
        """Return a membership of this organisation that holds now."""
        row = MembershipRow
        return await self._session.scalar(
            select(row).where(
                row.id == membership_id, row.organisation_id == organisation_id, row.ended_at.is_(None)
            )
        )
