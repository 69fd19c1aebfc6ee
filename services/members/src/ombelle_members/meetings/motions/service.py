"""The use cases of writing motions."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.meetings.domain import MOST_MOTIONS
from ombelle_members.meetings.errors import NotNow
from ombelle_members.meetings.motions.reading import held_motion, told_motion
from ombelle_members.meetings.standing import held_meeting
from ombelle_members.meetings.store import Row

_ADD: Final = text("""
INSERT INTO motion (meeting_id, agenda_item_id, position, title, text, majority, voting)
SELECT :meeting_id, :agenda_item_id, coalesce(max(position), 0) + 1, :title, :text, :majority, :voting
FROM motion WHERE meeting_id = :meeting_id HAVING count(*) < :most RETURNING id
""").bindparams(bindparam("agenda_item_id", type_=Uuid), bindparam("meeting_id", type_=Uuid))
_CHANGE: Final = text("""
UPDATE motion SET agenda_item_id = :agenda_item_id, title = :title, text = :text, majority = :majority, voting = :voting,
  version = version + 1 WHERE id = :id
""").bindparams(bindparam("agenda_item_id", type_=Uuid))
_COMING: Final = ("planned", "convened", "open")


class MotionService:
    """Motions as they are written."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def add(self, caller: Caller, meeting_id: UUID, values: Mapping[str, Any], once: OneRequest) -> Row:
        """Write a motion.

        Raises:
            MeetingUnknown, NotNow: there is no meeting to come, or it has too many motions.
            InvalidInput: the item is not of its agenda.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await held_meeting(session, meeting_id, *_COMING)
            asked = {**values, "meeting_id": meeting_id, "most": MOST_MOTIONS}
            motion_id = await _written(session, _ADD, asked)
            if motion_id is None:
                raise NotNow(f"Une réunion a au plus {MOST_MOTIONS} résolutions.", state="full")
            return await once.keep(session, await told_motion(session, caller, motion_id, "motion_written"))

    async def change(
        self, caller: Caller, motion_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> Row:
        """Write a motion anew that is not voted on yet.

        Raises:
            MotionUnknown, NotNow: there is none that can be changed.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            current = await held_motion(session, caller, motion_id, "draft")
            refuse_stale(version, current["version"], current=current, yours=values)
            await _written(session, _CHANGE, {**values, "id": motion_id})
            return await told_motion(session, caller, motion_id, "motion_changed")


async def _written(session: AsyncSession, statement: Any, values: Mapping[str, Any]) -> UUID | None:
    try:
        done = await session.execute(statement, dict(values))
        return done.scalar() if done.returns_rows else None  # type: ignore[attr-defined]
    except IntegrityError as error:
        if broken_constraint(error) != "fk_motion_item":
            raise
        detail = "Ce point n'est pas de l'ordre du jour de cette réunion."
        errors = [FieldError("/body/agenda_item_id", "unknown_item", detail)]
        raise InvalidInput(detail, errors=errors) from None
