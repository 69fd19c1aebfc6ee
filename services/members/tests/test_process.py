"""The process as it is run: what it posts arrives at its subscribers, and it waits for a schema that is current."""

import asyncio
import json
import re

import httpx
import pytest
from asgi_lifespan import LifespanManager
from members_people import SECRET, People
from ombelle_members.main import create_app
from ombelle_members.settings import Settings
from standardwebhooks.webhooks import Webhook


@pytest.fixture
async def subscriber():
    """An HTTP server that takes every message; yields its address and what came."""
    came: asyncio.Queue = asyncio.Queue()

    async def take(reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        body = await reader.readexactly(int(re.search(r"content-length: (\d+)", head, re.IGNORECASE)[1]))
        headers = dict(line.split(": ", 1) for line in head.lower().split("\r\n")[1:] if ": " in line)
        signed = {
            **headers,
            "webhook-signature": re.search(r"webhook-signature: (\S+)", head, re.IGNORECASE)[1],
        }
        Webhook(SECRET).verify(body, signed)
        writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()
        came.put_nowait(json.loads(body))

    server = await asyncio.start_server(take, "127.0.0.1")
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", came


async def test_what_is_posted_arrives_and_leaves_nothing_behind(
    members_database_url, keys_folder, connection, subscriber
):
    address, came = subscriber
    settings = Settings(
        database_url=members_database_url,
        jwks_file=keys_folder / "jwks.json",
        OMBELLE_MESSAGES_SECRET=SECRET,
        OMBELLE_SUBSCRIBERS=f"gateway={address},events={address},loans={address}",
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://members") as client:
            alice = await People(client, keys_folder / "signing.json", connection).account("Alice")
            organisation = await alice.enters()
        messages = [await asyncio.wait_for(came.get(), 20) for _ in range(6)]
    assert await connection.fetchval("SELECT count(*) FROM outbox_message") == 0
    assert sorted((message["type"], message["key"]) for message in messages) == [
        *[("membership.changed", str(alice.account_id))] * 3,
        *[("organisation.changed", str(organisation))] * 3,
    ]


async def test_a_process_waits_for_its_schema(make_database, keys_folder):
    settings = Settings(
        database_url=make_database(role="members", migrated=False),
        jwks_file=keys_folder / "jwks.json",
        works=False,
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://members") as client:
            assert (await client.get("/healthz")).status_code == 200
            answer = await client.get("/readyz")
            assert (answer.status_code, answer.json()["detail"]) == (
                503,
                "Le schéma de la base n'est pas à jour : lancez la migration.",
            )
            assert (await client.post("/internal/messages", content=b"{}")).status_code == 401
