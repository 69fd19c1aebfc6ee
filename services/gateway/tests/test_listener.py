"""The listener comes back: at once to a database that was just there, less and less often to one that refuses."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest
from ombelle_gateway import listener
from ombelle_gateway.hot import HotMemory
from ombelle_gateway.listener import AgendaListener

SHORT = listener._SHORTEST_PAUSE


async def test_it_waits_longer_only_for_a_database_that_keeps_refusing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hears = iter([True, True, False, False, True, *[False] * 9])
    pauses: list[float] = []

    async def listen() -> None:
        left._heard = next(hears)
        raise ConnectionResetError

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 14:
            raise asyncio.CancelledError

    left = AgendaListener("postgresql://none", HotMemory(), sleep=sleep)
    monkeypatch.setattr(left, "_listen", listen)
    with pytest.raises(asyncio.CancelledError):
        await left.run()
    assert pauses[:6] == [SHORT, SHORT, 2 * SHORT, 4 * SHORT, SHORT, 2 * SHORT]
    assert pauses[-1] == listener._LONGEST_PAUSE


async def test_whatever_goes_wrong_is_told_with_its_place_and_begun_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = iter(range(3))

    async def listen() -> None:
        raise KeyError(f"try {next(tries)}")

    async def sleep(_: float) -> None:
        if "try 2" in caplog.text:
            raise asyncio.CancelledError

    one = AgendaListener("postgresql://none", HotMemory(), sleep=sleep)
    monkeypatch.setattr(one, "_listen", listen)
    with pytest.raises(asyncio.CancelledError):
        await one.run()
    assert [record.getMessage() for record in caplog.records] == ["listen_failed"] * 3
    assert "in listen" in caplog.text


async def test_it_comes_back_when_postgresql_takes_its_leave_long_before_it_hangs_up(
    make_database: Any, until: Callable[..., Awaitable[None]]
) -> None:
    url = make_database(role="gateway", migrated=False)
    hot = HotMemory()
    async with hanging_up_late(url) as (late_url, calls):
        listening = asyncio.create_task(AgendaListener(late_url, hot).run())
        await until(lambda: hot.is_live)
        other = await asyncpg.connect(url)
        await other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ombelle gateway'"
        )
        await until(lambda: len(calls) > 1 and hot.is_live)
        await other.close()
        listening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await listening


@asynccontextmanager
async def hanging_up_late(url: str) -> AsyncIterator[tuple[str, list[object]]]:
    """A way to a server that lets everything through but that the server hung up; gives its calls too."""
    place = urlsplit(url)
    calls: list[object] = []
    released = asyncio.Event()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)

    async def call(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        calls.append(reader)
        back, forth = await asyncio.open_connection(place.hostname, place.port)
        asked = asyncio.create_task(carry(reader, forth))
        with suppress(ConnectionError):
            await carry(back, writer)
        await released.wait()
        asked.cancel()
        forth.close()
        writer.close()

    server = await asyncio.start_server(call, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        yield place._replace(netloc=f"{place.username}:{place.password}@127.0.0.1:{port}").geturl(), calls
        released.set()
