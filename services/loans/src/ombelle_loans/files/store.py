from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from ombelle_chassis.uploads import Checked
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.files.tables import StoredFileRow

SAFE: Final = frozenset({"clean", "skipped"})
"""What the scanner said of files that are served."""


class FileStore:
    """What is told of files, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, checked: Checked, key: str) -> StoredFileRow:
        """Tell of a file that is kept under a key."""
        row = StoredFileRow(
            storage_key=key,
            name=checked.name,
            media_type=checked.media_type,
            size_bytes=checked.upload.size,
            sha256=checked.sha256,
            scan=checked.scan,
        )
        self._session.add(row)
        await self._session.flush()
        return row

    async def file(self, file_id: UUID) -> StoredFileRow | None:
        """Return what is told of a file."""
        return await self._session.get(StoredFileRow, file_id)

    async def remove(self, file_id: UUID) -> None:
        """Tell of a file no more; its bytes are swept up. Whatever named it names it no more."""
        await self._session.execute(delete(StoredFileRow).where(StoredFileRow.id == file_id))

    async def waiting(self, count: int) -> Sequence[StoredFileRow]:
        """Return files that wait for the scanner, the oldest first."""
        row = StoredFileRow
        return (
            await self._session.scalars(
                select(row).where(row.scan == "waiting").order_by(row.id).limit(count)
            )
        ).all()

    async def note_scan(self, file_id: UUID, verdict: str) -> None:
        """Write what the scanner said of a file."""
        row = StoredFileRow
        await self._session.execute(update(row).where(row.id == file_id).values(scan=verdict))

    async def unknown(self, keys: Collection[str]) -> list[str]:
        """Return those of these keys that no file has."""
        row = StoredFileRow
        known = set(await self._session.scalars(select(row.storage_key).where(row.storage_key.in_(keys))))
        return [key for key in keys if key not in known]
