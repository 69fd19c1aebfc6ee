"""The jobs of webhooks: each webhook's deliveries are one job's, and every minute those that wait get one."""

from typing import Final
from uuid import UUID

from ombelle_chassis.database import is_database_down
from pgqueuer import PgQueuer
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job, Schedule
from pgqueuer.queries import Queries

from ombelle_gateway.accounts.context import ProcessContext
from ombelle_gateway.accounts.webhooks.doors import Doors
from ombelle_gateway.accounts.webhooks.store import JOB

AT_ONCE: Final = 4
"""Webhooks that are sent to at the same time."""
_DUE: Final = """
SELECT DISTINCT d.webhook_id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id AND w.is_enabled
WHERE d.state = 'waiting' AND d.next_try_at <= now() AND NOT EXISTS (
  SELECT FROM pgqueuer q WHERE q.entrypoint = $1 AND q.payload = uuid_send(d.webhook_id))
"""


async def webhook_jobs(worker: PgQueuer, context: ProcessContext) -> None:
    """Register the jobs of webhooks, and queue what waits already."""
    settings = context.settings

    @worker.entrypoint(JOB, concurrency_limit=AT_ONCE)
    async def deliver(job: Job) -> None:
        from ombelle_gateway.accounts.webhooks.delivery import Deliveries  # noqa: PLC0415 -- few stacks have any

        deliveries = Deliveries(settings.database_url, Doors(settings.webhook_networks))
        try:
            await deliveries.run(UUID(bytes=job.payload))
        except Exception as error:
            if not is_database_down(error):
                raise
            raise RetryRequested(reason="the database went away") from error

    # Whatever happened to a wake, nothing waits much longer than it should.
    @worker.schedule("webhook-sweep", "* * * * *", clean_old=True)
    async def sweep(_schedule: Schedule) -> None:
        await _wake_for_what_waits(worker)

    await _wake_for_what_waits(worker)


async def _wake_for_what_waits(worker: PgQueuer) -> None:
    due = await worker.connection.fetch(_DUE, JOB)
    if due:
        ids: list[bytes | None] = [UUID(str(row["webhook_id"])).bytes for row in due]
        await Queries(worker.connection).enqueue([JOB] * len(ids), ids, [0] * len(ids))
