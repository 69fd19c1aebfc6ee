"""Every cell of the table, asked of a whole stack through its gateway."""

import asyncio
from typing import Any

import aiohttp

from roles.callers import calling
from roles.requests import prepared
from roles.table import CALLERS, YES, Row, read_table
from roles.world import World, world_of

AT_ONCE = 8


async def answered(client: aiohttp.ClientSession, row: Row, caller: str, world: World) -> tuple[str, str]:
    """Ask one cell; return what it says, and what was answered in full."""
    path, headers, body = await prepared(row, world, caller)
    url = world.callers.stack.url + path
    async with client.request(row.method, url, json=body, headers=headers) as answer:
        text = await answer.text()
        status = str(answer.status)
        return (status if status in ("401", "403", "404") else YES), f"{answer.status} {text[:300]}"


async def test_every_caller_is_answered_as_the_table_says(stack: Any) -> None:
    rows, turn = read_table(), asyncio.Semaphore(AT_ONCE)
    wrong: list[str] = []
    async with calling(stack) as callers, world_of(callers) as world, aiohttp.ClientSession() as client:

        async def check(row: Row, caller: str) -> None:
            async with turn:
                cell, told = await answered(client, row, caller, world)
            if cell != row.cells[caller]:
                wrong.append(f"{row.operation} as {caller}: {row.cells[caller]} wanted, got {told}")

        refused = [(row, caller) for row in rows for caller in CALLERS if row.cells[caller] != YES]
        let_in = [(row, caller) for row in rows for caller in CALLERS if row.cells[caller] == YES]
        for cells in (refused, let_in):  # nothing is used up before everybody who may not has tried
            await asyncio.gather(*(check(row, caller) for row, caller in cells))
    assert wrong == [], "\n".join(sorted(wrong))
