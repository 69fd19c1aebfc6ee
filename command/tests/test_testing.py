"""The fixtures the services' tests stand on."""

import asyncpg
import pytest
from ombelle_command.testing import MakeDatabase


async def test_a_role_writes_in_its_schema_and_sees_no_other(make_database: MakeDatabase) -> None:
    url = make_database(migrated=False)
    other = url.replace("events:events@", "gateway:gateway@")
    events, gateway = await asyncpg.connect(url), await asyncpg.connect(other)
    try:
        await events.execute("create table said (word text)")
        await events.execute("insert into said values (extensions.unaccent('été'))")
        assert await events.fetchval("select word from events.said") == "ete"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await gateway.fetch("select * from events.said")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await gateway.execute("create table public.mine (word text)")
        await events.execute("create temporary table staged (word text)")
    finally:
        await events.close()
        await gateway.close()


async def test_two_databases_do_not_share_rows(make_database: MakeDatabase) -> None:
    one, two = make_database(migrated=False), make_database(migrated=False)
    first, second = await asyncpg.connect(one), await asyncpg.connect(two)
    try:
        await first.execute("create table said (word text)")
        assert await second.fetchval("select to_regclass('said')") is None
    finally:
        await first.close()
        await second.close()
