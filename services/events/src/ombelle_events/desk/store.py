"""What the desk reads, in one transaction; it never writes."""

from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.viewer import Asker
from ombelle_events.desk import statements
from ombelle_events.desk.domain import DeskFilter, DeskPage

Row = RowMapping


class DeskStore:
    """The applications of a call as somebody of the coordination may know of them."""

    def __init__(self, session: AsyncSession, asker: Asker, call_id: UUID) -> None:
        self._session = session
        self._call = {"call": call_id, **asker.values()}

    async def board(self, wanted: DeskFilter, *, count: int) -> list[Row]:
        """Return each column of the board that holds something: `place`, `total`, `items` (JSON), `last` (number)."""
        values = await self.values(wanted)
        rows = await self._session.execute(statements.board(wanted), {**values, "count": count})
        return list(rows.mappings())

    async def page(self, page: DeskPage) -> tuple[int, list[Row]]:
        """Return how many there are, and one more card than asked where another page follows: `key`, `number`, `text`."""
        values = await self.values(page.wanted)
        after = page.after
        place = {"key": after.key, "number": after.number} if after else {"key": None, "number": None}
        rows = await self._session.execute(
            statements.page(page.wanted, page.sort), {**values, **place, "count": page.count + 1}
        )
        found = list(rows.mappings())
        return found[0]["total"], [row for row in found if row["number"] is not None]

    async def values(self, wanted: DeskFilter) -> dict[str, Any]:
        """Return what a statement over `wanted` is bound with; words are made out here."""
        asked = {
            name: list(value) if isinstance(value, tuple | list) else value
            for name, value in wanted.asked.items()
        }
        if wanted.q is None:
            return {**self._call, **asked}
        terms = await self._session.scalar(statements.TERMS, {**self._call, "q": wanted.q})
        return {**self._call, **asked, "terms": terms}
