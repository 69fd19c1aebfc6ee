"""Waiting until a mirror may be told of what was committed."""

import time

import asyncpg

# Of the whole server: tests of other databases run beside, and what they began earlier is waited for.
_PAST = """
SELECT coalesce(pg_snapshot_xmin(pg_current_snapshot()) > (SELECT max(transaction) FROM agenda_change)::text::xid8, true)
"""


async def until_told(connection: asyncpg.Connection) -> None:
    """Wait until no transaction that began before the last change of the agenda still runs.

    Raises:
        AssertionError: one still does after 20 seconds.

    """
    deadline = time.monotonic() + 20
    while not await connection.fetchval(_PAST):
        assert time.monotonic() < deadline, "an older transaction never ends"
