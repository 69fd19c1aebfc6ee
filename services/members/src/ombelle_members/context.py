"""What a process of this service holds, and how a request gets at it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.storage import Storage
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ombelle_members.settings import FILES, Settings


@dataclass(frozen=True, slots=True)
class ProcessContext:
    """The singletons of a process."""

    settings: Settings
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    storage: Storage

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def open_context(settings: Settings) -> ProcessContext:
    """Open what the process holds; PostgreSQL is reached at the first use."""
    engine = create_engine(settings.database_url, application_name="members", pool_size=settings.connections)
    return ProcessContext(
        settings=settings,
        engine=engine,
        sessions=session_maker(engine),
        storage=Storage(settings.storage_url, FILES),
    )


async def process_context(request: Request) -> ProcessContext:
    """Return the process's context, put on the application when it started."""
    context: ProcessContext = request.app.state.context
    return context


Context = Annotated[ProcessContext, Depends(process_context)]
