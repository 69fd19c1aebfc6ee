"""What a host gives: a PostgreSQL that is not ours, its owner who is no superuser, a public address."""

from urllib.parse import quote, urlsplit

import asyncpg

PUBLIC = "https://agenda.example.fr"
OWNER = "boss"
PASSWORD = "p@ss:w/o#r?d%41[é] &="
"""Every sign that means something in an address, and letters beyond ASCII."""


def address(server: str, *, database: str = "postgres", options: str = "") -> str:
    """Return the address by which the owner reaches a database of a server."""
    parts = urlsplit(server)
    who = f"{OWNER}:{quote(PASSWORD, safe='')}"
    return f"postgresql://{who}@{parts.hostname}:{parts.port}/{database}{options}"


async def make_owner(server: str) -> None:
    """Make the owner as hosts of databases give one: no superuser."""
    connection = await asyncpg.connect(server)
    try:
        literal = PASSWORD.replace("'", "''")
        await connection.execute(f"create role \"{OWNER}\" login createdb createrole password '{literal}'")
    finally:
        await connection.close()
