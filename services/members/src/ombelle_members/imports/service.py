"""The use case of imports: one transaction, kept when every row is right and it is no rehearsal."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import IO, Any, Final
from uuid import uuid4

from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.spreadsheets import (
    MOST_FAULTS,
    Fault,
    Rows,
    Sheet,
    Taken,
    ignored_columns,
    read_rows,
    refused,
)
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.imports.domain import Table
from ombelle_members.imports.reading import read_tables
from ombelle_members.imports.rows import KEYS, ROWS
from ombelle_members.imports.taking import Taking
from ombelle_members.log import record

# Imports wait for one another.
_ALONE: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('import', 0))")


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
        read = await asyncio.to_thread(_rows_of, sheets)
        async with self._sessions() as session, session.begin() as transaction:
            if (known := await once.recall(session)) is not None:
                told_before: dict[str, Any] = known
                return told_before
            report, faults = await _taken(session, sheets, read)
            report |= {"dry_run": dry_run, "faults": [_as_dict(one) for one in faults[:MOST_FAULTS]]}
            report["fault_count"] = len(faults)
            if faults and not dry_run:
                raise refused(faults)
            if dry_run:
                await transaction.rollback()
                return report
            if report["changed"]:
                await record(session, caller, "members_imported", ("import", uuid4()), _counts(report))
            return await once.keep(session, report)


async def _taken(
    session: AsyncSession,
    sheets: Sequence[Sheet[Table]],
    read: Sequence[tuple[Rows, list[Fault[Table]]]],
) -> tuple[dict[str, Any], list[Fault[Table]]]:
    taking = Taking(session)
    await session.execute(_ALONE)
    tables = []
    faults = [fault for _, found in read for fault in found]
    for sheet, (rows, _) in zip(sheets, read, strict=True):
        taken = Taken(ignored_columns=ignored_columns(sheet, ROWS[sheet.table]))
        await taking.take(sheet.table, rows, taken)
        await taking.check(sheet.table)
        counts = ("rows", "created", "updated", "unchanged", "ignored_columns")
        tables.append({"table": sheet.table, **{name: getattr(taken, name) for name in counts}})
    faults = sorted(faults + taking.faults, key=lambda one: (_order(sheets, one.table), one.row, one.column))
    changed = any(one["created"] or one["updated"] for one in tables)
    return {"tables": tables, "changed": changed}, faults


def _counts(report: Mapping[str, Any]) -> dict[str, Any]:
    return {one["table"]: {name: one[name] for name in ("created", "updated")} for one in report["tables"]}


def _rows_of(sheets: Sequence[Sheet[Table]]) -> list[tuple[Rows, list[Fault[Table]]]]:
    return [read_rows(sheet, ROWS[sheet.table], KEYS[sheet.table]) for sheet in sheets]


def _order(sheets: Sequence[Sheet[Table]], table: Table) -> int:
    return next(place for place, sheet in enumerate(sheets) if sheet.table == table)


def _as_dict(fault: Fault[Table]) -> dict[str, Any]:
    return {name: getattr(fault, name) for name in ("table", "row", "column", "code", "detail")}
