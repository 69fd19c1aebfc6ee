"""What is due is written about, every morning."""

from ombelle_chassis.jobs import Register
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.days import today_in_paris
from ombelle_members.declarations.duties.service import remind


def duty_jobs(sessions: async_sessionmaker[AsyncSession], public_url: str) -> Register:
    """Return what registers the job."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("remind-duties", "10 6 * * *", clean_old=True)
        async def write(_schedule: Schedule) -> None:
            await remind(sessions, public_url, today_in_paris())

    return register
