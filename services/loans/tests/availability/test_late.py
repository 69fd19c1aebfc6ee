"""What should be back and is not: it blocks its units, up to what comes next."""

from uuid import uuid4

import pytest
from loans_blocks import TODAY, blocks, days
from ombelle_loans.availability.errors import Taken


async def test_what_is_late_blocks_until_the_next_block(connection, stock, blocking):
    await stock.settings(buffer_after_days=2)
    item = await stock.item(copies=3)
    free, near, clean = item.units
    late, waiting, following = uuid4(), uuid4(), uuid4()
    await stock.block(free, "[2027-02-01,2027-02-12]", loan_id=late)
    await stock.block(near, "[2027-02-01,2027-02-12]", blocked="[2027-02-01,2027-02-16]", loan_id=waiting)
    await stock.block(near, "[2027-03-03,2027-03-12]", blocked="[2027-03-02,2027-03-12]", loan_id=following)
    await stock.block(clean, "[2027-02-15,2027-03-01]")
    found = await blocking("extend_late", TODAY)
    assert {(one.loan_id, one.unit_id, one.at_risk) for one in found} == {
        (late, free, None), (waiting, near, following),
    }  # fmt: skip
    assert await blocks(connection) == [
        (free, "loan", "[2027-02-01,2027-02-13)", "[2027-02-01,2027-03-04)"),
        (near, "loan", "[2027-02-01,2027-02-13)", "[2027-02-01,2027-03-02)"),
        (near, "loan", "[2027-03-03,2027-03-13)", "[2027-03-02,2027-03-13)"),
        (clean, "loan", "[2027-02-15,2027-03-02)", "[2027-02-15,2027-03-02)"),
    ]
    assert await blocking("extend_late", TODAY) == []


async def test_nothing_late_is_nothing_to_do(connection, blocking):
    assert await blocking("extend_late", TODAY) == []


async def test_a_late_unit_is_refused_before_anybody_extended_it(stock, blocking):
    item = await stock.item()
    await stock.block(item.units[0], "[2027-02-01,2027-02-12]")
    with pytest.raises(Taken) as refused:
        await blocking(
            "place", uuid4(), "loan", item.format_id, days("2027-03-01", "2027-03-05"), today=TODAY
        )
    assert refused.value.extensions["next_free"] == {"starts_on": "2027-03-02", "ends_on": "2027-03-08"}
