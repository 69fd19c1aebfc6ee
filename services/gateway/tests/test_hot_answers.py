"""Hot memory in a gateway, with a real database and a real service."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from typing import Any

import asyncpg
import pytest
from aiohttp import web
from ombelle_gateway.hot import Key
from ombelle_gateway.listener import LEASE_SECONDS

# `running`, `start`, `upstream` and `until` are described in conftest.py.
AGENDA = "/api/v1/agenda"
PUBLIC = {"cache_control": "public, no-cache", "etag": '"v1"'}


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
