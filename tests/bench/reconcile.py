"""A full reconciliation of many rows none of which changed, against the bare way."""

from collections.abc import Iterator, Sequence

import asyncpg
import orjson
from ombelle_events.feed import sync
from ombelle_events.feed.communes import CommuneIndex
from ombelle_events.feed.sources import KINDS

from bench import rows
from bench.client import Ratio
from bench.feeds import FEED, add_feed, unchanged
from bench.stack import JITLESS, Bench


def many_pages(season: Sequence[bytes], total: int) -> list[bytes]:
    """Return pages of so many rows: those of the season again and again, under other uids."""
    listed = [row for page in season for row in orjson.loads(page)["events"]]

    def copies() -> Iterator[dict[str, object]]:
        for k in range(-(-total // len(listed))):
            for row in listed:
                yield row | {"uid": row["uid"] + k * 1_000_000}

    every = list(copies())[:total]
    return [
        orjson.dumps({"total": total, "events": every[start : start + rows.PAGE], "after": None})
        for start in range(0, total, rows.PAGE)
    ]


async def reconcile(bench: Bench, season: Sequence[bytes], total: int, *, blocks: int = 3) -> Ratio:
    """Return the seconds of both, and ours over the bare's.

    What a first load would have left is put there by COPY: the records as they would stand, and an event each.
    """
    url = await bench.make_database("reconcile")
    await add_feed(url)
    pages = many_pages(season, total)
    await _remember(url, pages, total)
    found = await unchanged(url, pages, total, blocks=blocks)
    await bench.drop_database("reconcile")
    worst, best = sorted(1 / ratio for ratio in found.spread)
    return Ratio(found.ours, found.baseline, 1 / found.ratio, (worst, best))


async def _remember(url: str, pages: Sequence[bytes], total: int) -> None:
    connection = await asyncpg.connect(url, server_settings=JITLESS, command_timeout=600)
    feed = await sync._lock(connection, FEED)
    adapter = KINDS[feed.kind].adapter(rows.agenda(), CommuneIndex(), feed, "")
    found = await connection.fetch(
        "INSERT INTO event (slug, title) SELECT 'e-' || n, 'Événement ' || n FROM generate_series(1, $1::integer) AS n "
        "RETURNING id",
        total,
    )
    ids = iter(found)
    for page in pages:
        staged = [adapter.stage(row) for row in orjson.loads(page)["events"]]
        await connection.copy_records_to_table(
            "feed_record",
            columns=(
                *("feed_id", "external_id", "event_id", "digest", "leads", "linked"),
                *("source_updated_at", "parent_external_id", "applied", "raw"),
            ),
            records=[
                (
                    feed.id,
                    s.external_id,
                    next(ids)["id"],
                    s.digest,
                    True,
                    False,
                    s.updated_at,
                    s.parent,
                    "{}",
                    s.raw.decode(),
                )
                for s in staged
            ],
        )
    await connection.close()
