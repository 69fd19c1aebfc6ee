"""Units on hold: for a time, prolonged, approved, or free for others when it is over."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from loans_blocks import TODAY, blocks, days
from ombelle_loans.availability.domain import Choice
from ombelle_loans.availability.errors import HoldLapsed


async def test_a_hold_that_expired_makes_room_and_is_told(connection, stock, blocking):
    item = await stock.item(modules=2)
    late, loan = uuid4(), uuid4()
    for unit in item.units:
        await stock.block(unit, "[2027-03-08,2027-03-12]", "hold", loan_id=late, expires_at="now()")
    asked = days("2027-03-10", "2027-03-16")
    assert (await blocking("answer", item.format_id, asked, today=TODAY)).is_free
    placed = await blocking(
        "place", loan, "loan", item.format_id, asked, Choice(modules=frozenset({1})), today=TODAY
    )
    assert placed.lapsed == (late,)
    assert await blocks(connection) == [
        (item.units[0], "loan", "[2027-03-10,2027-03-17)", "[2027-03-10,2027-03-17)")
    ]


async def test_a_hold_is_approved_or_prolonged_while_it_lasts(connection, stock, blocking):
    item = await stock.item()
    held, lapsed = uuid4(), uuid4()
    await stock.block(
        item.units[0], "[2027-03-08,2027-03-12]", "hold", loan_id=held, expires_at="now() + interval '1 hour'"
    )
    await stock.block(item.units[0], "[2027-04-05,2027-04-09]", "hold", loan_id=lapsed, expires_at="now()")
    until = datetime(2100, 1, 1, tzinfo=UTC)
    assert await blocking("hold_until", held, until) == item.units
    assert await connection.fetchval("SELECT expires_at FROM unit_block WHERE loan_id = $1", held) == until
    assert await blocking("lend", held) == item.units
    assert (await blocks(connection, kind="loan"))[0][2] == "[2027-03-08,2027-03-13)"
    for refused in (("hold_until", lapsed, until), ("lend", lapsed), ("lend", uuid4())):
        with pytest.raises(HoldLapsed):
            await blocking(*refused)
