"""The constraint behind what blocks units: every shape of overlap, and who writes without a lock."""

import asyncio
from uuid import uuid4

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loans_blocks import TODAY, blocks, day, days, until_one_waits
from ombelle_loans.availability.days import Days
from ombelle_loans.availability.errors import Taken


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_the_constraint_and_the_computation_agree_on_every_shape(data, shapes):
    """Before, meets, overlaps, inside, contains, equal: what PostgreSQL refuses is what is answered, and nothing else."""
    connection, unit = shapes
    first, length, other, width = (data.draw(st.integers(0, 12)) for _ in range(4))
    one, two = Days(day(first), day(first + length)), Days(day(other), day(other + width))
    insert = (
        "INSERT INTO unit_block (unit_id, kind, period, blocked) "
        "VALUES ($1, 'maintenance', daterange($2, $3, '[]'), daterange($2, $3, '[]'))"
    )
    transaction = connection.transaction()
    await transaction.start()
    try:
        await connection.execute(insert, unit, one.first, one.last)
        if one.overlaps(two):
            with pytest.raises(asyncpg.ExclusionViolationError):
                await connection.execute(insert, unit, two.first, two.last)
        else:
            await connection.execute(insert, unit, two.first, two.last)
    finally:
        await transaction.rollback()


@pytest.fixture
async def shapes(connection, stock):
    """A connection, and a unit that nothing blocks."""
    return connection, (await stock.item()).units[0]


@pytest.mark.parametrize(
    ("period", "blocked", "rule"),
    [
        ("[2027-03-01,2027-03-05]", "[2027-03-02,2027-03-09]", "ck_unit_block_blocked_holds_period"),
        ("empty", "[2027-03-02,2027-03-09]", "ck_unit_block_days_bounded"),
        ("[2027-03-01,2027-03-05]", "[2027-03-01,)", "ck_unit_block_days_bounded"),
        ("[2027-03-01,2027-03-05]", "(,2027-03-09]", "ck_unit_block_days_bounded"),
    ],
)
async def test_blocks_that_make_no_sense_are_refused(stock, period, blocked, rule):
    item = await stock.item()
    with pytest.raises(asyncpg.CheckViolationError, match=rule):
        await stock.block(item.units[0], period, blocked=blocked)


@pytest.fixture
async def other(loans_database_url):
    """Somebody else's connection."""
    connection = await asyncpg.connect(loans_database_url)
    yield connection
    await connection.close()


@pytest.mark.parametrize("method", ["place", "move"])
async def test_who_writes_without_a_lock_meets_the_constraint(connection, other, stock, blocking, method):
    """What is moved unseen makes the second wait; its refusal reads as any, and leaves nothing."""
    item = await stock.item(modules=2)
    loan, asked = uuid4(), days("2027-03-08", "2027-03-12")
    await stock.block(item.units[1], "[2027-04-05,2027-04-09]")
    call = ("place", loan, "loan", item.format_id, asked)
    if method == "move":
        await blocking("place", loan, "loan", item.format_id, days("2027-05-03", "2027-05-07"), today=TODAY)
        call = ("move", loan, asked)
    unseen = other.transaction()
    await unseen.start()
    await other.execute(
        "UPDATE unit_block SET period = '[2027-03-12,2027-03-15]', blocked = '[2027-03-12,2027-03-15]' "
        "WHERE lower(period) = '2027-04-05'"
    )
    waiting = asyncio.ensure_future(blocking(*call, today=TODAY))
    await until_one_waits(connection)
    await unseen.commit()
    with pytest.raises(Taken) as refused:
        await waiting
    assert refused.value.extensions["next_free"] == {"starts_on": "2027-03-16", "ends_on": "2027-03-22"}
    assert [one for one in await blocks(connection) if "2027-03-08" in one[2]] == []
