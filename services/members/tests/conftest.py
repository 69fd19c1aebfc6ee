from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from members_people import SECRET, People
from ombelle_chassis.identity import ensure_keys
from ombelle_command.emptying import empty
from ombelle_members.main import create_app
from ombelle_members.settings import Settings

_TABLES = (
    *(
        "organisation_merge",
        "note",
        "contact",
        "invitation",
        "join_request",
        "membership",
        "organisation",
        "person",
    ),
    *("register_entry", "bylaws_version", "post", "fee_tariff", "declaration", "idempotent_request"),
    *("stored_file", "association_version", "duty", "duty_done", "duty_reminder"),
    *("outbox_message", "outbox_delivery", "inbox_message", "pgqueuer", "pgqueuer_log"),
)


@pytest.fixture(scope="session")
def keys_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with signing keys of this run's own."""
    folder = tmp_path_factory.mktemp("keys")
    ensure_keys(folder)
    return folder


@pytest.fixture(scope="session")
def storage_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the service keeps files."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture
async def connection(members_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to a directory that is empty when the test begins."""
    connection = await asyncpg.connect(members_database_url)
    await empty(connection, *_TABLES)
    yield connection
    await connection.close()


@pytest.fixture(scope="session")
async def running_app(
    members_database_url: str, keys_folder: Path, storage_folder: Path
) -> AsyncIterator[FastAPI]:
    """The service, started once for this worker's tests, without its jobs: what it posts stays in the outbox."""
    settings = Settings(
        database_url=members_database_url,
        jwks_file=keys_folder / "jwks.json",
        works=False,
        OMBELLE_MESSAGES_SECRET=SECRET,
        OMBELLE_PUBLIC_URL="https://ombelle.example",
        OMBELLE_STORAGE_URL=storage_folder.as_uri(),
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture
def app(running_app: FastAPI, connection: asyncpg.Connection) -> FastAPI:
    """The service, on an empty directory."""
    return running_app


@pytest.fixture
async def api(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """The service's own API, anonymous; the directory is empty."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://members") as client:
        yield client


@pytest.fixture
def people(api: httpx.AsyncClient, keys_folder: Path, connection: asyncpg.Connection) -> People:
    """People with accounts, as the gateway signs and tells them."""
    return People(api, keys_folder / "signing.json", connection)
