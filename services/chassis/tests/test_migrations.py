"""A service's migrations: brought to their head, wholly or not at all, by one command at a time."""

import asyncio
from pathlib import Path

import asyncpg
import pytest
from alembic import command
from ombelle_chassis.database import create_engine, is_database_down
from ombelle_chassis.migrations import Migrations, migration_heads
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

ENVIRONMENT = """
from ombelle_chassis.database import new_metadata
from ombelle_chassis.migrations import run_environment

run_environment(new_metadata())
"""
VERSION = """
from alembic import op
from ombelle_chassis.migrations import Migrations
from pathlib import Path

revision = "{revision}"
down_revision = {down}


def upgrade():
    Migrations("jars", Path(__file__).parents[1]).run_sql("{revision}.sql")


def downgrade():
    op.execute("DROP TABLE jar_{revision}")
"""


def write(folder: Path, revision: str, down: str | None, script: str) -> None:
    for name in ("versions", "sql"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "env.py").write_text(ENVIRONMENT)
    (folder / "versions" / f"{revision}.py").write_text(VERSION.format(revision=revision, down=repr(down)))
    (folder / "sql" / f"{revision}.sql").write_text(script)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One migration, in a folder whose name Alembic would take for an interpolation."""
    folder = tmp_path / "100 %(jars)s"
    folder.mkdir()
    write(folder, "a", None, "CREATE TABLE jar_a (label text); INSERT INTO jar_a VALUES ('honey');")
    return folder


@pytest.fixture
def url(make_database) -> str:
    made: str = make_database(migrated=False)
    return made


async def seen(url: str, statement: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(statement)]
    finally:
        await connection.close()


async def are_done(migrations: Migrations, url: str) -> bool:
    engine = create_engine(url, application_name="tests")
    try:
        return await migrations.are_done(engine)
    finally:
        await engine.dispose()


async def test_a_schema_goes_up_to_the_head_and_down(folder: Path, url: str) -> None:
    migrations = Migrations("jars", folder)
    assert not await are_done(migrations, url)
    await migrations.upgrade(url)
    assert await are_done(migrations, url)
    write(folder, "b", "a", "CREATE TABLE jar_b (label text);")
    assert not await are_done(migrations, url)
    await migrations.upgrade(url)
    assert await are_done(migrations, url)
    assert await seen(url, "SELECT label FROM jar_a") == [("honey",)]
    engine = create_engine(url, application_name="tests")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(migrations.alembic_config(c), "base"))
    await engine.dispose()
    assert await seen(url, "SELECT to_regclass('jar_a'), to_regclass('jar_b')") == [(None, None)]


async def test_an_upgrade_that_fails_leaves_nothing(folder: Path, url: str) -> None:
    write(folder, "b", "a", "CREATE TABLE jar_b (label text); SELECT 1 / 0;")
    with pytest.raises((DBAPIError, asyncpg.DivisionByZeroError)):
        await Migrations("jars", folder).upgrade(url)
    assert await seen(url, "SELECT to_regclass('jar_a'), to_regclass('alembic_version')") == [(None, None)]


async def test_upgrades_at_once_take_turns_and_each_does_what_comes_after(folder: Path, url: str) -> None:
    def fill(connection: Connection) -> None:
        connection.execute(text("INSERT INTO jar_a VALUES ('jam')"))

    migrations = Migrations("jars", folder, fill)
    await asyncio.gather(*(migrations.upgrade(url) for _ in range(4)))
    assert await seen(url, "SELECT label, count(*) FROM jar_a GROUP BY label ORDER BY label") == [
        ("honey", 1),
        ("jam", 4),
    ]


def test_heads_are_read_without_running_anything(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('revision = "a"\ndown_revision = None\nraise SystemExit\n')
    (tmp_path / "b.py").write_text('revision: str = "b"\ndown_revision: str | None = "a"\n')
    assert migration_heads(tmp_path) == {"b"}
    (tmp_path / "c.py").write_text('revision = "c"\ndown_revision = "a"\n')
    assert migration_heads(tmp_path) == {"b", "c"}
    (tmp_path / "d.py").write_text('revision = "d"\ndown_revision = ("b", "c")\n')
    assert migration_heads(tmp_path) == {"d"}


async def test_a_database_that_is_away_is_known_as_such(folder: Path) -> None:
    with pytest.raises(OSError) as refused:  # noqa: PT011 - its kind is what the next line is about
        await are_done(Migrations("jars", folder), "postgresql://events:x@127.0.0.1:1/none")
    assert is_database_down(refused.value)
    assert not is_database_down(ValueError("a bug"))
