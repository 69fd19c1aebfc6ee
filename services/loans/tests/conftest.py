from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from loans_desk import Desk
from loans_papers import Papers
from loans_people import SECRET, People
from loans_stock import Stock
from ombelle_chassis.identity import ensure_keys
from ombelle_command.emptying import empty
from ombelle_contracts.membership import FakeMembershipClient
from ombelle_loans.context import ProcessContext
from ombelle_loans.main import create_app
from ombelle_loans.settings import Settings

# What refers to one of these is emptied with it.
_TABLES = (
    *(
        "organisation_copy",
        "membership_copy",
        "stored_file",
        "catalogue_edition",
        "loan_request",
        "paper_number",
        "invoice_issuer",
    ),
    *("outbox_message", "outbox_delivery", "inbox_message", "idempotent_request", "pgqueuer", "pgqueuer_log"),
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
async def connection(loans_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to a service that holds nothing when the test begins."""
    connection = await asyncpg.connect(loans_database_url)
    await empty(connection, *_TABLES)
    yield connection
    await connection.close()


@pytest.fixture(scope="session")
async def app(loans_database_url: str, keys_folder: Path, storage_folder: Path) -> AsyncIterator[FastAPI]:
    """The service, started once, without its jobs: what it posts stays in the outbox, where tests read it."""
    settings = Settings(
        database_url=loans_database_url,
        jwks_file=keys_folder / "jwks.json",
        works=False,
        OMBELLE_MESSAGES_SECRET=SECRET,
        OMBELLE_PUBLIC_URL="https://ombelle.example",
        OMBELLE_STORAGE_URL=storage_folder.as_uri(),
    )
    app = create_app(settings, membership=FakeMembershipClient())
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture
def membership(app: FastAPI) -> FakeMembershipClient:
    """Who is a member, for the service: nobody, until a test says so."""
    context: ProcessContext = app.state.context
    client = context.membership
    assert isinstance(client, FakeMembershipClient)
    client.members, client.is_away, client.asked = {}, False, []
    return client


@pytest.fixture
async def api(
    app: FastAPI, connection: asyncpg.Connection, membership: FakeMembershipClient
) -> AsyncIterator[httpx.AsyncClient]:
    """The service's own API, anonymous; it holds nothing."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://loans") as client:
        yield client


@pytest.fixture
def people(api: httpx.AsyncClient, keys_folder: Path, connection: asyncpg.Connection) -> People:
    """People of either side, as the gateway signs them, and organisations, as members tells them."""
    return People(api, keys_folder / "signing.json", connection)


@pytest.fixture
def stock(connection: asyncpg.Connection) -> Stock:
    """What is lent, as rows; there is nothing."""
    return Stock(connection)


@pytest.fixture
def desk(people: People, stock: Stock, app: FastAPI) -> Desk:
    """Loans asked for through the API, or as rows of any state."""
    return Desk(people, stock, app)


@pytest.fixture
def papers(desk: Desk, people: People) -> Papers:
    """Papers of loans, through the API."""
    return Papers(desk, people)
