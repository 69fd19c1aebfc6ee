"""Two writers in one family at once: whoever comes second sees what the first wrote."""

import asyncio
import json
from typing import Any

import asyncpg
import pytest


async def is_waiting(watcher: Any, waiting: Any) -> None:
    pid = waiting.get_server_pid()
    async with asyncio.timeout(20):
        while not await watcher.fetchval("SELECT cardinality(pg_blocking_pids($1)) > 0", pid):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.fixture
async def family(make):
    umbrella = await make.event("Village", slug="village", structure="umbrella")
    child = await make.event("Stand", slug="stand", parent_id=umbrella)
    return umbrella, child


@pytest.mark.parametrize("first", ["umbrella", "child"])
async def test_cards_of_a_family_show_both_writers_work(family, make, connection, territory_url, first):
    umbrella, child = family
    writes = [(umbrella, "Grand village"), (child, "Beau stand")]
    if first == "child":
        writes.reverse()
    one, other = await asyncpg.connect(territory_url), await asyncpg.connect(territory_url)
    try:
        held = one.transaction()
        await held.start()
        for writer, (event, title) in zip((one, other), writes, strict=True):
            await writer.execute("UPDATE event SET title = $2 WHERE id = $1", event, title)
            if writer is one:
                await writer.execute("SELECT refresh_cards($1)", [event])
            else:
                # its own transaction is the statement's
                second = asyncio.create_task(writer.fetchval("SELECT refresh_cards($1)", [event]))
        await is_waiting(connection, other)
        await held.commit()
        await second
    finally:
        await one.close()
        await other.close()
    assert await make.refresh(umbrella, child) == 0
    card = await connection.fetchval("SELECT card || '}' FROM agenda_card WHERE slug = 'stand'")
    assert json.loads(card)["title"] == "Beau stand"
    assert json.loads(card)["parent"]["title"] == "Grand village"


async def test_a_child_that_joins_meanwhile_shows_its_parent_as_it_became(
    family, make, connection, territory_url
):
    umbrella, _ = family
    newcomer = await make.event("Nouveau", slug="nouveau")
    one, other = await asyncpg.connect(territory_url), await asyncpg.connect(territory_url)
    try:
        held = one.transaction()
        await held.start()
        await one.execute("UPDATE event SET parent_id = $2 WHERE id = $1", newcomer, umbrella)
        await one.execute("SELECT refresh_cards($1)", [newcomer])
        await other.execute("UPDATE event SET title = 'Grand village' WHERE id = $1", umbrella)
        second = asyncio.create_task(other.fetchval("SELECT refresh_cards($1)", [umbrella]))
        await is_waiting(connection, other)
        await held.commit()
        await second
    finally:
        await one.close()
        await other.close()
    assert await make.refresh(umbrella, newcomer) == 0
