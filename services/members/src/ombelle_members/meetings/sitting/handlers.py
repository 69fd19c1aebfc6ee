"""The routes of the day itself: opened, seen live, closed or adjourned."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.idempotency import Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED

from ombelle_members.context import Context
from ombelle_members.meetings.answers import OF_ONE, STEP, IfNoneMatch, pulse_headers, pulse_of
from ombelle_members.meetings.errors import RollEmpty
from ombelle_members.meetings.live import LiveService
from ombelle_members.meetings.schemas import MeetingOut
from ombelle_members.meetings.sitting.schemas import Adjournment, DeskOut, SittingClosed, SittingOpened
from ombelle_members.meetings.sitting.service import SittingService
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])


@router.post(
    "/meetings/{meeting_id}/open",
    summary="Open a meeting: its roll is frozen",
    responses=responses_for(*STEP, RollEmpty, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def open_meeting(
    meeting_id: UUID, context: Context, caller: Secretariat, once: Once, when: SittingOpened | None = None
) -> MeetingOut:
    at = None if when is None else when.at
    done = await SittingService(context.sessions).open(caller, meeting_id, once, at=at)
    return MeetingOut.model_validate(done)


@router.post(
    "/meetings/{meeting_id}/adjourn",
    status_code=201,
    summary="Adjourn a meeting without quorum; its second call is returned",
    responses=responses_for(*STEP, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def adjourn_meeting(
    meeting_id: UUID, when: Adjournment, context: Context, caller: Secretariat, once: Once
) -> MeetingOut:
    second = await SittingService(context.sessions).adjourn(
        caller, meeting_id, held_on=when.held_on, starts_at=when.starts_at, once=once, at=when.at
    )
    return MeetingOut.model_validate(second)


@router.post(
    "/meetings/{meeting_id}/close",
    summary="Close a meeting, or note that one was held",
    responses=responses_for(*STEP, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def close_meeting(
    meeting_id: UUID, context: Context, caller: Secretariat, once: Once, when: SittingClosed | None = None
) -> MeetingOut:
    at = None if when is None else when.at
    done = await SittingService(context.sessions).close(caller, meeting_id, once, at=at)
    return MeetingOut.model_validate(done)


@router.get(
    "/meetings/{meeting_id}/live",
    summary="A meeting as it stands at this moment, with its roll",
    response_model=DeskOut,
    responses={**NOT_MODIFIED, **responses_for(*OF_ONE)},
    openapi_extra=SIGNED_IN,
)
async def live_meeting(
    meeting_id: UUID,
    context: Context,
    caller: Association,
    response: Response,
    if_none_match: IfNoneMatch = None,
) -> Any:
    pulse, found = await LiveService(context.sessions).desk(caller, meeting_id, pulse_of(if_none_match))
    if found is None:
        return Response(status_code=304, headers=pulse_headers(pulse))
    response.headers.update(pulse_headers(pulse))
    return found
