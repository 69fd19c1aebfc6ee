"""The page's measures: by the service, through the gateway, and from the gateway's memory."""

import random
from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlencode

import asyncpg
import orjson

from bench import bare_agenda, rows
from bench.client import Ratio, Side, compare_rates, fetch
from bench.stack import Bench, BenchError, Server, say, settle
from bench.words import vocabulary

ITEMS = 50
_DEPARTMENTS = ("59", "62", "80", "60", "02")
_SAID_OFTEN = slice(0, 60)
# The gateway keeps 32 MB; going round more than that in one order, it never has the next one.
_MORE_THAN_MEMORY = 40 * 1024 * 1024


def address(week: int, word: str, department: str | None = None) -> str:
    """Return the address of the page for one word in one week, the season's first being 0."""
    monday = rows.FIRST_MONDAY + timedelta(weeks=week)
    asked = {"from": monday.isoformat(), "to": (monday + timedelta(days=6)).isoformat(), "q": word}
    return "/api/v1/agenda?" + urlencode(asked | ({"department": department} if department else {}))


async def full_pages(port: int, weeks: Sequence[int], *, seed: int = 1) -> tuple[list[str], int]:
    """Return the addresses of pages that hold fifty events, in no order, and how many bytes they weigh in all."""
    asked = [
        address(week, word, department)
        for week in weeks
        for word in vocabulary()[_SAID_OFTEN]
        for department in _DEPARTMENTS
    ]
    random.Random(seed).shuffle(asked)
    found, weight = [], 0
    for path in asked:
        body = await fetch(port, path)
        if len(orjson.loads(body)["items"]) == ITEMS:
            found.append(path)
            weight += len(body)
    return found, weight


async def prepare_bare(url: str) -> None:
    """Give the baseline what it has of its own, and let the database come to rest."""
    connection = await asyncpg.connect(url, command_timeout=900)
    await connection.execute(bare_agenda.PREPARE)
    await connection.close()
    await settle(url)


async def must_be_same(ours: Server, bare: Server, paths: Sequence[str]) -> None:
    """Compare bytes.

    Raises:
        BenchError: one differs; the text shows where.

    """
    for path in paths:
        one, other = await fetch(ours.port, path), await fetch(bare.port, path)
        if one != other:
            at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
            raise BenchError(
                f"{path} : la référence ne donne pas les mêmes octets :\n"
                f"{one[max(0, at - 80) : at + 80]!r}\n{other[max(0, at - 80) : at + 80]!r}"
            )


async def measure_pages(bench: Bench, database: str, *, blocks: int) -> dict[str, Ratio]:
    """Measure page_vs_bare, gateway_vs_direct and hot_vs_bare on a database with a season in it.

    Raises:
        BenchError: the sides do not give the same bytes, or the gateway answered from its memory.

    """
    await prepare_bare(bench.url(database))
    with bench.serve_events(database) as events, bench.serve_bare("bare_agenda", database) as bare:
        paths, weight = await full_pages(events.port, range(rows.WEEKS))
        say(f"{len(paths)} pages de {ITEMS} événements, {weight // 1_000_000} Mo")
        await must_be_same(events, bare, paths[:: max(1, len(paths) // 100)])
        page = await compare_rates(
            Side(events.port, paths), Side(bare.port, paths), requests=300, blocks=blocks
        )
        bare.stop()
        if weight < _MORE_THAN_MEMORY:
            raise BenchError("trop peu de pages pour déborder la mémoire de la passerelle")
        with bench.serve_gateway(events, database) as gateway:
            through = await _through(gateway, events, paths, blocks=blocks)
            hot = await _hot(bench, gateway, paths[0], blocks=blocks)
    return {"page_vs_bare": page, "gateway_vs_direct": through, "hot_vs_bare": hot}


async def _through(gateway: Server, events: Server, paths: Sequence[str], *, blocks: int) -> Ratio:
    await must_be_same(
        gateway, events, paths[-20:]
    )  # far from the first ones asked, so gone from memory by then
    found = await compare_rates(
        Side(gateway.port, paths), Side(events.port, paths), requests=300, blocks=blocks
    )
    from_memory = gateway.log.read_bytes().count(b'"by":"hot"')
    if from_memory:
        raise BenchError(f"la passerelle a répondu {from_memory} fois de mémoire")
    return found


async def _hot(bench: Bench, gateway: Server, path: str, *, blocks: int) -> Ratio:
    body = await fetch(gateway.port, path)
    kept = bench.folder / "page.json"
    kept.write_bytes(body)
    with bench.serve_bare("bare_static", "postgres", BARE_BODY=str(kept)) as static:
        await must_be_same(gateway, static, [path])
        before = gateway.log.read_bytes().count(b'"by":"hot"')
        found = await compare_rates(
            Side(gateway.port, [path]), Side(static.port, [path]), requests=2_000, blocks=blocks
        )
        if gateway.log.read_bytes().count(b'"by":"hot"') - before < 2_000 * blocks:
            raise BenchError("la passerelle n'a pas répondu de mémoire")
    return found
