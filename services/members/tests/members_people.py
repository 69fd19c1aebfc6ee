"""Who acts in the tests: accounts as the gateway signs them, and what it tells of them."""

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
from ombelle_chassis.identity import Signer
from standardwebhooks.webhooks import Webhook

SECRET = base64.b64encode(b"a secret of thirty-two bytes, ok").decode()
ORGANISATION = {"name": "Collectif La Marmite", "kind": "popular_education"}


@dataclass
class Someone:
    """Somebody who calls the API."""

    api: httpx.AsyncClient
    headers: dict[str, str]
    account_id: UUID | None = None
    name: str = ""
    email: str = ""

    async def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Call a route under /api/v1."""
        headers = {**self.headers, **options.pop("headers", {})}
        return await self.api.request(method, f"/api/v1{path}", headers=headers, **options)

    async def get(self, path: str, status: int = 200, **options: Any) -> Any:
        return _body(await self.call("GET", path, **options), status)

    async def post(self, path: str, body: Any = None, status: int = 200, **options: Any) -> Any:
        return _body(await self.call("POST", path, json=body, **options), status)

    async def patch(self, path: str, body: Any, status: int = 200, *, if_match: str | None = "*") -> Any:
        headers = {} if if_match is None else {"If-Match": if_match}
        return _body(await self.call("PATCH", path, json=body, headers=headers), status)

    async def delete(self, path: str, status: int = 204) -> Any:
        return _body(await self.call("DELETE", path), status)

    async def enters(self, **values: Any) -> UUID:
        """Enter an organisation, and return its id."""
        return UUID((await self.post("/organisations", ORGANISATION | values, 201))["id"])


def _body(answer: httpx.Response, status: int) -> Any:
    assert answer.status_code == status, (answer.status_code, answer.text)
    return answer.json() if answer.content else None


@dataclass
class People:
    """Makes them."""

    api: httpx.AsyncClient
    signing_key: Path
    connection: asyncpg.Connection
    _versions: dict[UUID, int] = field(default_factory=dict)

    def signed(self, subject: str, roles: list[str] | None = None, **more: Any) -> Someone:
        """Somebody with an identity, of whom nothing was told."""
        token = Signer(self.signing_key).sign_identity(subject, roles or [], **more)
        return Someone(self.api, {"Ombelle-Identity": token})

    async def account(self, name: str, *roles: str, email: str | None = None) -> Someone:
        """Somebody with an account that the gateway has told of."""
        account_id = uuid4()
        someone = self.signed(str(account_id), list(roles))
        someone.account_id, someone.name = account_id, name
        someone.email = email or f"{name.lower()}@exemple.fr"
        await self.tells(someone)
        return someone

    def program(self, organisation: UUID, *scopes: str) -> Someone:
        """A program of an organisation, made by somebody whom nobody knows."""
        return self.signed(
            str(uuid4()), organisations={str(organisation): "editor"}, scopes=scopes, token=str(uuid4())
        )

    def command(self) -> Someone:
        """The agency's command, which has no account."""
        return self.signed("administrator", ["administrator"])

    async def tells(self, someone: Someone, *, locale: str = "fr", version: int | None = None) -> None:
        """Deliver `account.changed` with what somebody is called now."""
        account_id = someone.account_id
        assert account_id is not None
        self._versions[account_id] = self._versions.get(account_id, 0) + 1
        payload = {
            "account_id": str(account_id), "name": someone.name, "email": someone.email, "locale": locale,
        }  # fmt: skip
        await self.delivers(
            "account.changed", str(account_id), payload, version or self._versions[account_id]
        )

    async def delivers(
        self, kind: str, key: str, payload: dict[str, Any], version: int, status: int = 204
    ) -> None:
        """Deliver a message, signed as the relay does."""
        message_id, now = str(uuid4()), datetime.now(UTC)
        body = json.dumps(
            {"id": message_id, "type": kind, "key": key, "version": version, "payload": payload}
        )
        headers = {
            "webhook-id": message_id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(SECRET).sign(message_id, now, body),
        }
        answer = await self.api.post("/internal/messages", content=body, headers=headers)
        assert answer.status_code == status, answer.text

    async def posted(self, kind: str) -> list[dict[str, Any]]:
        """The payloads of the messages of a type that wait in the outbox, in the order they were posted."""
        rows = await self.connection.fetch(
            "SELECT payload FROM outbox_message WHERE type = $1 ORDER BY seq", kind
        )
        return [json.loads(row["payload"]) for row in rows]
