"""Two databases row by row: generated ids replaced by what the rows are known by, moments of writing left out."""

import re
from collections import Counter
from typing import Any

import asyncpg

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_WRITTEN_AT = re.compile(r'(\\?"updated_at\\?": ?\\?)"[^"\\]*(\\?)"')
# Bookkeeping of single runs and of the job queue, and the log of who did what: a cut run is told there, and should be.
_NOT_COMPARED = {"alembic_version", "feed_run", "audit_entry", "audit_value", "audit_head"}
_MOMENTS = {
    "created_at", "updated_at", "edited_at", "opened_at", "settled_at", "first_seen_at", "found_at", "changed_at",
    "withdrawn_at", "transaction",
}  # fmt: skip
_NAMES = """
SELECT id, 'event ' || coalesce((SELECT min(source || ':' || external_id) FROM external_ref WHERE event_id = id), slug)
  FROM event
UNION ALL SELECT venue_id, 'venue ' || min(source || ':' || external_id) FROM venue_ref GROUP BY venue_id
UNION ALL SELECT id, 'edition ' || year FROM edition
UNION ALL SELECT id, 'feed ' || name FROM feed
UNION ALL SELECT s.id, 'session of ' || (SELECT min(external_id) FROM external_ref r WHERE r.event_id = s.event_id)
  || ' at ' || s.starts_at || ' to ' || s.ends_at FROM event_session s
"""
_TABLES = """
SELECT c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
  AND c.relname NOT LIKE 'pgqueuer%' ORDER BY c.relname
"""

Dump = dict[str, Counter[str]]


async def dump(url: str) -> Dump:
    """Return every row of every table of the service, each as text that two equal states share."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            await connection.execute("SET LOCAL timezone = 'UTC'")
            names = {str(row_id): name for row_id, name in await connection.fetch(_NAMES)}
            tables = [table for (table,) in await connection.fetch(_TABLES) if table not in _NOT_COMPARED]
            return {table: await _rows(connection, table, names) for table in tables}
    finally:
        await connection.close()


async def _rows(connection: Any, table: str, names: dict[str, str]) -> Counter[str]:
    columns = [
        name
        for (name,) in await connection.fetch(
            "SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped "
            "ORDER BY attname",
            table,
        )
    ]
    shown = ", ".join(
        f"({name} IS NOT NULL) AS {name}" if name in _MOMENTS else f'"{name}"' for name in columns
    )
    found: Counter[str] = Counter()
    async for (text,) in connection.cursor(
        f"SELECT to_jsonb(t)::text FROM (SELECT {shown} FROM {table}) t", prefetch=500
    ):
        found[_normal(table, text, names)] += 1
    return found


def _normal(table: str, text: str, names: dict[str, str]) -> str:
    text = _UUID.sub(lambda found: names.get(found[0], "?"), text)
    text = _WRITTEN_AT.sub(r'\1"*\2"', text)
    if table == "duplicate_candidate":
        # the smaller id stands first, and ids are made as rows come
        pair = sorted(re.findall(r"event [a-z]+:\d+", text))
        text = f"{pair} {re.sub(r'event [a-z]+:[0-9]+', '', text)}"
    return text


def differences(ours: Dump, undisturbed: Dump, *, shown: int = 4) -> list[str]:
    """Say in which rows two states differ, a few of each table."""
    told = []
    for table in sorted(ours.keys() | undisturbed.keys()):
        here, there = ours.get(table, Counter()), undisturbed.get(table, Counter())
        more, less = here - there, there - here
        if more or less:
            told.append(f"{table}: {more.total()} rows that should not be, {less.total()} missing")
            told += [f"  too many: {row[:1500]}" for row in sorted(more)[:shown]]
            told += [f"  missing:  {row[:1500]}" for row in sorted(less)[:shown]]
    return told
