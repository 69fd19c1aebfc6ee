"""What a process of this service holds, and how a request gets at it."""

from dataclasses import dataclass
from typing import Annotated, Any, Final

import asyncpg
from fastapi import Depends, Request
from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.storage import Storage
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ombelle_events import all_tables  # noqa: F401 -- a row is written once every table that it names is known
from ombelle_events.settings import FILES, Settings

# The agenda's statements say by themselves which index answers: one plan serves for all values, and planning anew,
# which would take as long as answering, is left out.
_READING: Final = {"jit": "off", "plan_cache_mode": "force_generic_plan", "enable_seqscan": "off"}


@dataclass(frozen=True, slots=True)
class ProcessContext:
    """The singletons of a process: `sessions` to write by, `reader` for the agenda's single-statement reads."""

    settings: Settings
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    reader: Any  # asyncpg.Pool, which has no types of its own
    storage: Storage

    async def close(self) -> None:
        """Close every connection."""
        await self.reader.close()
        await self.engine.dispose()


async def open_context(settings: Settings) -> ProcessContext:
    """Open what the process holds.

    Raises:
        OSError: PostgreSQL cannot be reached.
        asyncpg.PostgresError: it refuses us.

    """
    engine = create_engine(
        settings.database_url, application_name="events", pool_size=settings.write_connections
    )
    reader = await asyncpg.create_pool(
        settings.database_url,
        min_size=1,
        max_size=settings.read_connections,
        command_timeout=15,
        reset=_nothing_to_reset,
        server_settings={"application_name": "events-read", "timezone": "UTC", **_READING},
    )
    return ProcessContext(
        settings=settings,
        engine=engine,
        sessions=session_maker(engine),
        reader=reader,
        storage=Storage(settings.storage_url, FILES),
    )


async def _nothing_to_reset(_connection: asyncpg.Connection) -> None:
    """A reader's connection holds no transaction, lock or setting of a request's own."""


async def process_context(request: Request) -> ProcessContext:
    """Return the process's context, put on the application when it started."""
    context: ProcessContext = request.app.state.context
    return context


Context = Annotated[ProcessContext, Depends(process_context)]
