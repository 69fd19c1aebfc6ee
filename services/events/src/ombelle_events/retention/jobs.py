"""What is held too long goes, every night."""

from datetime import UTC, datetime
from typing import Final

from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.jobs import Register
from ombelle_chassis.retention.applying import carry_out, note_carried_out
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.retention.rules import RULES, STATEMENTS
from ombelle_events.settings import Settings

_NAME: Final = "events-worker"


def retention_jobs(settings: Settings) -> Register:
    """Return what registers the job."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("retention", "45 3 * * *", clean_old=True)
        async def apply(_schedule: Schedule) -> None:
            engine = create_engine(settings.database_url, application_name=_NAME, pool_size=1)
            try:
                await keep_to_the_rules(session_maker(engine), datetime.now(UTC))
            finally:
                await engine.dispose()

    return register


async def keep_to_the_rules(sessions: async_sessionmaker[AsyncSession], now: datetime) -> dict[str, int]:
    """Carry out every rule, and return by its kind how many rows each met."""
    met = await carry_out(sessions, RULES, STATEMENTS, now=now)
    await note_carried_out(sessions, met, service=_NAME, now=now)
    return met
