"""The routes of minutes."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import Once
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context, ProcessContext
from ombelle_members.meetings.answers import CHANGES, OF_ONE, PDF, STEP, IfMatch, pdf_answer, tagged
from ombelle_members.meetings.errors import MinutesApproved, MinutesUnknown
from ombelle_members.meetings.minutes.schemas import (
    MinutesApproval,
    MinutesCorrection,
    MinutesOut,
    MinutesWrite,
)
from ombelle_members.meetings.minutes.service import MinutesService
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])
Number = Annotated[int | None, Query(ge=1, le=1000, description="Of the version; the last without it.")]


def recording(context: ProcessContext) -> MinutesService:
    """Return what keeps minutes."""
    return MinutesService(context.sessions, context.settings.agency)


@router.get(
    "/meetings/{meeting_id}/minutes",
    summary="The minutes of a meeting",
    responses=responses_for(*OF_ONE, MinutesUnknown),
    openapi_extra=SIGNED_IN,
)
async def meeting_minutes(
    meeting_id: UUID, context: Context, caller: Association, response: Response, number: Number = None
) -> MinutesOut:
    found = await recording(context).minutes(caller, meeting_id, number)
    return MinutesOut.model_validate(tagged(response, found))


@router.post(
    "/meetings/{meeting_id}/minutes",
    status_code=201,
    summary="Draft the minutes of a meeting from what happened",
    responses=responses_for(*STEP),
    openapi_extra=SIGNED_IN,
)
async def draft_minutes(
    meeting_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> MinutesOut:
    drafted = await recording(context).start(caller, meeting_id, once)
    return MinutesOut.model_validate(tagged(response, drafted))


@router.put(
    "/meetings/{meeting_id}/minutes",
    summary="Write the draft of the minutes anew",
    responses=responses_for(*OF_ONE, MinutesUnknown, MinutesApproved, *CHANGES),
    openapi_extra=SIGNED_IN,
)
async def write_minutes(
    meeting_id: UUID,
    wanted: MinutesWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: IfMatch = None,
) -> MinutesOut:
    written = await recording(context).write(caller, meeting_id, wanted.text, if_match=if_match)
    return MinutesOut.model_validate(tagged(response, written))


@router.post(
    "/meetings/{meeting_id}/minutes/approve",
    summary="Approve the draft of the minutes: it stands",
    responses=responses_for(*STEP, MinutesUnknown, MinutesApproved),
    openapi_extra=SIGNED_IN,
)
async def approve_minutes(
    meeting_id: UUID, wanted: MinutesApproval, context: Context, caller: Secretariat, once: Once
) -> MinutesOut:
    return MinutesOut.model_validate(
        await recording(context).approve(caller, meeting_id, wanted.approved_on, once)
    )


@router.post(
    "/meetings/{meeting_id}/minutes/correct",
    status_code=201,
    summary="Begin another version of approved minutes",
    responses=responses_for(*STEP, MinutesUnknown),
    openapi_extra=SIGNED_IN,
)
async def correct_minutes(
    meeting_id: UUID, wanted: MinutesCorrection, context: Context, caller: Secretariat, once: Once
) -> MinutesOut:
    return MinutesOut.model_validate(
        await recording(context).correct(caller, meeting_id, wanted.correction, once)
    )


@router.get(
    "/meetings/{meeting_id}/minutes.pdf",
    summary="The minutes of a meeting, printed",
    response_class=Response,
    responses=PDF | responses_for(*OF_ONE, MinutesUnknown),
    openapi_extra=SIGNED_IN,
)
async def meeting_minutes_pdf(
    meeting_id: UUID, context: Context, _caller: Association, number: Number = None
) -> Response:
    return pdf_answer(*await recording(context).pdf(meeting_id, number))
