"""What an account that is erased leaves in calls: what it did, done by somebody who is no more."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_FORGET: Final = (
    text("UPDATE call SET created_by = :erased WHERE created_by = :account"),
    text("UPDATE form_version SET created_by = :erased WHERE created_by = :account"),
    text("UPDATE access_code SET created_by = :erased WHERE created_by = :account"),
    text("UPDATE text_template SET updated_by = :erased WHERE updated_by = :account"),
)

MADE: Final = text("""
SELECT 'call' AS kind, c.title, c.created_at AS at FROM call c WHERE c.created_by = :account
UNION ALL SELECT 'form_version', c.title, f.created_at FROM form_version f JOIN call c ON c.id = f.call_id
  WHERE f.created_by = :account
UNION ALL SELECT 'access_code', c.title, a.created_at FROM access_code a JOIN call c ON c.id = a.call_id
  WHERE a.created_by = :account
UNION ALL SELECT 'text_template', c.title, t.updated_at FROM text_template t JOIN call c ON c.id = t.call_id
  WHERE t.updated_by = :account
ORDER BY at, kind
""")
"""What an account made of calls, for the archive that its owner asks for."""


async def forget_coordinator(session: AsyncSession, account: str, *, erased: str) -> None:
    """Leave nothing in calls that names an account."""
    for statement in _FORGET:
        await session.execute(statement, {"account": account, "erased": erased})
