"""The routes of meetings as they are prepared."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.meetings.answers import IN, OF_ONE, STEP, VERSIONED, IfMatch, tagged
from ombelle_members.meetings.schemas import (
    AgendaWrite,
    MeetingCreate,
    MeetingOut,
    MeetingPatch,
    Meetings,
    MeetingsQuery,
    Reason,
)
from ombelle_members.meetings.service import MeetingService
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])


@router.get(
    "/meetings",
    summary="Meetings of the association's bodies, the last first",
    responses=responses_for(*IN),
    openapi_extra=SIGNED_IN,
)
async def meetings(
    asked: Annotated[MeetingsQuery, Query()], context: Context, caller: Association
) -> Meetings:
    wanted = asked.model_dump(include={"body", "state", "first", "last"})
    place: Sequence[Any] | None = after(asked, "meetings", date.fromisoformat, UUID)
    rows, total = await MeetingService(context.sessions).page(
        caller, wanted, after=None if place is None else (place[0], place[1]), count=asked.limit + 1
    )
    return Meetings.model_validate(page(asked, rows, "meetings", "held_on", "id", total=total))


@router.post(
    "/meetings",
    status_code=201,
    summary="Plan a meeting",
    responses=responses_for(*IN, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def plan_meeting(
    wanted: MeetingCreate, context: Context, caller: Secretariat, once: Once, response: Response
) -> MeetingOut:
    made = await MeetingService(context.sessions).create(caller, wanted.model_dump(), once)
    return MeetingOut.model_validate(tagged(response, made))


@router.get(
    "/meetings/{meeting_id}",
    summary="A meeting: agenda, notices, roll, tasks, minutes",
    responses=responses_for(*OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def meeting(meeting_id: UUID, context: Context, caller: Association, response: Response) -> MeetingOut:
    found = await MeetingService(context.sessions).meeting(caller, meeting_id)
    return MeetingOut.model_validate(tagged(response, found))


@router.patch(
    "/meetings/{meeting_id}",
    summary="Change a meeting; its day only as long as nobody was told of it",
    responses=responses_for(*VERSIONED, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def change_meeting(
    meeting_id: UUID,
    patch: MeetingPatch,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: IfMatch = None,
) -> MeetingOut:
    values = patch.model_dump(exclude_unset=True)
    changed = await MeetingService(context.sessions).change(caller, meeting_id, values, if_match=if_match)
    return MeetingOut.model_validate(tagged(response, changed))


@router.put(
    "/meetings/{meeting_id}/agenda",
    summary="Write the agenda of a meeting, and what was said on each item",
    responses=responses_for(*VERSIONED, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def set_agenda(
    meeting_id: UUID,
    agenda: AgendaWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: IfMatch = None,
) -> MeetingOut:
    items = [item.model_dump() for item in agenda.items]
    changed = await MeetingService(context.sessions).set_agenda(caller, meeting_id, items, if_match=if_match)
    return MeetingOut.model_validate(tagged(response, changed))


@router.post(
    "/meetings/{meeting_id}/cancel",
    summary="Cancel a meeting that is to come",
    responses=responses_for(*STEP),
    openapi_extra=SIGNED_IN,
)
async def cancel_meeting(
    meeting_id: UUID, why: Reason, context: Context, caller: Secretariat, once: Once
) -> MeetingOut:
    done = await MeetingService(context.sessions).cancel(caller, meeting_id, why.reason, once)
    return MeetingOut.model_validate(done)
