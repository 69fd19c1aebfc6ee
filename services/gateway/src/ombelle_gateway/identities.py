"""Who stands behind a cookie or a program's token: one statement each, asked every time."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

import asyncpg
from ombelle_chassis.errors import Unavailable
from ombelle_chassis.logging import get_logger

_SECONDS = 3.0
_CONNECTIONS = 8
_OF_SESSION = "SELECT subject, roles, organisations FROM identity_of_session($1)"
_OF_TOKEN = "SELECT token_id, account_id, organisation_id, scopes FROM identity_of_token($1, $2)"  # noqa: S105
_LOST = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


class Person(NamedTuple):
    """Somebody who is signed in."""

    subject: str
    roles: list[str]
    organisations: Mapping[str, str]


class Program(NamedTuple):
    """An organisation's program, and who made its token."""

    token: str
    subject: str
    organisation: str
    scopes: list[str]


class Identities:
    """The edge's only questions to PostgreSQL. `open` and `close` belong to the loop that serves."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._pool: asyncpg.Pool | None = None
        self._log = get_logger("gateway")

    async def open(self) -> None:
        """Make the pool; it connects when somebody first presents something, since most people never do."""
        self._pool = await asyncpg.create_pool(
            self._url,
            min_size=0,
            max_size=_CONNECTIONS,
            timeout=_SECONDS,
            command_timeout=_SECONDS,
            reset=_nothing_to_reset,
            server_settings={"application_name": "gateway-identities", "timezone": "UTC"},
        )

    async def close(self) -> None:
        """Close every connection."""
        if self._pool is not None:
            self._pool.terminate()

    async def of_session(self, digest: bytes) -> Person | None:
        """Return who is signed in by the cookie of this digest; nobody if it serves no more.

        Raises:
            Unavailable: PostgreSQL is away.

        """
        row = await self._ask(_OF_SESSION, digest)
        return Person(row["subject"], row["roles"], json.loads(row["organisations"])) if row else None

    async def of_token(self, prefix: str, digest: bytes) -> Program | None:
        """Return whom the token of this prefix and digest speaks for; nobody if it serves no more.

        Raises:
            Unavailable: PostgreSQL is away.

        """
        row = await self._ask(_OF_TOKEN, prefix, digest)
        if row is None:
            return None
        return Program(
            str(row["token_id"]), str(row["account_id"]), str(row["organisation_id"]), row["scopes"]
        )

    async def _ask(self, statement: str, *values: object) -> Any:
        try:
            try:
                return await self._asked(statement, values)
            except _LOST:
                # A connection that PostgreSQL closed shows it only now: the next one is new.
                return await self._asked(statement, values)
        except _LOST as error:
            self._log.warning("identities_unavailable", reason=f"{type(error).__name__}: {error}")
            raise Unavailable(
                "Impossible de vérifier qui vous êtes pour le moment : réessayez dans un instant."
            ) from error

    async def _asked(self, statement: str, values: tuple[object, ...]) -> Any:
        if self._pool is None:
            raise ConnectionError("no pool")
        async with self._pool.acquire(timeout=_SECONDS) as connection:
            return await connection.fetchrow(statement, *values)


async def _nothing_to_reset(_connection: asyncpg.Connection) -> None:
    """These connections hold no transaction, lock or setting of a request's own."""
