"""The feed's measures: a first load against the ORM, and the same rows again against COPY and one anti-join."""

import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

import asyncpg
import orjson
from ombelle_events.feed import sync
from ombelle_events.feed.fetching import Listing
from ombelle_events.feed.sources import KINDS
from ombelle_events.feed.sync import FeedRun, Outcome

from bench import copy_feed, orm_feed, rows
from bench.client import Ratio, interleave
from bench.same import contents
from bench.stack import JITLESS, Bench, BenchError, say, settle

FEED = "banc"
BLOCKS = 7
_WRITES = """
SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint FROM pg_stat_user_tables
WHERE schemaname = 'events' AND relname NOT IN ('feed', 'feed_run', 'bare_record')
"""


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

    async def rows(self, listing: Listing, since: str | None) -> AsyncIterator[list[Any]]:  # noqa: ARG002
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
    """Run the feed in full; return its seconds, from the pages in memory to the last commit, and its outcome."""
    connection = await asyncpg.connect(url, server_settings=JITLESS)
    try:
        feed = await sync._lock(connection, FEED)
        began = time.perf_counter()
        outcome = await FeedRun(connection, feed, PagesInMemory(pages, total)).carry_out(
            full=True, force=False
        )
        seconds = time.perf_counter() - began
    finally:
        await connection.close()
    if outcome.code or outcome.summary.fetched != total or outcome.summary.quarantined:
        raise BenchError(f"la synchronisation n'a pas tout pris : {outcome}")
    return seconds, outcome


async def run_orm(url: str, pages: Sequence[bytes]) -> float:
    """Load the pages by the ORM and return the seconds it took."""
    connection = await asyncpg.connect(url, server_settings=JITLESS)
    feed = await sync._lock(connection, FEED)
    run = FeedRun(connection, feed, PagesInMemory((), 0))
    await run._fill_communes()
    await connection.close()
    adapter = KINDS[feed.kind].adapter(rows.agenda(), run._communes, feed, "")
    began = time.perf_counter()
    written = await orm_feed.load(url, feed.id, adapter, pages)
    seconds = time.perf_counter() - began
    if written != sum(len(orjson.loads(page)["events"]) for page in pages):
        raise BenchError(f"l'ORM n'a écrit que {written} lignes")
    return seconds


async def first_load(bench: Bench, pages: Sequence[bytes], total: int) -> Ratio:
    """Load the same rows three times, by us, by the ORM, by us again; leave the last database as `season`.

    Raises:
        BenchError: the two did not write the same.

    """
    urls = {name: await bench.make_database(name) for name in ("first", "orm", "season")}
    for url in urls.values():
        await add_feed(url)
    say(f"premier chargement de {total} lignes, par nous puis par l'ORM puis par nous")
    before, _ = await run_ours(urls["first"], pages, total)
    orm = await run_orm(urls["orm"], pages)
    after, _ = await run_ours(urls["season"], pages, total)
    ours, theirs = await contents(urls["season"]), await contents(urls["orm"])
    different = [name for name in ours if ours[name] != theirs[name]]
    if different:
        raise BenchError(f"l'ORM n'a pas écrit la même chose : {', '.join(different)}")
    for name in ("first", "orm"):
        await bench.drop_database(name)
    ratios = sorted((orm / before, orm / after))
    mine = (before + after) / 2
    return Ratio(mine, orm, orm / mine, (ratios[0], ratios[1]))


async def unchanged(url: str, pages: Sequence[bytes], total: int, *, blocks: int = BLOCKS) -> Ratio:
    """Sync the rows again, against the bare way, in turns.

    Raises:
        BenchError: something was written for rows that did not change.

    """
    connection = await asyncpg.connect(url, server_settings=JITLESS)
    await connection.execute(copy_feed.PREPARE)
    await copy_feed.first_load(connection, pages)
    await settle(url)
    before = await connection.fetchval(_WRITES)

    async def ours() -> float:
        seconds, outcome = await run_ours(url, pages, total)
        if outcome.summary.unchanged != total:
            raise BenchError(f"des lignes ont changé toutes seules : {outcome.summary}")
        return seconds

    async def bare() -> float:
        own = await asyncpg.connect(url, server_settings=JITLESS)
        began = time.perf_counter()
        changed = await copy_feed.changed(own, pages)
        seconds = time.perf_counter() - began
        await own.close()
        if changed:
            raise BenchError("la référence a vu des changements")
        return seconds

    found = await interleave(bare, ours, blocks=blocks)
    await connection.execute("SELECT pg_stat_clear_snapshot()")
    written = await connection.fetchval(_WRITES) - before
    await connection.execute("DROP TABLE bare_record")
    await connection.close()
    if written:
        raise BenchError(f"{written} lignes écrites pour des lignes inchangées")
    return Ratio(found.baseline, found.ours, found.ratio, found.spread)
