"""The routes of motions: written, voted on, and who keeps out of the vote."""

from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context, ProcessContext
from ombelle_members.meetings.answers import CHANGES, IN, STEP, IfMatch, tagged
from ombelle_members.meetings.errors import (
    ConflictRefused,
    CountsWrong,
    MotionUnknown,
    NoQuorum,
    NotNow,
    RollEntryUnknown,
)
from ombelle_members.meetings.motions.conflicts import ConflictService
from ombelle_members.meetings.motions.schemas import ConflictNoted, HandsCounted, MotionDone, MotionWrite
from ombelle_members.meetings.motions.service import MotionService
from ombelle_members.meetings.motions.voting import MotionVoteService
from ombelle_members.policies import Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])


def _motions(context: ProcessContext) -> MotionService:
    return MotionService(context.sessions)


def _votes(context: ProcessContext) -> MotionVoteService:
    return MotionVoteService(context.sessions, context.engine)


@router.post(
    "/meetings/{meeting_id}/motions",
    status_code=201,
    summary="Write a motion for a meeting",
    responses=responses_for(*STEP, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def write_motion(
    meeting_id: UUID,
    wanted: MotionWrite,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
) -> MotionDone:
    made = await _motions(context).add(caller, meeting_id, wanted.model_dump(), once)
    return MotionDone.model_validate(tagged(response, made))


@router.put(
    "/motions/{motion_id}",
    summary="Write a motion anew that is not voted on yet",
    responses=responses_for(*IN, MotionUnknown, NotNow, InvalidInput, *CHANGES),
    openapi_extra=SIGNED_IN,
)
async def change_motion(
    motion_id: UUID,
    wanted: MotionWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: IfMatch = None,
) -> MotionDone:
    changed = await _motions(context).change(caller, motion_id, wanted.model_dump(), if_match=if_match)
    return MotionDone.model_validate(tagged(response, changed))


@router.post(
    "/motions/{motion_id}/open",
    summary="Open the vote on a motion, where the quorum is met",
    responses=responses_for(*IN, MotionUnknown, NotNow, NoQuorum, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def open_motion(motion_id: UUID, context: Context, caller: Secretariat, once: Once) -> MotionDone:
    return MotionDone.model_validate(await _votes(context).open(caller, motion_id, once))


@router.post(
    "/motions/{motion_id}/close",
    summary="Close the vote on a motion: the urn is opened, or the hands are told",
    responses=responses_for(*IN, MotionUnknown, NotNow, CountsWrong, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def close_motion(
    motion_id: UUID, context: Context, caller: Secretariat, once: Once, counted: HandsCounted | None = None
) -> MotionDone:
    counts = (counted or HandsCounted()).model_dump()
    closed = await _votes(context).close(caller, motion_id, counts, once)
    return MotionDone.model_validate(closed)


@router.post(
    "/motions/{motion_id}/withdraw",
    summary="Take a motion back; what was cast on it is not counted",
    responses=responses_for(*IN, MotionUnknown, NotNow, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def withdraw_motion(motion_id: UUID, context: Context, caller: Secretariat, once: Once) -> MotionDone:
    return MotionDone.model_validate(await _votes(context).withdraw(caller, motion_id, once))


@router.post(
    "/motions/{motion_id}/conflicts",
    status_code=204,
    summary="Note a conflict of interest: that voice takes no part in the vote",
    responses=responses_for(*IN, MotionUnknown, NotNow, RollEntryUnknown, ConflictRefused),
    openapi_extra=SIGNED_IN,
)
async def note_conflict(motion_id: UUID, who: ConflictNoted, context: Context, caller: Secretariat) -> None:
    await ConflictService(context.sessions).note_conflict(caller, motion_id, who.roll_id, who.reason)
