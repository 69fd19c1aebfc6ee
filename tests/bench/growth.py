"""How the page grows: its median latency at four sizes of the archive, all asked in turn."""

import statistics

from bench.archive import grow
from bench.client import Side
from bench.pages import full_pages
from bench.rows import SEASON, WEEKS
from bench.stack import Bench, Server, say

SIZES = (1_000, 10_000, 100_000, 1_000_000)
REQUESTS = 60
BLOCKS = 9


async def measure_growth(bench: Bench, databases: dict[int, str]) -> dict[int, float]:
    """Return the median latency (seconds) of the page at each size; `databases` names what holds each size.

    One at a time, and the sizes in turn: each block of one is followed by a block of the next.
    """
    servers: dict[int, Server] = {}
    sides: dict[int, Side] = {}
    for size, database in databases.items():
        servers[size] = bench.serve_events(database)
        # The weeks at the end of the archive, which is when people look; a thousand events are one week.
        weeks = range(1) if size < SEASON else range(WEEKS // 2, WEEKS)
        paths, _ = await full_pages(servers[size].port, weeks)
        say(f"{size} événements : {len(paths)} pages pleines")
        sides[size] = Side(servers[size].port, paths, concurrency=1)
        await sides[size].open()
    latencies: dict[int, list[float]] = {size: [] for size in databases}
    for block in range(BLOCKS + 1):
        for size, side in sides.items():
            found = await side.block(REQUESTS)
            if block:
                latencies[size].append(statistics.median(found))
    for size, side in sides.items():
        side.close()
        servers[size].stop()
    return {size: statistics.median(found) for size, found in latencies.items()}


async def make_million(bench: Bench, season: str) -> str:
    """Make a database of a million events from that of a season, and return its name."""
    name = "million"
    await bench.copy_database(season, name)
    async with bench.hurry():
        await grow(bench.url(name, "owner"), SIZES[-1], whole=False)
    return name
