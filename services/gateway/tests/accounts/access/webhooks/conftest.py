from collections.abc import AsyncIterator
from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest
from access_people import PUBLIC_URL, People, Someone
from asgi_lifespan import LifespanManager
from ombelle_chassis.identity import Signer
from ombelle_chassis.messages import Message
from ombelle_command.emptying import empty
from ombelle_contracts.messages import WebhookTold
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.settings import Settings
from ombelle_gateway.accounts.webhooks.delivery import Deliveries
from ombelle_gateway.accounts.webhooks.doors import Doors
from ombelle_gateway.accounts.webhooks.service import take_told
from webhook_receiver import Receiver

LOOPBACK = (ip_network("127.0.0.0/8"),)


@pytest.fixture(scope="session")
async def local_app(gateway_database_url: str, access_keys: Any) -> AsyncIterator[Any]:
    """Accounts as on a developer's machine: webhooks may lead to it."""
    settings = Settings(
        database_url=gateway_database_url,
        jwks_file=access_keys / "jwks.json",
        public_url=PUBLIC_URL,
        webhook_networks="127.0.0.0/8",
        works=False,
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture
async def local(local_app: Any, connection: asyncpg.Connection, access_keys: Any) -> AsyncIterator[People]:
    """As `people`, of accounts on a developer's machine."""
    await connection.execute("DELETE FROM limit_hit")
    transport = httpx.ASGITransport(app=local_app)
    async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
        yield People(connection, client, Signer(access_keys / "signing.json"))


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with Receiver().serving() as one:
        yield one


class Hooked:
    """An organisation with a webhook that leads to the receiver."""

    def __init__(self, desk: SimpleNamespace, organisation: UUID, administrator: Someone) -> None:
        self.desk, self.organisation, self.administrator = desk, organisation, administrator
        self.webhook: dict[str, Any] = {}

    async def make(self, **values: Any) -> dict[str, Any]:
        asked = {
            "organisation_id": str(self.organisation),
            "name": "Le site du Vaisseau",
            "url": self.desk.receiver.url,
            "events": ["application.decided", "message.received"],
        } | values
        answer = await self.ask("POST", "", json=asked)
        assert answer.status_code == 201, answer.text
        self.webhook = answer.json()
        self.desk.receiver.secrets = [self.webhook["secret"]]
        return self.webhook

    async def ask(self, method: str, path: str, by: Someone | None = None, **options: Any) -> httpx.Response:
        return await self.desk.people.ask(method, f"/webhooks{path}", by or self.administrator, **options)

    async def tell(self, event: str = "application.decided", subject: str = "a", **data: Any) -> None:
        """Tell something as the service of events does."""
        fact = WebhookTold.model_validate(
            {
                "organisation_id": self.organisation,
                "event": event,
                "at": "2027-01-04T09:00:00+00:00",
                "subject": {"kind": "application", "id": subject},
                "data": data,
            }
        )
        message = Message(uuid4(), "webhook.told", "k", 1, fact.model_dump(mode="json"))
        async with self.desk.sessions() as session, session.begin():
            await take_told(session, message)

    async def run(self, **more: Any) -> None:
        """Send what is due."""
        deliveries = Deliveries(self.desk.database_url, Doors(LOOPBACK), **more)
        await deliveries.run(UUID(self.webhook["id"]))

    async def deliveries(self, query: str = "") -> list[dict[str, Any]]:
        answer = await self.ask("GET", f"/{self.webhook['id']}/deliveries{query}")
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items


@pytest.fixture
async def hooked(
    local: People,
    local_app: Any,
    receiver: Receiver,
    connection: asyncpg.Connection,
    gateway_database_url: str,
) -> Hooked:
    """An organisation with an administrator; `await hooked.make()` makes its webhook."""
    await empty(connection, "webhook", "webhook_delivery", "pgqueuer", "idempotent_request")
    desk = SimpleNamespace(
        people=local,
        receiver=receiver,
        sessions=local_app.state.context.sessions,
        database_url=gateway_database_url,
        connection=connection,
    )
    organisation = await local.organisation()
    return Hooked(desk, organisation, await local.member(organisation, "administrator"))
