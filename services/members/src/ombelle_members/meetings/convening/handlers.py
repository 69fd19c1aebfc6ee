"""The routes of the roll and of the notice."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import FIRST, after, page, text_value
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context, ProcessContext
from ombelle_members.meetings.answers import OF_ONE, STEP, tagged
from ombelle_members.meetings.convening.schemas import NoticeReport, NoticeWanted, Roll, SeatLink
from ombelle_members.meetings.convening.service import ConveningService
from ombelle_members.meetings.errors import NoticeTooShort, NotNow, RollEmpty, RollEntryUnknown
from ombelle_members.meetings.schemas import MeetingOut
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])


def _convening(context: ProcessContext) -> ConveningService:
    return ConveningService(context.sessions, context.settings.public_url, context.settings.agency)


@router.get(
    "/meetings/{meeting_id}/roll",
    summary="The electoral roll of a meeting, by name",
    responses=responses_for(*OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def meeting_roll(
    meeting_id: UUID, asked: Annotated[ListQuery, Query()], context: Context, _caller: Association
) -> Roll:
    place = after(asked, "meeting-roll", text_value, UUID) or ["", FIRST]
    rows, total = await _convening(context).roll(
        meeting_id, after=(place[0], place[1]), count=asked.limit + 1
    )
    return Roll.model_validate(page(asked, rows, "meeting-roll", "folded_name", "id", total=total))


@router.post(
    "/meetings/{meeting_id}/roll/refresh",
    summary="Look up again who is on the roll, and who votes",
    responses=responses_for(*OF_ONE, NotNow, RollEmpty),
    openapi_extra=SIGNED_IN,
)
async def refresh_meeting_roll(
    meeting_id: UUID, context: Context, caller: Secretariat, response: Response
) -> MeetingOut:
    return MeetingOut.model_validate(tagged(response, await _convening(context).refresh(caller, meeting_id)))


@router.post(
    "/meetings/{meeting_id}/roll/{roll_id}/link",
    summary="Make a new link to somebody's place at a meeting",
    responses=responses_for(*OF_ONE, NotNow, RollEntryUnknown),
    openapi_extra=SIGNED_IN,
)
async def make_seat_link(meeting_id: UUID, roll_id: UUID, context: Context, caller: Secretariat) -> SeatLink:
    return SeatLink.model_validate(await _convening(context).new_link(caller, meeting_id, roll_id))


@router.post(
    "/meetings/{meeting_id}/convene",
    summary="Convene a meeting by mail, or see what would leave",
    responses=responses_for(*STEP, NoticeTooShort, RollEmpty),
    openapi_extra=SIGNED_IN,
)
async def convene_meeting(
    meeting_id: UUID, wanted: NoticeWanted, context: Context, caller: Secretariat, once: Once
) -> NoticeReport:
    report = await _convening(context).convene(caller, meeting_id, wanted.model_dump(), once)
    return NoticeReport.model_validate(report)
