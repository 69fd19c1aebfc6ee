"""The rows of a run: those that changed since the last one are staged by COPY in a temporary table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import asyncpg

from ombelle_events.feed.adapters.openagenda_v2 import StagedRow

_UNKNOWN: Final = (None, None)
_COLUMNS: Final = ("seq", "external_id", "digest", "updated_at", "parent", "raw")
_CREATE: Final = """
DROP TABLE IF EXISTS pg_temp.staged;
CREATE TEMPORARY TABLE staged (seq integer NOT NULL, external_id text NOT NULL, digest bytea NOT NULL,
  updated_at timestamptz, parent text, raw text STORAGE EXTERNAL NOT NULL)
"""
# What is known of this feed's rows, or of some: the digest of the live record, that of the row in quarantine.
_KNOWN: Final = """
SELECT external_id, r.digest, q.digest
FROM (SELECT external_id, digest FROM feed_record WHERE feed_id = $1 AND withdrawn_at IS NULL{some}) r
FULL JOIN (SELECT external_id, digest FROM feed_quarantine WHERE feed_id = $1{some}) q USING (external_id)
"""
_KNOWN_ALL: Final = _KNOWN.format(some="")
_KNOWN_SOME: Final = _KNOWN.format(some=" AND external_id = ANY ($2::text[])")
# Rows without a parent come first, so that a family is whole at once wherever it can be.
_CHANGED: Final = "SELECT seq, external_id FROM staged ORDER BY parent IS NOT NULL, seq"
_RELEASE: Final = "DELETE FROM feed_quarantine WHERE feed_id = $1 AND external_id = ANY ($2::text[])"
_GONE: Final = """
SELECT external_id FROM feed_record
WHERE feed_id = $1 AND withdrawn_at IS NULL AND external_id = ANY ($2::text[]) ORDER BY external_id
"""


@dataclass(frozen=True, slots=True)
class Changed:
    """A staged row that is to be read: its place in the staging, and its id at the source."""

    seq: int
    external_id: str


class Staging:
    """The rows of one run, on the run's own connection. Nothing of it survives that connection.

    Only what changed is copied to the database: a row is left out when its digest is that of its live record, or
    of the same row waiting in quarantine.
    """

    def __init__(self, connection: asyncpg.Connection, feed_id: UUID) -> None:
        self._connection = connection
        self._feed_id = feed_id
        self._known: dict[str, tuple[bytes | None, bytes | None]] | None = None
        self._latest: dict[str, tuple[int, datetime | None]] = {}
        self._gone: set[str] = set()
        self._held: set[str] = set()
        self._cured: set[str] = set()
        self._superseded: list[int] = []
        self._indexed = False
        self.fetched = 0
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

    @property
    def still_quarantined(self) -> int:
        """How many rows wait in quarantine just as they were."""
        return len(self._held)

    async def open(self, *, full: bool) -> None:
        """Make the table, empty; of a full listing nearly every row is known: learn them all at once."""
        await self._connection.execute(_CREATE)
        self._known = await self._learn(_KNOWN_ALL) if full else None

    async def add(self, rows: Iterable[StagedRow]) -> None:
        """Take a page in. Of a row that comes twice, the later version counts."""
        page = list(rows)
        known = self._known
        if known is None:
            known = await self._learn(_KNOWN_SOME, [row.external_id for row in page])
        if records := list(self._changed_rows(page, known)):
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
        """The rows to read."""
        return [Changed(seq, external_id) for seq, external_id in await self._connection.fetch(_CHANGED)]

    async def release_cured(self, *, complete_listing: bool) -> None:
        """Let out of the quarantine what the source put right, and what it lists no more."""
        if self._cured:
            await self._connection.execute(_RELEASE, self._feed_id, list(self._cured))
        if complete_listing:
            vanished = [
                one for one, (_, held) in (self._known or {}).items() if held and not self._is_live(one)
            ]
            if vanished:
                await self._connection.execute(_RELEASE, self._feed_id, vanished)

    async def leaving(self, *, full: bool) -> list[str]:
        """Ids of live records that the source took away: by tombstones, or by absence from a full listing."""
        if full:
            known = (self._known or {}).items()
            return sorted(one for one, (record, _) in known if record is not None and not self._is_live(one))
        found = await self._connection.fetch(_GONE, self._feed_id, list(self._gone)) if self._gone else []
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

    async def _learn(self, statement: str, *ids: list[str]) -> dict[str, tuple[bytes | None, bytes | None]]:
        found = await self._connection.fetch(statement, self._feed_id, *ids)
        return {external_id: (record, quarantine) for external_id, record, quarantine in found}

    def _is_live(self, external_id: str) -> bool:
        return external_id in self._latest and external_id not in self._gone

    def _changed_rows(
        self, rows: Iterable[StagedRow], known: Mapping[str, tuple[bytes | None, bytes | None]]
    ) -> Iterator[tuple[Any, ...]]:
        """Note each row, and yield those that are not as they are known, as records of the table."""
        for row in rows:
            external_id, digest, updated_at, gone, parent, raw = row
            self.fetched += 1
            if external_id in self._latest and not self._supersedes(external_id, updated_at):
                continue
            self._latest[external_id] = (self.fetched, updated_at)
            if updated_at is not None and (self.newest is None or updated_at > self.newest):
                self.newest = updated_at
            if parent is not None:
                self.parents.add(parent)
            if gone:
                self._gone.add(external_id)
                continue
            record, quarantine = known.get(external_id, _UNKNOWN)
            if quarantine == digest:
                self._held.add(external_id)
            elif record != digest:
                yield self.fetched, external_id, digest, updated_at, parent, raw.decode()
            elif quarantine is not None:
                self._cured.add(external_id)

    def _supersedes(self, external_id: str, updated_at: datetime | None) -> bool:
        """Say whether a row that was seen before is newer now, and if so forget what was noted of it."""
        seq, before = self._latest[external_id]
        if before is not None and updated_at is not None and updated_at < before:
            return False
        self._superseded.append(seq)
        for noted in (self._gone, self._held, self._cured):
            noted.discard(external_id)
        return True
