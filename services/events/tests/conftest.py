import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from ombelle_chassis.identity import Signer, ensure_keys
from ombelle_events.geography.loader import load_territory
from ombelle_events.main import create_app
from ombelle_events.settings import Settings
from programme_factory import Factory


@pytest.fixture(scope="session")
def keys_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with signing keys of this run's own."""
    folder = tmp_path_factory.mktemp("keys")
    ensure_keys(folder)
    return folder


@pytest.fixture(scope="session")
def territory_url(make_database) -> str:  # type: ignore[no-untyped-def]
    """A migrated database that knows the communes of the region, shared by this worker's tests."""
    url = make_database()
    asyncio.run(load_territory(url, "hauts-de-france"))
    return url


@pytest.fixture
async def connection(territory_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to a programme that is empty when the test begins."""
    connection = await asyncpg.connect(territory_url)
    await connection.execute(
        "TRUNCATE event, edition, venue, lexicon_word, agenda_change RESTART IDENTITY CASCADE"
    )
    yield connection
    await connection.close()


@pytest.fixture
def make(connection: asyncpg.Connection) -> Factory:
    """Make events as the programme holds them."""
    return Factory(connection)


@pytest.fixture
async def app(
    territory_url: str, keys_folder: Path, connection: asyncpg.Connection
) -> AsyncIterator[FastAPI]:
    """The service, started, on an empty programme."""
    app = create_app(Settings(database_url=territory_url, jwks_file=keys_folder / "jwks.json"))
    async with LifespanManager(app):
        yield app


@pytest.fixture
async def api(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """The service's own API, anonymous; the programme is empty."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://events") as client:
        yield client


@pytest.fixture
def administrator(keys_folder: Path) -> dict[str, str]:
    """Headers of an administrator, as the gateway signs them."""
    token = Signer(keys_folder / "signing.json").sign_identity("alice", ["administrator"])
    return {"Ombelle-Identity": token}


@pytest.fixture
def reviewer(keys_folder: Path) -> dict[str, str]:
    """Headers of somebody signed in without the administrator's role."""
    return {"Ombelle-Identity": Signer(keys_folder / "signing.json").sign_identity("bob", ["reviewer"])}
