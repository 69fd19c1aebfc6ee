"""The measures of lending: many after one item, and what takes three hundred of them over a year."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid5

import asyncpg
import orjson
from ombelle_chassis.identity import Signer, ensure_keys
from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.public_holidays import public_holidays

from bench.client import Connection, Ratio, Side, fetch, interleave
from bench.dossiers import signed_in
from bench.stack import Bench, BenchError, settle

CLIENTS, SLOTS, MODULES = 64, 3, 5
ITEMS, LOANS_OF_EACH = 300, 24
_BLOCKS, _PAGES = 5, 5
_NAMES = UUID("5d1f3c52-6c1e-4a39-9a55-77b6a2f0c9d4")
_SCHOOL = uuid5(_NAMES, "school")
_PATH = "/api/v1/loan-requests"
_DATA = """
INSERT INTO organisation_copy (organisation_id, name, kind, is_public, version)
VALUES ('{school}', 'Collège', 'college', true, 1);
INSERT INTO item (slug, title, category, publication, published_at)
SELECT 'course-' || n, 'Course ' || n, 'light_exhibition', 'published', now() FROM generate_series(1, 2) n;
INSERT INTO item (slug, title, category, publication, published_at)
SELECT 'outil-' || n, 'Outil ' || n, 'light_exhibition', 'published', now() FROM generate_series(1, {items}) n;
INSERT INTO item_format (item_id, format) SELECT id, 'panels' FROM item;
INSERT INTO unit (format_id, module_number) SELECT f.id, n FROM item i JOIN item_format f ON f.item_id = i.id,
  generate_series(1, {modules}) n WHERE i.title LIKE 'Course %';
INSERT INTO unit (format_id) SELECT f.id FROM item i JOIN item_format f ON f.item_id = i.id WHERE i.title LIKE 'Outil %';
INSERT INTO unit_block (unit_id, kind, period, blocked, reason)
SELECT u.id, 'internal_use', daterange(s, s + 10), daterange(s - 1, s + 12), 'Prêté' FROM unit u
  JOIN item_format f ON f.id = u.format_id JOIN item i ON i.id = f.item_id AND i.title LIKE 'Outil %',
  generate_series(0, {loans} - 1) n, LATERAL (SELECT current_date + 3 + 15 * n AS s) AS days;
"""


async def _database(bench: Bench, name: str) -> str:
    await bench.make_database(name)
    await bench.migrate_loans(name)
    url = bench.url(name, "loans")
    connection = await asyncpg.connect(url, command_timeout=300)
    await connection.execute(_DATA.format(school=_SCHOOL, items=ITEMS, modules=MODULES, loans=LOANS_OF_EACH))
    await connection.close()
    await settle(url)
    return url


async def measure_race(bench: Bench) -> Ratio:
    """Compare how many requests for one item are answered in a second, whoever gets it.

    Raises:
        BenchError: a slot has not one winner, somebody was answered otherwise, or two waited for each other.

    """
    url = await _database(bench, "race")
    headers = await signed_in(bench, "race", _SCHOOL)
    connection = await asyncpg.connect(url)
    items = [
        row["id"]
        for row in await connection.fetch("SELECT id FROM item WHERE title LIKE 'Course %' ORDER BY title")
    ]
    with (
        bench.serve_loans("race") as loans,
        bench.serve_bare("bare_lending", "race") as bare,
        bench.serve_gateway(loans, "race", loans=loans) as edge,
        bench.serve_gateway(bare, "race", loans=bare) as bare_edge,
    ):
        ours, theirs = _Race(edge.port, headers, items[0]), _Race(bare_edge.port, headers, items[1])
        for race in (ours, theirs):
            await race.open()
        found = await interleave(ours.block, theirs.block, blocks=_BLOCKS)
        for race in (ours, theirs):
            race.close()
    wrong = await connection.fetchval(
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    )
    held = await connection.fetchval(
        "SELECT count(*) FROM unit_block WHERE kind = 'hold' AND released_at IS NULL"
    )
    await connection.close()
    if (wrong, held) != (0, 2 * (_BLOCKS + 1) * SLOTS * MODULES):
        raise BenchError(f"{wrong} interblocages, {held} exemplaires retenus")
    return found


class _Race:
    """Sixty-four clients after one item, and slots that nobody has had yet."""

    def __init__(self, port: int, headers: bytes, item: UUID) -> None:
        self._clients = [Connection(port, headers) for _ in range(CLIENTS)]
        self._item = item
        self._days = _open_days()

    async def open(self) -> None:
        for client in self._clients:
            await client.open()

    def close(self) -> None:
        for client in self._clients:
            client.close()

    async def block(self) -> float:
        """Let every client ask for each of the next slots; return how many requests a second were answered."""
        slots = [self._request(next(self._days)) for _ in range(SLOTS)]
        won = Counter[int]()

        async def ask(number: int) -> None:
            for turn in range(SLOTS):
                slot = (number + turn) % SLOTS
                head, body = slots[slot]
                status, said = await self._clients[number].answered(head, body)
                if status == 201:
                    won[slot] += 1
                elif status != 409 or orjson.loads(said)["code"] != "taken":
                    raise BenchError(f"{status} {said[:300]!r}")

        began = time.perf_counter()
        await asyncio.gather(*map(ask, range(CLIENTS)))
        took = time.perf_counter() - began
        if won != dict.fromkeys(range(SLOTS), 1):
            raise BenchError(f"gagnants par créneau : {dict(won)}")
        return CLIENTS * SLOTS / took

    def _request(self, day: date) -> tuple[bytes, bytes]:
        line = {"item_id": str(self._item), "starts_on": str(day), "ends_on": str(day)}
        place = {"name": "CDI", "commune_insee": "80021"}
        body = orjson.dumps({"organisation_id": str(_SCHOOL), "place_of_use": place, "loans": [line]})
        head = f"POST {_PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        return f"{head}Content-Length: {len(body)}\r\n".encode(), body


def _open_days() -> Iterator[date]:
    """Yield days on which a lender who settled nothing is open, from a month ahead."""
    day = today_in_paris() + timedelta(days=30)
    closed = public_holidays(Days(day, day + timedelta(days=400)))
    while True:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in closed:
            yield day


async def measure_availability(bench: Bench) -> Ratio:
    """Compare the seconds of what takes every item over a year.

    Raises:
        BenchError: the two sides do not tell of the same blocks.

    """
    await _database(bench, "availability")
    (bench.folder / "keys").mkdir(exist_ok=True)
    ensure_keys(bench.folder / "keys")
    signer = Signer(bench.folder / "keys" / "signing.json")
    token = signer.sign_identity(str(uuid5(_NAMES, "lender")), ["lender"], seconds=3_600)
    headers = f"Ombelle-Identity: {token}\r\n".encode()
    today = today_in_paris()
    window = f"from={today}&to={today + timedelta(days=365)}"
    path, bare_path = f"/api/v1/planning?{window}&limit={ITEMS}&q=Outil", f"/availability?{window}"
    with (
        bench.serve_loans("availability") as loans,
        bench.serve_bare("bare_lending", "availability") as bare,
    ):
        one = _told(await fetch(loans.port, path, headers=headers))
        other = {unit["id"]: unit["blocks"] for unit in orjson.loads(await fetch(bare.port, bare_path))}
        if one != other or len(one) != ITEMS:
            raise BenchError(f"{len(one)} et {len(other)} exemplaires, qui diffèrent")
        sides = (
            Side(loans.port, [path], concurrency=1, headers=headers),
            Side(bare.port, [bare_path], concurrency=1),
        )
        for side in sides:
            await side.open()

        async def ask(side: Side) -> float:
            return sum(await side.block(_PAGES)) / _PAGES

        found = await interleave(lambda: ask(sides[0]), lambda: ask(sides[1]), blocks=_BLOCKS)
        for side in sides:
            side.close()
    return found


def _told(planning: bytes) -> dict[str, list[dict[str, str]]]:
    """Return the blocks of each unit of a planning, as the bare side tells them."""
    names = ("id", "kind", "starts_on", "ends_on", "blocked_from", "blocked_until")
    return {
        unit["id"]: [{name: block[name] for name in names} for block in unit["blocks"]]
        for item in json.loads(planning)["items"]
        for one in item["formats"]
        for unit in one["units"]
    }
