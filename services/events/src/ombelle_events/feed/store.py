from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.feed.domain import LOCK_SPACE
from ombelle_events.feed.errors import FeedNotFound
from ombelle_events.feed.tables import FeedRow, FeedRunRow

# One statement whatever the number of feeds; the key is not among what is read.
_FEEDS = """
SELECT f.name, f.kind, f.url, f.agenda, f.key IS NOT NULL AS has_key, f.territory, f.edition, f.every_minutes,
  f.watermark, f.version,
  (SELECT count(*) FROM feed_record r WHERE r.feed_id = f.id AND r.withdrawn_at IS NULL) AS events,
  (SELECT count(*) FROM feed_quarantine q WHERE q.feed_id = f.id) AS quarantined,
  (SELECT count(*) FROM feed_conflict c WHERE c.feed_id = f.id AND c.settled_at IS NULL) AS open_conflicts,
  (SELECT to_jsonb(n) - 'feed_id' FROM feed_run n WHERE n.feed_id = f.id ORDER BY n.started_at DESC, n.id DESC
   LIMIT 1) AS last_run
FROM feed f
"""
_FEED = text(f"{_FEEDS} WHERE f.name = :name")
_FEED_PAGE = text(f"{_FEEDS} WHERE f.name > :after ORDER BY f.name LIMIT :count")
# The lock that a run holds, here until the transaction ends.
_TAKE_RUN = text("SELECT pg_try_advisory_xact_lock(CAST(:space AS integer), hashtext(CAST(:feed AS text)))")


def feed_unknown(name: str) -> FeedNotFound:
    """Return what to raise when no feed has this name."""
    return FeedNotFound(f"Aucun flux ne s'appelle « {name[:100]} ».")


class FeedStore:
    """Feeds and their runs, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def feeds(self, after: str, count: int) -> Sequence[RowMapping]:
        """Return feeds in the order of their names."""
        return (await self._session.execute(_FEED_PAGE, {"after": after, "count": count})).mappings().all()

    async def feed(self, name: str) -> RowMapping:
        """Return one feed as `feeds` does. Raises FeedNotFound."""
        found = (await self._session.execute(_FEED, {"name": name})).mappings().one_or_none()
        if found is None:
            raise feed_unknown(name)
        return found

    async def required_id(self, name: str) -> UUID:
        """Return the id of a feed.

        Raises:
            FeedNotFound: no feed has this name.

        """
        found = await self._session.scalar(select(FeedRow.id).where(FeedRow.name == name))
        if found is None:
            raise feed_unknown(name)
        return found

    async def runs(self, feed_id: UUID, before: UUID | None, count: int) -> Sequence[FeedRunRow]:
        """Return runs, the newest first."""
        asked = select(FeedRunRow).where(FeedRunRow.feed_id == feed_id)
        if before is not None:
            asked = asked.where(FeedRunRow.id < before)
        return (await self._session.scalars(asked.order_by(FeedRunRow.id.desc()).limit(count))).all()

    async def run(self, feed_id: UUID, run_id: UUID) -> FeedRunRow | None:
        """Return one run."""
        asked = select(FeedRunRow).where(FeedRunRow.id == run_id, FeedRunRow.feed_id == feed_id)
        return await self._session.scalar(asked)

    async def locked(self, name: str) -> FeedRow | None:
        """Return a feed's row, which nobody else changes until the transaction ends; a run goes on meanwhile."""
        asked = select(FeedRow).where(FeedRow.name == name)
        return await self._session.scalar(asked.with_for_update(key_share=True))

    async def is_running(self, feed_id: UUID) -> bool:
        """Say whether a run of the feed goes on; if not, none begins until the transaction ends."""
        taken = await self._session.scalar(_TAKE_RUN, {"space": LOCK_SPACE, "feed": str(feed_id)})
        return not taken

    async def add(self, feed: FeedRow) -> None:
        """Store a new feed.

        Raises:
            IntegrityError: its name is taken.

        """
        self._session.add(feed)
        await self._session.flush()

    async def remove(self, feed: FeedRow) -> None:
        """Remove a feed with its rows and its runs; the events that it brought stay."""
        await self._session.execute(delete(FeedRow).where(FeedRow.id == feed.id))

    async def raw_connection(self) -> Any:
        """Return the driver's connection of this transaction: a job enqueued on it lives and dies with it."""
        connection = await self._session.connection()
        return (await connection.get_raw_connection()).driver_connection
