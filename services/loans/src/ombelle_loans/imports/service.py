"""The use case of imports."""

import asyncio
from collections.abc import Sequence
from typing import IO, Any, Final
from uuid import uuid4

from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.spreadsheets import Sheet
from ombelle_chassis.table_imports import Kind, take_in
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.imports.domain import Table
from ombelle_loans.imports.reading import read_tables
from ombelle_loans.imports.rows import KEYS, ROWS
from ombelle_loans.imports.taking import Taking
from ombelle_loans.log import record

_KIND: Final[Kind[Table]] = Kind(ROWS, KEYS)


class ImportService:
    """Takes tables in. The same tables taken in twice change nothing the second time."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def read(self, file: IO[bytes], name: str, table: Table | None) -> list[Sheet[Table]]:
        """Return the tables of a file. Raises FileUnreadable."""
        return await asyncio.to_thread(read_tables, file, name, table)

    async def take(
        self, caller: Caller | str, sheets: Sequence[Sheet[Table]], *, dry_run: bool, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Take tables in, or only say what that would do.

        Args:
            caller: who asks; `import` where it is the service's own command.
            sheets: the tables, in the order in which they are taken.
            dry_run: whether everything is done and nothing kept.
            once: the request, which is carried out once.

        Raises:
            ImportRefused: rows are wrong, and it is no rehearsal; nothing was written.

        """
        actor = caller if isinstance(caller, str) else caller.identity.subject

        async def noted(session: AsyncSession, changes: dict[str, Any]) -> None:
            await record(session, caller, "loans_imported", ("import", uuid4()), changes)

        return await take_in(
            self._sessions,
            _KIND,
            sheets,
            lambda session: Taking(session, actor),
            noted=noted,
            dry_run=dry_run,
            once=once,
        )
