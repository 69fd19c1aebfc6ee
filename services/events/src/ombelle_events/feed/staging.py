"""The rows of a run, staged by COPY in a temporary table; what changed is then one statement away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import asyncpg

from ombelle_events.feed.adapters.openagenda_v2 import StagedRow

_COLUMNS: Final = ("seq", "external_id", "digest", "updated_at", "gone", "parent", "raw")
_CREATE: Final = """
DROP TABLE IF EXISTS pg_temp.staged;
CREATE TEMPORARY TABLE staged (seq integer NOT NULL, external_id text NOT NULL, digest bytea NOT NULL,
  updated_at timestamptz, gone boolean NOT NULL, parent text, raw text STORAGE EXTERNAL NOT NULL)
"""
# A row is left out when its digest is that of its live record, or of the same row waiting in quarantine. Rows
# without a parent come first, so that a family is whole at once wherever it can be.
_CHANGED: Final = """
SELECT s.seq, s.external_id
FROM staged s
LEFT JOIN feed_record r ON r.feed_id = $1 AND r.external_id = s.external_id
LEFT JOIN feed_quarantine q ON q.feed_id = $1 AND q.external_id = s.external_id
WHERE NOT s.gone AND (r.digest = s.digest AND r.withdrawn_at IS NULL) IS NOT TRUE
  AND q.digest IS DISTINCT FROM s.digest
ORDER BY s.parent IS NOT NULL, s.seq
"""
_STILL_QUARANTINED: Final = """
SELECT count(*) FROM staged s JOIN feed_quarantine q ON q.feed_id = $1 AND q.external_id = s.external_id
WHERE NOT s.gone AND q.digest = s.digest
"""
# The source went back to the version we hold.
_CURED: Final = """
DELETE FROM feed_quarantine q USING staged s, feed_record r
WHERE q.feed_id = $1 AND s.external_id = q.external_id AND NOT s.gone
  AND r.feed_id = $1 AND r.external_id = q.external_id AND r.digest = s.digest
"""
_VANISHED: Final = """
DELETE FROM feed_quarantine q
WHERE q.feed_id = $1 AND NOT EXISTS (SELECT FROM staged s WHERE s.external_id = q.external_id AND NOT s.gone)
"""
_GONE: Final = """
SELECT r.external_id FROM feed_record r
WHERE r.feed_id = $1 AND r.withdrawn_at IS NULL
  AND EXISTS (SELECT FROM staged s WHERE s.external_id = r.external_id AND s.gone)
ORDER BY r.external_id
"""
_ABSENT: Final = """
SELECT r.external_id FROM feed_record r
WHERE r.feed_id = $1 AND r.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT FROM staged s WHERE s.external_id = r.external_id AND NOT s.gone)
ORDER BY r.external_id
"""


@dataclass(frozen=True, slots=True)
class Changed:
    """A staged row that is to be read: its place in the staging, and its id at the source."""

    seq: int
    external_id: str


class Staging:
    """The staged rows of one run, on the run's own connection. Nothing of it survives that connection."""

    def __init__(self, connection: asyncpg.Connection, feed_id: UUID) -> None:
        self._connection = connection
        self._feed_id = feed_id
        self._latest: dict[str, tuple[int, datetime | None]] = {}
        self._superseded: list[int] = []
        self._indexed = False
        self.fetched = 0
        self._gone: set[str] = set()
        self.newest: datetime | None = None
        self.parents: set[str] = set()

    @property
    def distinct(self) -> int:
        """How many different ids were seen."""
        return len(self._latest)

    @property
    def live_distinct(self) -> int:
        """How many of them are no tombstones."""
        return len(self._latest) - len(self._gone)

    async def open(self) -> None:
        """Make the table, empty."""
        await self._connection.execute(_CREATE)

    async def add(self, rows: Iterable[StagedRow]) -> None:
        """Copy a page in. Of a row that comes twice, the later version counts."""
        records = list(self._kept(rows))
        await self._connection.copy_records_to_table(
            "staged", schema_name="pg_temp", records=records, columns=_COLUMNS
        )

    async def close_listing(self) -> None:
        """Take out versions that a later page replaced."""
        if self._superseded:
            await self._connection.execute(
                "DELETE FROM staged WHERE seq = ANY ($1::integer[])", self._superseded
            )

    async def changed(self) -> Sequence[Changed]:
        """The rows to read, found in one statement by their digests."""
        found = await self._connection.fetch(_CHANGED, self._feed_id)
        return [Changed(seq, external_id) for seq, external_id in found]

    async def still_quarantined(self) -> int:
        """How many rows wait in quarantine just as they were, after those that were mended are let out."""
        count: int = await self._connection.fetchval(_STILL_QUARANTINED, self._feed_id)
        return count

    async def release_cured(self, *, complete_listing: bool) -> None:
        """Let out of the quarantine what the source put right, and what it lists no more."""
        await self._connection.execute(_CURED, self._feed_id)
        if complete_listing:
            await self._connection.execute(_VANISHED, self._feed_id)

    async def leaving(self, *, full: bool) -> list[str]:
        """Ids of live records that the source took away: by tombstones, or by absence from a full listing."""
        found = await self._connection.fetch(_ABSENT if full else _GONE, self._feed_id)
        return [external_id for (external_id,) in found]

    async def raw_rows(self, seqs: Sequence[int]) -> dict[int, tuple[str, datetime | None]]:
        """The JSON and the date of change of these staged rows."""
        if not self._indexed:
            await self._connection.execute("CREATE INDEX ON pg_temp.staged (seq)")
            self._indexed = True
        found = await self._connection.fetch(
            "SELECT seq, raw, updated_at FROM staged WHERE seq = ANY ($1::integer[])", seqs
        )
        return {seq: (raw, updated_at) for seq, raw, updated_at in found}

    def _kept(self, rows: Iterable[StagedRow]) -> Iterator[tuple[Any, ...]]:
        for row in rows:
            self.fetched += 1
            seq = self.fetched
            before = self._latest.get(row.external_id)
            if before is not None:
                if before[1] is not None and row.updated_at is not None and row.updated_at < before[1]:
                    continue
                self._superseded.append(before[0])
            self._latest[row.external_id] = (seq, row.updated_at)
            if row.updated_at is not None and (self.newest is None or row.updated_at > self.newest):
                self.newest = row.updated_at
            if row.parent is not None:
                self.parents.add(row.parent)
            if row.gone:
                self._gone.add(row.external_id)
            else:
                self._gone.discard(row.external_id)
            yield seq, row.external_id, row.digest, row.updated_at, row.gone, row.parent, row.raw
