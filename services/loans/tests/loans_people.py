"""Who acts in the tests: accounts as the gateway signs them, organisations as members tells them."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
from ombelle_chassis.identity import Signer
from standardwebhooks.webhooks import Webhook

SECRET = base64.b64encode(b"a secret of thirty-two bytes, ok").decode()


@dataclass
class Someone:
    """Somebody who calls the API."""

    api: httpx.AsyncClient
    headers: dict[str, str]
    subject: str = ""

    async def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Call a route under /api/v1."""
        headers = {**self.headers, **options.pop("headers", {})}
        return await self.api.request(method, f"/api/v1{path}", headers=headers, **options)

    async def get(self, path: str, status: int = 200, **options: Any) -> Any:
        return _body(await self.call("GET", path, **options), status)

    async def post(self, path: str, body: Any = None, status: int = 200, **options: Any) -> Any:
        return _body(await self.call("POST", path, json=body, **options), status)

    async def put(self, path: str, body: Any, status: int = 200, **options: Any) -> Any:
        return _body(await self.call("PUT", path, json=body, **options), status)

    async def patch(self, path: str, body: Any, status: int = 200, *, if_match: str | None = "*") -> Any:
        headers = {} if if_match is None else {"If-Match": if_match}
        return _body(await self.call("PATCH", path, json=body, headers=headers), status)

    async def delete(self, path: str, status: int = 204) -> Any:
        return _body(await self.call("DELETE", path), status)


def _body(answer: httpx.Response, status: int) -> Any:
    assert answer.status_code == status, (answer.status_code, answer.text)
    return answer.json() if answer.content else None


@dataclass
class People:
    """Makes them."""

    api: httpx.AsyncClient
    signing_key: Path
    connection: asyncpg.Connection

    def signed(self, subject: str, roles: list[str] | None = None, **more: Any) -> Someone:
        """Somebody with an identity."""
        token = Signer(self.signing_key).sign_identity(subject, roles or [], **more)
        return Someone(self.api, {"Ombelle-Identity": token}, subject)

    def anonymous(self) -> Someone:
        return Someone(self.api, {})

    def account(self, *roles: str) -> Someone:
        """Somebody with an account, with these roles in the agency."""
        return self.signed(str(uuid4()), list(roles))

    def lender(self) -> Someone:
        """One of the agency's who lend."""
        return self.account("lender")

    def editor(self, *organisations: UUID, role: str = "editor") -> Someone:
        """Somebody who acts for these organisations."""
        return self.signed(str(uuid4()), organisations={str(one): role for one in organisations})

    def program(self, organisation: UUID, *scopes: str) -> Someone:
        """A program of an organisation."""
        return self.signed(
            str(uuid4()), organisations={str(organisation): "editor"}, scopes=scopes, token=str(uuid4())
        )

    def command(self) -> Someone:
        """The agency's command, which has no account."""
        return self.signed("administrator", ["administrator"])

    async def organisation(self, name: str = "Collège Berlioz", kind: str = "college", **more: Any) -> UUID:
        """An organisation of the directory, as a row of the copy: by the message where that is what is tested."""
        values = {
            "id": uuid4(), "name": name, "kind": kind, "insee": "80021", "commune": "Amiens", "department": "80",
        } | more  # fmt: skip
        await self.connection.execute(
            "INSERT INTO organisation_copy (organisation_id, name, kind, commune_insee, commune_name, department, "
            "is_public, version) VALUES ($1, $2, $3, $4, $5, $6, true, 1)",
            *values.values(),
        )
        chosen: UUID = values["id"]
        return chosen

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
