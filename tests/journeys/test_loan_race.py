"""Sixty-four programs after one item of five modules, over HTTP: of each slot one wins, and nobody hears of a deadlock."""

import asyncio
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import date, timedelta
from typing import Any

import asyncpg
import httpx
import pytest
from lending import Lending
from people import API, Mailbox

pytestmark = pytest.mark.xdist_group("season")
CLIENTS, SLOTS, MODULES = 64, 2, 5


@pytest.fixture
async def lending(season_stack: Any) -> AsyncIterator[Lending]:
    async with AsyncExitStack() as held:
        mailbox = await held.enter_async_context(Mailbox(season_stack.data))
        made = Lending(season_stack, mailbox, held)
        await made.come()
        yield made


@pytest.fixture
async def loans(season_stack: Any) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(season_stack.database_url("loans"))
    yield connection
    await connection.close()


async def test_of_64_programs_after_five_modules_one_wins_each_slot(
    lending: Lending, loans: asyncpg.Connection
) -> None:
    item = await item_of(lending)
    slots = await slots_of(lending, item["id"])
    place = {"name": "CDI", "commune_insee": "80021"}
    asked = [
        {"organisation_id": lending.school, "place_of_use": place, "loans": [{"item_id": item["id"], **days}]}
        for days in slots
    ]
    deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    before = await loans.fetchval(deadlocks)
    headers = lending.program.presented()
    limits = httpx.Limits(max_connections=CLIENTS, max_keepalive_connections=CLIENTS)
    async with httpx.AsyncClient(
        base_url=lending.stack.url, headers=headers, limits=limits, timeout=60
    ) as programs:

        async def ask(client: int) -> list[tuple[int, httpx.Response]]:
            """Ask for each slot, every other client in the other order."""
            order = range(SLOTS) if client % 2 else reversed(range(SLOTS))
            return [(slot, await programs.post(f"{API}/loan-requests", json=asked[slot])) for slot in order]

        answers = [one for each in await asyncio.gather(*map(ask, range(CLIENTS))) for one in each]
    assert Counter((slot, answer.status_code) for slot, answer in answers) == Counter(
        {(slot, status): count for slot in range(SLOTS) for status, count in ((201, 1), (409, CLIENTS - 1))}
    )
    refused = [answer.json() for _, answer in answers if answer.status_code == 409]
    assert {one["code"] for one in refused} == {"taken"}
    assert all(one["next_free"] for one in refused)

    held = await loans.fetch(
        "SELECT lower(b.period) AS starts_on, count(DISTINCT b.unit_id) AS units, count(DISTINCT b.loan_id) AS loans "
        "FROM unit_block b JOIN unit u ON u.id = b.unit_id JOIN item_format f ON f.id = u.format_id "
        "WHERE f.item_id = $1 AND b.released_at IS NULL GROUP BY b.period ORDER BY b.period",
        uuid.UUID(item["id"]),
    )
    assert [tuple(one) for one in held] == [
        (date.fromisoformat(days["starts_on"]), MODULES, 1) for days in slots
    ]
    asked_for = await loans.fetchval(
        "SELECT count(*) FROM loan_request WHERE organisation_id = $1", uuid.UUID(lending.school)
    )
    assert (asked_for, await loans.fetchval(deadlocks)) == (SLOTS, before)


async def item_of(lending: Lending) -> dict[str, Any]:
    """Publish an item of the lender's, one copy in five modules."""
    modules = [f"Module {number}" for number in range(1, MODULES + 1)]
    body = {
        "owner": lending.museum, "title": "Les marées", "category": "light_exhibition",
        "formats": [{"format": "panels", "modules": modules}],
    }  # fmt: skip
    item: dict[str, Any] = await lending.lender.do("POST", "/items", body)
    await lending.lender.do("POST", f"/items/{item['id']}/publish")
    return item


async def slots_of(lending: Lending, item_id: str) -> list[dict[str, str]]:
    """Return single days on which the lender is open, as the API tells them."""
    found: list[dict[str, str]] = []
    day = date.fromisoformat((await lending.program.get(f"/catalogue/{item_id}/availability"))["today"])
    while len(found) < SLOTS:
        day += timedelta(days=1)
        path = f"/catalogue/{item_id}/availability/check?starts_on={day}&ends_on={day}"
        if (await lending.program.get(path))["is_free"]:
            found.append({"starts_on": str(day), "ends_on": str(day)})
    return found
