import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from ombelle_chassis.identity import Signer, ensure_keys
from ombelle_chassis.messages import Message
from ombelle_command.emptying import empty
from ombelle_events.geography.loader import load_territory
from ombelle_events.main import create_app
from ombelle_events.settings import Settings
from programme_factory import Factory
from standardwebhooks.webhooks import Webhook

SECRET = "whsec_" + "c2VjcmV0" * 5
Tell = Callable[..., Awaitable[httpx.Response]]


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
    await empty(
        connection,
        *("event", "edition", "venue", "lexicon_word", "agenda_change", "organisation_copy"),
        *("outbox_message", "inbox_message"),
    )
    yield connection
    await connection.close()


@pytest.fixture
def make(connection: asyncpg.Connection) -> Factory:
    """Make events as the programme holds them."""
    return Factory(connection)


@pytest.fixture(scope="session")
async def running_app(territory_url: str, keys_folder: Path) -> AsyncIterator[FastAPI]:
    """The service, started once for this worker's tests: making its three hundred routes takes longer than most."""
    settings = Settings(
        database_url=territory_url, jwks_file=keys_folder / "jwks.json", OMBELLE_MESSAGES_SECRET=SECRET
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture
def app(running_app: FastAPI, connection: asyncpg.Connection) -> FastAPI:
    """The service, on an empty programme."""
    return running_app


@pytest.fixture
async def api(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """The service's own API, anonymous; the programme is empty."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://events") as client:
        yield client


@pytest.fixture
def tell(api: httpx.AsyncClient) -> Tell:
    """Send a message as another service does: `await tell("organisation.merged", key, version, **payload)`."""

    async def send(kind: str, key: object, version: int, /, **payload: object) -> httpx.Response:
        told = {name: str(value) if isinstance(value, UUID) else value for name, value in payload.items()}
        message = Message(uuid4(), kind, str(key), version, told)
        now, body = datetime.now(UTC), message.body()
        headers = {
            "webhook-id": str(message.id),
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(SECRET).sign(str(message.id), now, body),
        }
        return await api.post("/internal/messages", content=body.encode(), headers=headers)

    return send


@pytest.fixture
def identity(keys_folder: Path) -> Callable[..., dict[str, str]]:
    """Make headers as the gateway signs them: `identity("bob", ["reviewer"], organisations={…}, scopes=[…])`."""

    def sign(subject: str, roles: Sequence[str] = (), **more: Any) -> dict[str, str]:
        token = Signer(keys_folder / "signing.json").sign_identity(subject, roles, **more)
        return {"Ombelle-Identity": token}

    return sign


@pytest.fixture
def administrator(keys_folder: Path) -> dict[str, str]:
    """Headers of an administrator, as the gateway signs them."""
    token = Signer(keys_folder / "signing.json").sign_identity("alice", ["administrator"])
    return {"Ombelle-Identity": token}


@pytest.fixture
def reviewer(keys_folder: Path) -> dict[str, str]:
    """Headers of somebody signed in without the administrator's role."""
    return {"Ombelle-Identity": Signer(keys_folder / "signing.json").sign_identity("bob", ["reviewer"])}
