"""Public reads of a service over kept connections: a question of two lines, an answer read whole.

The general client costs 120 µs of CPU a question, this one 25 (measured on an agenda page), and at the busiest hour
nearly every request is such a read. Whatever writes, streams or carries an identity goes by the general client.
"""

import asyncio
from collections import deque
from typing import Final, NamedTuple, cast

import httptools
from typing_extensions import override

from ombelle_gateway.asgi import RawHeaders

_CONNECT_SECONDS: Final = 2.0
_MOST_CONNECTIONS: Final = 128


class Whole(NamedTuple):
    """A whole answer; the names of its headers are in lower case."""

    status: int
    headers: RawHeaders
    body: bytes


class TooLong(Exception):
    """The answer is larger than the reader wants to hold."""


class Broken(Exception):
    """No connection, one that broke off, or what is not HTTP. `untouched` when not one byte came back."""

    def __init__(self, *, untouched: bool) -> None:
        super().__init__("no connection" if untouched else "broken off")
        self.untouched = untouched


class Upstream:
    """The connections to one address."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        named = f"[{host}]" if ":" in host else host
        self._head = f" HTTP/1.1\r\nhost: {named}:{port}\r\nx-request-id: ".encode()
        self._idle: deque[_Connection] = deque()
        self._free = asyncio.Semaphore(_MOST_CONNECTIONS)

    async def get(self, target: str, request_id: str, *, seconds: float, most: int) -> Whole:
        """Return the answer to GET `target`, which is in ASCII and holds the query.

        Args:
            target: path and query, percent-encoded.
            request_id: told to the service.
            seconds: for everything.
            most: bytes of body.

        Raises:
            TimeoutError: no whole answer in time.
            TooLong: its body is longer than `most`.
            Broken: no answer.

        """
        question = b"".join((b"GET ", target.encode("ascii"), self._head, request_id.encode(), b"\r\n\r\n"))
        async with self._free:
            while self._idle:
                try:
                    return await self._ask(self._idle.pop(), question, seconds, most)
                except Broken as broken:
                    if not broken.untouched:
                        raise
                    # The service closed it meanwhile, as it may: a read can be asked again.
            return await self._ask(await self._connect(), question, seconds, most)

    def close(self) -> None:
        """Close the connections at rest."""
        while self._idle:
            self._idle.pop().close()

    async def _connect(self) -> "_Connection":
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                _, connection = await asyncio.get_running_loop().create_connection(
                    lambda: _Connection(self._idle), self._host, self._port
                )
        except OSError as error:  # a TimeoutError is one: nobody answered at that address
            raise Broken(untouched=True) from error
        return connection

    async def _ask(self, connection: "_Connection", question: bytes, seconds: float, most: int) -> Whole:
        try:
            whole = await connection.ask(question, seconds, most)
        except BaseException:  # a caller that leaves, too: nobody else may get the rest
            connection.close()
            raise
        if connection.is_reusable:
            self._idle.append(connection)
        else:
            connection.close()
        return whole


class _Connection(asyncio.Protocol):
    """One connection; it answers one question at a time."""

    def __init__(self, idle: "deque[_Connection]") -> None:
        self._idle = idle
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[Whole] | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._headers: RawHeaders = []
        self._pieces: list[bytes] = []
        self._room = 0
        self._touched = False
        self.is_reusable = False

    async def ask(self, question: bytes, seconds: float, most: int) -> Whole:
        """Send the question and return the answer; raises as `Upstream.get` does."""
        loop = asyncio.get_running_loop()
        if self._transport is None or self._transport.is_closing():
            raise Broken(untouched=True)
        self._parser = httptools.HttpResponseParser(self)
        self._headers, self._pieces, self._room = [], [], most
        self._touched = self.is_reusable = False
        waiter: asyncio.Future[Whole] = loop.create_future()
        self._waiter = waiter
        self._transport.write(question)
        alarm = loop.call_later(seconds, self._fail, TimeoutError())
        try:
            return await waiter
        finally:
            alarm.cancel()

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.abort()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    @override
    def data_received(self, data: bytes) -> None:
        if self._waiter is None:
            self.close()  # it says more than it was asked
            return
        self._touched = True
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._fail(Broken(untouched=False))

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if self in self._idle:
            self._idle.remove(self)
        self._fail(Broken(untouched=not self._touched))

    # --- what the parser tells -----------------------------------------------------------------------------

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header, whole."""
        self._headers.append((name.lower(), value))

    def on_body(self, piece: bytes) -> None:
        """A piece of the body."""
        self._room -= len(piece)
        if self._room < 0:
            self._fail(TooLong())
        else:
            self._pieces.append(piece)

    def on_message_complete(self) -> None:
        """The end of the answer."""
        waiter, self._waiter = self._waiter, None
        self.is_reusable = self._parser.should_keep_alive()
        if waiter is not None and not waiter.done():
            body = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
            waiter.set_result(Whole(self._parser.get_status_code(), self._headers, body))

    def _fail(self, error: Exception) -> None:
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(error)
