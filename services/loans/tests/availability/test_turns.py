"""Turns: many who ask for one item are told by one look that began after they asked, and write one after the other."""

import asyncio
from datetime import timedelta

import pytest
from ombelle_chassis.database import create_engine
from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.turns import Turns

FIRST = today_in_paris() + timedelta(days=60)
ASKED = Days(FIRST, FIRST + timedelta(days=30))


class Engine:
    """Counts its connections; the first ones fail where that is told."""

    def __init__(self, engine, failing=0):
        self._engine, self._failing, self.opened = engine, failing, 0

    def connect(self):
        self.opened += 1
        if self.opened <= self._failing:
            raise ConnectionError("PostgreSQL is away")
        return self._engine.connect()


@pytest.fixture(scope="module")
async def engine(loans_database_url):
    engine = create_engine(loans_database_url, application_name="tests")
    yield engine
    await engine.dispose()


def wanted(item):
    """The item, the days, and whether one of its units is taken then: not what the lender's rules say of them."""
    return frozenset({item.id}), {ASKED}, lambda sight: sight.answer(item.format_id, ASKED).is_taken


async def test_those_who_ask_together_share_a_look_and_who_asks_later_has_another(engine, stock):
    counting, item = Engine(engine), await stock.item()
    turns = Turns(counting)
    assert await asyncio.gather(*(turns.look(*wanted(item)) for _ in range(10))) == [False] * 10
    assert counting.opened == 1
    await stock.block(item.units[0], f"[{ASKED.first},{ASKED.last}]")
    assert (await turns.look(*wanted(item)), counting.opened) == (True, 2)


async def test_a_look_that_failed_is_nobody_else_s(engine, stock):
    item = await stock.item()
    turns = Turns(Engine(engine, failing=1))
    with pytest.raises(ConnectionError):
        await turns.look(*wanted(item))
    assert await turns.look(*wanted(item)) is False


async def test_who_waits_for_a_turn_is_told_what_was_written_in_the_one_before(engine, stock):
    item, other = await stock.item(), await stock.item()
    turns, told = Turns(engine), []

    async def ask():
        async with turns.turn(*wanted(item)) as is_taken:
            told.append(is_taken)

    async with turns.turn(*wanted(item)) as is_taken:
        waiting = [asyncio.create_task(ask()) for _ in range(3)]
        await turns.look(*wanted(item))
        async with turns.turn(*wanted(other)) as is_other_taken:
            assert (is_taken, is_other_taken, told) == (False, False, [])
        await stock.block(item.units[0], f"[{ASKED.first},{ASKED.last}]")
    await asyncio.gather(*waiting)
    assert told == [True, True, True]


async def test_a_turn_that_ends_badly_is_over(engine, stock):
    item = await stock.item()
    turns = Turns(engine)
    with pytest.raises(RuntimeError, match="no"):
        async with turns.turn(*wanted(item)):
            raise RuntimeError("no")
    async with turns.turn(*wanted(item)) as is_taken:
        assert is_taken is False
