"""The routes of what is to be done after meetings."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import page_by_id
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.meetings.answers import CHANGES, IN, OF_ONE, IfMatch, tagged
from ombelle_members.meetings.errors import TaskUnknown
from ombelle_members.meetings.tasks.schemas import (
    MeetingTaskPatch,
    MeetingTaskRow,
    MeetingTasks,
    MeetingTasksQuery,
    MeetingTaskWrite,
)
from ombelle_members.meetings.tasks.service import TaskService
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])


@router.get(
    "/meeting-tasks",
    summary="What is to be done after meetings, the oldest first",
    responses=responses_for(*IN),
    openapi_extra=SIGNED_IN,
)
async def meeting_tasks(
    asked: Annotated[MeetingTasksQuery, Query()], context: Context, caller: Association
) -> MeetingTasks:
    service = TaskService(context.sessions)
    total = 0

    async def read(*, after: UUID, count: int) -> Sequence[dict[str, Any]]:
        nonlocal total
        rows, total = await service.tasks(caller, waiting=asked.waiting, after=after, count=count)
        return rows

    found = await page_by_id(asked, "meeting-tasks", read)
    return MeetingTasks.model_validate({**found, "total": total})


@router.post(
    "/meetings/{meeting_id}/tasks",
    status_code=201,
    summary="Note what somebody is to do after a meeting",
    responses=responses_for(*OF_ONE, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def add_meeting_task(
    meeting_id: UUID,
    wanted: MeetingTaskWrite,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
) -> MeetingTaskRow:
    made = await TaskService(context.sessions).add_task(caller, meeting_id, wanted.model_dump(), once)
    return MeetingTaskRow.model_validate(tagged(response, made))


@router.put(
    "/meeting-tasks/{task_id}",
    summary="Write a task anew, or say since when it is done",
    responses=responses_for(*IN, TaskUnknown, *CHANGES),
    openapi_extra=SIGNED_IN,
)
async def change_meeting_task(
    task_id: UUID,
    wanted: MeetingTaskPatch,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: IfMatch = None,
) -> MeetingTaskRow:
    changed = await TaskService(context.sessions).change_task(
        caller, task_id, wanted.model_dump(), if_match=if_match
    )
    return MeetingTaskRow.model_validate(tagged(response, changed))
