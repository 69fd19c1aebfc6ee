"""Tables taken in: one transaction, kept when every row is right and it is no rehearsal.

A service says what rows may hold (`Kind`) and what becomes of them (`Taking`).
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Final, Generic, Protocol, TypeVar

from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.spreadsheets import (
    MOST_FAULTS,
    Fault,
    Rows,
    Sheet,
    Taken,
    given_sheets,
    ignored_columns,
    read_rows,
    refused,
)

Table = TypeVar("Table", bound=str)
# Imports of a service wait for one another: two at once would make the same rows twice.
_ALONE: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('import', 0))")
# What PostgreSQL checks at the end of a transaction, a rehearsal checks before it is undone.
_CHECK_NOW: Final = text("SET CONSTRAINTS ALL IMMEDIATE")
_COUNTS: Final = ("rows", "created", "updated", "unchanged", "ignored_columns")


class Taking(Protocol[Table]):
    """What becomes of rows, in one transaction. Faults are gathered, not raised."""

    @property
    def faults(self) -> list[Fault[Table]]:
        """What is wrong, so far."""

    async def take(self, table: Table, rows: Rows, taken: Taken) -> None:
        """Take the rows of a table in, and count what they did."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[Table]):
    """The tables of an import: what a row of each may say, and what names it (a column, or a property of the row)."""

    rows: Mapping[Table, type[BaseModel]]
    keys: Mapping[Table, str]

    def read(self, sheets: Sequence[Sheet[Table]]) -> list[tuple[Rows, list[Fault[Table]]]]:
        """Return of each table the rows that can be read, and what is wrong in the others."""
        return [read_rows(sheet, self.rows[sheet.table], self.keys[sheet.table]) for sheet in sheets]


def sheets_in(
    paths: Sequence[str], tables: Sequence[Table], read: Callable[[IO[bytes], str, None], list[Sheet[Table]]]
) -> list[Sheet[Table]]:
    """Return the tables of files, in the order in which they are taken.

    Args:
        paths: CSV, XLSX, folders of CSV that are called as the tables are, or `-` for JSON on standard input.
        tables: in the order in which they are taken.
        read: reads one file by its name.

    Raises:
        FileUnreadable: one of them is no table.

    """
    return sorted(_sheets(paths, tables, read), key=lambda sheet: tables.index(sheet.table))


def _sheets(
    paths: Sequence[str], tables: Sequence[Table], read: Callable[[IO[bytes], str, None], list[Sheet[Table]]]
) -> Iterator[Sheet[Table]]:
    for path in paths:
        if path == "-":
            yield from given_sheets(json.load(sys.stdin), tables)
            continue
        folder = Path(path)
        files = [folder]
        if folder.is_dir():
            files = [file for table in tables if (file := folder / f"{table}.csv").exists()]
        for file in files:
            with file.open("rb") as opened:
                yield from read(opened, file.name, None)


async def take_in(
    sessions: async_sessionmaker[AsyncSession],
    kind: Kind[Table],
    sheets: Sequence[Sheet[Table]],
    taking_in: Callable[[AsyncSession], Taking[Table]],
    *,
    noted: Callable[[AsyncSession, dict[str, Any]], Awaitable[Any]],
    dry_run: bool,
    once: OneRequest = ONCE,
) -> dict[str, Any]:
    """Take tables in, or only say what that would do; the same tables taken in twice change nothing the second time.

    Args:
        sessions: where they go.
        kind: what rows may say.
        sheets: the tables, in the order in which they are taken.
        taking_in: what becomes of their rows.
        noted: writes that something changed, with the counts of each table.
        dry_run: whether everything is done and nothing kept.
        once: the request, which is carried out once.

    Raises:
        ImportRefused: rows are wrong, and it is no rehearsal; nothing was written.

    """
    read = await asyncio.to_thread(kind.read, sheets)
    async with sessions() as session, session.begin() as transaction:
        if (known := await once.recall(session)) is not None:
            told_before: dict[str, Any] = known
            return told_before
        report, faults = await _taken(session, kind, sheets, read, taking_in(session))
        report |= {"dry_run": dry_run, "faults": [asdict(one) for one in faults[:MOST_FAULTS]]}
        report["fault_count"] = len(faults)
        if faults and not dry_run:
            raise refused(faults)
        if dry_run:
            await session.execute(_CHECK_NOW)
            await transaction.rollback()
            return report
        if report["changed"]:
            changes = {
                one["table"]: {name: one[name] for name in ("created", "updated")} for one in report["tables"]
            }
            await noted(session, changes)
        return await once.keep(session, report)


async def _taken(
    session: AsyncSession,
    kind: Kind[Table],
    sheets: Sequence[Sheet[Table]],
    read: Sequence[tuple[Rows, list[Fault[Table]]]],
    taking: Taking[Table],
) -> tuple[dict[str, Any], list[Fault[Table]]]:
    await session.execute(_ALONE)
    tables = []
    for sheet, (rows, _) in zip(sheets, read, strict=True):
        taken = Taken(ignored_columns=ignored_columns(sheet, kind.rows[sheet.table]))
        await taking.take(sheet.table, rows, taken)
        tables.append({"table": sheet.table, **{name: getattr(taken, name) for name in _COUNTS}})
    places = {sheet.table: place for place, sheet in enumerate(sheets)}
    faults = [fault for _, found in read for fault in found] + taking.faults
    faults.sort(key=lambda one: (places[one.table], one.row, one.column))
    changed = any(one["created"] or one["updated"] for one in tables)
    return {"tables": tables, "changed": changed}, faults
