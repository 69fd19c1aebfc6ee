"""The use cases of a meeting's documents: sent by the secretariat, read by whoever is on its roll."""

from collections.abc import AsyncIterator
from typing import Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.files.domain import StoredFile
from ombelle_chassis.files.keeping import kept_file
from ombelle_chassis.files.service import FileService
from ombelle_chassis.files.store import FileStore
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.uploads import Upload
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.log import record
from ombelle_members.meetings.domain import DOCUMENT_TYPES
from ombelle_members.meetings.errors import DocumentStands, DocumentUnknown
from ombelle_members.meetings.roll import touch
from ombelle_members.meetings.standing import held_meeting, shown
from ombelle_members.meetings.store import MeetingStore, Row

_NOT_OVER: Final = ("planned", "convened", "open", "adjourned")
_NOT_CANCELLED: Final = (*_NOT_OVER, "closed", "minutes_draft", "minutes_approved")


class DocumentService:
    """Documents of meetings."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], files: FileService) -> None:
        self._sessions = sessions
        self._files = files

    async def may_add(self, meeting_id: UUID) -> None:
        """Refuse a file before it comes. Raises MeetingUnknown, NotNow."""
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_NOT_CANCELLED, lock=False)

    async def add(
        self, caller: Caller, meeting_id: UUID, item_id: UUID | None, upload: Upload, once: OneRequest
    ) -> Row:
        """Keep a document, and return the meeting.

        Raises:
            MeetingUnknown, NotNow: there is none, or it is cancelled.
            InvalidInput: the item is not of its agenda.
            FileRefused, FileInfected, StorageUnavailable: it cannot be kept.

        """
        async with kept_file(self._files, meeting_id, upload, DOCUMENT_TYPES) as kept:
            same = once.holding(kept.sha256 + str(item_id).encode())
            async with self._sessions() as session, session.begin():
                if (told := await same.recall(session)) is not None:
                    return dict(told)
                await held_meeting(session, meeting_id, *_NOT_CANCELLED)
                store = MeetingStore(session)
                file = await kept.named(session)
                try:
                    document_id = await store.add_document(meeting_id, item_id, file.id)
                except IntegrityError as error:
                    kept.is_named = False
                    if broken_constraint(error) != "fk_meeting_document_item":
                        raise
                    detail = "Ce point n'est pas de l'ordre du jour de cette réunion."
                    errors = [FieldError("/body/agenda_item_id", "unknown_item", detail)]
                    raise InvalidInput(detail, errors=errors) from None
                await touch(session, meeting_id)
                values = {"document_id": document_id}
                await record(session, caller, "meeting_document_added", ("meeting", meeting_id), values)
                return await same.keep(session, await shown(session, caller, meeting_id))

    async def remove(self, caller: Caller, meeting_id: UUID, document_id: UUID) -> None:
        """Take a document off.

        Raises:
            MeetingUnknown, DocumentUnknown: there is none.
            NotNow: the meeting is over; what was read there stays.
            DocumentStands: people were convened with it.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_NOT_OVER)
            store = MeetingStore(session)
            file_id = await store.document_file(meeting_id, document_id)
            if file_id is None:
                raise DocumentUnknown("Cette réunion n'a pas ce document.")
            if await store.went_with_notice(document_id):
                raise DocumentStands(
                    "Ce document est parti avec la convocation : ajoutez plutôt sa version corrigée."
                )
            await store.remove_document(document_id)
            await FileStore(session).remove(file_id)
            await touch(session, meeting_id)
            values = {"document_id": document_id}
            await record(session, caller, "meeting_document_removed", ("meeting", meeting_id), values)

    async def content(self, meeting_id: UUID, document_id: UUID) -> tuple[StoredFile, AsyncIterator[bytes]]:
        """Return a document, piece by piece.

        Raises:
            DocumentUnknown: the meeting has none of this id.
            FileNotSafe, StorageUnavailable: it cannot be served now.

        """
        async with self._sessions() as session, session.begin():
            file_id = await MeetingStore(session).document_file(meeting_id, document_id)
            file = await FileStore(session).file(file_id) if file_id is not None else None
        if file is None:
            raise DocumentUnknown("Cette réunion n'a pas ce document.")
        return file, await self._files.content(file)
