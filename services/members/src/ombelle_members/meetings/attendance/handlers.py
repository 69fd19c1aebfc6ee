"""The routes of who is there, and of the sheet that they sign."""

from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.meetings.answers import OF_ONE, PDF, pdf_answer
from ombelle_members.meetings.attendance.printing import SheetService
from ombelle_members.meetings.attendance.schemas import Arrival, Departure
from ombelle_members.meetings.attendance.service import AttendanceService
from ombelle_members.meetings.errors import AlreadyPresent, NotNow, NotPresent, RollEntryUnknown
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])


@router.post(
    "/meetings/{meeting_id}/arrivals",
    status_code=204,
    summary="Note that somebody came",
    responses=responses_for(*OF_ONE, NotNow, RollEntryUnknown, AlreadyPresent, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def note_arrival(meeting_id: UUID, who: Arrival, context: Context, caller: Secretariat) -> None:
    await AttendanceService(context.sessions).arrive(caller, meeting_id, who.roll_id, who.mode, at=who.at)


@router.post(
    "/meetings/{meeting_id}/departures",
    status_code=204,
    summary="Note that somebody left",
    responses=responses_for(*OF_ONE, NotNow, RollEntryUnknown, NotPresent, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def note_departure(meeting_id: UUID, who: Departure, context: Context, caller: Secretariat) -> None:
    await AttendanceService(context.sessions).leave(caller, meeting_id, who.roll_id, at=who.at)


@router.get(
    "/meetings/{meeting_id}/attendance-sheet.pdf",
    summary="The attendance sheet of a meeting, to print and sign",
    response_class=Response,
    responses=PDF | responses_for(*OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def attendance_sheet(meeting_id: UUID, context: Context, _caller: Association) -> Response:
    return pdf_answer(*await SheetService(context.sessions, context.settings.agency).sheet(meeting_id))
