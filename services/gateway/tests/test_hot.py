"""Hot memory: what may be kept, for how long, and what makes it forget."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import pytest
from aiohttp import web
from ombelle_gateway.answer import Answer
from ombelle_gateway.hot import HotMemory, Key, ParisDay, Produced
from ombelle_gateway.listener import LEASE_SECONDS

# `running`, `start`, `upstream` and `until` are described in conftest.py.
AGENDA = "/api/v1/agenda"
PUBLIC = {"cache_control": "public, no-cache", "etag": '"v1"'}


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


# With a real database and a real service


@pytest.fixture(scope="module")
def database_url(make_database: Any) -> str:
    return str(make_database(role="gateway", migrated=False))


@pytest.fixture
async def other(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database_url)
    yield connection
    await connection.close()


@pytest.fixture
async def live(start: Any, upstream: Any, database_url: str, until: Callable[..., Any]) -> AsyncIterator[Any]:
    """A gateway that hears the database."""
    upstream.gives(b'{"items":[]}', **PUBLIC)
    async with start(upstream.url, database_url=database_url) as one:
        await until(lambda: one.gateway.hot.is_live)
        yield one


async def asked(running: Any, upstream: Any, path: str = AGENDA, **options: Any) -> int:
    """Ask once; return how many requests the service has seen."""
    async with running.get(path, **options) as got:
        await got.read()
    return len(upstream.seen)


async def test_a_repeated_page_is_asked_once(live: Any, upstream: Any) -> None:
    assert [await asked(live, upstream) for _ in range(3)] == [1, 1, 1]
    assert await asked(live, upstream, f"{AGENDA}?q=a") == 2
    async with live.ask("HEAD", live.url(AGENDA).raw_path) as got:
        assert (got.status, got.headers["content-length"]) == (200, "12")
    assert len(upstream.seen) == 2


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (200, {}),
        (200, {"cache_control": "no-cache"}),
        (200, {"cache_control": "private"}),
        (200, {"cache_control": "public, no-store"}),
        (200, {**PUBLIC, "set_cookie": "a=b"}),
        (200, {**PUBLIC, "vary": "Accept-Language"}),
        (404, PUBLIC),
        (301, {**PUBLIC, "location": "/"}),
    ],
)
async def test_only_what_says_so_itself_is_kept(
    live: Any, upstream: Any, status: int, headers: dict[str, str]
) -> None:
    upstream.gives(b"{}", status=status, **headers)
    assert [await asked(live, upstream) for _ in range(2)] == [1, 2]


async def test_a_route_for_the_signed_in_is_never_kept(live: Any, upstream: Any) -> None:
    assert [await asked(live, upstream, "/api/v1/events/7") for _ in range(2)] == [1, 2]


async def test_who_presents_a_token_is_not_served_from_memory(live: Any, upstream: Any) -> None:
    await asked(live, upstream)
    async with live.get(AGENDA, headers={"Authorization": "Bearer x"}) as got:
        assert got.status == 401


async def test_a_notification_forgets(
    live: Any, upstream: Any, other: asyncpg.Connection, until: Any
) -> None:
    await asked(live, upstream)
    generation = live.gateway.hot.generation
    async with other.transaction():
        await other.execute("NOTIFY ombelle_agenda")
        assert await asked(live, upstream) == 1  # not committed yet
    await until(lambda: live.gateway.hot.generation > generation)
    assert [await asked(live, upstream) for _ in range(2)] == [2, 2]


async def test_an_answer_older_than_a_change_is_not_kept(
    live: Any, upstream: Any, other: asyncpg.Connection, until: Any
) -> None:
    reading, released = asyncio.Event(), asyncio.Event()
    version = 1

    async def handler(_: web.Request) -> web.StreamResponse:
        body = str(version).encode()  # what the service has read …
        reading.set()
        await released.wait()  # … takes its time to arrive
        return web.Response(body=body, headers={"Cache-Control": "public"})

    upstream.handler = handler
    hot = live.gateway.hot

    async def read() -> bytes:
        async with live.get(AGENDA) as got:
            return bytes(await got.read())

    old = asyncio.create_task(read())
    await reading.wait()
    version, generation = 2, hot.generation
    await other.execute("NOTIFY ombelle_agenda")
    await until(lambda: hot.generation > generation)
    new = asyncio.create_task(read())
    await until(lambda: len(upstream.seen) == 2)
    released.set()
    assert [await old, await new] == [b"1", b"2"]
    assert await read() == b"2"
    assert len(upstream.seen) == 2


async def test_while_nobody_listens_nothing_is_served_from_memory(
    live: Any, upstream: Any, other: asyncpg.Connection, until: Any
) -> None:
    await asked(live, upstream)
    hot = live.gateway.hot
    generation = hot.generation
    await other.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ombelle gateway'"
    )
    await until(lambda: hot.generation > generation)
    assert hot.peek(Key(AGENDA.encode(), b"", gzip=False)) is None
    await until(lambda: hot.is_live)  # it came back by itself
    assert [await asked(live, upstream) for _ in range(2)] == [2, 2]


async def test_without_a_database_the_gateway_serves_all_the_same(running: Any, upstream: Any) -> None:
    upstream.gives(b"{}", **PUBLIC)
    assert [await asked(running, upstream) for _ in range(2)] == [1, 2]


async def test_a_beat_renews_for_a_second(live: Any, until: Any) -> None:
    before = live.gateway.hot._lease_until
    await until(lambda: live.gateway.hot._lease_until > before)
    assert LEASE_SECONDS == 1.0


# Validators and compression


async def test_validators_are_answered_from_memory(live: Any, upstream: Any) -> None:
    await asked(live, upstream)
    for tags, status in (('"v1"', 304), ('W/"v1"', 304), ('"v0", "v1"', 304), ("*", 304), ('"v0"', 200)):
        async with live.get(AGENDA, headers={"If-None-Match": tags}) as got:
            assert (got.status, got.headers["etag"]) == (status, '"v1"')
            assert "content-security-policy" in got.headers
            assert bool(await got.read()) is (status == 200)
    assert len(upstream.seen) == 1


async def test_a_first_request_with_a_validator_does_not_store_a_304(live: Any, upstream: Any) -> None:
    assert await asked(live, upstream, headers={"If-None-Match": '"v1"', "Range": "bytes=0-1"}) == 1
    assert not {"if-none-match", "range"} & {name.lower() for name in upstream.seen[0].headers}
    async with live.get(AGENDA) as got:
        assert (got.status, await got.read()) == (200, b'{"items":[]}')


async def test_compressed_and_plain_are_two_representations(live: Any, upstream: Any) -> None:
    await check_representations(live, upstream)
    assert len(upstream.seen) == 2  # one for each


async def test_so_they_are_without_memory(running: Any, upstream: Any) -> None:
    await check_representations(running, upstream)


async def check_representations(one: Any, upstream: Any) -> None:
    body = b'{"items":[' + b'"meadow",' * 300 + b'"x"]}'
    upstream.gives(body, **PUBLIC)
    async with one.get(AGENDA) as plain:
        assert await plain.read() == body
        assert "content-encoding" not in plain.headers
        assert (plain.headers["etag"], plain.headers["vary"]) == ('"v1"', "accept-encoding")
    for accepted in ("gzip", "br, gzip;q=0.5", "GZIP"):
        async with one.get(AGENDA, headers={"Accept-Encoding": accepted}) as small:
            assert small.headers["content-encoding"] == "gzip"
            assert (small.headers["etag"], small.headers["vary"]) == ('"v1-gz"', "accept-encoding")
            assert gzip.decompress(await small.read()) == body
    for refused in ("gzip;q=0", "br", "xgzip", "identity"):
        async with one.get(AGENDA, headers={"Accept-Encoding": refused}) as plain:
            assert await plain.read() == body
    for tag in ('"v1"', '"v1-gz"'):
        for accepted in ("gzip", "identity"):
            async with one.get(AGENDA, headers={"Accept-Encoding": accepted, "If-None-Match": tag}) as known:
                assert known.status == 304


async def test_what_a_service_compressed_is_left_as_it_is(live: Any, upstream: Any) -> None:
    body = gzip.compress(b"meadow" * 1000) + b" " * 2000
    upstream.gives(body, content_encoding="gzip", **PUBLIC)
    async with live.get(AGENDA, headers={"Accept-Encoding": "gzip"}) as got:
        assert (await got.read(), got.headers["etag"]) == (body, '"v1"')


async def test_small_answers_are_not_compressed(live: Any, upstream: Any) -> None:
    async with live.get(AGENDA, headers={"Accept-Encoding": "gzip"}) as got:
        assert "content-encoding" not in got.headers
        assert got.headers["etag"] == '"v1"'


async def test_a_long_answer_streams_and_is_not_kept(live: Any, upstream: Any) -> None:
    upstream.gives(b"x" * (5 * 1024 * 1024), **PUBLIC)
    async with live.get(AGENDA) as got:
        assert len(await got.read()) == 5 * 1024 * 1024
    assert live.gateway.hot.used == 0
