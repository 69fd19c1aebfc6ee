from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from access_people import PUBLIC_URL, People
from aiohttp import web
from aiohttp.test_utils import TestServer
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from ombelle_chassis.identity import Signer, ensure_keys
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.settings import Settings


@dataclass
class Holder:
    """A service that says what it holds, and of whom it was asked."""

    sections: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    asked: list[str] = field(default_factory=list)
    name: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.headers["Ombelle-Identity"])
        return web.json_response({"service": self.name, "sections": self.sections}, status=self.status)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    ensure_keys(folder)
    return folder


@pytest.fixture(scope="session")
def own_database_url(make_database: Any) -> str:
    return str(make_database(role="gateway"))


@pytest.fixture
async def holders() -> AsyncIterator[dict[str, Holder]]:
    """The services members, events and loans, as far as an export knows them."""
    held = {name: Holder(name=name) for name in ("members", "events", "loans")}
    servers = {}
    for name, holder in held.items():
        application = web.Application()
        application.router.add_get("/internal/personal-data", holder.answer)
        servers[name] = TestServer(application)
        await servers[name].start_server()
    held["addresses"] = {name: str(server.make_url("")).rstrip("/") for name, server in servers.items()}  # type: ignore[assignment]
    yield held
    for server in servers.values():
        await server.close()


@pytest.fixture
async def app(own_database_url: str, keys: Path, holders: dict[str, Any]) -> AsyncIterator[FastAPI]:
    settings = Settings(
        database_url=own_database_url,
        jwks_file=keys / "jwks.json",
        keys_dir=keys,
        public_url=PUBLIC_URL,
        subscribers=holders["addresses"],
        works=False,
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture
async def connection(own_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(own_database_url)
    yield connection
    await connection.close()


@pytest.fixture
async def people(app: FastAPI, connection: asyncpg.Connection, keys: Path) -> AsyncIterator[People]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
        yield People(connection, client, Signer(keys / "signing.json"))
