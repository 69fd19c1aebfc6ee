"""People, organisations and sessions as accounts hold them, and requests as the edge hands them on."""

import itertools
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
from ombelle_chassis.identity import Signer
from ombelle_gateway.cookies import digest_of, new_secret

PUBLIC_URL = "https://ombelle.example"
_numbers = itertools.count(1)


@dataclass
class Someone:
    """An account, and how it asks."""

    id: UUID
    email: str
    name: str
    roles: list[str] = field(default_factory=list)
    organisations: dict[str, str] = field(default_factory=dict)
    session: str = ""


class People:
    """Makes people and organisations, and asks in their name."""

    def __init__(self, connection: asyncpg.Connection, client: httpx.AsyncClient, signer: Signer) -> None:
        self.connection = connection
        self.client = client
        self._signer = signer

    async def account(self, name: str = "Ada Lovelace", *, roles: tuple[str, ...] = ()) -> Someone:
        """Make an account with an address of its own; of the roles, the identity tells alone."""
        email = f"personne-{next(_numbers)}-{uuid4().hex[:8]}@exemple.fr"
        account_id = await self.connection.fetchval(
            "INSERT INTO account (email, name) VALUES ($1, $2) RETURNING id", email, name
        )
        return Someone(account_id, email, name, list(roles))

    async def organisation(self, name: str = "Le Vaisseau") -> UUID:
        """Make an organisation's copy."""
        identifier = uuid4()
        await self.connection.execute(
            "INSERT INTO organisation_copy (organisation_id, name, kind, version) VALUES ($1, $2, 'fablab', 1)",
            identifier,
            name,
        )
        return identifier

    async def join(self, someone: Someone, organisation: UUID, role: str | None) -> None:
        """Say what somebody is in an organisation; None: nothing any more."""
        await self.connection.execute(
            "INSERT INTO membership_copy (account_id, organisation_id, role, version) VALUES ($1, $2, $3, 1) "
            "ON CONFLICT (account_id, organisation_id) DO UPDATE SET role = $3, version = membership_copy.version + 1",
            someone.id,
            organisation,
            role,
        )
        if role is None:
            someone.organisations.pop(str(organisation), None)
        else:
            someone.organisations[str(organisation)] = role

    async def member(self, organisation: UUID, role: str, name: str = "Ada Lovelace") -> Someone:
        """Make somebody of an organisation."""
        someone = await self.account(name)
        await self.join(someone, organisation, role)
        return someone

    async def sign_in(self, someone: Someone) -> str:
        """Open a session and return the cookie's value, which later requests of theirs bring."""
        someone.session = new_secret()
        await self.connection.execute(
            "INSERT INTO sign_in_session (token_hash, account_id, method) VALUES ($1, $2, 'link')",
            digest_of(someone.session),
            someone.id,
        )
        return someone.session

    def headers(self, someone: Someone | None) -> dict[str, str]:
        """Return what the edge says of somebody."""
        if someone is None:
            return {}
        token = self._signer.sign_identity(
            str(someone.id), someone.roles, organisations=someone.organisations
        )
        cookie = {"Cookie": f"__Host-ombelle={someone.session}"} if someone.session else {}
        return {"Ombelle-Identity": token, **cookie}

    def program(self, someone: Someone, organisation: UUID, *scopes: str) -> dict[str, str]:
        """Return what the edge says of a program."""
        token = self._signer.sign_identity(
            str(someone.id),
            [],
            organisations={str(organisation): "editor"},
            scopes=scopes,
            token=str(uuid4()),
        )
        return {"Ombelle-Identity": token}

    def command_line(self) -> dict[str, str]:
        """Return what the edge says of the command's own administrator."""
        return {"Ombelle-Identity": self._signer.sign_identity("administrator", ["administrator"])}

    async def ask(self, method: str, path: str, by: Someone | None = None, **options: Any) -> httpx.Response:
        """Ask in somebody's name."""
        headers = {**self.headers(by), **options.pop("headers", {})}
        return await self.client.request(method, f"/api/v1{path}", headers=headers, **options)

    async def mails(self, to: str) -> list[asyncpg.Record]:
        """Return the mails to an address, the oldest first."""
        found: list[asyncpg.Record] = await self.connection.fetch(
            "SELECT template, subject, text_body FROM mail WHERE to_address = $1 ORDER BY id", to
        )
        return found


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Return status and code of a refusal."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]
