"""The job that looks every morning which tokens expire soon."""

from typing import Final

from ombelle_chassis.logging import get_logger
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.tokens.notices import TokenNotices

_MORNING: Final = "10 6 * * *"
_log = get_logger("gateway")


async def register(worker: PgQueuer, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
    """Register the jobs of tokens."""

    @worker.schedule("tokens-expiring", _MORNING, clean_old=True)
    async def notice(_schedule: Schedule) -> None:
        _log.info("tokens_expiring", count=await notice_expiring(sessions, public_url=public_url))


async def notice_expiring(sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> int:
    """Tell those whom it concerns that their tokens expire soon; return how many tokens. Twice is once."""
    async with sessions() as session, session.begin():
        return await TokenNotices(session, public_url=public_url).expiring()
