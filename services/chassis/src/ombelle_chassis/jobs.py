"""The jobs of a service, kept by PgQueuer: in a worker of its own, or beside the API in one process.

A job is a row of the service's schema, enqueued in the transaction that asks for it; that of a process that was killed
runs again once nobody has heard of it for a while. Jobs are registered by `async def register(worker: PgQueuer)`, called
each time that the queue is connected.
"""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Final

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver
from pgqueuer.models import Schedule

from ombelle_chassis.database import is_database_down
from ombelle_chassis.logging import get_logger
from ombelle_chassis.retention import JOB_TRACE

Register = Callable[[PgQueuer], Awaitable[None]]

_PAUSE: Final = 0.1  # seconds between two tries to reach PostgreSQL
_AFTER_A_FAULT: Final = 1.0
_GRACE: Final = 3.0


async def run_worker(
    database_url: str, registers: Sequence[Register], *, name: str, silence_seconds: float = 10
) -> int:
    """Work until SIGTERM or SIGINT, even where SIGINT was inherited ignored, and return the process's exit code.

    The jobs under way are waited for. A PostgreSQL that went away is waited for too.

    Raises:
        asyncpg.PostgresError: PostgreSQL refuses us for another reason than being away.

    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for stop in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(stop, stopping.set)
    await _work_until(stopping, database_url, registers, name, timedelta(seconds=silence_seconds), None)
    return 0


@contextlib.asynccontextmanager
async def working(
    database_url: str, registers: Sequence[Register], *, name: str, silence_seconds: float = 10
) -> AsyncIterator[None]:
    """Work beside the API, for its lifespan. At its end, jobs have 3 seconds; what is cut off runs again elsewhere."""
    stopping = asyncio.Event()
    silence = timedelta(seconds=silence_seconds)
    task = asyncio.create_task(_work_for_ever(stopping, database_url, registers, name, silence))
    try:
        yield
    finally:
        stopping.set()
        await task


async def _work_for_ever(
    stopping: asyncio.Event, database_url: str, registers: Sequence[Register], name: str, silence: timedelta
) -> None:
    """Work whatever happens: the API beside it goes on, and so must its jobs."""
    while not stopping.is_set():
        try:
            await _work_until(stopping, database_url, registers, name, silence, _GRACE)
        except Exception:  # noqa: BLE001 -- told, and begun again
            get_logger(name).exception("jobs_failed")
            await _stopped_within(stopping, _AFTER_A_FAULT)


async def _stopped_within(stopping: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), seconds)


async def _work_until(
    stopping: asyncio.Event,
    database_url: str,
    registers: Sequence[Register],
    name: str,
    silence: timedelta,
    grace: float | None,
) -> None:
    log = get_logger(name)
    away = False
    while not stopping.is_set():
        try:
            connection = await connect(database_url, name)
            try:
                worker = PgQueuer(AsyncpgDriver(connection))
                _tidy_jobs(worker)
                for register in registers:
                    await register(worker)
                log.info("working")
                away = False
                await _run(worker, connection, stopping, silence, grace)
            finally:
                connection.terminate()
        except Exception as error:
            if not is_database_down(error):
                raise
            if not away:  # told once, however long it takes
                log.warning("database_away", reason=f"{type(error).__name__}: {error}")
            away = True
            await _stopped_within(stopping, _PAUSE)


async def connect(database_url: str, name: str) -> asyncpg.Connection:
    """Open a connection for a job of its own; `name` is what `pg_stat_activity` shows.

    Raises:
        OSError, asyncpg.PostgresError: PostgreSQL cannot be reached, or refuses us.

    """
    settings = {"application_name": name, "timezone": "UTC"}
    return await asyncpg.connect(database_url, timeout=5, server_settings=settings)


def _tidy_jobs(worker: PgQueuer) -> None:
    """Forget what is known of jobs that ended a week ago: their errors may quote what somebody has erased since."""

    @worker.schedule("tidy-jobs", "45 3 * * *", clean_old=True)
    async def tidy(_schedule: Schedule) -> None:
        await worker.connection.execute(
            "DELETE FROM pgqueuer_log WHERE created < now() - $1::interval", JOB_TRACE.age
        )


async def _run(
    worker: PgQueuer,
    connection: asyncpg.Connection,
    stopping: asyncio.Event,
    silence: timedelta,
    grace: float | None,
) -> None:
    """Run the queue until asked to stop.

    Raises:
        ConnectionResetError: the connection is lost; the jobs under way were ended, and run again later.

    """
    lost = asyncio.Event()
    connection.add_termination_listener(lambda _connection: lost.set())
    running = asyncio.create_task(
        worker.run(
            dequeue_timeout=min(timedelta(seconds=5), silence),
            shutdown_on_listener_failure=True,
            heartbeat_timeout=silence,
        )
    )
    watching = [asyncio.create_task(event.wait()) for event in (stopping, lost)]
    await asyncio.wait({running, *watching}, return_when=asyncio.FIRST_COMPLETED)
    worker.shutdown.set()
    for task in watching:
        task.cancel()
    if not lost.is_set():
        ended, _ = await asyncio.wait({running}, timeout=grace)
        if ended:
            await running
            return
        # Cut off without a word to the queue, which would take an ended job for a finished one.
        connection.terminate()
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError, Exception):
        await running
    if not stopping.is_set():
        raise ConnectionResetError("PostgreSQL closed the worker's connection")
