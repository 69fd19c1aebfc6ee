from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

# An organisation that became another one is written to where it went.
_ADMINISTRATORS: Final = text("""
SELECT account.id, account.email FROM membership_copy AS membership
JOIN account ON account.id = membership.account_id
WHERE membership.role = 'administrator' AND account.suspended_at IS NULL
  AND membership.organisation_id = coalesce(
    (SELECT merged_into FROM organisation_copy WHERE organisation_id = :organisation), :organisation)
ORDER BY account.id
""")


async def administrators_of(session: AsyncSession, organisation_id: UUID) -> Sequence[tuple[UUID, str]]:
    """Return the accounts, with their addresses, of those who administer an organisation and may come in."""
    rows = (await session.execute(_ADMINISTRATORS, {"organisation": organisation_id})).all()
    return [(row.id, row.email) for row in rows]
