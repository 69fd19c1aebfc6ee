"""A use case that a deadlock stopped is begun again, whole; what an exclusion constraint refused is known by its name."""

import asyncio

import pytest
from ombelle_chassis.errors import Unavailable
from ombelle_loans.transactions import in_transaction, overlapping
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError


@pytest.fixture
async def table(connection):
    """A table of blocked days, with two rows that transactions change in either order."""
    await connection.execute(
        "CREATE TABLE blocked (unit integer, days daterange, times integer DEFAULT 0, "
        "CONSTRAINT ex_blocked EXCLUDE USING gist (unit WITH =, days WITH &&))"
    )
    await connection.execute(
        "INSERT INTO blocked VALUES (1, '[2027-01-01,2027-01-05)'), (2, '[2027-01-01,2027-01-05)')"
    )
    yield connection
    await connection.execute("DROP TABLE blocked")


async def test_two_that_wait_for_one_another_are_both_done_once(app, table):
    first_rows, tries = asyncio.Barrier(2), []

    async def change(one, other):
        is_first_try = True

        async def work(session):
            nonlocal is_first_try
            tries.append(one)
            step = text("UPDATE blocked SET times = times + 1 WHERE unit = :unit")
            await session.execute(step, {"unit": one})
            if is_first_try:
                is_first_try = False
                await first_rows.wait()  # each holds its row before it asks for the other's
            await session.execute(step, {"unit": other})
            return one

        return await in_transaction(app.state.context.sessions, work)

    assert await asyncio.gather(change(1, 2), change(2, 1)) == [1, 2]
    assert len(tries) == 3
    assert [row["times"] for row in await table.fetch("SELECT times FROM blocked")] == [2, 2]


async def test_what_is_stopped_each_time_is_told_so_after_four_tries(app):
    tries = []

    async def work(session):
        tries.append(1)
        await session.execute(text("DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40001'; END $$"))

    with pytest.raises(Unavailable):
        await in_transaction(app.state.context.sessions, work)
    assert len(tries) == 4


async def test_another_fault_is_not_tried_again(app):
    tries = []

    async def work(session):
        tries.append(1)
        await session.execute(text("SELECT 1 / 0"))

    with pytest.raises(DBAPIError, match="division by zero"):
        await in_transaction(app.state.context.sessions, work)
    assert len(tries) == 1


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("INSERT INTO blocked VALUES (1, '[2027-01-04,2027-01-06)')", "ex_blocked"),
        ("INSERT INTO organisation_copy (organisation_id) VALUES (NULL)", None),
    ],
)
async def test_an_overlap_is_known_by_the_constraint_that_refused_it(app, table, statement, name):
    with pytest.raises(IntegrityError) as refused:
        async with app.state.context.sessions() as session, session.begin():
            await session.execute(text(statement))
    assert overlapping(refused.value) == name
