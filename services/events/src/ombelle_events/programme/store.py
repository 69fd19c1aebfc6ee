from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.tables import EditionRow, EventLocalEditRow, EventRow

_REFRESH = text("SELECT refresh_cards(:ids)").bindparams(bindparam("ids", type_=ARRAY(Uuid)))


async def refresh_cards(session: AsyncSession, event_ids: list[UUID]) -> None:
    """Rebuild what the agenda shows of these events, in this transaction."""
    await session.flush()
    await session.execute(_REFRESH, {"ids": event_ids})


class EventStore:
    """The programme's events in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def event(self, event_id: UUID, *, for_update: bool = False) -> EventRow | None:
        """Return an event, locked until the transaction ends when it is going to be changed.

        The lock lets others refer to the event: a sync that does, and that we wait for, would wait for us.
        """
        statement = select(EventRow).where(EventRow.id == event_id)
        return await self._session.scalar(
            statement.with_for_update(key_share=True) if for_update else statement
        )

    async def local_fields(self, event_id: UUID) -> list[str]:
        """Return the names of the fields that were edited here."""
        fields = await self._session.scalars(
            select(EventLocalEditRow.field)
            .where(EventLocalEditRow.event_id == event_id)
            .order_by(EventLocalEditRow.field)
        )
        return list(fields)

    async def change(self, event: EventRow, values: dict[str, Any], *, by: str) -> None:
        """Write the values, remember them as edited here, raise the version and rebuild the card."""
        for name, value in values.items():
            setattr(event, name, value)
        event.version += 1
        event.updated_at = datetime.now(UTC)
        fields = [{"event_id": event.id, "field": name, "edited_by": by} for name in values]
        edits = insert(EventLocalEditRow).values(fields)
        await self._session.execute(
            edits.on_conflict_do_update(
                index_elements=["event_id", "field"],
                set_={"edited_at": datetime.now(UTC), "edited_by": by},
            )
        )
        await refresh_cards(self._session, [event.id])

    async def editions(self, *, before: int | None, limit: int) -> list[EditionRow]:
        """Return at most `limit` editions, the newest first, older than the year `before`."""
        statement = select(EditionRow).order_by(EditionRow.year.desc()).limit(limit)
        if before is not None:
            statement = statement.where(EditionRow.year < before)
        return list(await self._session.scalars(statement))
