import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def test_it_sees_what_the_driver_sends(events_database_url, statements):
    connection = await asyncpg.connect(events_database_url)
    statements.clear()
    async with connection.transaction():
        await connection.fetchval("SELECT 1")
        await connection.fetch("SELECT $1::int", 2)
        await connection.execute("SET LOCAL jit = off")
        await connection.execute("SELECT $1::int", 3)
        await connection.executemany("SELECT $1::int", [(4,), (5,)])
    await connection.close()
    assert statements == [
        "SELECT 1", "SELECT $1::int", "SET LOCAL jit = off", "SELECT $1::int", "SELECT $1::int",
    ]  # fmt: skip


async def test_it_sees_what_sqlalchemy_sends(events_database_url, statements):
    engine = create_async_engine(events_database_url.replace("postgresql://", "postgresql+asyncpg://"))
    async with engine.connect() as connection:
        statements.clear()
        await connection.execute(text("SELECT :n"), {"n": "1"})
        await connection.execute(text("SELECT 2"))
    await engine.dispose()
    assert statements == ["SELECT $1", "SELECT 2"]


@pytest.mark.parametrize("count", [1, 3])
async def test_a_query_for_each_row_is_seen_growing(events_database_url, statements, count):
    connection = await asyncpg.connect(events_database_url)
    statements.clear()
    for row in await connection.fetch("SELECT generate_series(1, $1::int)", count):
        await connection.fetchval("SELECT $1::int", row[0])
    await connection.close()
    assert len(statements) == 1 + count
