"""The jobs of mails: each is sent by one, and every minute those that have none get one."""

from typing import Final
from uuid import UUID

from ombelle_chassis.logging import get_logger
from pgqueuer import PgQueuer
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job, Schedule

from ombelle_gateway.accounts.context import ProcessContext
from ombelle_gateway.accounts.mail.queue import SEND_JOB
from ombelle_gateway.accounts.mail.service import MailService

AT_ONCE: Final = 3
"""Conversations with the server at the same time."""
_log = get_logger("gateway")


async def mail_jobs(worker: PgQueuer, context: ProcessContext) -> None:
    """Register the jobs of mails, and queue what waits already."""
    service = MailService(context.sessions, context.settings.mail.sending())

    @worker.entrypoint(SEND_JOB, concurrency_limit=AT_ONCE)
    async def send(job: Job) -> None:
        again = await service.send(UUID(bytes=job.payload))
        if again is not None:
            raise RetryRequested(again, reason="the mail waits for its next try")

    @worker.schedule("mail-sweep", "* * * * *", clean_old=True)
    async def sweep(_schedule: Schedule) -> None:
        await service.sweep()

    found = await service.sweep()
    if found:
        _log.info("mails_waiting", count=found)
