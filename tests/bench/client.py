"""A lean keep-alive client, and blocks of two sides taken in turn: A B A B …, so that both meet the same machine.

Raw asyncio streams: a request is one write, an answer one head and one read of its length. What the client costs
is the same for both sides and small beside what it measures.
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import count

from bench.stack import BenchError

CONCURRENCY = 4
Path = str


@dataclass(frozen=True, slots=True)
class Ratio:
    """What two sides did: the median of each (requests a second, or seconds), and of the ratios of their blocks."""

    ours: float
    baseline: float
    ratio: float
    spread: tuple[float, float]


class Connection:
    """One keep-alive connection to a local server."""

    def __init__(self, port: int, headers: bytes = b"") -> None:
        self._port, self._headers = port, headers
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def open(self) -> None:
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2**22)

    async def get(self, path: Path) -> bytes:
        """Return the body of a success.

        Raises:
            BenchError: any other status.

        """
        return await self.ask(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n".encode(), path)

    async def send(self, method: str, path: Path, body: bytes, headers: bytes = b"") -> bytes:
        """Send a body of JSON and return that of the answer.

        Raises:
            BenchError: it was refused.

        """
        length = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n".encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n".encode() + length + headers
        return await self.ask(head, path, body)

    async def ask(self, head: bytes, path: Path, body: bytes = b"") -> bytes:
        """Send a request's lines and body; return the body of a success. Raises BenchError for anything else."""
        status, content = await self.answered(head, body)
        if status // 100 != 2:
            raise BenchError(f"{path} : {status} {content[:300]!r}")
        return content

    async def answered(self, head: bytes, body: bytes = b"") -> tuple[int, bytes]:
        """Send a request's lines and body; return the status of the answer and its body."""
        assert self._reader is not None
        assert self._writer is not None
        self._writer.write(head + self._headers + b"\r\n" + body)
        answered = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        start = answered.index(b"content-length:") + 15
        content = await self._reader.readexactly(int(answered[start : answered.index(b"\r\n", start)]))
        return int(answered[9:12]), content

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()


class Side:
    """One side of a comparison: a server and the paths asked of it, over and over in one order."""

    def __init__(
        self, port: int, paths: Sequence[Path], *, concurrency: int = CONCURRENCY, headers: bytes = b""
    ) -> None:
        self._paths, self._next = paths, count()
        self._connections = [Connection(port, headers) for _ in range(concurrency)]

    async def open(self) -> None:
        """Connect."""
        for connection in self._connections:
            await connection.open()

    def close(self) -> None:
        """Hang up."""
        for connection in self._connections:
            connection.close()

    async def block(self, requests: int) -> list[float]:
        """Ask so many times, every connection at once; return the latencies in seconds."""
        left, latencies = iter(range(requests)), list[float]()

        async def work(connection: Connection) -> None:
            for _ in left:
                path = self._paths[next(self._next) % len(self._paths)]
                began = time.perf_counter()
                await connection.get(path)
                latencies.append(time.perf_counter() - began)

        await asyncio.gather(*(work(connection) for connection in self._connections))
        return latencies

    async def rate(self, requests: int) -> float:
        """Ask so many times and return how many a second were answered."""
        began = time.perf_counter()
        await self.block(requests)
        return requests / (time.perf_counter() - began)


async def interleave(
    ours: Callable[[], Awaitable[float]], baseline: Callable[[], Awaitable[float]], *, blocks: int
) -> Ratio:
    """Take both sides in turn, the first one changing from pair to pair; one pair before counts for nothing."""
    pairs: list[tuple[float, float]] = []
    for turn in range(blocks + 1):
        if turn % 2:
            one = await ours()
            other = await baseline()
        else:
            other = await baseline()
            one = await ours()
        pairs.append((one, other))
    pairs = pairs[1:]
    ratios = sorted(one / other for one, other in pairs)
    return Ratio(
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(ratios),
        (ratios[0], ratios[-1]),
    )


async def compare_rates(ours: Side, baseline: Side, *, requests: int, blocks: int) -> Ratio:
    """Compare how many requests a second two sides answer."""
    try:
        for side in (ours, baseline):
            await side.open()
        return await interleave(lambda: ours.rate(requests), lambda: baseline.rate(requests), blocks=blocks)
    finally:
        for side in (ours, baseline):
            side.close()


async def fetch(port: int, path: Path, *, headers: bytes = b"") -> bytes:
    """Ask once."""
    connection = Connection(port, headers)
    await connection.open()
    try:
        return await connection.get(path)
    finally:
        connection.close()
