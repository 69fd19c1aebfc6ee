"""The only SQL of attachments."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, bindparam, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.correspondence.tables import AttachmentRow

# A removed file is kept a day, so that a removal by mistake can be mended by who keeps the database; an infected one
# is kept no longer than any that nobody refers to.
_UNKNOWN: Final = text("""
SELECT key FROM unnest(:keys) AS key WHERE NOT EXISTS (
  SELECT FROM attachment a WHERE a.storage_key = key AND a.scan <> 'infected'
    AND (a.removed_at IS NULL OR a.removed_at > now() - interval '1 day'))
""").bindparams(bindparam("keys", type_=ARRAY(Text)))


class AttachmentStore:
    """Attachments in one transaction; it never commits. Who may see the application is asked before."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, application_id: UUID, *, hidden: Collection[str], after: UUID | None, count: int
    ) -> list[AttachmentRow]:
        """Return attachments that stand, the oldest first, without those of the `hidden` questions."""
        row = AttachmentRow
        wanted = (
            select(row)
            .where(row.application_id == application_id, row.removed_at.is_(None))
            .order_by(row.id)
            .limit(count)
        )
        if hidden:
            wanted = wanted.where(or_(row.field_id.is_(None), row.field_id.not_in(hidden)))
        if after is not None:
            wanted = wanted.where(row.id > after)
        return list(await self._session.scalars(wanted))

    async def count(self, application_id: UUID) -> int:
        """Return how many attachments of an application stand."""
        wanted = select(func.count()).where(
            AttachmentRow.application_id == application_id, AttachmentRow.removed_at.is_(None)
        )
        return int(await self._session.scalar(wanted) or 0)

    async def attachment(
        self, application_id: UUID, attachment_id: UUID, *, lock: bool = False
    ) -> AttachmentRow | None:
        """Return an attachment of this application that stands."""
        row = AttachmentRow
        wanted = select(row).where(
            row.id == attachment_id, row.application_id == application_id, row.removed_at.is_(None)
        )
        return await self._session.scalar(wanted.with_for_update() if lock else wanted)

    async def add(self, **values: Any) -> AttachmentRow:
        """Keep a file's row."""
        row = AttachmentRow(**values)
        self._session.add(row)
        await self._session.flush()
        return row

    async def remove(self, row: AttachmentRow, *, actor: str, at: datetime) -> None:
        """Take a file away; its row stays."""
        row.removed_at, row.removed_by = at, actor
        await self._session.flush()

    async def waiting(self, limit: int) -> list[AttachmentRow]:
        """Return files that no scanner has looked at, the oldest first."""
        row = AttachmentRow
        wanted = select(row).where(row.scan == "waiting", row.removed_at.is_(None)).order_by(row.id)
        return list(await self._session.scalars(wanted.limit(limit)))

    async def note_scan(self, attachment_id: UUID, verdict: str) -> UUID | None:
        """Note what the scanner said of a file that waited for it; return its application."""
        row = AttachmentRow
        return await self._session.scalar(
            update(row)
            .where(row.id == attachment_id, row.scan == "waiting")
            .values(scan=verdict)
            .returning(row.application_id)
        )

    async def unknown(self, keys: Iterable[str]) -> list[str]:
        """Return those of these keys that nothing refers to."""
        return list(await self._session.scalars(_UNKNOWN, {"keys": list(keys)}))
