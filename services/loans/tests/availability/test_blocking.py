"""Units blocked for loans: placed with their buffers, refused with a reason, moved, released."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from loans_blocks import TODAY, blocks, days
from ombelle_loans.availability.domain import RULES
from ombelle_loans.availability.errors import HoldLapsed, NotAvailable, Taken
from ombelle_loans.catalogue.errors import FormatUnknown


async def test_a_loan_blocks_its_days_and_its_buffers(connection, stock, blocking):
    await stock.settings(
        opening_days=[1, 2, 3, 4, 5], buffer_before_days=2, buffer_after_days=1,
        near_departments=["80"], far_buffer_before_days=3, far_buffer_after_days=2,
    )  # fmt: skip
    item = await stock.item(copies=2)
    loan, other = uuid4(), uuid4()
    placed = await blocking(
        "place", loan, "loan", item.format_id, days("2027-03-15", "2027-03-26"), today=TODAY, department="80"
    )
    assert ([unit.id for unit in placed.units], placed.blocked) == (
        item.units[:1],
        days("2027-03-11", "2027-03-30"),
    )
    far = await blocking(
        "place", other, "hold", item.format_id, days("2027-03-15", "2027-03-26"), today=TODAY, department="59",
        expires_at=datetime(2100, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    assert far.blocked == days("2027-03-10", "2027-03-31")  # Easter Monday is the 29th
    assert await blocks(connection) == [
        (item.units[0], "loan", "[2027-03-15,2027-03-27)", "[2027-03-11,2027-03-31)"),
        (item.units[1], "hold", "[2027-03-15,2027-03-27)", "[2027-03-10,2027-04-01)"),
    ]


async def test_what_is_taken_is_told_with_the_reason_and_the_next_free_days(stock, blocking):
    item = await stock.item(modules=2)
    await stock.block(item.units[1], "[2027-03-15,2027-03-20]", "maintenance")
    with pytest.raises(Taken) as refused:
        await blocking(
            "place", uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-16"), today=TODAY
        )
    assert refused.value.detail == (
        "En maintenance du lundi 15 mars 2027 au samedi 20 mars 2027. "
        "Prochaines dates libres : du lundi 22 mars 2027 au mardi 30 mars 2027."
    )
    assert refused.value.extensions == {
        "refusals": [
            {
                "code": "maintenance",
                "detail": "En maintenance du lundi 15 mars 2027 au samedi 20 mars 2027.",
                "unit_id": str(item.units[1]),
                "days": {"starts_on": "2027-03-15", "ends_on": "2027-03-20"},
            }
        ],
        "next_free": {"starts_on": "2027-03-22", "ends_on": "2027-03-30"},
    }


async def test_the_lender_may_set_its_own_rules_aside(stock, blocking):
    item = await stock.item(min_days=20)
    asked = (uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-12"))
    with pytest.raises(NotAvailable) as refused:
        await blocking("place", *asked, today=TODAY)
    assert (refused.value.code, refused.value.extensions["refusals"]) == (
        "not_available",
        [
            {
                "code": "too_short",
                "detail": "Cet outil se prête au moins 20 jours.",
                "unit_id": None,
                "days": None,
            }
        ],
    )
    assert (await blocking("place", *asked, today=TODAY, waived=RULES)).days == asked[3]


async def test_no_format_is_told_so(connection, blocking):
    with pytest.raises(FormatUnknown):
        await blocking("answer", uuid4(), days("2027-03-08", "2027-03-12"))


async def test_a_loan_moves_on_its_units_unless_something_is_in_the_way(connection, stock, blocking):
    await stock.settings(buffer_after_days=1)
    item = await stock.item(copies=2)
    loan = uuid4()
    await blocking("place", loan, "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY)
    moved = await blocking("move", loan, days("2027-03-10", "2027-03-18"), today=TODAY)
    assert (moved.days, moved.blocked) == (days("2027-03-10", "2027-03-18"), days("2027-03-10", "2027-03-19"))
    await stock.block(item.units[0], "[2027-03-22,2027-03-23]")
    with pytest.raises(Taken) as refused:
        await blocking("move", loan, days("2027-03-10", "2027-03-19"), today=TODAY)
    [why] = refused.value.extensions["refusals"]
    assert (why["code"], why["unit_id"]) == ("buffer", str(item.units[0]))
    shorter = await blocking("move", loan, days("2027-03-10", "2027-03-11"), today=TODAY, waived=RULES)
    assert shorter.blocked == days("2027-03-10", "2027-03-12")
    assert (await blocks(connection))[0][2:] == ("[2027-03-10,2027-03-12)", "[2027-03-10,2027-03-13)")


async def test_what_was_released_blocks_nothing_and_moves_no_more(connection, stock, blocking):
    item = await stock.item(modules=2)
    loan = uuid4()
    await blocking("place", loan, "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY)
    assert sorted(await blocking("release", loan)) == sorted(item.units)
    assert await blocking("release", loan) == []
    with pytest.raises(HoldLapsed):
        await blocking("move", loan, days("2027-03-10", "2027-03-12"), today=TODAY)
    await blocking("place", uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY)
    assert len(await blocks(connection)) == 2
    assert await connection.fetchval("SELECT count(*) FROM unit_block") == 4
