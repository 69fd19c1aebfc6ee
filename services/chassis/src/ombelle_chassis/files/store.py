from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_chassis.files.domain import StoredFile
from ombelle_chassis.uploads import Checked

_ADD: Final = text("""
INSERT INTO stored_file (storage_key, name, media_type, size_bytes, sha256, scan)
VALUES (:key, :name, :media_type, :size, :sha256, :scan)
RETURNING id, storage_key, name, media_type, size_bytes, sha256, scan
""")
_FILE: Final = text(
    "SELECT id, storage_key, name, media_type, size_bytes, sha256, scan FROM stored_file WHERE id = :id"
)
_REMOVE: Final = text("DELETE FROM stored_file WHERE id = :id")
_WAITING: Final = text("""
SELECT id, storage_key, name, media_type, size_bytes, sha256, scan FROM stored_file
WHERE scan = 'waiting' ORDER BY id LIMIT :count
""")
_NOTE_SCAN: Final = text("UPDATE stored_file SET scan = :verdict WHERE id = :id")
_KNOWN: Final = text("SELECT storage_key FROM stored_file WHERE storage_key = ANY (:keys)")


class FileStore:
    """What is told of files, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, checked: Checked, key: str) -> StoredFile:
        """Tell of a file that is kept under a key."""
        values = {
            "key": key,
            "name": checked.name,
            "media_type": checked.media_type,
            "size": checked.upload.size,
            "sha256": checked.sha256,
            "scan": checked.scan,
        }
        return StoredFile(**(await self._session.execute(_ADD, values)).mappings().one())

    async def file(self, file_id: UUID) -> StoredFile | None:
        """Return what is told of a file."""
        found = (await self._session.execute(_FILE, {"id": file_id})).mappings().one_or_none()
        return None if found is None else StoredFile(**found)

    async def remove(self, file_id: UUID) -> None:
        """Tell of a file no more; its bytes are swept up. Whatever named it names it no more."""
        await self._session.execute(_REMOVE, {"id": file_id})

    async def waiting(self, count: int) -> Sequence[StoredFile]:
        """Return files that wait for the scanner, the oldest first."""
        found = (await self._session.execute(_WAITING, {"count": count})).mappings()
        return [StoredFile(**row) for row in found]

    async def note_scan(self, file_id: UUID, verdict: str) -> None:
        """Write what the scanner said of a file."""
        await self._session.execute(_NOTE_SCAN, {"id": file_id, "verdict": verdict})

    async def unknown(self, keys: Collection[str]) -> list[str]:
        """Return those of these keys that no file has."""
        known = set(await self._session.scalars(_KNOWN, {"keys": list(keys)}))
        return [key for key in keys if key not in known]
