import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from ombelle_gateway.upstream import Broken, TooLong, Upstream, Whole

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def asked(answer: Answer, times: int, *, seconds: float = 5) -> list[Whole]:
    """Serve by `answer`, one call for each connection, and ask that many times."""

    served = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.add(asyncio.current_task())
        try:
            with suppress(asyncio.IncompleteReadError):  # who asked has gone
                await answer(reader, writer)
        finally:
            writer.close()
            await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    upstream = Upstream("127.0.0.1", server.sockets[0].getsockname()[1])
    try:
        return [await upstream.get("/x?a=1", "abcdefgh", seconds=seconds, most=10) for _ in range(times)]
    finally:
        upstream.close()
        server.close()
        await asyncio.gather(*served)


async def test_a_connection_is_kept_and_one_that_the_service_closed_is_made_again() -> None:
    connections = 0

    async def twice_then_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        for _ in range(2):
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"GET /x?a=1 HTTP/1.1\r\n")
            assert b"x-request-id: abcdefgh\r\n" in head
            writer.write(OK)
        await writer.drain()

    assert await asked(twice_then_close, 5) == [Whole(200, [(b"content-length", b"2")], b"ok")] * 5
    assert connections == 3


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"", Broken),
        (OK[:-1], Broken),
        (b"not HTTP at all\r\n\r\n", Broken),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n" + b"x" * 11, TooLong),
    ],
)
async def test_half_an_answer_is_none(said: bytes, error: type[Exception]) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)

    with pytest.raises(error):
        await asked(say, 1)


async def test_silence_has_an_end() -> None:
    async def nothing(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    with pytest.raises(TimeoutError):
        await asked(nothing, 1, seconds=0.05)
