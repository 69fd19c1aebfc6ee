from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.follow_up.tables import NoteRow

_PAGE: Final = text("""
SELECT n.id, n.text, n.version, n.created_at, n.updated_at, p.name AS author,
  coalesce(p.account_id = :account, false) AS is_mine
FROM note n LEFT JOIN person p ON p.id = n.author_id
WHERE n.organisation_id = :organisation AND n.id < :after AND (CAST(:only AS uuid) IS NULL OR n.id = :only)
ORDER BY n.id DESC LIMIT :count
""").bindparams(
    bindparam("account", type_=Uuid), bindparam("organisation", type_=Uuid), bindparam("only", type_=Uuid)
)


class NoteStore:
    """Notes in one transaction; it never commits."""

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
        """Return the notes on an organisation, the newest first; with `only`, that one."""
        await self._session.flush()
        values = {
            "organisation": organisation_id, "account": account_id, "after": after, "count": count, "only": only,
        }  # fmt: skip
        return [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]

    async def note(self, organisation_id: UUID, note_id: UUID) -> NoteRow | None:
        """Return a note on this organisation, held."""
        asked = select(NoteRow).where(NoteRow.id == note_id, NoteRow.organisation_id == organisation_id)
        return await self._session.scalar(asked.with_for_update())

    async def add(self, note: NoteRow) -> None:
        """Write a note."""
        self._session.add(note)
        await self._session.flush()

    async def remove(self, note: NoteRow) -> None:
        """Take a note away."""
        await self._session.delete(note)
        await self._session.flush()
