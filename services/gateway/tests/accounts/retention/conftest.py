from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any

import asyncpg
import pytest
from ombelle_chassis.database import create_engine, session_maker
from ombelle_command.emptying import empty
from ombelle_gateway.accounts.retention.service import RetentionService
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

PUBLIC_URL = "https://ombelle.example"


@pytest.fixture(scope="session")
def retention_database_url(make_database: Any) -> str:
    return str(make_database(role="gateway"))


@pytest.fixture
async def connection(retention_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A schema without people."""
    connection = await asyncpg.connect(retention_database_url)
    await empty(
        connection,
        *("account", "mail", "sign_in_link", "limit_hit", "oidc_request"),
        *("passkey_challenge", "erasure", "pgqueuer_log", "outbox_message", "pgqueuer"),
    )
    yield connection
    await connection.close()


@pytest.fixture
async def sessions(retention_database_url: str) -> AsyncIterator[async_sessionmaker[AsyncSession]]:
    engine = create_engine(retention_database_url, application_name="tests")
    yield session_maker(engine)
    await engine.dispose()


@pytest.fixture
def on(
    sessions: async_sessionmaker[AsyncSession], connection: asyncpg.Connection
) -> Callable[[datetime], Any]:
    """Carry out the rules at some time."""

    async def apply(moment: datetime) -> dict[str, int]:
        return await RetentionService(sessions, public_url=PUBLIC_URL, now=lambda: moment).apply()

    return apply
