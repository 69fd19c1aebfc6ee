"""The roll of a meeting: who may come, who votes, who is there, and who comes by which link."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.meetings.errors import MeetingLinkUnknown, NoQuorum

_COLUMNS: Final = """
SELECT r.id, r.meeting_id, r.member_id, r.is_staff_seat, r.name, r.college, r.may_vote, m.state AS meeting_state
FROM meeting_roll r JOIN meeting m ON m.id = r.meeting_id
"""
_BY_TOKEN: Final = text(f"{_COLUMNS} WHERE r.token_digest = :digest")
_BY_ID: Final = text(f"{_COLUMNS} WHERE r.id = :id")
_QUORUM: Final = text("SELECT * FROM meeting_quorum(:meeting_id)")
# Those present who may vote, and those whose proxy is held by one of them.
_VOICES: Final = text("""
SELECT r.id, r.college FROM meeting_roll r WHERE r.meeting_id = :meeting_id AND r.may_vote AND (is_present(r.id) OR EXISTS (
  SELECT FROM proxy p WHERE p.giver_id = r.id AND p.ended_at IS NULL AND is_present(p.holder_id)))
""")
_PULSE: Final = text("UPDATE meeting_pulse SET pulse = pulse + 1 WHERE meeting_id = :meeting_id")
_HAPPENED: Final = text("INSERT INTO meeting_happening (meeting_id, text) VALUES (:meeting_id, :text)")


@dataclass(frozen=True, slots=True)
class Voter:
    """Who stands on the roll of a meeting. `member_id` is `None` for the staff seat."""

    id: UUID
    meeting_id: UUID
    member_id: UUID | None
    is_staff_seat: bool
    name: str
    college: str | None
    may_vote: bool
    meeting_state: str


@dataclass(frozen=True, slots=True)
class Quorum:
    """Those who may vote, those of them present, the voices they hold for others, both, and how many it takes."""

    members: int
    present: int
    represented: int
    voices: int
    needed: int
    is_met: bool


def new_token() -> tuple[str, bytes]:
    """Return a secret for somebody's link to a meeting, and what is kept of it."""
    token = secrets.token_urlsafe(24)
    return token, token_digest(token)


def token_digest(token: str) -> bytes:
    """Return what is kept of a link's secret."""
    return hashlib.sha256(token.encode()).digest()


async def voter_by_token(session: AsyncSession, token: str) -> Voter:
    """Return whose link this is.

    Raises:
        MeetingLinkUnknown: nobody's.

    """
    found = (await session.execute(_BY_TOKEN, {"digest": token_digest(token)})).mappings().one_or_none()
    if found is None:
        raise MeetingLinkUnknown("Ce lien n'ouvre aucune réunion : il a été remplacé, ou mal copié.")
    return _voter(found)


async def voter(session: AsyncSession, roll_id: UUID) -> Voter | None:
    """Return an entry of a roll."""
    found = (await session.execute(_BY_ID, {"id": roll_id})).mappings().one_or_none()
    return None if found is None else _voter(found)


async def present_voices(session: AsyncSession, meeting_id: UUID) -> dict[UUID, str | None]:
    """Return the entries of the roll whose voice is there now, in person or by a proxy, each with its college."""
    return {row.id: row.college for row in await session.execute(_VOICES, {"meeting_id": meeting_id})}


async def quorum_of(session: AsyncSession, meeting_id: UUID) -> Quorum:
    """Return who is there now."""
    row = (await session.execute(_QUORUM, {"meeting_id": meeting_id})).mappings().one()
    return Quorum(**row)


async def require_quorum(session: AsyncSession, meeting_id: UUID) -> Quorum:
    """Return who is there.

    Raises:
        NoQuorum: too few; the problem says how many.

    """
    now = await quorum_of(session, meeting_id)
    if not now.is_met:
        raise NoQuorum(
            f"Le quorum n'est pas atteint : {now.voices} voix présentes ou représentées, il en faut {now.needed}.",
            voices=now.voices,
            needed=now.needed,
        )
    return now


async def touch(session: AsyncSession, meeting_id: UUID) -> None:
    """Have everybody who looks at the meeting see it anew; last in a transaction, since all take turns there."""
    await session.execute(_PULSE, {"meeting_id": meeting_id})


async def note_happening(session: AsyncSession, meeting_id: UUID, words: str) -> None:
    """Note what happened, in French, for the minutes: an election that was proclaimed, for one."""
    await session.execute(_HAPPENED, {"meeting_id": meeting_id, "text": words})


def _voter(row: Any) -> Voter:
    return Voter(**row)
