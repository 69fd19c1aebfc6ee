"""The use cases of attachments. Files are written and read outside transactions: the storage may be far away.

A file is kept first, then its row; a file without a row is an orphan, which `sweep` takes away a day later.
"""

import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.file_types import TYPES
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.logging import get_logger
from ombelle_chassis.scanning import ScannerAway, scan
from ombelle_chassis.storage import Storage, StorageUnavailable
from ombelle_chassis.uploads import Checked, FileRefused, FileTooLarge, Upload, infected, looked_at, refused
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.checking import current_form
from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.entries import write_edit
from ombelle_events.applications.errors import ActionForbidden
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import Seen, look_at, touch
from ombelle_events.applications.viewer import Asker
from ombelle_events.correspondence.attachments.store import AttachmentStore
from ombelle_events.correspondence.domain import LONGEST_FILE, MOST_ATTACHMENTS, SAFE_SCANS
from ombelle_events.correspondence.errors import AttachmentNotSafe, AttachmentUnknown, TooManyAttachments
from ombelle_events.correspondence.tables import AttachmentRow
from ombelle_events.forms.definition import Definition, Field

_AT_ONCE: Final = 50
_ORPHAN: Final = timedelta(days=1)
_log = get_logger("events")


class AttachmentService:
    """Files of applications."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], storage: Storage, clamd: str | None
    ) -> None:
        self._sessions = sessions
        self._storage = storage
        self._clamd = clamd

    async def may_attach(self, application_id: UUID, *, asker: Asker) -> None:
        """Refuse whoever may not attach a file now, before it is sent.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            DomainError: as `transitions.check` does for `edit`.
            TooManyAttachments: it has as many as it may.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id)
            await _require_room(session, seen)

    async def attach(
        self,
        application_id: UUID,
        upload: Upload,
        field_id: str | None,
        *,
        asker: Asker,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Keep a file that was sent.

        Args:
            application_id: of which application.
            upload: the file, read whole and not too large.
            field_id: the question that it answers, if any.
            asker: who sends it.
            once: the request.

        Raises:
            DomainError: as `may_attach`.
            FileRefused: it is empty, not of a type that is taken or asked for, or lies about it.
            FileTooLarge: it is larger than its field asks for.
            FileInfected: the scanner found a virus.
            StorageUnavailable: it cannot be kept now.

        """
        checked = await looked_at(upload, self._clamd)
        same = once.holding(checked.sha256 + f"{field_id}\n{checked.name}".encode())
        if checked.scan == "infected":
            await self._tell_infected(application_id, checked, asker)
            raise infected(checked)
        key = await self._storage.put(application_id, upload.file)
        try:
            return await self._keep(application_id, checked, field_id, key, asker=asker, once=same)
        except BaseException:
            with contextlib.suppress(StorageUnavailable):  # else it is swept up as an orphan
                await self._storage.remove(key)
            raise

    async def _tell_infected(self, application_id: UUID, checked: Checked, asker: Asker) -> None:
        async with self._sessions() as session, session.begin():
            await look_at(session, asker, application_id)
            await audit(session, asker, "attachment_infected", application_id, sha256=checked.sha256.hex())

    async def _keep(
        self,
        application_id: UUID,
        checked: Checked,
        field_id: str | None,
        key: str,
        *,
        asker: Asker,
        once: OneRequest,
    ) -> dict[str, Any]:
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                await self._forget_quietly(key)
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True)
            await _require_room(session, seen)
            definition = await definition_of(session, current_form(seen))
            field = _field(definition, field_id)
            _require_asked_for(field, checked)
            row = await AttachmentStore(session).add(
                application_id=application_id,
                field_id=field_id,
                name=checked.name,
                media_type=checked.media_type,
                size_bytes=checked.upload.size,
                sha256=checked.sha256,
                storage_key=key,
                scan=checked.scan,
                uploaded_by=asker.actor,
            )
            await _write(session, seen, asker, "attachment_added", row, field)
            return await once.keep(session, _shown(seen, row, field))

    async def _forget_quietly(self, key: str) -> None:
        with contextlib.suppress(StorageUnavailable):
            await self._storage.remove(key)

    async def attachments(
        self, application_id: UUID, *, asker: Asker, after: UUID | None, count: int
    ) -> list[dict[str, Any]]:
        """Return the files of an application that the asker may see, the oldest first.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            ActionForbidden: what it says is not theirs to read.

        """
        async with self._sessions() as session, session.begin():
            seen = await _seen(session, asker, application_id)
            definition = await definition_of(session, current_form(seen))
            hidden = [field.id for field in definition.fields() if not _is_seen(seen, field)]
            rows = await AttachmentStore(session).page(
                application_id, hidden=hidden, after=after, count=count
            )
            return [_shown(seen, row, _known(definition, row.field_id)) for row in rows]

    async def content(
        self, application_id: UUID, attachment_id: UUID, *, asker: Asker
    ) -> tuple[dict[str, Any], AsyncIterator[bytes]]:
        """Return a file with what is told of it.

        Raises:
            ApplicationUnknown, ActionForbidden: as `attachments`.
            AttachmentUnknown: none of these files has this id.
            AttachmentNotSafe: it was not scanned yet, or is infected.
            StorageUnavailable: it cannot be read now.

        """
        async with self._sessions() as session, session.begin():
            seen = await _seen(session, asker, application_id)
            row, field = await _found(session, seen, attachment_id)
            shown, key = _shown(seen, row, field), row.storage_key
        if shown["scan"] == "infected":
            raise AttachmentNotSafe("Un virus a été trouvé dans ce fichier : il n'est plus servi.")
        if shown["scan"] not in SAFE_SCANS:
            raise AttachmentNotSafe("Ce fichier attend l'antivirus : réessayez dans quelques minutes.")
        return shown, await self._storage.read(key)

    async def remove(self, application_id: UUID, attachment_id: UUID, *, asker: Asker) -> None:
        """Take a file away.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            AttachmentUnknown: it has no such file.
            DomainError: as `transitions.check` does for `edit`.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, lock=True)
            seen.check("edit")
            row, field = await _found(session, seen, attachment_id, lock=True)
            await AttachmentStore(session).remove(row, actor=asker.actor, at=datetime.now(UTC))
            await _write(session, seen, asker, "attachment_removed", row, field)

    async def sweep(self) -> int:
        """Take away files that nothing refers to, a day after they came; return how many."""
        count = 0
        async for keys in self._storage.older_than(datetime.now(UTC) - _ORPHAN):
            async with self._sessions() as session, session.begin():
                unknown = await AttachmentStore(session).unknown(keys)
            count += await self._storage.remove_all(unknown)
        return count

    async def scan_waiting(self) -> int:
        """Have the files looked at that came while the scanner was away; return how many were."""
        if self._clamd is None:
            return 0
        async with self._sessions() as session, session.begin():
            waiting = await AttachmentStore(session).waiting(_AT_ONCE)
        for count, row in enumerate(waiting):
            try:
                verdict = await scan(self._clamd, await self._storage.read(row.storage_key))
            except (ScannerAway, StorageUnavailable) as error:
                _log.warning("scan_put_off", reason=str(error))
                return count
            async with self._sessions() as session, session.begin():
                application_id = await AttachmentStore(session).note_scan(row.id, verdict)
                if verdict == "infected" and application_id is not None:
                    await audit(
                        session, "scanner", "attachment_infected", application_id, attachment=str(row.id)
                    )
        return len(waiting)


async def _require_room(session: AsyncSession, seen: Seen) -> None:
    seen.check("edit")
    if await AttachmentStore(session).count(seen.application.id) >= MOST_ATTACHMENTS:
        raise TooManyAttachments(
            f"Ce dossier a déjà {MOST_ATTACHMENTS} pièces jointes : retirez-en une d'abord."
        )


def _known(definition: Definition, field_id: str | None) -> Field | None:
    return None if field_id is None else definition.field(field_id)


def _field(definition: Definition, field_id: str | None) -> Field | None:
    if field_id is None:
        return None
    field = definition.field(field_id)
    if field is None or field.type != "file":
        raise FileRefused(
            "Cette rubrique du formulaire ne prend pas de fichier.",
            errors=[FieldError("/body/field_id", "field_unknown", "Rubrique inconnue, ou sans fichier.")],
        )
    return field


def _require_asked_for(field: Field | None, checked: Checked) -> None:
    if field is None:
        return
    if field.media_types and checked.media_type not in field.media_types:
        ends = ", ".join(TYPES[one][0].lstrip(".").upper() for one in field.media_types if one in TYPES)
        raise refused(f"« {field.label} » attend un fichier de type {ends}.", "file_type_not_asked")
    if checked.upload.size > (field.max_size_bytes or LONGEST_FILE):
        most = (field.max_size_bytes or LONGEST_FILE) // 1024
        raise FileTooLarge(f"« {field.label} » accepte au plus {most} Ko.")


async def _seen(session: AsyncSession, asker: Asker, application_id: UUID) -> Seen:
    seen = await look_at(session, asker, application_id)
    if not seen.viewer.sees_answers:
        raise ActionForbidden("Les pièces d'un brouillon ne se lisent qu'une fois le dossier déposé.")
    return seen


def _is_seen(seen: Seen, field: Field | None) -> bool:
    """Say whether the asker may see a file: what says who holds the application is hidden where they are."""
    return seen.viewer.sees_who or field is None or not field.is_identifying


async def _found(
    session: AsyncSession, seen: Seen, attachment_id: UUID, *, lock: bool = False
) -> tuple[AttachmentRow, Field | None]:
    row = await AttachmentStore(session).attachment(seen.application.id, attachment_id, lock=lock)
    definition = await definition_of(session, current_form(seen))
    field = _known(definition, row.field_id) if row else None
    if row is None or not _is_seen(seen, field):
        raise AttachmentUnknown("Ce dossier n'a pas cette pièce jointe.")
    return row, field


def _shown(seen: Seen, row: AttachmentRow, field: Field | None) -> dict[str, Any]:
    """Return what is told of a file. Its own name may say who holds the application."""
    name = row.name
    if not seen.viewer.sees_who:
        name = f"{field.label if field else 'Pièce jointe'}{TYPES[row.media_type][0]}"
    actions = ["read"] if row.scan in SAFE_SCANS else []
    if "edit" in seen.allowed_actions:
        actions.append("remove")
    return {
        "id": row.id,
        "application_id": row.application_id,
        "field_id": row.field_id,
        "name": name,
        "media_type": row.media_type,
        "size_bytes": row.size_bytes,
        "sha256": row.sha256.hex(),
        "scan": row.scan,
        "uploaded_at": row.uploaded_at,
        "allowed_actions": actions,
    }


async def _write(
    session: AsyncSession, seen: Seen, asker: Asker, action: str, row: AttachmentRow, field: Field | None
) -> None:
    """Write a file's coming or going into the history and the log; the application has changed by it."""
    touch(seen.application)
    pointer = f"/attachments/{row.id}"
    label = field.label if field else "Pièce jointe"
    is_added = action == "attachment_added"
    change = {
        "pointer": pointer,
        "label": label,
        "before": None if is_added else row.name,
        "after": row.name if is_added else None,
    }
    await write_edit(session, seen.application, actor=asker.actor, changes=[change])
    await audit(session, asker, action, seen.application.id, attachment=str(row.id), field=row.field_id)
