"""Files that belong to something: kept before the transaction that names them, forgotten when none does.

async with kept_file(files, loan_id, upload, SCAN_TYPES) as kept:
async with sessions() as session, session.begin():
…
row = await kept.named(session)
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_chassis.file_types import TYPES
from ombelle_chassis.files.domain import StoredFile, Told
from ombelle_chassis.files.service import FileService
from ombelle_chassis.files.store import FileStore
from ombelle_chassis.uploads import Checked, Upload, refused


@dataclass(slots=True)
class Kept:
    """A file that was looked at and is in the storage under `key`; `sha256` is that of what was sent."""

    checked: Checked
    key: str
    sha256: bytes
    is_named: bool = False

    async def named(self, session: AsyncSession) -> StoredFile:
        """Return its row, written in this transaction: the file stays."""
        row = await FileStore(session).add(self.checked, self.key)
        self.is_named = True
        return row


@asynccontextmanager
async def kept_file(
    files: FileService,
    owner_id: UUID,
    upload: Upload,
    types: Collection[str],
    *,
    prepared: Callable[[Checked], Awaitable[Checked]] | None = None,
) -> AsyncIterator[Kept]:
    """Look at a file, keep it, and forget it where nothing names it in the end.

    Args:
        files: who keeps them.
        owner_id: of what it is, such as a loan.
        upload: the file, read whole and not too large.
        types: the media types that are taken, by content.
        prepared: what makes the file that is kept of the one that was sent.

    Raises:
        FileRefused: it is empty, of another type, or lies about it.
        FileInfected: the scanner found a virus.
        StorageUnavailable: it cannot be kept now.

    """
    sent = await files.checked(upload)
    if sent.media_type not in types:
        ends = ", ".join(TYPES[one][0].lstrip(".").upper() for one in sorted(types))
        raise refused(f"Ce fichier n'est pas du type attendu : {ends}.", "file_type_not_asked")
    checked = sent if prepared is None else await prepared(sent)
    async with files.kept(owner_id, checked) as key:
        kept = Kept(checked, key, sent.sha256)
        yield kept
    if not kept.is_named:
        await files.forget(key)


def kept_apart(row: Told) -> Mapping[str, str]:
    """Return headers by which no browser runs or shows a file of somebody's in our name (RFC 6266, RFC 8187)."""
    plain = "".join(one if one.isascii() and one not in '"\\%' else "_" for one in row.name)
    return {
        "content-length": str(row.size_bytes),
        "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(row.name, safe='')}",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
    }
