"""The feed's measures: a first load, and the same rows again."""

import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

import asyncpg
import orjson
from ombelle_events.feed import sync
from ombelle_events.feed.client import Listing
from ombelle_events.feed.sync import FeedRun, Outcome

from bench import rows
from bench.stack import BenchError

FEED = "banc"


class PagesInMemory:
    """A source whose pages are JSON in memory: what the network brings, without the network."""

    def __init__(self, pages: Sequence[bytes], total: int) -> None:
        self._pages, self._total = pages, total

    async def agenda(self) -> dict[str, Any]:
        """The agenda's configuration."""
        return rows.agenda()

    async def total(self) -> int:
        """How many events there are."""
        return self._total

    async def rows(self, listing: Listing, since: str | None) -> AsyncIterator[list[Any]]:
        """Yield the rows of each page."""
        for page in self._pages:
            parsed = orjson.loads(page)
            listing.pages += 1
            listing.announced = self._total
            yield parsed["events"]
        listing.complete = True


async def add_feed(url: str) -> None:
    """Add the feed that the measures run."""
    connection = await asyncpg.connect(url)
    await connection.execute(
        "INSERT INTO feed (name, kind, url, agenda, key, territory) "
        "VALUES ($1, 'openagenda-v2', 'http://localhost', '61000001', 'k', '{02,59,60,62,80}')",
        FEED,
    )
    await connection.close()


async def run_ours(url: str, pages: Sequence[bytes], total: int) -> tuple[float, Outcome]:
    """Run the feed in full and return its seconds, from the pages in memory to the last commit."""
    connection = await asyncpg.connect(url, server_settings={"jit": "off", "timezone": "UTC"})
    try:
        feed = await sync._lock(connection, FEED)
        began = time.perf_counter()
        outcome = await FeedRun(connection, feed, PagesInMemory(pages, total)).carry_out(full=True, force=False)
        seconds = time.perf_counter() - began
    finally:
        await connection.close()
    if outcome.code or outcome.summary.fetched != total or outcome.summary.quarantined:
        raise BenchError(f"la synchronisation n'a pas tout pris : {outcome}")
    return seconds, outcome
