"""Exports of exactly what is filtered: read piece by piece, each in a transaction that is over before anything is made."""

import asyncio
import tempfile
import zipfile
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import IO, Any, Final, cast
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.describing import visible_answers
from ombelle_events.applications.errors import ApplicationUnknown
from ombelle_events.applications.history.readable import communes_in
from ombelle_events.applications.viewer import Asker, viewer_of
from ombelle_events.calls.finding import found_call
from ombelle_events.desk.domain import DeskFilter
from ombelle_events.desk.exports.dossier import dossier_name, dossier_values
from ombelle_events.desk.exports.store import ExportStore, Row
from ombelle_events.desk.exports.table import Cell, Workbook, csv_lines, header, row_of
from ombelle_events.documents.pdf import make_pdf
from ombelle_events.forms.definition import Definition

_ROWS: Final = 500
_DOSSIERS: Final = 50
_PIECE: Final = 64 * 1024
_BOM: Final = b"\xef\xbb\xbf"


class ExportService:
    """Makes files of a call's applications for somebody of the coordination, and of one for whoever may read it."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], asker: Asker) -> None:
        self._sessions = sessions
        self._asker = asker

    async def form(self, call_id: UUID) -> Definition:
        """Return the call's form, whose fields are the columns of tables; of a call that has none yet an empty one.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            if call.form_version_id is None:
                return Definition(())
            return await definition_of(session, call.form_version_id)

    async def csv(self, call_id: UUID, wanted: DeskFilter, form: Definition) -> AsyncIterator[bytes]:
        """Yield a table as CSV, with the mark by which French Excel knows its accents."""
        yield _BOM + csv_lines([header(form)])
        async for rows in self._tables(call_id, wanted, form):
            yield csv_lines(rows)

    async def xlsx(self, call_id: UUID, wanted: DeskFilter, form: Definition) -> AsyncIterator[bytes]:
        """Yield a table as a workbook."""
        with tempfile.TemporaryFile() as file:
            book = await asyncio.to_thread(Workbook, file, header(form))
            async for rows in self._tables(call_id, wanted, form):
                await asyncio.to_thread(book.add, rows)
            await asyncio.to_thread(book.close)
            file.seek(0)
            while piece := await asyncio.to_thread(file.read, _PIECE):
                yield piece

    async def dossiers(self, call_id: UUID, wanted: DeskFilter) -> AsyncIterator[bytes]:
        """Yield an archive of the dossiers, a PDF each. What a draft says is not read: there is none of it."""
        sink = _Sink()
        with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_STORED) as archive:
            async for rows, communes in self._pieces(call_id, wanted, _DOSSIERS):
                for row in rows:
                    if viewer_of(row, self._asker).sees_answers:
                        name, document = await self._document(row, communes)
                        archive.writestr(f"{name}.pdf", document)
                        yield sink.taken()
        yield sink.taken()

    async def dossier(self, application_id: UUID) -> tuple[str, bytes]:
        """Return the name and the PDF of one dossier.

        Raises:
            ApplicationUnknown: there is none that the asker may read.

        """
        async with self._sessions() as session, session.begin():
            store = ExportStore(session, self._asker)
            row = await store.one(application_id)
            if row is None or not viewer_of(row, self._asker).sees_answers:
                raise ApplicationUnknown("Ce dossier n'existe pas, ou ne se lit pas encore.")
            communes = await store.communes(sorted(communes_in([row["answers"]])))
            await definition_of(session, row["form_version_id"])
        return await self._document(row, communes)

    async def _document(self, row: Row, communes: Mapping[str, str]) -> tuple[str, bytes]:
        viewer, now = viewer_of(row, self._asker), datetime.now(UTC)
        async with self._sessions() as session, session.begin():
            definition = await definition_of(session, row["form_version_id"])
        values = dossier_values(row, viewer, definition, communes, at=now)
        return dossier_name(row, viewer), await make_pdf("dossier", values, made_at=now)

    async def _tables(
        self, call_id: UUID, wanted: DeskFilter, form: Definition
    ) -> AsyncIterator[Sequence[Sequence[Cell]]]:
        async for rows, communes in self._pieces(call_id, wanted, _ROWS):
            yield [self._table_row(row, form, communes) for row in rows]

    def _table_row(self, row: Row, form: Definition, communes: Mapping[str, str]) -> list[Cell]:
        viewer = viewer_of(row, self._asker)
        answers = visible_answers(form, row["answers"], viewer)
        parties = row["parties"] if viewer.sees_answers else []
        return row_of(orjson.loads(row["card"]), parties, answers, form, communes)

    async def _pieces(
        self, call_id: UUID, wanted: DeskFilter, count: int
    ) -> AsyncIterator[tuple[list[Row], dict[str, str]]]:
        after = 0
        while True:
            async with self._sessions() as session, session.begin():
                store = ExportStore(session, self._asker)
                rows = await store.some(call_id, wanted, after=after, count=count)
                communes = await store.communes(sorted(communes_in(row["answers"] for row in rows)))
            yield rows, communes
            if len(rows) < count:
                return
            after = rows[-1]["number"]


class _Sink:
    """Where an archive is written that is handed on as it grows."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, data: Any) -> int:
        """Take what is written."""
        self._written += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        taken = bytes(self._written)
        self._written.clear()
        return taken
