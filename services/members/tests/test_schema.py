import re
from datetime import date

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ombelle_chassis.database import create_engine
from ombelle_members.all_tables import metadata
from ombelle_members.migrate import MIGRATIONS
from sqlalchemy import text


@pytest.fixture
def fresh_members_url(make_database) -> str:
    """The URL, as role `members`, of a migrated database that no other test sees."""
    return make_database(role="members")


# What SQLAlchemy has no words for (temporal keys, PERIOD) is defined once, in SQL; test_constraints reads it back.
_IN_SQL = {
    name
    for script in (MIGRATIONS.folder / "sql").glob("*.sql")
    for name in re.findall(r"CREATE TABLE (\w+)", script.read_text(encoding="utf-8"))
}


def _ours(name, kind, _parents):
    return not (kind == "table" and (name.startswith("pgqueuer") or name in _IN_SQL))


async def test_tables_in_code_and_in_the_database_are_the_same(members_database_url):
    engine = create_engine(members_database_url, application_name="tests")

    def differences(connection):
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        return compare_metadata(context, metadata)

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_migrations_go_down_to_nothing_and_up_again(fresh_members_url):
    engine = create_engine(fresh_members_url, application_name="tests")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "base"))
    async with engine.connect() as connection:
        left = await connection.scalars(
            text(
                "SELECT relname FROM pg_class WHERE relnamespace = 'members'::regnamespace "
                "AND relkind IN ('r', 'v', 'S') "
                "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'members'::regnamespace "
                "UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'members'::regnamespace AND typtype = 'e'"
            )
        )
        assert set(left) == {"alembic_version"}
    await engine.dispose()
    await MIGRATIONS.upgrade(fresh_members_url)


async def test_migrating_twice_changes_nothing(fresh_members_url):
    await MIGRATIONS.upgrade(fresh_members_url)


_BEFORE_LOANS = """
WITH p AS (
  INSERT INTO person (account_id, name) VALUES ('01890000-0000-7000-8000-000000000001', 'Alice') RETURNING id
), o AS (
  INSERT INTO organisation (id, name, kind, unadministered_since)
  VALUES ('01890000-0000-7000-8000-000000000002', 'La Marmite', 'other', now()) RETURNING id
)
INSERT INTO membership (organisation_id, person_id, role) SELECT o.id, p.id, 'editor' FROM o, p
"""


async def test_loans_hears_of_what_there_was_before_it(fresh_members_url):
    engine = create_engine(fresh_members_url, application_name="tests")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "0002"))
        await connection.execute(text(_BEFORE_LOANS))
    await MIGRATIONS.upgrade(fresh_members_url)
    async with engine.connect() as connection:
        told = await connection.execute(
            text(
                "SELECT m.type, m.key, m.payload, d.subscriber FROM outbox_message m "
                "JOIN outbox_delivery d ON d.message_id = m.id ORDER BY m.seq"
            )
        )
        account, organisation = (f"01890000-0000-7000-8000-00000000000{n}" for n in (1, 2))
        assert [tuple(row) for row in told] == [
            (
                "organisation.changed",
                organisation,
                {
                    "organisation_id": organisation,
                    "name": "La Marmite",
                    "kind": "other",
                    "commune_insee": None,
                    "commune_name": None,
                    "department": None,
                    "is_public": False,
                    "merged_into": None,
                },
                "loans",
            ),
            (
                "membership.changed",
                account,
                {"account_id": account, "organisation_id": organisation, "role": "editor"},
                "loans",
            ),
        ]
    await engine.dispose()


_A_FEE = """
WITH o AS (INSERT INTO organisation (name, kind, unadministered_since) VALUES ('Musée', 'library', now()) RETURNING id),
m AS (INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, 'small' FROM o RETURNING id),
f AS (
  INSERT INTO fee (member_id, year, period, category, college, amount_cents, amount_reason, called_on, due_on)
  SELECT id, 2024, '[2024-01-01,2025-01-01)', 'small', 'A', 5000, 'Reprise', '2024-01-02', '2024-03-02' FROM m RETURNING id
)
SELECT id FROM f
"""
_PAY = """
INSERT INTO payment (fee_id, method, reference, received_on, amount_cents) VALUES (:fee, 'transfer', :said, :on, 100)
"""


async def test_payments_kept_under_one_reference_in_two_writings_are_both_still_there(fresh_members_url):
    engine = create_engine(fresh_members_url, application_name="tests")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "0014"))
    async with engine.begin() as connection:
        fee = await connection.scalar(text(_A_FEE))
        for said in ("VIR-1", "vir-1", "VIR-2"):
            await connection.execute(text(_PAY), {"fee": fee, "said": said, "on": date(2024, 2, 1)})
    await MIGRATIONS.upgrade(fresh_members_url)
    async with engine.connect() as connection:
        first, second, third = await connection.scalars(text("SELECT reference FROM payment ORDER BY id"))
    await engine.dispose()
    assert (first, third) == ("VIR-1", "VIR-2")
    assert re.fullmatch(r"vir-1 \([0-9a-f]{12}\)", second)
