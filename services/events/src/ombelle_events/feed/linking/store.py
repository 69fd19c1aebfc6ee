"""Pairs of events that may be one, and the decisions on them."""

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.feed.tables import DuplicateCandidateRow
from ombelle_events.programme.tables import EventRow

# A pair of which one is hidden already waits behind the decision that hid it: it is not listed as open.
_PAIRS: Final = """
SELECT d.id, d.similarity, d.state, d.found_at, d.settled_at, d.settled_by, d.kept_id, (
  SELECT jsonb_agg(jsonb_build_object('id', e.id, 'slug', e.slug, 'title', e.title, 'shown', s.visible, 'feeds', (
      SELECT coalesce(jsonb_agg(DISTINCT f.name ORDER BY f.name), '[]')
      FROM feed_record r JOIN feed f ON f.id = r.feed_id WHERE r.event_id = e.id)) ORDER BY e.id)
  FROM event e JOIN agenda_standing s ON s.id = e.id WHERE e.id IN (d.first_id, d.second_id)) AS events
FROM duplicate_candidate d
"""
_PAGE: Final = text(f"""{_PAIRS}
JOIN event a ON a.id = d.first_id JOIN event b ON b.id = d.second_id
WHERE d.state = :state AND d.id > :after
  AND (d.state <> 'open' OR NOT (a.is_duplicate OR b.is_duplicate))
  AND (CAST(:feed AS uuid) IS NULL OR EXISTS (
    SELECT FROM feed_record r WHERE r.feed_id = :feed AND r.event_id IN (d.first_id, d.second_id)))
ORDER BY d.id LIMIT :count
""")
_ONE: Final = text(f"{_PAIRS} WHERE d.id = :id")


class LinkingStore:
    """Pairs in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def pairs(
        self, *, feed_id: UUID | None, state: str, after: UUID, count: int
    ) -> Sequence[RowMapping]:
        """Return pairs, the oldest first; of one feed, or of all."""
        values = {"feed": feed_id, "state": state, "after": after, "count": count}
        return (await self._session.execute(_PAGE, values)).mappings().all()

    async def described(self, pair_id: UUID) -> RowMapping:
        """Return a pair as lists show it."""
        await self._session.flush()
        return (await self._session.execute(_ONE, {"id": pair_id})).mappings().one()

    async def pair(self, pair_id: UUID) -> DuplicateCandidateRow | None:
        """Return a pair, locked until the transaction ends, and its events before it, as a sync does."""
        row = DuplicateCandidateRow
        named = (
            await self._session.execute(select(row.first_id, row.second_id).where(row.id == pair_id))
        ).one_or_none()
        if named is None:
            return None
        held = select(EventRow.id).where(EventRow.id.in_(named)).order_by(EventRow.id).with_for_update()
        await self._session.execute(held)
        return await self._session.scalar(select(row).where(row.id == pair_id).with_for_update())

    async def events(self, ids: Iterable[UUID]) -> dict[UUID, EventRow]:
        """Return events by id."""
        found = await self._session.scalars(select(EventRow).where(EventRow.id.in_(set(ids))))
        return {event.id: event for event in found}

    async def standing_for(self, event_id: UUID) -> EventRow | None:
        """Return the oldest event that is hidden behind this one."""
        asked = select(EventRow).where(EventRow.duplicate_of == event_id).order_by(EventRow.id).limit(1)
        return await self._session.scalar(asked)

    async def has_children(self, event_id: UUID) -> bool:
        """Say whether events stand under this one."""
        asked = select(EventRow.id).where(EventRow.parent_id == event_id).limit(1)
        return await self._session.scalar(asked) is not None

    async def hide(self, event_id: UUID, behind: UUID | None) -> None:
        """Hide an event behind another, or show it again. What it holds, its version too, stays as it is."""
        await self._session.flush()
        await self._session.execute(
            update(EventRow).where(EventRow.id == event_id).values(duplicate_of=behind)
        )

    async def raw_connection(self) -> Any:
        """Return the driver's connection of this transaction, with everything written before."""
        await self._session.flush()
        connection = await self._session.connection()
        return (await connection.get_raw_connection()).driver_connection
