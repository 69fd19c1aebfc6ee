"""Tables emptied between tests hold nothing, whatever they held and however much."""

import asyncpg
import pytest
from ombelle_command.emptying import empty

TABLES = """
CREATE TABLE village (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, said text);
CREATE TABLE stand (id serial PRIMARY KEY, village_id integer NOT NULL REFERENCES village (id));
CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'it stays'; END $$;
CREATE TRIGGER stand_stays BEFORE DELETE ON stand FOR EACH ROW EXECUTE FUNCTION stays();
"""


@pytest.mark.parametrize("count", [0, 1, 20_000])
async def test_nothing_is_left_of_a_table_nor_of_what_refers_to_it(
    fresh_database_url: str, count: int
) -> None:
    connection = await asyncpg.connect(fresh_database_url)
    try:
        await connection.execute(TABLES)
        for _ in range(2):
            await connection.execute(
                f"INSERT INTO village (said) SELECT repeat('x', 40) FROM generate_series(1, {count})"
            )
            await connection.execute("INSERT INTO stand (village_id) SELECT id FROM village")
            await empty(connection, "village")
            left = await connection.fetchrow(
                "SELECT (SELECT count(*) FROM village), (SELECT count(*) FROM stand)"
            )
            assert tuple(left) == (0, 0)
        first = await connection.fetchval("INSERT INTO village (said) VALUES ('a') RETURNING id")
        assert (
            await connection.fetchval("INSERT INTO stand (village_id) VALUES ($1) RETURNING id", first) == 1
        )
        assert first == 1
    finally:
        await connection.close()


async def test_a_table_that_is_not_there_is_told(fresh_database_url: str) -> None:
    connection = await asyncpg.connect(fresh_database_url)
    try:
        with pytest.raises(asyncpg.UndefinedTableError):
            await empty(connection, "nowhere")
    finally:
        await connection.close()
