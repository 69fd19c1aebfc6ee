"""Staged rows are read one batch ahead, in a thread: what Python parses and what PostgreSQL writes go side by side."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

import orjson

from ombelle_events.feed.domain import RowRejected, SourceEvent
from ombelle_events.feed.sources import Adapter
from ombelle_events.feed.staging import Changed, Staging
from ombelle_events.programme.texts import render_markdown

BATCH: Final = 500
_EDITION_YEARS: Final = range(1991, 2200)
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A staged row that was read, by its place in the staging.

    `year` is that of its edition; `applied` the JSON of its values by field; `long_description_html` is rendered.
    """

    seq: int
    event: SourceEvent
    year: int | None
    applied: str
    long_description_html: str | None


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """Rows to write, those refused (place in the staging, reason, pointer), and how many are done with them."""

    rows: Sequence[ReadRow]
    refused: list[tuple[int, str, str]]
    done: int


class RowReader:
    """Reads staged rows by an adapter, and does all that needs no database; `edition` binds them to a year."""

    def __init__(self, adapter: Adapter, edition: int | None) -> None:
        self._adapter = adapter
        self._edition = edition

    async def read_ahead(
        self, staging: Staging, changed: Sequence[Changed]
    ) -> AsyncGenerator[ReadBatch, None]:
        """Yield the changed rows in batches; while one is written, the next is read."""
        ahead: asyncio.Task[ReadBatch] | None = None
        try:
            for done, batch in batches(changed):
                raw = await staging.raw_rows([row.seq for row in batch])
                ready = await ahead if ahead is not None else None
                ahead = asyncio.create_task(asyncio.to_thread(self._read, batch, raw, done))
                if ready is not None:
                    yield ready
            if ahead is not None:
                yield await ahead
        finally:
            if ahead is not None and not ahead.done():
                with suppress(Exception):
                    await ahead

    def _read(
        self, batch: Sequence[Changed], raw: dict[int, tuple[str, datetime | None]], done: int
    ) -> ReadBatch:
        read: list[ReadRow] = []
        refused: list[tuple[int, str, str]] = []
        for row in batch:
            try:
                read.append(self._row(row.seq, self._adapter.read(*raw[row.seq])))
            except RowRejected as refusal:
                refused.append((row.seq, refusal.reason, refusal.pointer))
        return ReadBatch(read, refused, done)

    def _row(self, seq: int, event: SourceEvent) -> ReadRow:
        asked = self._edition if self._edition is not None else event.year
        year = asked if asked in _EDITION_YEARS else None
        applied = orjson.dumps(event.applied(year)).decode()
        return ReadRow(seq, event, year, applied, render_markdown(event.long_description))


def batches(items: Sequence[_Item]) -> Iterator[tuple[int, Sequence[_Item]]]:
    """Pieces of at most `BATCH`, each with how many are done after it."""
    for start in range(0, len(items), BATCH):
        piece = items[start : start + BATCH]
        yield start + len(piece), piece
