"""`./ombelle sql SERVICE "select …"`: reads as that service's role, and only reads."""

import asyncio
import datetime as dt
import decimal
import json
import uuid
from collections.abc import Sequence
from typing import Any

import asyncpg

from ombelle_command.cli import DONE, FAILED, Asked, refuse


def read(asked: Asked, url: str, query: str) -> int:
    """Print the rows: aligned columns, or with --json a list of objects on one line."""
    try:
        rows = asyncio.run(fetch(url, query))
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as fault:
        refuse(asked, "sql_failed", str(fault))
        return FAILED
    if asked.as_json:
        print(json.dumps(rows, ensure_ascii=False, default=_plain))
    else:
        print(as_table(rows))
    return DONE


async def fetch(url: str, query: str) -> list[dict[str, Any]]:
    """Run one statement in a read-only transaction. Raises what asyncpg raises."""
    connection = await asyncpg.connect(url, timeout=10)
    try:
        for kind in ("json", "jsonb"):
            await connection.set_type_codec(kind, schema="pg_catalog", encoder=json.dumps, decoder=json.loads)
        async with connection.transaction(readonly=True):
            return [dict(row) for row in await connection.fetch(query)]
    finally:
        await connection.close()


def as_table(rows: Sequence[dict[str, Any]]) -> str:
    """Align the rows under their columns' names."""
    if not rows:
        return "(aucune ligne)"
    lines = [list(rows[0]), *([_word(value) for value in row.values()] for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    lines.insert(1, ["─" * width for width in widths])
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _word(value: Any) -> str:
    if value is None:
        return "∅"
    return (
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=_plain).strip('"')
    )


def _plain(value: Any) -> Any:
    """Write as JSON what JSON has no word for."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, asyncpg.Record):
        return dict(value)
    return str(value)
