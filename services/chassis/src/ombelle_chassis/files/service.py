"""Keeping files. They are written and read outside of transactions: the storage may be far away.

A file is kept first, then its row; a file without a row is an orphan, which `sweep` takes away a day later.
"""

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_chassis import audit
from ombelle_chassis.files.domain import SAFE, Told
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.files.store import FileStore
from ombelle_chassis.logging import get_logger
from ombelle_chassis.scanning import ScannerAway, scan
from ombelle_chassis.storage import Storage, StorageUnavailable
from ombelle_chassis.uploads import Checked, Upload, infected, looked_at

_AT_ONCE: Final = 50
_ORPHAN: Final = timedelta(days=1)
_log = get_logger("files")


class FileService:
    """Files of every aggregate. Without `clamd` none is scanned."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], storage: Storage, clamd: str | None
    ) -> None:
        self._sessions = sessions
        self._storage = storage
        self._clamd = clamd

    async def checked(self, upload: Upload) -> Checked:
        """Return what a file is.

        Raises:
            FileRefused: it is empty, not of a type that is taken, or lies about it.
            FileInfected: the scanner found a virus.

        """
        checked = await looked_at(upload, self._clamd)
        if checked.scan == "infected":
            raise infected(checked)
        return checked

    @asynccontextmanager
    async def kept(self, owner_id: UUID, checked: Checked) -> AsyncIterator[str]:
        """Keep a file of that thing, and give its key; what goes wrong within takes the file away again.

        Raises:
            StorageUnavailable: it cannot be kept now.

        """
        key = await self._storage.put(owner_id, checked.upload.file)
        try:
            yield key
        except BaseException:
            await self.forget(key)
            raise

    async def forget(self, key: str) -> None:
        """Take a file away; where the storage is away too, it is swept up as an orphan."""
        with contextlib.suppress(StorageUnavailable):
            await self._storage.remove(key)

    async def content(self, row: Told) -> AsyncIterator[bytes]:
        """Return a file piece by piece.

        Raises:
            FileNotSafe: it was not scanned yet, or is infected.
            StorageUnavailable: it cannot be read now.

        """
        if row.scan == "infected":
            raise FileNotSafe("Un virus a été trouvé dans ce fichier : il n'est plus servi.")
        if row.scan not in SAFE:
            raise FileNotSafe("Ce fichier attend l'antivirus : réessayez dans quelques minutes.")
        return await self._storage.read(row.storage_key)

    async def sweep(self) -> int:
        """Take away files that nothing tells of, a day after they came; return how many."""
        count = 0
        async for keys in self._storage.older_than(datetime.now(UTC) - _ORPHAN):
            async with self._sessions() as session, session.begin():
                unknown = await FileStore(session).unknown(keys)
            count += await self._storage.remove_all(unknown)
        return count

    async def scan_waiting(self) -> int:
        """Have the files looked at that came while the scanner was away; return how many were."""
        if self._clamd is None:
            return 0
        async with self._sessions() as session, session.begin():
            waiting = await FileStore(session).waiting(_AT_ONCE)
        for count, row in enumerate(waiting):
            try:
                verdict = await scan(self._clamd, await self._storage.read(row.storage_key))
            except (ScannerAway, StorageUnavailable) as error:
                _log.warning("scan_put_off", reason=str(error))
                return count
            async with self._sessions() as session, session.begin():
                await FileStore(session).note_scan(row.id, verdict)
                if verdict == "infected":
                    await audit.record(
                        session,
                        actor="scanner",
                        action="file_infected",
                        subject_kind="file",
                        subject_id=str(row.id),
                    )
        return len(waiting)
