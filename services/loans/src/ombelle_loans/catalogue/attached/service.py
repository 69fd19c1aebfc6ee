"""The use cases of an item's photographs and documents. Its version is that of its item."""

from collections.abc import AsyncIterator, Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.files.domain import StoredFile
from ombelle_chassis.files.service import FileService
from ombelle_chassis.files.store import FileStore
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.uploads import Checked, Upload
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.catalogue.changing import touch
from ombelle_loans.catalogue.domain import MOST_DOCUMENTS, MOST_PHOTOS
from ombelle_loans.catalogue.errors import FileUnknown, TooMany
from ombelle_loans.catalogue.seeing import held_item, seen_item
from ombelle_loans.catalogue.store import ItemStore
from ombelle_loans.catalogue.tables import ItemDocumentRow, ItemPhotoRow
from ombelle_loans.files.photos import prepared_photo
from ombelle_loans.log import record

_MOST = {"photos": MOST_PHOTOS, "documents": MOST_DOCUMENTS}
_ACTIONS = {"photos": "photo", "documents": "document"}


class AttachedService:
    """Photographs and documents (`kind` is `photos` or `documents`). `agency` is what the agency is called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], files: FileService, agency: str) -> None:
        self._sessions = sessions
        self._files = files
        self._agency = agency

    async def may_add(self, caller: Caller, item_id: UUID, kind: str) -> None:
        """Refuse whoever may not send a file, before it comes. Raises ItemUnknown, TooMany."""
        async with self._sessions() as session, session.begin():
            _require_room(await seen_item(session, caller, self._agency, item_id), kind)

    async def add(
        self,
        caller: Caller,
        item_id: UUID,
        kind: str,
        upload: Upload,
        values: Mapping[str, Any],
        once: OneRequest,
    ) -> dict[str, Any]:
        """Keep a file that was sent, and return the item.

        Raises:
            ItemUnknown: there is none that the caller lends.
            TooMany: it has as many as it may.
            FileRefused: it is empty, of another type, or lies about it.
            FileInfected: the scanner found a virus.
            StorageUnavailable: it cannot be kept now.

        """
        checked = await self._files.checked(upload)
        same = once.holding(checked.sha256 + repr(sorted(values.items())).encode())
        size: Mapping[str, int] = {}
        if kind == "photos":
            photo = await prepared_photo(checked)
            checked, size = photo.checked, {"width": photo.width, "height": photo.height}
        async with self._files.kept(item_id, checked) as key:
            shown, is_new = await self._keep(caller, item_id, kind, (checked, key), {**values, **size}, same)
        if not is_new:
            await self._files.forget(key)
        return shown

    async def _keep(
        self,
        caller: Caller,
        item_id: UUID,
        kind: str,
        file: tuple[Checked, str],
        values: Mapping[str, Any],
        once: OneRequest,
    ) -> tuple[dict[str, Any], bool]:
        async with self._sessions() as session, session.begin():
            if (known := await once.recall(session)) is not None:
                return dict(known), False
            item, current = await held_item(session, caller, self._agency, item_id)
            _require_room(current, kind)
            stored = await FileStore(session).add(*file)
            table = ItemPhotoRow if kind == "photos" else ItemDocumentRow
            row = table(item_id=item_id, file_id=stored.id, position=len(current[kind]), **values)
            session.add(row)
            touch(item)
            shown = await seen_item(session, caller, self._agency, item_id)
            await record(
                session, caller, f"{_ACTIONS[kind]}_added", ("item", item_id), {"file": str(stored.id)}
            )
            return await once.keep(session, shown), True

    async def change(
        self,
        caller: Caller,
        item_id: UUID,
        kind: str,
        file_id: UUID,
        values: Mapping[str, Any],
        *,
        if_match: str | None,
    ) -> dict[str, Any]:
        """Change what is said of a photograph or document, on a version of its item, and return the item.

        Raises:
            VersionNeeded: `if_match` is missing.
            ItemUnknown, FileUnknown: there is none that the caller lends.
            ChangedMeanwhile: the item has another version; the problem carries both.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            item, current = await held_item(session, caller, self._agency, item_id)
            refuse_stale(wanted, item.version, current=current, yours=values)
            row = await _found(session, item_id, kind, file_id)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            if not changed:
                return current
            for name, value in changed.items():
                setattr(row, name, value)
            touch(item)
            shown = await seen_item(session, caller, self._agency, item_id)
            await record(session, caller, f"{_ACTIONS[kind]}_edited", ("item", item_id), changed)
            return shown

    async def remove(self, caller: Caller, item_id: UUID, kind: str, file_id: UUID) -> None:
        """Take a photograph or document away. Raises ItemUnknown, FileUnknown."""
        async with self._sessions() as session, session.begin():
            item, _ = await held_item(session, caller, self._agency, item_id)
            row = await _found(session, item_id, kind, file_id)
            stored = await FileStore(session).file(row.file_id)
            await session.delete(row)
            await session.flush()
            await FileStore(session).remove(row.file_id)
            touch(item)
            await record(session, caller, f"{_ACTIONS[kind]}_removed", ("item", item_id))
        if stored is not None:
            await self._files.forget(stored.storage_key)

    async def content(
        self, caller: Caller, item_id: UUID, kind: str, file_id: UUID
    ) -> tuple[StoredFile, AsyncIterator[bytes]]:
        """Return a photograph or document with what is told of it.

        Raises:
            ItemUnknown, FileUnknown: there is none that the caller lends.
            FileNotSafe: it was not scanned yet, or is infected.
            StorageUnavailable: it cannot be read now.

        """
        async with self._sessions() as session, session.begin():
            await seen_item(session, caller, self._agency, item_id)
            row = await _found(session, item_id, kind, file_id)
            stored = await FileStore(session).file(row.file_id)
        if stored is None:
            raise FileUnknown("Ce fichier n'est plus là.")
        return stored, await self._files.content(stored)


async def _found(
    session: AsyncSession, item_id: UUID, kind: str, file_id: UUID
) -> ItemPhotoRow | ItemDocumentRow:
    store = ItemStore(session)
    found = await (store.photo(item_id, file_id) if kind == "photos" else store.document(item_id, file_id))
    if found is None:
        raise FileUnknown("Cet outil n'a pas cette photo ou ce document.")
    return found


def _require_room(item: Mapping[str, Any], kind: str) -> None:
    if len(item[kind]) >= _MOST[kind]:
        raise TooMany(f"Cet outil a déjà {_MOST[kind]} fichiers de cette sorte : retirez-en un d'abord.")
