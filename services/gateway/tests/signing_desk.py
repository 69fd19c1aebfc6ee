"""Browsers before a real edge and a real process of accounts, and what they read in their mail."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import uvicorn
from ombelle_chassis.app import openapi_of
from ombelle_chassis.identity import ensure_keys
from ombelle_chassis.server import bind
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.settings import Settings as AccountsSettings
from ombelle_gateway.accounts.tokens.domain import NewToken, new_token
from ombelle_gateway.app import Gateway
from ombelle_gateway.client_address import Network
from ombelle_gateway.settings import Settings

PUBLIC_URL = "http://ombelle.example"
SECRET = "c2VjcmV0IG9mIHRoZSB0ZXN0cywgbG9uZyBlbm91Z2g="
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@asynccontextmanager
async def serving(app: Any) -> AsyncIterator[str]:
    """Serve an ASGI application on a free port; give its address."""
    listener = bind(["127.0.0.1"], 0)[0]
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            ws="none",
            proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
    )
    task = asyncio.create_task(server.serve([listener]))
    async with asyncio.timeout(10):
        while not server.started:  # noqa: ASYNC110 - uvicorn gives nothing else to wait for
            await asyncio.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


@dataclass
class Letter:
    """A mail that waits to be sent."""

    to: str
    template: str
    locale: str
    is_secret: bool
    text: str

    @property
    def token(self) -> str:
        """The secret of its link."""
        found = re.search(r"#lien=([A-Za-z0-9_-]{43})", self.text)
        assert found, self.text
        return found[1]

    @property
    def code(self) -> str:
        """The code beside it."""
        found = re.search(r"\b([2-9A-HJ-NP-Z]{8})\b", self.text)
        assert found, self.text
        return found[1]


@dataclass
class Door:
    """The edge, accounts behind it, and their database."""

    address: str
    accounts: str
    database_url: str
    keys: Path
    database: asyncpg.Connection
    edge: Gateway = field(repr=False)
    settings: Settings = field(repr=False)
    documents: Mapping[str, Any] = field(repr=False)
    _browsers: list[httpx.AsyncClient] = field(default_factory=list, repr=False)

    def browser(self, *, at: str = "192.0.2.10", **headers: str) -> "Browser":
        """Return a browser that holds no cookie, at this address."""
        client = httpx.AsyncClient(
            timeout=60,  # a busy machine answers late, and no test is about how late
            verify=False,  # nothing here is TLS, and reading certificates takes long
            base_url=f"{self.address}/api/v1",
            headers={"Origin": PUBLIC_URL, "User-Agent": FIREFOX, "X-Forwarded-For": at, **headers},
        )
        self._browsers.append(client)
        return Browser(self, client)

    async def close_browsers(self) -> None:
        """Close every browser: at the end of a test."""
        while self._browsers:
            await self._browsers.pop().aclose()

    async def letters(self, to: str) -> list[Letter]:
        """Return the mails that wait for this address, the newest first."""
        rows = await self.database.fetch(
            "SELECT to_address, template, locale, is_secret, text_body FROM mail WHERE to_address = $1 "
            "ORDER BY id DESC",
            to,
        )
        return [Letter(*row) for row in rows]

    async def audit(self, *actions: str) -> list[tuple[str, str, dict[str, Any]]]:
        """Return action, actor and values of the entries about accounts, in their order."""
        rows = await self.database.fetch(
            "SELECT e.action, v.actor, v.values FROM audit_entry e JOIN audit_value v USING (seq) "
            "WHERE cardinality($1::text[]) = 0 OR e.action = ANY ($1) ORDER BY seq",
            list(actions),
        )
        return [(row["action"], row["actor"], row["values"]) for row in rows]


@dataclass
class Browser:
    """Somebody's browser."""

    door: Door
    client: httpx.AsyncClient
    account: dict[str, Any] = field(default_factory=dict)

    async def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send a request and give the whole answer."""
        return await self.client.request(method, path, **options)

    async def get(self, path: str, **options: Any) -> httpx.Response:
        return await self.ask("GET", path, **options)

    async def post(self, path: str, body: Mapping[str, Any] | None = None, **options: Any) -> httpx.Response:
        return await self.ask("POST", path, json=body if body is not None else {}, **options)

    async def link(self, email: str) -> Letter:
        """Ask for a link and read it."""
        answer = await self.post("/sign-in/links", {"email": email})
        assert answer.status_code == 202, answer.text
        return (await self.door.letters(email))[0]

    async def sign_in(self, email: str, name: str = "Ada") -> "Browser":
        """Sign in by link, with an account made if need be."""
        letter = await self.link(email)
        answer = await self.post("/sign-in", {"token": letter.token, "name": name, "is_15_or_older": True})
        assert answer.status_code == 200, answer.text
        self.account = (await self.me())["account"]
        return self

    async def me(self) -> Any:
        """Return what `/me` says."""
        answer = await self.get("/me")
        assert answer.status_code == 200, answer.text
        return answer.json()

    @property
    def cookie(self) -> str | None:
        """The session's cookie."""
        return self.client.cookies.get("ombelle")


@asynccontextmanager
async def open_door(
    database_url: str,
    keys: Path,
    *,
    public_url: str = PUBLIC_URL,
    demo_url: str | None = None,
    trusted: tuple[Network, ...] = (),
    documents: Mapping[str, Any] | None = None,
    upstreams: Mapping[str, str] | None = None,
) -> AsyncIterator[Door]:
    """Serve accounts and an edge in front of them."""
    _, jwks = ensure_keys(keys)
    app = create_app(
        AccountsSettings(
            database_url=database_url,
            jwks_file=jwks,
            public_url=public_url,
            demo_url=demo_url,
            messages_secret=SECRET,
            works=False,
        )
    )
    database = await asyncpg.connect(database_url)
    await database.set_type_codec("jsonb", encoder=str, decoder=json.loads, schema="pg_catalog")
    try:
        async with serving(app) as accounts:
            settings = Settings(
                database_url=database_url,
                upstreams={"gateway": accounts, **(upstreams or {})},
                keys_dir=keys,
                frontend_dir=keys,
                ready_file=None,
                public_url=public_url,
                trusted_proxies=trusted,
            )
            documents = {"gateway": openapi_of(app), **(documents or {})}
            edge = Gateway(settings, documents=documents)
            async with serving(edge) as address:
                door = Door(address, accounts, database_url, keys, database, edge, settings, documents)
                try:
                    yield door
                finally:
                    await door.close_browsers()
    finally:
        await database.close()


def problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """Check that this is a problem, and return its members without those that differ each time."""
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, body["code"]) == (status, code), body
    assert answer.headers["content-type"] == "application/problem+json"
    return {name: value for name, value in body.items() if name not in {"request_id", "instance", "type"}}


MUSEUM = UUID(int=7)


async def program(edge: Door, account: str, *, scopes: str = "events:read") -> NewToken:
    """Make a token of the museum's program, and its maker a member."""
    made = new_token()
    await edge.database.execute(
        "INSERT INTO organisation_copy VALUES ($1, 'Musée', 'library', NULL, 1) ON CONFLICT DO NOTHING",
        MUSEUM,
    )
    await edge.database.execute(
        "INSERT INTO membership_copy VALUES ($1, $2, 'administrator', 1)", account, MUSEUM
    )
    await edge.database.execute(
        "INSERT INTO api_token (prefix, digest, name, organisation_id, account_id, scopes, expires_on) "
        "VALUES ($1, $2, 'Site', $3, $4, $5, current_date + 30)",
        made.prefix,
        made.digest,
        MUSEUM,
        account,
        [scopes],
    )
    return made
