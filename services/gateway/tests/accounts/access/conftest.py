from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest
from access_people import PUBLIC_URL, People
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from ombelle_chassis.identity import Signer, ensure_keys
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.settings import Settings


@pytest.fixture(scope="session")
def access_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with signing keys of this run's own."""
    folder = tmp_path_factory.mktemp("keys")
    ensure_keys(folder)
    return folder


@pytest.fixture(scope="session")
async def access_app(gateway_database_url: str, access_keys: Path) -> AsyncIterator[FastAPI]:
    """Accounts, started, without jobs; tests make people of their own and share the rest."""
    settings = Settings(
        database_url=gateway_database_url,
        jwks_file=access_keys / "jwks.json",
        public_url=PUBLIC_URL,
        works=False,
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture(scope="session")
async def access_client(access_app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """The API of accounts, as behind the edge."""
    transport = httpx.ASGITransport(app=access_app)
    async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
        yield client


@pytest.fixture(scope="session")
async def connection(gateway_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of the role `gateway`."""
    connection = await asyncpg.connect(gateway_database_url)
    yield connection
    await connection.close()


@pytest.fixture
async def people(
    connection: asyncpg.Connection, access_client: httpx.AsyncClient, access_keys: Path
) -> People:
    """Make people and ask in their name; nobody has tried anything yet."""
    access_client.cookies.clear()
    await connection.execute("DELETE FROM limit_hit")
    return People(connection, access_client, Signer(access_keys / "signing.json"))
