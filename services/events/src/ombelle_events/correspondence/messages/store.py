"""The only SQL of messages."""

from typing import Final
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.correspondence.domain import Side

_PAGE: Final = text("""
SELECT id, side, author, text, at, read_at FROM application_message
WHERE application_id = :application AND (CAST(:before AS uuid) IS NULL OR id < :before)
ORDER BY id DESC LIMIT :count
""")
_COUNTS: Final = text("""
SELECT count(*) AS total, count(*) FILTER (WHERE read_at IS NULL AND side <> :side) AS unread
FROM application_message WHERE application_id = :application
""")
_ADD: Final = text("""
INSERT INTO application_message (application_id, side, author, text)
VALUES (:application, :side, :author, :text) RETURNING id, side, author, text, at, read_at
""")
# The one answered is read too, whether or not anybody said so.
_READ: Final = text("""
UPDATE application_message SET read_at = now(), read_by = :reader
WHERE application_id = :application AND side <> :side AND read_at IS NULL
  AND (CAST(:up_to AS uuid) IS NULL OR id <= :up_to)
""")


class MessageStore:
    """Messages of one application in one transaction; it never commits. Who may see them is asked before."""

    def __init__(self, session: AsyncSession, application_id: UUID) -> None:
        self._session = session
        self._application_id = application_id

    async def page(self, *, before: UUID | None, count: int) -> list[RowMapping]:
        """Return messages, the last first."""
        values = {"application": self._application_id, "before": before, "count": count}
        return list((await self._session.execute(_PAGE, values)).mappings())

    async def counts(self, side: Side) -> RowMapping:
        """Return how many messages there are (`total`), and how many this side has not read (`unread`)."""
        values = {"application": self._application_id, "side": side}
        return (await self._session.execute(_COUNTS, values)).mappings().one()

    async def add(self, side: Side, author: str, written: str) -> RowMapping:
        """Keep a message."""
        values = {"application": self._application_id, "side": side, "author": author, "text": written}
        return (await self._session.execute(_ADD, values)).mappings().one()

    async def read(self, side: Side, reader: str, *, up_to: UUID | None = None) -> int:
        """Note that this side has read what the other wrote, and return how many messages that were."""
        values = {"application": self._application_id, "side": side, "reader": reader, "up_to": up_to}
        result = await self._session.execute(_READ, values)
        return int(result.rowcount)  # type: ignore[attr-defined]
