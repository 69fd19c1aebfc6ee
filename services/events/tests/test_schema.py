import asyncpg
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ombelle_chassis.database import create_engine
from ombelle_events.all_tables import metadata
from ombelle_events.migrate import MIGRATIONS
from programme_factory import Factory


async def test_tables_in_code_and_in_the_database_are_the_same(fresh_database_url):
    engine = create_engine(fresh_database_url, application_name="tests")

    def differences(connection):
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        return compare_metadata(context, metadata)

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


def _ours(name, kind, _parents):
    return not (kind == "table" and name.startswith("pgqueuer"))


async def test_migrations_go_down_to_nothing_and_up_again(fresh_database_url):
    engine = create_engine(fresh_database_url, application_name="tests")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "base"))
    async with engine.connect() as connection:
        from sqlalchemy import text

        left = await connection.scalars(
            text(
                "SELECT relname FROM pg_class WHERE relnamespace = 'events'::regnamespace AND relkind IN ('r', 'v') "
                "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'events'::regnamespace"
            )
        )
        assert set(left) == {"alembic_version"}
    await engine.dispose()
    await MIGRATIONS.upgrade(fresh_database_url)


async def test_migrating_twice_changes_nothing(fresh_database_url):
    await MIGRATIONS.upgrade(fresh_database_url)


async def test_going_back_before_the_feed_desk_shows_again_what_was_hidden(fresh_database_url):
    engine = create_engine(fresh_database_url, application_name="tests")
    connection = await asyncpg.connect(fresh_database_url)
    make = Factory(connection)
    kept, hidden = sorted([await make.event("Moulin"), await make.event("Le moulin")])
    await connection.execute(
        "INSERT INTO duplicate_candidate (first_id, second_id, similarity, state, kept_id, settled_at, settled_by) "
        "VALUES ($1, $2, 1, 'linked', $1, now(), 'alice')",
        kept,
        hidden,
    )
    await connection.execute("UPDATE event SET duplicate_of = $1 WHERE id = $2", kept, hidden)
    await make.refresh(kept, hidden)
    shown = "SELECT event_id FROM agenda_card ORDER BY event_id"
    assert await connection.fetch(shown) == [(kept,)]
    await connection.close()
    async with engine.begin() as down:
        await down.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "0003"))
    connection = await asyncpg.connect(fresh_database_url)
    assert await connection.fetch(shown) == [(kept,), (hidden,)]
    await connection.close()
    await engine.dispose()
    await MIGRATIONS.upgrade(fresh_database_url)
