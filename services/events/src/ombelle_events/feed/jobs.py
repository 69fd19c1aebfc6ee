"""The worker: carries out the runs that were asked for, and those that are due."""

import asyncio
import contextlib
import signal
from datetime import timedelta
from typing import Final

import asyncpg
from ombelle_chassis.logging import get_logger
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver
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
_log = get_logger("events-worker")


async def run_worker(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT, even where SIGINT was inherited ignored.

    Raises:
        asyncpg.PostgresError, OSError: PostgreSQL went away; whoever supervises starts the worker again.

    """
    connection = await asyncpg.connect(
        settings.database_url, server_settings={"application_name": "events-worker", "timezone": "UTC"}
    )
    try:
        worker = make_worker(connection, settings)
        loop = asyncio.get_running_loop()
        for stop in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(stop, worker.shutdown.set)
        lost = asyncio.Event()
        connection.add_termination_listener(lambda _connection: lost.set())
        await _until_stopped(worker, lost)
    finally:
        await connection.close()
    return 0


def make_worker(connection: asyncpg.Connection, settings: Settings) -> PgQueuer:
    """A queue manager with the service's jobs, on a connection that it listens on."""
    worker = PgQueuer(AsyncpgDriver(connection))

    @worker.entrypoint(SYNC_JOB, concurrency_limit=1)
    async def sync(job: Job) -> None:
        await carry_out(SyncJob.read(job.payload), settings)

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


async def _until_stopped(worker: PgQueuer, lost: asyncio.Event) -> None:
    running = asyncio.create_task(
        worker.run(dequeue_timeout=timedelta(seconds=5), shutdown_on_listener_failure=True)
    )
    watching = asyncio.create_task(lost.wait())
    stopping = asyncio.create_task(worker.shutdown.wait())
    await asyncio.wait({running, watching, stopping}, return_when=asyncio.FIRST_COMPLETED)
    worker.shutdown.set()
    watching.cancel()
    if lost.is_set():
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await running
        raise ConnectionResetError("PostgreSQL closed the worker's connection")
    await running
