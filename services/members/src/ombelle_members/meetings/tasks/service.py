"""The use cases of what is to be done after meetings."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.log import record
from ombelle_members.meetings.errors import MeetingUnknown, TaskUnknown
from ombelle_members.meetings.store import MeetingStore, Row


class TaskService:
    """Tasks of meetings."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def add_task(
        self, caller: Caller, meeting_id: UUID, values: Mapping[str, Any], once: OneRequest
    ) -> Row:
        """Note what somebody is to do. Raises MeetingUnknown."""
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = MeetingStore(session)
            if await store.meeting(meeting_id) is None:
                raise MeetingUnknown("Cette réunion n'existe pas.")
            task_id = await store.add_task(meeting_id, values)
            await record(session, caller, "meeting_task_added", ("meeting", meeting_id), {"task_id": task_id})
            return await once.keep(session, await _task(store, caller, task_id))

    async def tasks(self, caller: Caller, *, waiting: bool, after: UUID, count: int) -> tuple[list[Row], int]:
        """Return tasks, the oldest first, and how many there are."""
        async with self._sessions() as session, session.begin():
            store = MeetingStore(session)
            rows = await store.tasks(waiting=waiting, after=after, count=count)
            return [_described(row, caller) for row in rows], await store.task_total(waiting=waiting)

    async def change_task(
        self, caller: Caller, task_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> Row:
        """Write a task anew, or say that it is done.

        Raises:
            TaskUnknown: there is none.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            store = MeetingStore(session)
            current = await _task(store, caller, task_id)
            refuse_stale(version, current["version"], current=current, yours=values)
            await store.change_task(task_id, values)
            subject = ("meeting", current["meeting_id"])
            await record(session, caller, "meeting_task_changed", subject, {"task_id": task_id})
            return await _task(store, caller, task_id)


async def _task(store: MeetingStore, caller: Caller, task_id: UUID) -> Row:
    rows = await store.tasks(waiting=False, after=UUID(int=0), count=1, only=task_id)
    if not rows:
        raise TaskUnknown("Cette tâche n'existe pas.")
    return _described(rows[0], caller)


def _described(row: Row, caller: Caller) -> Row:
    return {**row, "allowed_actions": ["change"] if caller.is_secretariat else []}
