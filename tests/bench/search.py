"""The search's measures, in an archive of 100,000 events: the slowest of a thousand, and a common word by relevance."""

import random
import time
from collections.abc import Sequence

import asyncpg
import orjson

from bench import rows
from bench.client import Ratio, Side, fetch, interleave
from bench.pages import address, prepare_bare
from bench.stack import JITLESS, Bench, BenchError, Server, say
from bench.words import mistype, plain, vocabulary

QUERIES = 1_000
# Neither so common that everybody says them, nor so rare that a week has none.
_WORDS = slice(20, 2_000)
_COMMON = slice(10)
_RANK_ALL = """
SELECT event_id, ts_rank(search, q) AS rank, count(*) OVER () AS total
FROM agenda_card, plainto_tsquery('programme', $1) AS q WHERE search @@ q
ORDER BY rank DESC, event_id LIMIT 50
"""
"""What ranking every match is: where the words are, the total with it, and ids alone."""


def questions(count: int, weeks: int, *, seed: int = 7) -> list[tuple[str, str]]:
    """Make pairs of addresses: as people type (half of the words mistyped), and with the right word."""
    dice = random.Random(seed)
    words = [word for word in vocabulary()[_WORDS] if len(word) >= 6]
    found = []
    for n in range(count):
        week, word = -dice.randrange(weeks) + rows.WEEKS - 1, dice.choice(words)
        found.append((address(week, mistype(dice, plain(word)) if n % 2 else word), address(week, word)))
    return found


async def measure_p99(bench: Bench, database: str, events: int) -> Ratio:
    """Compare the 99th percentiles of a thousand searches, taken in turns block by block.

    Raises:
        BenchError: what people meant was not found, or rightly typed words do not give the baseline's bytes.

    """
    await prepare_bare(bench.url(database))
    asked = questions(QUERIES, events // rows.PER_WEEK)
    with bench.serve_events(database) as events_service, bench.serve_bare("bare_agenda", database) as bare:
        await _must_find(events_service, bare, asked[:: QUERIES // 200])
        ours = Side(events_service.port, [typed for typed, _ in asked], concurrency=1)
        theirs = Side(bare.port, [right for _, right in asked], concurrency=1)
        await ours.open()
        await theirs.open()
        latencies: tuple[list[float], list[float]] = ([], [])
        rounds = []
        for turn in range(4):  # the first is not counted
            one, other = list[float](), list[float]()
            for _ in range(10):
                one += await ours.block(QUERIES // 10)
                other += await theirs.block(QUERIES // 10)
            if turn:
                rounds.append(p99(one) / p99(other))
                latencies[0].extend(one)
                latencies[1].extend(other)
        ours.close()
        theirs.close()
    mine, bares = p99(latencies[0]), p99(latencies[1])
    return Ratio(mine, bares, mine / bares, (min(rounds), max(rounds)))


def p99(latencies: Sequence[float]) -> float:
    """Return the latency that one in a hundred exceeds."""
    return sorted(latencies)[int(len(latencies) * 0.99)]


async def _must_find(ours: Server, bare: Server, asked: Sequence[tuple[str, str]]) -> None:
    """Whatever the right word finds, the typed one finds; the right one gives the baseline's bytes."""
    missed = 0
    for typed, right in asked:
        expected = await fetch(bare.port, right)
        if await fetch(ours.port, right) != expected:
            raise BenchError(f"{right} : la référence ne donne pas les mêmes octets")
        if orjson.loads(await fetch(ours.port, typed))["total"] < orjson.loads(expected)["total"]:
            missed += 1
    say(f"{len(asked) - missed} recherches sur {len(asked)} trouvent tout ce qui était voulu")
    if missed > len(asked) // 10:
        raise BenchError(f"{missed} recherches sur {len(asked)} ne trouvent pas ce qui était voulu")


async def measure_relevance(bench: Bench, database: str, *, blocks: int = 7) -> Ratio:
    """Compare the seconds of pages by relevance, one for each of the commonest words, with ranking every match.

    Ours are whole pages over HTTP, the other side the bare statement.

    Raises:
        BenchError: a page is not full.

    """
    words = vocabulary()[_COMMON]
    first_day = rows.FIRST_MONDAY.replace(year=1991).isoformat()
    paths = [f"/api/v1/agenda?q={plain(word)}&sort=relevance&from={first_day}" for word in words]
    connection = await asyncpg.connect(bench.url(database), server_settings=JITLESS)
    with bench.serve_events(database) as events:
        found = orjson.loads(await fetch(events.port, paths[0]))
        if len(found["items"]) != 50:
            raise BenchError("la page par pertinence n'est pas pleine")
        side = Side(events.port, paths, concurrency=1)
        await side.open()

        async def ours() -> float:
            return sum(await side.block(len(words)))

        async def rank_all() -> float:
            began = time.perf_counter()
            for word in words:
                await connection.fetch(_RANK_ALL, word)
            return time.perf_counter() - began

        ratio = await interleave(ours, rank_all, blocks=blocks)
        side.close()
    await connection.close()
    return ratio
