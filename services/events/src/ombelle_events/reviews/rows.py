"""What a statement found, as plain dictionaries."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import TextClause
from sqlalchemy.ext.asyncio import AsyncSession

Row = dict[str, Any]


async def rows_of(session: AsyncSession, statement: TextClause, values: Mapping[str, Any]) -> list[Row]:
    """Return every row that a statement finds, by column."""
    found = await session.execute(statement, dict(values))
    return [{str(name): value for name, value in row.items()} for row in found.mappings()]


async def row_of(session: AsyncSession, statement: TextClause, values: Mapping[str, Any]) -> Row | None:
    """Return the row that a statement finds, or `None`."""
    found = await rows_of(session, statement, values)
    return found[0] if found else None
