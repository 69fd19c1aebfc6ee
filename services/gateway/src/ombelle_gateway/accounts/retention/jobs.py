"""The rules' job, every night."""

from pgqueuer import PgQueuer
from pgqueuer.models import Schedule

from ombelle_gateway.accounts.context import ProcessContext
from ombelle_gateway.accounts.retention.service import RetentionService


async def retention_jobs(worker: PgQueuer, context: ProcessContext) -> None:
    """Register the job that carries out the rules."""
    service = RetentionService(context.sessions, public_url=context.settings.public_url)

    @worker.schedule("retention", "30 3 * * *", clean_old=True)
    async def apply(_schedule: Schedule) -> None:
        await service.apply()
