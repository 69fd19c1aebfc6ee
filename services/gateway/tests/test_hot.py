"""Hot memory alone: what may be kept, for how long, and what makes it forget."""

import asyncio
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ombelle_gateway.answer import Answer
from ombelle_gateway.hot import HotMemory, Key, ParisDay, Produced

# `until` is described in conftest.py.


def key(path: bytes = b"/a", query: bytes = b"", *, gzip: bool = False) -> Key:
    return Key(path, query, gzip)


def answer(body: bytes = b"x") -> Answer:
    return Answer(200, [(b"content-type", b"text/plain")], body)


class Source:
    """Produces answers, counts them, and may be held back."""

    def __init__(self, *, storable: bool = True, size: int = 1) -> None:
        self.asked = 0
        self.storable = storable
        self.size = size
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self) -> Produced:
        self.asked += 1
        number = self.asked
        await self.gate.wait()
        return Produced(answer(str(number).encode() * self.size), self.storable)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hot(clock: Clock) -> HotMemory:
    memory = HotMemory(monotonic=clock, today=lambda: 1)
    memory.renew(clock.now + 1)
    return memory


async def test_a_second_request_is_served_from_memory(hot: HotMemory) -> None:
    source = Source()
    assert [(await hot.get(key(), source)).body for _ in range(3)] == [b"1", b"1", b"1"]


@pytest.mark.parametrize("other", [key(b"/b"), key(query=b"q=1"), key(gzip=True)])
async def test_another_path_query_or_coding_is_another_answer(hot: HotMemory, other: Key) -> None:
    source = Source()
    await hot.get(key(), source)
    assert (await hot.get(other, source)).body == b"2"


async def test_another_day_is_another_answer(clock: Clock) -> None:
    day = [1]
    hot = HotMemory(monotonic=clock, today=lambda: day[0])
    hot.renew(clock.now + 1)
    source = Source()
    await hot.get(key(), source)
    day[0] = 2
    assert hot.peek(key()) is None
    assert (await hot.get(key(), source)).body == b"2"


async def test_what_is_not_storable_is_not_kept(hot: HotMemory) -> None:
    source = Source(storable=False)
    assert [(await hot.get(key(), source)).body for _ in range(2)] == [b"1", b"2"]
    assert hot.used == 0


async def test_an_invalidation_forgets(hot: HotMemory) -> None:
    source = Source()
    await hot.get(key(), source)
    hot.invalidate()
    assert hot.used == 0
    assert (await hot.get(key(), source)).body == b"2"


async def test_an_answer_that_began_before_an_invalidation_is_not_kept(hot: HotMemory, until: Any) -> None:
    source = Source()
    source.gate.clear()
    first = asyncio.create_task(hot.get(key(), source))
    await until(lambda: source.asked == 1)
    hot.invalidate()
    second = asyncio.create_task(hot.get(key(), source))
    await until(lambda: source.asked == 2)  # it does not join the older flight
    source.gate.set()
    assert [(await first).body, (await second).body] == [b"1", b"2"]
    assert (await hot.get(key(), source)).body == b"2"


async def test_identical_requests_at_once_share_one_flight(hot: HotMemory, until: Any) -> None:
    source = Source()
    source.gate.clear()
    tasks = [asyncio.create_task(hot.get(key(), source)) for _ in range(20)]
    await until(lambda: source.asked == 1)
    source.gate.set()
    assert {(await task).body for task in tasks} == {b"1"}


async def test_what_is_not_storable_is_not_shared(hot: HotMemory, until: Any) -> None:
    source = Source(storable=False)
    source.gate.clear()
    tasks = [asyncio.create_task(hot.get(key(), source)) for _ in range(3)]
    await until(lambda: source.asked == 1)
    source.gate.set()
    assert sorted([(await task).body for task in tasks]) == [b"1", b"2", b"3"]


async def test_a_caller_who_leaves_does_not_take_the_others_answer_along(hot: HotMemory, until: Any) -> None:
    source = Source()
    source.gate.clear()
    leaver, stayer = (asyncio.create_task(hot.get(key(), source)) for _ in range(2))
    await until(lambda: source.asked == 1)
    leaver.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaver
    source.gate.set()
    assert (await stayer).body == b"2"  # it asks for itself


async def test_a_failure_is_everybodys_and_kept_by_nobody(hot: HotMemory) -> None:
    async def fail() -> Produced:
        await asyncio.sleep(0)
        raise ConnectionError

    tasks = [asyncio.create_task(hot.get(key(), fail)) for _ in range(2)]
    for task in tasks:
        with pytest.raises(ConnectionError):
            await task
    assert (await hot.get(key(), Source())).body == b"1"


async def test_without_a_lease_nothing_is_served_or_kept(hot: HotMemory, clock: Clock) -> None:
    source = Source()
    await hot.get(key(), source)
    clock.now += 1
    assert hot.peek(key()) is None
    assert (await hot.get(key(), source)).body == b"2"
    hot.renew(clock.now + 1)
    assert (await hot.get(key(), source)).body == b"1"  # nothing was invalidated meanwhile, or we would know
    hot.cut()
    hot.renew(clock.now + 1)
    assert hot.peek(key()) is None


async def test_a_lease_lost_during_a_request_keeps_nothing(hot: HotMemory, clock: Clock) -> None:
    async def slow() -> Produced:
        clock.now += 2
        return Produced(answer(), storable=True)

    await hot.get(key(), slow)
    hot.renew(clock.now + 1)
    assert hot.peek(key()) is None


async def test_the_least_recently_used_goes_first(clock: Clock) -> None:
    one = answer(b"x" * 1000).size + 2
    hot = HotMemory(capacity=10 * one, monotonic=clock, today=lambda: 1)
    hot.renew(clock.now + 1)
    for number in range(10):
        await hot.get(key(b"/%d" % number), Source(size=1000))
    assert hot.used == 10 * one
    assert hot.peek(key(b"/0")) is not None
    await hot.get(key(b"/x"), Source(size=1000))
    assert hot.used == 10 * one
    assert hot.peek(key(b"/1")) is None
    assert hot.peek(key(b"/0")) is not None


async def test_what_is_too_large_is_not_kept(clock: Clock) -> None:
    hot = HotMemory(capacity=3000, monotonic=clock, today=lambda: 1)
    hot.renew(clock.now + 1)
    await hot.get(key(), Source(size=5000))
    assert hot.used == 0


@pytest.mark.parametrize("day", ["2027-03-28", "2027-10-31", "2027-06-01"])
def test_the_day_changes_at_midnight_in_paris(day: str) -> None:
    midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Europe/Paris"))
    next_midnight = (
        midnight.replace(day=midnight.day + 1) if midnight.day < 30 else midnight.replace(month=11, day=1)
    )
    now = [midnight.timestamp()]
    today = ParisDay(lambda: now[0])
    assert today() == midnight.toordinal()
    now[0] = next_midnight.timestamp() - 1
    assert today() == midnight.toordinal()
    now[0] += 1
    assert today() == midnight.toordinal() + 1
    now[0] = midnight.timestamp() - 1  # a clock set back
    assert today() == midnight.toordinal() - 1
