"""Baseline of rows that did not change: parse the pages, hash each row, COPY into a temporary table, one anti-join.

Its hashes are of the rows as they are; a table of its own holds those of the load before.
"""

import hashlib
from collections.abc import Sequence

import asyncpg
import orjson

PREPARE = """
CREATE TABLE bare_record (external_id text PRIMARY KEY, digest bytea NOT NULL, raw text STORAGE EXTERNAL NOT NULL)
"""
_CREATE = """
CREATE TEMPORARY TABLE bare_staged (external_id text, digest bytea, raw text STORAGE EXTERNAL) ON COMMIT DROP
"""
_CHANGED = """
SELECT external_id FROM bare_staged s
WHERE NOT EXISTS (SELECT FROM bare_record r WHERE r.external_id = s.external_id AND r.digest = s.digest)
"""


async def stage(connection: asyncpg.Connection, pages: Sequence[bytes], *, raw: bool = True) -> None:
    """Copy every row in: its id, its hash and, unless told not to, itself."""
    await connection.execute(_CREATE)
    for page in pages:
        records = []
        for row in orjson.loads(page)["events"]:
            text = orjson.dumps(row)
            records.append(
                (str(row["uid"]), hashlib.sha256(text).digest()[:16], text.decode() if raw else "")
            )
        await connection.copy_records_to_table("bare_staged", schema_name="pg_temp", records=records)


async def first_load(connection: asyncpg.Connection, pages: Sequence[bytes]) -> None:
    """Remember the rows, for `changed` to compare with."""
    async with connection.transaction():
        await stage(connection, pages)
        await connection.execute("INSERT INTO bare_record SELECT * FROM bare_staged")


async def changed(connection: asyncpg.Connection, pages: Sequence[bytes], *, raw: bool = True) -> int:
    """Count the rows that are not as they were, in one transaction."""
    async with connection.transaction():
        await stage(connection, pages, raw=raw)
        return len(await connection.fetch(_CHANGED))
