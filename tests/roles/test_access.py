"""Every cell of the table, asked of a whole stack through its gateway."""

import asyncio
from typing import Any

import aiohttp

from roles.callers import calling
from roles.requests import beyond, prepared
from roles.table import CALLERS, CELLS, YES, Row, read_table
from roles.world import World, world_of

AT_ONCE = 8


def client_without_memory() -> aiohttp.ClientSession:
    """A client that keeps connections, and no cookie of one caller for the next."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())


async def answered(client: aiohttp.ClientSession, row: Row, caller: str, world: World) -> tuple[str, str]:
    """Ask one cell; return what it says, and what was answered in full."""
    path, headers, body = await prepared(row, world, caller)
    url = world.callers.stack.url + path
    async with client.request(row.method, url, json=body, headers=headers, allow_redirects=False) as answer:
        text, status = (await answer.read()).decode(errors="replace"), str(answer.status)
        is_beyond = status == "404" and f'"code":"{beyond(row)}"' in text.replace(" ", "")
        return (status if status in CELLS and not is_beyond else YES), f"{status} {text[:300]}"


async def test_every_caller_is_answered_as_the_table_says(stack: Any) -> None:
    rows, turn = read_table(), asyncio.Semaphore(AT_ONCE)
    wrong: list[str] = []
    async with (
        calling(stack) as callers,
        world_of(callers) as world,
        client_without_memory() as client,
    ):

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
