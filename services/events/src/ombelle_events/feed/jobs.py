"""The worker: carries out the runs that were asked for, and those that are due."""

import asyncio
import contextlib
import signal
from datetime import timedelta
from typing import Final

import asyncpg
from ombelle_chassis.database import is_database_down
from ombelle_chassis.logging import get_logger
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job, Schedule

from ombelle_events.feed.queue import SYNC_JOB, SyncJob, enqueue_sync
from ombelle_events.feed.sync import FeedLocked, FeedUnknown, shown_counts, sync_feed
from ombelle_events.settings import Settings

_DUE: Final = """
SELECT f.name FROM feed f
WHERE f.every_minutes IS NOT NULL AND NOT EXISTS (
  SELECT FROM feed_run n WHERE n.feed_id = f.id AND n.started_at > now() - make_interval(mins => f.every_minutes))
ORDER BY f.name
"""
_PAUSE: Final = 0.1  # seconds between two tries to reach PostgreSQL
_CUT_OFF: Final = timedelta(seconds=2)
_TRIES: Final = 5
_log = get_logger("events-worker")


async def run_worker(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT, even where SIGINT was inherited ignored. A PostgreSQL that went away is waited for.

    Raises:
        asyncpg.PostgresError: PostgreSQL refuses us for another reason than being away.

    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for stop in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(stop, stopping.set)
    away = False
    while not stopping.is_set():
        try:
            connection = await asyncpg.connect(
                settings.database_url,
                timeout=5,
                server_settings={"application_name": "events-worker", "timezone": "UTC"},
            )
            _log.info("working")
            away = False
            await _work(connection, settings, stopping)
        except Exception as error:
            if not is_database_down(error):
                raise
            if not away:  # told once, however long it takes
                _log.warning("database_away", reason=f"{type(error).__name__}: {error}")
            away = True
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), _PAUSE)
    return 0


async def _work(connection: asyncpg.Connection, settings: Settings, stopping: asyncio.Event) -> None:
    lost = asyncio.Event()
    connection.add_termination_listener(lambda _connection: lost.set())
    try:
        silence = timedelta(seconds=settings.job_silence_seconds)
        await _until_stopped(make_worker(connection, settings), stopping, lost, silence)
    finally:
        connection.terminate()


def make_worker(connection: asyncpg.Connection, settings: Settings) -> PgQueuer:
    """A queue manager with the service's jobs, on a connection that it listens on."""
    worker = PgQueuer(AsyncpgDriver(connection))

    @worker.entrypoint(SYNC_JOB, concurrency_limit=1)
    async def sync(job: Job) -> None:
        asked = SyncJob.read(job.payload)
        try:
            await carry_out(asked, settings)
        except Exception as error:
            if not is_database_down(error) or job.attempts >= _TRIES:
                raise
            _log.warning("sync_cut_off", feed=asked.name, reason=f"{type(error).__name__}: {error}")
            raise RetryRequested(_CUT_OFF, reason="the database went away") from error

    @worker.schedule("feed-due", "* * * * *", clean_old=True)
    async def due(_schedule: Schedule) -> None:
        await enqueue_due(settings.database_url)

    @worker.schedule("forget-words", "15 4 * * *", clean_old=True)
    async def forget(_schedule: Schedule) -> None:
        _log.info("words_forgotten", count=await forget_words(settings.database_url))

    return worker


async def forget_words(database_url: str) -> int:
    """Take out of the lexicon the words that no card holds any more, and return how many."""
    connection = await asyncpg.connect(database_url, server_settings={"application_name": "events-worker"})
    try:
        count: int = await connection.fetchval("SELECT forget_words()")
    finally:
        await connection.close()
    return count


async def carry_out(job: SyncJob, settings: Settings) -> None:
    """Run the feed that a job names. What cannot be helped by another try is told, not raised."""
    try:
        outcome = await sync_feed(
            settings.database_url, job.name, full=job.full, force=job.force, public_url=settings.public_url
        )
    except FeedUnknown:
        _log.warning("feed_unknown", feed=job.name)
    except FeedLocked:
        _log.info("feed_already_running", feed=job.name)
    else:
        _log.info(
            "feed_synced",
            feed=job.name,
            state=outcome.state,
            counts=shown_counts(outcome.summary.as_dict()),
            problems=outcome.problems,
        )


async def enqueue_due(database_url: str) -> list[str]:
    """Queue a run of each feed whose last one is older than it should be, and return their names."""
    connection = await asyncpg.connect(database_url, server_settings={"application_name": "events-worker"})
    try:
        names = [name for (name,) in await connection.fetch(_DUE)]
        for name in names:
            await enqueue_sync(connection, name, full=False, force=False)
    finally:
        await connection.close()
    return names


async def _until_stopped(
    worker: PgQueuer, stopping: asyncio.Event, lost: asyncio.Event, silence: timedelta
) -> None:
    """Run the queue until asked to stop.

    Raises:
        ConnectionResetError: the connection is lost; the jobs under way were ended, and run again later.

    """
    running = asyncio.create_task(
        worker.run(
            dequeue_timeout=timedelta(seconds=5),
            shutdown_on_listener_failure=True,
            heartbeat_timeout=silence,
        )
    )
    watching = [asyncio.create_task(event.wait()) for event in (stopping, lost)]
    await asyncio.wait({running, *watching}, return_when=asyncio.FIRST_COMPLETED)
    worker.shutdown.set()
    for task in watching:
        task.cancel()
    if lost.is_set():
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await running
        raise ConnectionResetError("PostgreSQL closed the worker's connection")
    await running
