"""The team's follow-up notes. Each is its author's to change; who keeps the directory may too."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis import audit
from ombelle_chassis.errors import Forbidden
from ombelle_chassis.paging import LAST
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.follow_up.errors import NoteUnknown
from ombelle_members.follow_up.notes.store import NoteStore
from ombelle_members.follow_up.tables import NoteRow
from ombelle_members.organisations.standing import standing
from ombelle_members.persons.store import PersonStore


class NoteService:
    """Reads and writes notes on an organisation; the organisation itself never sees them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, organisation_id: UUID, *, after: UUID, count: int
    ) -> list[dict[str, Any]]:
        """Return the notes on an organisation, the newest first.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to look at.

        """
        async with self._sessions() as session, session.begin():
            await standing(session, caller, organisation_id)
            rows = await NoteStore(session).page(organisation_id, caller.account_id, after=after, count=count)
        return [_described(caller, row) for row in rows]

    async def write(self, caller: Caller, organisation_id: UUID, text: str) -> dict[str, Any]:
        """Note something of an organisation.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to note it of.

        """
        async with self._sessions() as session, session.begin():
            await standing(session, caller, organisation_id, lock=True)
            author_id = await PersonStore(session).acting_if_any(caller.account_id)
            note = NoteRow(organisation_id=organisation_id, text=text, author_id=author_id)
            await NoteStore(session).add(note)
            return await _told(session, caller, note, "note_written")

    async def change(
        self, caller: Caller, organisation_id: UUID, note_id: UUID, text: str, *, if_match: str | None
    ) -> dict[str, Any]:
        """Write a note anew.

        Raises:
            VersionNeeded: `if_match` is missing.
            OrganisationUnknown, OrganisationMerged, NoteUnknown: there is none to change.
            Forbidden: it is another's.
            ChangedMeanwhile: it has another version.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            note, current = await _note(session, caller, organisation_id, note_id)
            refuse_stale(wanted, note.version, current=current, yours={"text": text})
            note.text = text
            note.version += 1
            note.updated_at = datetime.now(UTC)
            return await _told(session, caller, note, "note_changed")

    async def remove(self, caller: Caller, organisation_id: UUID, note_id: UUID) -> None:
        """Take a note away.

        Raises:
            OrganisationUnknown, OrganisationMerged, NoteUnknown: there is none.
            Forbidden: it is another's.

        """
        async with self._sessions() as session, session.begin():
            note, _ = await _note(session, caller, organisation_id, note_id)
            await NoteStore(session).remove(note)
            await _record(session, caller, note, "note_removed")


async def _note(
    session: AsyncSession, caller: Caller, organisation_id: UUID, note_id: UUID
) -> tuple[NoteRow, dict[str, Any]]:
    await standing(session, caller, organisation_id, lock=True)
    store = NoteStore(session)
    note = await store.note(organisation_id, note_id)
    if note is None:
        raise NoteUnknown("Cette note n'existe pas, ou plus.")
    [row] = await store.page(organisation_id, caller.account_id, after=LAST, count=1, only=note_id)
    if not _is_theirs(caller, row):
        raise Forbidden(
            "Cette note est de quelqu'un d'autre : seule cette personne ou la coordination la modifie."
        )
    return note, _described(caller, row)


async def _told(session: AsyncSession, caller: Caller, note: NoteRow, action: str) -> dict[str, Any]:
    [row] = await NoteStore(session).page(
        note.organisation_id, caller.account_id, after=LAST, count=1, only=note.id
    )
    await _record(session, caller, note, action)
    return _described(caller, row)


def _is_theirs(caller: Caller, row: dict[str, Any]) -> bool:
    return bool(row["is_mine"]) or caller.is_keeper


def _described(caller: Caller, row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "allowed_actions": ["edit", "remove"] if _is_theirs(caller, row) else []}


async def _record(session: AsyncSession, caller: Caller, note: NoteRow, action: str) -> None:
    # Of the note, not of the organisation, whose administrators read what is written of it.
    await audit.record(
        session,
        actor=caller.identity,
        action=action,
        subject_kind="note",
        subject_id=str(note.id),
        values={"organisation_id": note.organisation_id},
    )
