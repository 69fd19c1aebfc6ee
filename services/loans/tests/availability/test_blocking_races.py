"""Many who want the same units at one moment: as many get them as there are, and nobody stops another."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest
from loans_blocks import TODAY, blocks, day, days
from ombelle_loans.availability.blocking import Blocking
from ombelle_loans.availability.days import Days
from ombelle_loans.availability.errors import HoldLapsed, Taken
from ombelle_loans.transactions import in_transaction


@pytest.mark.parametrize(
    ("copies", "modules", "clients", "slots"),
    [(1, 0, 24, 8), (1, 3, 24, 6), (1, 5, 64, 4), (3, 0, 24, 4)],
)
async def test_of_many_who_want_a_slot_as_many_get_it_as_there_are_copies(
    connection, stock, sessions, copies, modules, clients, slots
):
    item = await stock.item(copies=copies, modules=modules, min_days=1)
    start = asyncio.Barrier(clients)

    async def client():
        outcomes = []
        for slot in range(slots):
            monday = day(7 * (slot + 26))  # weeks of autumn without a holiday
            asked = Days(monday, monday + timedelta(days=4))

            async def work(session, asked=asked):
                return await Blocking(session).place(uuid4(), "loan", item.format_id, asked, today=TODAY)

            await start.wait()  # all of them at once, at each slot
            try:
                await in_transaction(sessions, work)
                outcomes.append((slot, "won"))
            except Taken as refused:
                outcomes.append((slot, refused.code))
        return outcomes

    found = Counter(
        one for outcomes in await asyncio.gather(*(client() for _ in range(clients))) for one in outcomes
    )
    assert found == {
        (slot, what): count
        for slot in range(slots)
        for what, count in (("won", copies), ("taken", clients - copies))
    }
    assert len(await blocks(connection)) == slots * copies * max(modules, 1)


async def test_requests_for_several_items_in_any_order_do_not_stop_one_another(connection, stock, sessions):
    items = [await stock.item(modules=3) for _ in range(3)]
    formats = [item.format_id for item in items]
    start = asyncio.Barrier(24)

    async def client(number):
        order = formats[number % 3 :] + formats[: number % 3]

        async def work(session):
            blocking = Blocking(session)
            await blocking.lock(order)
            for one in order:
                await blocking.place(uuid4(), "loan", one, days("2027-03-08", "2027-03-12"), today=TODAY)

        await start.wait()
        try:
            await in_transaction(sessions, work)
        except Taken:
            return False
        return True

    assert sum(await asyncio.gather(*(client(number) for number in range(24)))) == 1
    assert len(await blocks(connection)) == 9


async def test_an_approval_and_a_request_at_the_moment_a_hold_expires(connection, stock, sessions):
    """One of them gets the days, never both: whoever comes second is told so."""
    for _ in range(6):
        item = await stock.item()
        held = uuid4()
        await stock.block(
            item.units[0], "[2027-03-08,2027-03-12]", "hold", loan_id=held,
            expires_at="clock_timestamp() + interval '3 milliseconds'",
        )  # fmt: skip
        start = asyncio.Barrier(8)

        async def approve(session, held=held):
            return await Blocking(session).lend(held)

        async def ask(session, item=item):
            return await Blocking(session).place(
                uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY
            )

        async def attempt(work, start=start):
            await start.wait()
            try:
                await in_transaction(sessions, work)
            except (HoldLapsed, Taken):
                return 0
            return 1

        await asyncio.gather(attempt(approve), *(attempt(ask) for _ in range(7)))
        assert len(await blocks(connection, unit_id=item.units[0])) == 1
