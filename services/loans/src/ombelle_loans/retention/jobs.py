"""What is held too long goes, every night."""

from datetime import UTC, datetime

from ombelle_chassis.jobs import Register
from ombelle_chassis.retention.applying import carry_out, note_carried_out
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.retention.rules import RULES, STATEMENTS


def retention_job(sessions: async_sessionmaker[AsyncSession]) -> Register:
    """Return what registers the job."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("retention", "40 3 * * *", clean_old=True)
        async def apply(_schedule: Schedule) -> None:
            await keep_to_the_rules(sessions, datetime.now(UTC))

    return register


async def keep_to_the_rules(sessions: async_sessionmaker[AsyncSession], now: datetime) -> dict[str, int]:
    """Carry out every rule, and return by its kind how many rows each met."""
    met = await carry_out(sessions, RULES, STATEMENTS, now=now)
    await note_carried_out(sessions, met, service="loans-worker", now=now)
    return met
