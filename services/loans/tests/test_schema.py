import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ombelle_chassis.database import create_engine
from ombelle_loans.all_tables import metadata
from ombelle_loans.migrate import MIGRATIONS
from sqlalchemy import CheckConstraint, text

EXCLUSIONS: set[tuple[str, str]] = {
    ("tariff", "ex_tariff_one_a_day"),
    ("unit", "ex_unit_whole_or_in_modules"),
    ("unit_block", "ex_unit_block_one_at_a_time"),
}
"""Tables and the exclusion constraints that they must have: alembic compares none."""


@pytest.fixture
def fresh_loans_url(make_database) -> str:
    """The URL, as role `loans`, of a migrated database that no other test sees."""
    return make_database(role="loans")


def _ours(name, kind, _parents):
    return not (kind == "table" and name.startswith("pgqueuer"))


async def test_tables_in_code_and_in_the_database_are_the_same(loans_database_url):
    engine = create_engine(loans_database_url, application_name="tests")

    def differences(connection):
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        return compare_metadata(context, metadata)

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_migrations_go_down_to_nothing_and_up_again(fresh_loans_url):
    engine = create_engine(fresh_loans_url, application_name="tests")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "base"))
    async with engine.connect() as connection:
        left = await connection.scalars(
            text(
                "SELECT relname FROM pg_class WHERE relnamespace = 'loans'::regnamespace "
                "AND relkind IN ('r', 'v', 'S') "
                "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'loans'::regnamespace "
                "UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'loans'::regnamespace AND typtype = 'e'"
            )
        )
        assert set(left) == {"alembic_version"}
    await engine.dispose()
    await MIGRATIONS.upgrade(fresh_loans_url)


async def test_migrating_twice_changes_nothing(fresh_loans_url):
    await MIGRATIONS.upgrade(fresh_loans_url)


async def test_every_rule_of_the_tables_has_the_name_that_the_code_knows(connection):
    """Constraints that SQLAlchemy has no words for, or does not compare: checks and exclusions, by their tables."""
    rows = await connection.fetch(
        "SELECT conrelid::regclass::text AS place, conname FROM pg_constraint "
        "WHERE connamespace = 'loans'::regnamespace AND contype IN ('c', 'x')"
    )
    found = {(row["place"], row["conname"]) for row in rows}
    known = {
        (table.name, constraint.name)
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    } | EXCLUSIONS
    assert {one for one in found if not one[0].startswith("pgqueuer")} == known
