"""Sets a PostgreSQL up for the services: database, extensions, a role and a schema each, no grants across.

Run as `python -m ombelle_command.database` by the supervisor (which stays without asyncpg) with a JSON
object on standard input: {"owner_url", "database", "passwords": {role: password}, "identifier": int|null}.
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from typing import Any

import asyncpg

EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist", "fuzzystrmatch")
PATIENCE = 30.0  # seconds our own server may take to come out of recovery
LITTLE_PATIENCE = 5.0  # somebody else's runs, or its address is wrong


class SetUpError(Exception):
    """The server reached cannot be set up; the text says why, for a person to read."""


async def set_up(
    owner_url: str,
    *,
    database: str,
    passwords: Mapping[str, str],
    identifier: int | None = None,
) -> None:
    """Bring the database to its expected state, whatever part of it is there already.

    `passwords` names the roles, each of which owns the schema of its name. With `identifier`, refuses a
    server that is not the cluster of that number. Raises SetUpError, or what asyncpg raises.
    """
    patience = PATIENCE if identifier is not None else LITTLE_PATIENCE
    try:
        server = await _connect(owner_url, patience)
    except asyncpg.InvalidCatalogNameError:  # the address names the database that is to be made
        server = await _connect(owner_url, patience, database="postgres")
    try:
        if identifier is not None:
            seen = await server.fetchval("select system_identifier from pg_control_system()")
            if seen != identifier:
                raise SetUpError("Un autre PostgreSQL répond à la place du nôtre.")
        if server.get_server_version().major < 18:
            raise SetUpError(f"Il faut PostgreSQL 18 ; celui-ci est {server.get_server_version().major}.")
        await server.execute(
            "select pg_advisory_lock(hashtext('ombelle set-up'))"
        )  # two at once; ends with us
        for role, password in passwords.items():
            await _keep_role(server, role, password)
        if not await server.fetchval("select true from pg_database where datname = $1", database):
            # the same order of letters everywhere, whatever this server's own
            await server.execute(
                f"create database {_name(database)} template template0 encoding 'UTF8' "
                "locale_provider builtin builtin_locale 'C.UTF-8'"
            )
        await grant_database(server, database, passwords)
    finally:
        await server.close()
    inside = await _connect(owner_url, patience, database=database)
    try:
        async with inside.transaction():
            await _keep_schemas(inside, passwords)
    finally:
        await inside.close()


async def grant_database(connection: Any, database: str, roles: Mapping[str, str]) -> None:
    """Let only the roles into the database.

    To be said again of a copy: grants on a template are not copied.
    """
    await connection.execute(f"revoke all on database {_name(database)} from public")
    for role in roles:
        await connection.execute(f"grant connect, temporary on database {_name(database)} to {_name(role)}")


async def _keep_role(server: Any, role: str, password: str) -> None:
    known = await server.fetchval("select true from pg_roles where rolname = $1", role)
    verb = "alter" if known else "create"
    await server.execute(f"{verb} role {_name(role)} login nocreatedb nocreaterole password '{password}'")
    await server.execute(f"alter role {_name(role)} set search_path = {_name(role)}, extensions")
    if not await server.fetchval("select rolsuper from pg_roles where rolname = current_user"):
        await server.execute(f"grant {_name(role)} to current_user with set true, inherit false")


async def _keep_schemas(inside: Any, roles: Mapping[str, str]) -> None:
    await inside.execute("revoke all on schema public from public")
    await inside.execute("create schema if not exists extensions")
    await inside.execute("grant usage on schema extensions to public")
    for extension in EXTENSIONS:
        await inside.execute(f"create extension if not exists {extension} schema extensions")
    for role in roles:
        await inside.execute(f"create schema if not exists {_name(role)} authorization {_name(role)}")


async def _connect(url: str, patience: float, **changes: str) -> Any:
    """Connect, waiting while the server comes out of recovery."""
    end = asyncio.get_running_loop().time() + patience
    while True:
        try:
            return await asyncpg.connect(url, timeout=10, **changes)
        except (asyncpg.CannotConnectNowError, ConnectionError):
            if asyncio.get_running_loop().time() > end:
                raise
            await asyncio.sleep(0.05)


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def in_french(fault: Exception) -> str:
    """Say why a server could not be set up. Never tells the address's password."""
    why = str(fault).strip() or type(fault).__name__
    if isinstance(fault, SetUpError):
        return why
    if isinstance(fault, asyncpg.InvalidAuthorizationSpecificationError):
        return f"PostgreSQL refuse ce rôle ou ce mot de passe : {why}"
    if isinstance(fault, asyncpg.InsufficientPrivilegeError):
        return f"Ce rôle n'a pas les droits qu'il faut (créer une base et des rôles) : {why}"
    if isinstance(fault, OSError):
        return f"PostgreSQL ne répond pas : {why}"
    if isinstance(fault, asyncpg.InterfaceError | ValueError):
        return "L'adresse de PostgreSQL n'est pas lisible."  # what is said of it may quote it
    return f"PostgreSQL refuse : {why}"


FAULTS = (SetUpError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError, ValueError)


def main() -> int:
    """Set up what standard input says; a failure is one line on standard error and status 1."""
    wanted = json.load(sys.stdin)
    try:
        asyncio.run(set_up(wanted.pop("owner_url"), **wanted))
    except FAULTS as fault:
        print(in_french(fault), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
