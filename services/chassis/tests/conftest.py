"""A database with the shared tables, and parts of a service around it."""

import asyncio
from collections.abc import AsyncIterator
from importlib.resources import files

import asyncpg
import pytest
from ombelle_chassis.database import create_engine, session_maker
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

SHARED = ("jobs_v1", "messages_v1", "audit_v1", "idempotency_v1")


async def _install(url: str) -> None:
    connection = await asyncpg.connect(url)
    for name in SHARED:
        await connection.execute(files("ombelle_chassis").joinpath("sql", f"{name}.sql").read_text())
    await connection.close()


@pytest.fixture(scope="session")
def shared_url(make_database) -> str:
    """A database that holds the shared tables and nothing else, shared by this worker's tests."""
    url = make_database(migrated=False)
    asyncio.run(_install(url))
    return url


@pytest.fixture
def own_url(make_database) -> str:
    """As `shared_url`, for one test alone: what it breaks stays broken."""
    url: str = make_database(migrated=False)
    with asyncio.Runner() as runner:
        runner.run(_install(url))
    return url


@pytest.fixture
async def connection(shared_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection; no message or job is there when the test begins."""
    connection = await asyncpg.connect(shared_url)
    await connection.execute(
        "TRUNCATE outbox_message, outbox_delivery, inbox_message, idempotent_request, pgqueuer"
    )
    yield connection
    await connection.close()


@pytest.fixture
async def sessions(
    shared_url: str, connection: asyncpg.Connection
) -> AsyncIterator[async_sessionmaker[AsyncSession]]:
    """What opens sessions of a service."""
    engine = create_engine(shared_url, application_name="tests", pool_size=12)
    yield session_maker(engine)
    await engine.dispose()
