"""What is held too long goes, every night."""

from datetime import UTC, datetime

from ombelle_chassis.jobs import Register
from ombelle_chassis.logging import get_logger
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.personal_data.service import PersonalDataService


def retention_job(sessions: async_sessionmaker[AsyncSession]) -> Register:
    """Return what registers the job."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("retention", "40 3 * * *", clean_old=True)
        async def apply(_schedule: Schedule) -> None:
            count = await PersonalDataService(sessions).erase_outlived(datetime.now(UTC))
            get_logger("members-worker").info("outlived_erased", count=count)

    return register
