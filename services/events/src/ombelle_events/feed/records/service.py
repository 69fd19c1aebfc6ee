"""Rows of a feed, for those who want to know what came and why it is not shown."""

from collections.abc import Sequence

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.feed.errors import RecordNotFound
from ombelle_events.feed.records.domain import RecordFilter
from ombelle_events.feed.records.store import RecordStore
from ombelle_events.feed.store import FeedStore


class RecordService:
    """Reads rows of feeds."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def records(self, name: str, asked: RecordFilter, after: str, count: int) -> Sequence[RowMapping]:
        """Return rows in the order of their ids. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            feed_id = await FeedStore(session).required_id(name)
            return await RecordStore(session).records(feed_id, asked, after, count)

    async def record(self, name: str, external_id: str) -> RowMapping:
        """Return one row with what it brought.

        Raises:
            FeedNotFound: no feed has this name.
            RecordNotFound: it never brought a row of this id.

        """
        async with self._sessions() as session, session.begin():
            feed_id = await FeedStore(session).required_id(name)
            found = await RecordStore(session).record(feed_id, external_id)
        if found is None:
            raise RecordNotFound(f"Le flux « {name} » n'a jamais apporté la fiche « {external_id[:100]} ».")
        return found
