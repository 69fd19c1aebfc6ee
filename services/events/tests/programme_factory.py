"""Plain makers of rows: what a test does not say has a fixed, dull value."""

from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

import asyncpg

_numbers = count(1)
MORNING = ("2027-10-02T10:00+02:00", "2027-10-02T12:00+02:00")


class Factory:
    """Makes editions, venues and events, straight in the tables: syncs and edits have tests of their own."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def edition(self, year: int, starts_on: str, ends_on: str) -> UUID:
        from datetime import date

        identifier: UUID = await self._connection.fetchval(
            "INSERT INTO edition (year, starts_on, ends_on) VALUES ($1, $2, $3) RETURNING id",
            year,
            date.fromisoformat(starts_on),
            date.fromisoformat(ends_on),
        )
        return identifier

    async def venue(self, name: str, insee: str | None, **values: Any) -> UUID:
        return await self._insert("venue", {"name": name, "insee": insee, **values})

    async def event(
        self, title: str, *, sessions: Any = (MORNING,), refresh: bool = True, **values: Any
    ) -> UUID:
        """Make a published event; `sessions` are (start, end) or (start, end, values)."""
        row = {"slug": f"event-{next(_numbers)}", "title": title, "publication": "published", **values}
        identifier = await self._insert("event", row)
        for starts_at, ends_at, *more in sessions:
            await self._insert(
                "event_session",
                {
                    "event_id": identifier,
                    "starts_at": datetime.fromisoformat(starts_at),
                    "ends_at": datetime.fromisoformat(ends_at),
                    **(more[0] if more else {}),
                },
            )
        if refresh:
            await self.refresh(identifier)
        return identifier

    async def set(self, identifier: UUID, **values: Any) -> None:
        """Change columns of an event and rebuild its card."""
        assignments = ", ".join(f"{name} = ${n}" for n, name in enumerate(values, 2))
        await self._connection.execute(
            f"UPDATE event SET {assignments} WHERE id = $1", identifier, *values.values()
        )
        await self.refresh(identifier)

    async def refresh(self, *identifiers: UUID) -> int:
        changed: int = await self._connection.fetchval("SELECT refresh_cards($1)", list(identifiers))
        return changed

    async def _insert(self, table: str, row: dict[str, Any]) -> UUID:
        places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
        identifier: UUID = await self._connection.fetchval(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places}) RETURNING id", *row.values()
        )
        return identifier
