"""Looks for somebody in every row of a schema, as whoever reads a dump of it would."""

import asyncpg


async def traces(connection: asyncpg.Connection, *words: str) -> dict[str, list[str]]:
    """Return the rows, by table, that hold one of the words: as text, or as bytes in a column of bytes."""
    tables = await connection.fetch(
        "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')"
    )
    needles = [needle for word in words for needle in (word.lower(), word.encode().hex())]
    needles += [word.replace("-", "").lower() for word in words if len(word) == 36]  # an id as bytes
    found: dict[str, list[str]] = {}
    for (table,) in tables:
        rows = await connection.fetch(
            f'SELECT t::text AS row FROM "{table}" t WHERE EXISTS '
            "(SELECT FROM unnest($1::text[]) AS needle WHERE strpos(lower(t::text), needle) > 0)",
            needles,
        )
        if rows:
            found[table] = [row["row"] for row in rows]
    return found
