"""The use cases of minutes: drafted from what happened, edited, approved, printed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.declarations.association.naming import association_name
from ombelle_members.documents.pdf import document
from ombelle_members.log import record
from ombelle_members.meetings.attendance.printing import ROLL, came, struck
from ombelle_members.meetings.domain import HELD
from ombelle_members.meetings.errors import MinutesApproved, MinutesUnknown, NotNow
from ombelle_members.meetings.minutes.drafting import draft
from ombelle_members.meetings.motions.reading import MOTION_COLUMNS
from ombelle_members.meetings.roll import touch
from ombelle_members.meetings.standing import body_label, held_meeting, wrong
from ombelle_members.meetings.store import MeetingStore, Row

_MINUTES: Final = text("""
SELECT meeting_id, number, text, correction, drafted_at, approved_on, approved_at, version FROM minutes
WHERE meeting_id = :id AND (CAST(:number AS smallint) IS NULL OR number = :number)
  AND (NOT :approved OR approved_at IS NOT NULL) ORDER BY number DESC LIMIT 1
""")
_ADD: Final = text("""
INSERT INTO minutes (meeting_id, number, text, correction)
SELECT :id, coalesce(max(number), 0) + 1, :text, :correction FROM minutes WHERE meeting_id = :id
""")
_WRITE: Final = text("""
UPDATE minutes SET text = :text, version = version + 1 WHERE meeting_id = :id AND approved_at IS NULL RETURNING number
""")
_APPROVE: Final = text("""
UPDATE minutes SET approved_on = :approved_on, approved_at = now(), version = version + 1
WHERE meeting_id = :id AND approved_at IS NULL RETURNING number
""")
_MOTIONS: Final = text(f"""
SELECT {MOTION_COLUMNS} FROM motion x LEFT JOIN poll p ON p.subject_id = x.id AND p.kind = 'motion'
WHERE x.meeting_id = :id ORDER BY x.position
""")
_HAPPENINGS: Final = text("SELECT text FROM meeting_happening WHERE meeting_id = :id ORDER BY at, id")


class MinutesService:
    """Minutes. `agency` is what the association is called where nothing else is known."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def minutes(self, caller: Caller, meeting_id: UUID, number: int | None) -> Row:
        """Return a version of the minutes, the last without a number. Raises MeetingUnknown, MinutesUnknown."""
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, lock=False)
            return _shown(row, await _minutes(session, meeting_id, number), caller)

    async def start(self, caller: Caller, meeting_id: UUID, once: OneRequest) -> Row:
        """Draft the minutes from what happened.

        Raises:
            MeetingUnknown, NotNow: there is none that was closed and has no minutes yet.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, "closed")
            words = await _drafted(session, row)
            await session.execute(_ADD, {"id": meeting_id, "text": words, "correction": None})
            await MeetingStore(session).change(meeting_id, {"state": "minutes_draft"})
            return await once.keep(session, await self._told(session, caller, meeting_id, "minutes_drafted"))

    async def write(self, caller: Caller, meeting_id: UUID, words: str, *, if_match: str | None) -> Row:
        """Write the draft anew.

        Raises:
            MeetingUnknown, MinutesUnknown: there is no meeting, or it has no minutes.
            MinutesApproved: there is no draft of them.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id)
            found = await _minutes(session, meeting_id, None)
            _refuse_approved(found)
            refuse_stale(version, found["version"], current=_shown(row, found, caller), yours={"text": words})
            await session.execute(_WRITE, {"id": meeting_id, "text": words})
            return await self._told(session, caller, meeting_id, "minutes_written")

    async def approve(self, caller: Caller, meeting_id: UUID, approved_on: date, once: OneRequest) -> Row:
        """Approve the draft: it stands from now on.

        Raises:
            MeetingUnknown, MinutesUnknown: there is no meeting, or it has no minutes.
            MinutesApproved: there is no draft of them.
            NotNow: the day is before the meeting, or to come.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id)
            _refuse_approved(await _minutes(session, meeting_id, None))
            if not row["held_on"] <= approved_on <= today_in_paris():
                detail = "Un procès-verbal s'approuve entre le jour de la réunion et aujourd'hui."
                raise NotNow(detail, errors=wrong("approved_on", "not_then", detail), state=row["state"])
            await session.execute(_APPROVE, {"id": meeting_id, "approved_on": approved_on})
            await MeetingStore(session).change(meeting_id, {"state": "minutes_approved"})
            return await once.keep(session, await self._told(session, caller, meeting_id, "minutes_approved"))

    async def correct(self, caller: Caller, meeting_id: UUID, correction: str, once: OneRequest) -> Row:
        """Begin another version of approved minutes, which stand until it is approved.

        Raises:
            MeetingUnknown, NotNow: there is no meeting whose minutes are approved.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, "minutes_approved")
            found = await _minutes(session, meeting_id, None)
            if found["approved_at"] is None:
                raise NotNow("Une correction est déjà en cours.", state=row["state"])
            values = {"id": meeting_id, "text": found["text"], "correction": correction}
            await session.execute(_ADD, values)
            return await once.keep(
                session, await self._told(session, caller, meeting_id, "minutes_corrected")
            )

    async def pdf(self, meeting_id: UUID, number: int | None, *, approved: bool = False) -> tuple[str, bytes]:
        """Return the name and the bytes of a version of the minutes. Raises MeetingUnknown, MinutesUnknown."""
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, lock=False)
            found = await _minutes(session, meeting_id, number, approved=approved)
            sender = await association_name(session, row["held_on"], self._agency)
        values = {
            "sender": sender,
            "title": f"Procès-verbal — {row['title']}",
            "day": f"{body_label(row['body'])}, {spoken_day(row['held_on'])}",
            "status": _status(found),
            "blocks": _blocks(found["text"]),
            "signatures": [
                {"side": "Présidence de séance", "name": row["chair_name"] or ""},
                {"side": "Secrétariat de séance", "name": row["secretary_name"] or ""},
            ],
        }
        made_at = found["approved_at"] or found["drafted_at"]
        name = f"proces-verbal-{row['held_on']}-v{found['number']}.pdf"
        return name, await document("minutes", values, made_at=made_at)

    async def _told(self, session: AsyncSession, caller: Caller, meeting_id: UUID, action: str) -> Row:
        found = await _minutes(session, meeting_id, None)
        await record(session, caller, action, ("meeting", meeting_id), {"number": found["number"]})
        await touch(session, meeting_id)
        return _shown(await held_meeting(session, meeting_id), found, caller)


async def _minutes(
    session: AsyncSession, meeting_id: UUID, number: int | None, *, approved: bool = False
) -> Row:
    asked = {"id": meeting_id, "number": number, "approved": approved}
    found = (await session.execute(_MINUTES, asked)).mappings().one_or_none()
    if found is None:
        raise MinutesUnknown("Cette réunion n'a pas ce procès-verbal.")
    return dict(found)


def _shown(meeting: Mapping[str, Any], found: Row, caller: Caller) -> Row:
    actions: list[str] = []
    if caller.is_secretariat and meeting["state"] in HELD:
        actions = ["edit", "approve"] if found["approved_at"] is None else ["correct"]
    return {**found, "allowed_actions": actions}


def _refuse_approved(found: Mapping[str, Any]) -> None:
    if found["approved_at"] is not None:
        raise MinutesApproved("Ce procès-verbal est approuvé : il se corrige par une nouvelle version.")


async def _drafted(session: AsyncSession, row: Row) -> str:
    asked = {"id": row["id"]}
    about = await MeetingStore(session).about(row["id"])
    roll = [dict(one) for one in (await session.execute(ROLL, asked)).mappings()]
    for one in roll:
        one["label"] = _label(one)
        one["was_present"] = one["spans"] is not None
        one["spans"] = came(one, row["zone"])
        one["struck"] = struck(one)
    motions = [dict(one) for one in (await session.execute(_MOTIONS, asked)).mappings()]
    for one in motions:
        one["agenda_item_id"] = str(one["agenda_item_id"]) if one["agenda_item_id"] else None
    happenings = [dict(one) for one in (await session.execute(_HAPPENINGS, asked)).mappings()]
    return draft({**row, **about}, roll, motions, happenings)


def _label(one: Mapping[str, Any]) -> str:
    speaks = f" ({one['representative_name']})" if one["representative_name"] else ""
    return f"{one['name']}{speaks}" + (f", collège {one['college']}" if one["college"] else "")


def _status(found: Mapping[str, Any]) -> str:
    version = f"Version {found['number']}" if found["number"] > 1 else ""
    if found["approved_on"] is None:
        return " · ".join(part for part in (version, "Projet, à approuver") if part)
    return " · ".join(part for part in (version, f"Approuvé le {spoken_day(found['approved_on'])}") if part)


def _blocks(words: str) -> list[dict[str, str]]:
    """Return the lines of minutes as a template shows them: headings, points and paragraphs."""
    blocks = []
    for line in words.splitlines():
        if line.startswith("# "):
            blocks.append({"kind": "heading", "text": line[2:]})
        elif line.startswith("— "):
            blocks.append({"kind": "point", "text": line[2:]})
        elif line.strip():
            blocks.append({"kind": "paragraph", "text": line.strip()})
    return blocks
