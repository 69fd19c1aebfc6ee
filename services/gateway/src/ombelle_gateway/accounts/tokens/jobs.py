"""The job that looks every morning which tokens expire soon."""

from typing import Final

from ombelle_chassis.logging import get_logger
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.context import ProcessContext
from ombelle_gateway.accounts.tokens.notices import TokenNotices

_MORNING: Final = "10 6 * * *"
_log = get_logger("gateway")


async def token_jobs(worker: PgQueuer, context: ProcessContext) -> None:
    """Register the jobs of tokens."""

    @worker.schedule("tokens-expiring", _MORNING, clean_old=True)
    async def notice(_schedule: Schedule) -> None:
        count = await notice_expiring(context.sessions, public_url=context.settings.public_url)
        _log.info("tokens_expiring", count=count)


async def notice_expiring(sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> int:
    """Tell those whom it concerns that their tokens expire soon; return how many tokens. Twice is once."""
    async with sessions() as session, session.begin():
        return await TokenNotices(session, public_url=public_url).expiring()
