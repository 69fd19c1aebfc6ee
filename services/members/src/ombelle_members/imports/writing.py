"""Rows of an import as they are written: each under a savepoint, so that what PostgreSQL refuses is told of it alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.spreadsheets import Fault
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.domain import REFUSALS, Table

_CHECK_NOW: Final = text("SET CONSTRAINTS ALL IMMEDIATE")
_CHECK_LATER: Final = text("SET CONSTRAINTS ALL DEFERRED")


class Writing:
    """The rows of one import in one transaction. Faults are gathered, not raised."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self.faults: list[Fault[Table]] = []

    @asynccontextmanager
    async def row(self, table: Table, number: int, *, check: bool = False) -> AsyncIterator[list[bool]]:
        """Write what a row says, or tell what refuses it; the list says whether it was kept.

        With `check`, what PostgreSQL puts off to the end of the transaction is checked now.
        """
        kept = [False]
        try:
            async with self._session.begin_nested():
                yield kept
                if check:
                    await self._session.execute(_CHECK_NOW)
                    await self._session.execute(_CHECK_LATER)
            kept[0] = True
        except IntegrityError as error:
            self.refused(table, number, broken_constraint(error) or "")

    def refused(self, table: Table, number: int, constraint: str) -> None:
        """Tell of a row what a constraint of PostgreSQL says."""
        column, detail = REFUSALS.get(
            constraint, ("", f"Cette ligne contredit ce qui est déjà là ({constraint}).")
        )
        self.add(table, number, column, constraint or "refused", detail)

    def unknown(self, table: Table, number: int, column: str, name: str, what: str) -> None:
        """Tell that a reference names nothing; `what` is what it should, with its article: « Aucun membre »."""
        self.add(table, number, column, "unknown", f"{what} ne porte la référence « {name} ».")

    def add(self, table: Table, number: int, column: str, code: str, detail: str) -> None:
        """Tell what is wrong in a cell, or in the whole row where `column` is empty."""
        self.faults.append(Fault(table, number, column, code, detail))
