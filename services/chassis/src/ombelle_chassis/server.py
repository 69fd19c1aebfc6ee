"""Run an ASGI application: loopback unless told, stopped by SIGTERM and SIGINT alike."""

import asyncio
import contextlib
import gc
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import uvicorn
from typing_extensions import override

from ombelle_chassis.one_write import OneWriteProtocol

_BACKLOG = 512
LOOPBACK = ("127.0.0.1",)
_STOPPED_BY = (signal.SIGTERM, signal.SIGINT)


class _Server(uvicorn.Server):
    """Uvicorn's own handling of signals ends the process by the signal; ours is a clean exit."""

    @override
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        # Set explicitly: a process started in the background of a script inherits SIGINT as ignored.
        for number in _STOPPED_BY:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in _STOPPED_BY:
                loop.remove_signal_handler(number)

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        # What is here now stays: the collector need not look through it again at each of its rounds.
        gc.collect()
        gc.freeze()


def bind(hosts: Sequence[str], port: int) -> list[socket.socket]:
    """Listen on `port` of each host; port 0 picks a free one, the same for all.

    Raises:
        OSError: none of the hosts can be bound, or the first cannot.

    """
    listening: list[socket.socket] = []
    for host in hosts:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            listener = socket.socket(family, socket.SOCK_STREAM)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listener.bind((host, port))
            # Already now: who comes while the application starts waits instead of being refused.
            listener.listen(_BACKLOG)
        except OSError:
            if not listening:
                raise
            continue  # a machine without IPv6 still serves IPv4
        port = port or listener.getsockname()[1]
        listening.append(listener)
    return listening


def serve(
    app: Callable[..., Any],
    port: int,
    *,
    hosts: Sequence[str] = LOOPBACK,
    keep_alive_seconds: int = 75,
    date_header: bool = False,
) -> None:
    """Serve until SIGTERM or SIGINT; requests under way then have 3 seconds to end.

    `keep_alive_seconds` is longer than what clients keep idle connections for, so that it is they who close.
    """
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http=OneWriteProtocol,
        ws="none",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=date_header,
        timeout_keep_alive=keep_alive_seconds,
        timeout_graceful_shutdown=3,
        backlog=_BACKLOG,
    )
    listening = bind(hosts, port)
    try:
        _Server(config).run(sockets=listening)
    finally:
        for listener in listening:
            listener.close()
