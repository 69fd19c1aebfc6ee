"""What a feed of each kind must have and must not, in the database itself, in both directions of its migration."""

import asyncpg
import pytest
from alembic import command
from ombelle_chassis.database import create_engine
from ombelle_events.migrate import MIGRATIONS

ADD = "INSERT INTO feed (name, kind, url, agenda, key) VALUES ($1, $2, 'http://x.example', $3, $4)"


@pytest.mark.parametrize(
    ("kind", "agenda", "key", "constraint"),
    [
        ("openagenda-v2", "4711", "key", None),
        ("openagenda-v2", None, "key", "ck_feed_agenda_by_kind"),
        ("openagenda-v2", "4711", None, "ck_feed_key_by_kind"),
        ("opendatasoft", None, None, None),
        ("opendatasoft", None, "key", None),
        ("opendatasoft", "4711", None, "ck_feed_agenda_by_kind"),
        ("a-third-kind", None, None, "ck_feed_kind_known"),
    ],
)
async def test_an_agenda_goes_with_its_kind(connection, kind, agenda, key, constraint):
    await connection.execute("DELETE FROM feed")
    try:
        await connection.execute(ADD, "one", kind, agenda, key)
        refused = None
    except asyncpg.CheckViolationError as violation:
        refused = violation.constraint_name
    assert refused == constraint


async def test_older_code_is_left_without_feeds_that_it_cannot_run(fresh_database_url):
    connection = await asyncpg.connect(fresh_database_url)
    await connection.execute(ADD, "archive", "opendatasoft", None, None)
    await connection.execute(ADD, "national", "openagenda-v2", "4711", "key")
    await connection.execute("INSERT INTO event (slug, title) VALUES ('one', 'One')")
    await connection.close()
    engine = create_engine(fresh_database_url, application_name="tests")
    async with engine.begin() as up:
        await up.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "0002"))
    await engine.dispose()
    connection = await asyncpg.connect(fresh_database_url)
    assert await connection.fetch("SELECT name FROM feed") == [("national",)]
    assert await connection.fetchval("SELECT count(*) FROM event") == 1
    await connection.close()
    await MIGRATIONS.upgrade(fresh_database_url)
