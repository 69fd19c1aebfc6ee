"""Rows of a feed as they were kept or put aside."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.feed.records.domain import RecordFilter

# What a feed holds under one id: the last good version, the one in quarantine, or both.
_RECORDS: Final = """
WITH kept AS NOT MATERIALIZED (SELECT * FROM feed_record WHERE feed_id = :feed AND external_id > :after),
aside AS NOT MATERIALIZED (SELECT * FROM feed_quarantine WHERE feed_id = :feed AND external_id > :after),
record AS NOT MATERIALIZED (
  SELECT external_id, r.event_id, coalesce(r.leads, false) AS leads, coalesce(r.linked, false) AS linked,
    r.source_updated_at, r.withdrawn_at, coalesce(r.notes, '{}') AS notes, q.reason, q.pointer, q.first_seen_at,
    CASE WHEN q.feed_id IS NOT NULL THEN 'quarantined' WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn'
      ELSE 'live' END AS state,
    coalesce(q.raw, r.raw) AS raw, r.applied, CASE WHEN q.feed_id IS NOT NULL THEN r.raw END AS last_good_raw
  FROM kept r FULL JOIN aside q USING (external_id)
)
"""
_SHOWN: Final = """
SELECT d.external_id, d.state, d.leads, d.linked, d.source_updated_at, d.withdrawn_at, d.notes, d.reason, d.pointer,
  d.first_seen_at,
  CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'slug', e.slug, 'title', e.title) END AS event
"""
# A row that never became an event has its title nowhere but in itself.
_FILTERED: Final = """
FROM record d LEFT JOIN event e ON e.id = d.event_id
WHERE (CAST(:state AS text) IS NULL OR d.state = :state)
  AND (CAST(:notes AS boolean) IS NULL OR (d.notes <> '{}') = :notes)
  AND (CAST(:q AS text) IS NULL OR strpos(d.external_id, :q) > 0 OR strpos(fold(e.title), fold(:q)) > 0
    OR (e.id IS NULL AND strpos(fold(d.raw::text), fold(:q)) > 0))
ORDER BY d.external_id LIMIT :count
"""
_PAGE: Final = text(_RECORDS + _SHOWN + _FILTERED)
_PAGE_WITH_RAW: Final = text(_RECORDS + _SHOWN + ", d.raw" + _FILTERED)
_ONE: Final = text(
    _RECORDS
    + _SHOWN
    + ", d.raw, d.applied, d.last_good_raw FROM record d LEFT JOIN event e ON e.id = d.event_id "
    "WHERE d.external_id = :external_id"
)


class RecordStore:
    """Reads of one feed's rows; one statement each, however many rows."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def records(
        self, feed_id: UUID, asked: RecordFilter, after: str, count: int
    ) -> Sequence[RowMapping]:
        """Return rows in the order of their ids."""
        statement = _PAGE_WITH_RAW if asked.raw else _PAGE
        values = {
            "feed": feed_id,
            "after": after,
            "count": count,
            "state": asked.state,
            "notes": asked.notes,
            "q": asked.q,
        }
        return (await self._session.execute(statement, values)).mappings().all()

    async def record(self, feed_id: UUID, external_id: str) -> RowMapping | None:
        """Return one row with what it brought."""
        values = {"feed": feed_id, "after": "", "external_id": external_id}
        return (await self._session.execute(_ONE, values)).mappings().one_or_none()
