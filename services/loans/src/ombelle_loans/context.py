"""What a process of this service holds, and how a request gets at it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.storage import Storage
from ombelle_contracts.membership import HttpMembershipClient, MembershipClient
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ombelle_loans import all_tables  # noqa: F401 -- a row is written once every table that it names is known
from ombelle_loans.availability.turns import Turns
from ombelle_loans.loan_briefs import LoanBriefs, no_loan_briefs
from ombelle_loans.loans.briefs import loan_briefs
from ombelle_loans.settings import FILES, Settings


@dataclass(frozen=True, slots=True)
class ProcessContext:
    """The singletons of a process."""

    settings: Settings
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    storage: Storage
    membership: MembershipClient
    turns: Turns
    loan_briefs: LoanBriefs = no_loan_briefs
    """What the planning is told of loans."""

    async def close(self) -> None:
        """Close every connection."""
        await self.membership.close()
        await self.engine.dispose()


def open_context(settings: Settings, membership: MembershipClient | None = None) -> ProcessContext:
    """Open what the process holds; PostgreSQL and members are reached at the first use.

    Args:
        settings: the process's.
        membership: what is asked who is a member, instead of the service members.

    """
    engine = create_engine(settings.database_url, application_name="loans", pool_size=settings.connections)
    return ProcessContext(
        settings=settings,
        engine=engine,
        sessions=session_maker(engine),
        storage=Storage(settings.storage_url, FILES),
        membership=membership
        or HttpMembershipClient(settings.subscribers.get("members"), settings.messages_secret),
        turns=Turns(engine),
        loan_briefs=loan_briefs,
    )


async def process_context(request: Request) -> ProcessContext:
    """Return the process's context, put on the application when it started."""
    context: ProcessContext = request.app.state.context
    return context


Context = Annotated[ProcessContext, Depends(process_context)]
