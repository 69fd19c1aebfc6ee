"""A motion as a use case finds it: held, in a state that allows what is asked, and shown afterwards."""

from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller
from ombelle_members.log import record
from ombelle_members.meetings.domain import motion_actions
from ombelle_members.meetings.errors import MotionUnknown, NotNow
from ombelle_members.meetings.roll import touch
from ombelle_members.meetings.standing import held_meeting
from ombelle_members.meetings.store import Row

MOTION_COLUMNS: Final = """x.id, x.agenda_item_id, x.position, x.title, x.text, x.majority, x.voting, x.state, x.opened_at,
x.closed_at, x.majority_base, x.majority_exceeds, x.majority_numerator || '/' || x.majority_denominator AS majority_share,
x.members, x.present, x.represented, x.quorum_needed, x.closing_voices, x.voices, x.votes_for, x.votes_against,
x.votes_abstain, x.version,
(SELECT count(*) FROM motion_conflict c WHERE c.motion_id = x.id) AS conflicts, p.id AS poll_id,
CASE WHEN x.state = 'open' THEN (SELECT count(*) FROM poll_voter v WHERE v.poll_id = p.id) END AS ballots"""
_MOTION: Final = text(f"""
SELECT {MOTION_COLUMNS}, x.meeting_id, m.state AS meeting_state FROM motion x JOIN meeting m ON m.id = x.meeting_id
LEFT JOIN poll p ON p.subject_id = x.id AND p.kind = 'motion' WHERE x.id = :id
""")
_MEETING: Final = text("SELECT meeting_id FROM motion WHERE id = :id")
_COMING: Final = ("planned", "convened", "open")


async def motion(session: AsyncSession, caller: Caller, motion_id: UUID) -> Row:
    """Return a motion as the secretariat sees it. Raises MotionUnknown."""
    found = (await session.execute(_MOTION, {"id": motion_id})).mappings().one_or_none()
    if found is None:
        raise MotionUnknown("Cette résolution n'existe pas.")
    row = dict(found)
    actions = motion_actions(row["state"], row["meeting_state"]) if caller.is_secretariat else []
    return {**row, "allowed_actions": actions}


async def held_motion(session: AsyncSession, caller: Caller, motion_id: UUID, *states: str) -> Row:
    """Return a motion that stands in one of these states; those of one meeting take turns. Raises MotionUnknown, NotNow."""
    meeting_id = await session.scalar(_MEETING, {"id": motion_id})
    if meeting_id is None:
        raise MotionUnknown("Cette résolution n'existe pas.")
    await held_meeting(session, meeting_id, *_COMING)
    found = await motion(session, caller, motion_id)
    if found["state"] not in states:
        words = {
            "draft": "n'est pas encore mise au vote",
            "open": "est mise au vote",
            "withdrawn": "est retirée",
        }
        what = words.get(found["state"], "est votée")
        raise NotNow(f"Cette résolution {what} : ce n'est pas le moment de faire cela.", state=found["state"])
    return found


async def told_motion(session: AsyncSession, caller: Caller, motion_id: UUID, action: str) -> Row:
    """Note what was done to a motion, and return it."""
    row = await motion(session, caller, motion_id)
    await record(session, caller, action, ("motion", motion_id), {"meeting_id": row["meeting_id"]})
    await touch(session, row["meeting_id"])
    return row
