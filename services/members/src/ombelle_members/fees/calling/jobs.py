"""Reminders of fees leave by themselves, where settings say so."""

from ombelle_chassis.jobs import Register
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.fees.calling.service import CallingService


def fee_jobs(sessions: async_sessionmaker[AsyncSession], public_url: str) -> Register:
    """Return what registers the job."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("remind-of-fees", "30 8 * * 1-5", clean_old=True)
        async def remind(_schedule: Schedule) -> None:
            await CallingService(sessions, public_url).remind_by_itself()

    return register
