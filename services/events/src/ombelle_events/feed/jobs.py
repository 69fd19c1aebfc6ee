"""The worker: carries out the runs that were asked for and those that are due, and delivers the service's messages."""

from datetime import timedelta
from typing import Final

from ombelle_chassis.database import is_database_down
from ombelle_chassis.idempotency import tidy_results
from ombelle_chassis.jobs import Register, connect, run_worker
from ombelle_chassis.logging import get_logger
from ombelle_chassis.messages.relay import Relay, relay_messages
from pgqueuer import PgQueuer
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job, Schedule

from ombelle_events.applications.closing import closing_jobs
from ombelle_events.correspondence.jobs import correspondence_jobs
from ombelle_events.feed.queue import SYNC_JOB, SyncJob, enqueue_sync
from ombelle_events.feed.sync import FeedLocked, FeedUnknown, shown_counts, sync_feed
from ombelle_events.retention.jobs import retention_jobs
from ombelle_events.settings import Settings

_DUE: Final = """
SELECT f.name FROM feed f
WHERE f.every_minutes IS NOT NULL AND NOT EXISTS (
  SELECT FROM feed_run n WHERE n.feed_id = f.id AND n.started_at > now() - make_interval(mins => f.every_minutes))
ORDER BY f.name
"""
_NAME: Final = "events-worker"
_CUT_OFF: Final = timedelta(seconds=2)
_TRIES: Final = 5
_log = get_logger(_NAME)


async def run_events_worker(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT, and return the exit code: the feeds' runs, and the messages that wait.

    Raises:
        asyncpg.PostgresError: PostgreSQL refuses us for another reason than being away.

    """
    registers = [
        feed_jobs(settings),
        correspondence_jobs(settings),
        closing_jobs(settings),
        retention_jobs(settings),
        tidy_results,
    ]
    if settings.messages_secret is not None:
        url, subscribers = settings.database_url, settings.subscribers
        registers.append(relay_messages(Relay(url, subscribers, settings.messages_secret, _NAME)))
    return await run_worker(
        settings.database_url, registers, name=_NAME, silence_seconds=settings.job_silence_seconds
    )


def feed_jobs(settings: Settings) -> Register:
    """Return what registers the jobs of feeds."""

    async def register(worker: PgQueuer) -> None:
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

    return register


async def forget_words(database_url: str) -> int:
    """Take out of the lexicon the words that no card holds any more, and return how many."""
    connection = await connect(database_url, _NAME)
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
    connection = await connect(database_url, _NAME)
    try:
        names = [name for (name,) in await connection.fetch(_DUE)]
        for name in names:
            await enqueue_sync(connection, name, full=False, force=False)
    finally:
        await connection.close()
    return names
