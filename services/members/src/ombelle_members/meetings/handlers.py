"""The routes of meetings as the secretariat keeps them."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, InvalidInput, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import FIRST, after, page, page_by_id, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.uploads import FileInfected, FileRefused, FileTooLarge, form_body, sent_form, wrong_field
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context, ProcessContext
from ombelle_members.files.errors import FileNotSafe
from ombelle_members.files.keeping import kept_apart
from ombelle_members.files.service import FileService
from ombelle_members.meetings.convening import ConveningService
from ombelle_members.meetings.documents import DocumentService
from ombelle_members.meetings.domain import LONGEST_DOCUMENT
from ombelle_members.meetings.errors import (
    AlreadyPresent,
    ConflictRefused,
    CountsWrong,
    DocumentUnknown,
    MeetingUnknown,
    MinutesApproved,
    MinutesUnknown,
    MotionUnknown,
    NoQuorum,
    NoticeTooShort,
    NotNow,
    NotPresent,
    ProxyRefused,
    ProxyUnknown,
    RollEmpty,
    RollEntryUnknown,
    TaskUnknown,
)
from ombelle_members.meetings.live import LiveService
from ombelle_members.meetings.recording import RecordingService
from ombelle_members.meetings.schemas import (
    Adjournment,
    AgendaWrite,
    Arrival,
    ConflictNoted,
    Departure,
    DeskOut,
    HandsCounted,
    MeetingCreate,
    MeetingOut,
    MeetingPatch,
    Meetings,
    MeetingsQuery,
    MeetingTaskPatch,
    MeetingTaskRow,
    MeetingTasks,
    MeetingTasksQuery,
    MeetingTaskWrite,
    MinutesApproval,
    MinutesCorrection,
    MinutesOut,
    MinutesWrite,
    MotionDone,
    MotionWrite,
    NoticeReport,
    NoticeWanted,
    ProxyGiven,
    Reason,
    Roll,
    SeatLink,
)
from ombelle_members.meetings.service import MeetingService
from ombelle_members.meetings.sitting import SittingService
from ombelle_members.meetings.voting import MotionService
from ombelle_members.policies import Association, ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])
_IN: Final = (Unauthenticated, Forbidden, ScopeMissing)
_OF_ONE: Final = (*_IN, MeetingUnknown)
_STEP: Final = (*_OF_ONE, NotNow, IdempotencyKeyReused)
_CHANGES: Final = (VersionNeeded, ChangedMeanwhile)
_VERSIONED: Final = (*_OF_ONE, NotNow, *_CHANGES)
PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The document.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}
FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file.",
        "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_ITEM: Final = {"agenda_item_id": {"type": "string", "format": "uuid"}}
IfMatch = Annotated[str | None, Header()]
IfNoneMatch = Annotated[str | None, Header()]
Number = Annotated[int | None, Query(ge=1, le=1000, description="Of the version; the last without it.")]


def file_service(context: ProcessContext) -> FileService:
    """Return what keeps files."""
    return FileService(context.sessions, context.storage, context.settings.clamd)


def _convening(context: ProcessContext) -> ConveningService:
    return ConveningService(context.sessions, context.settings.public_url, context.settings.agency)


def recording(context: ProcessContext) -> RecordingService:
    """Return what keeps minutes."""
    return RecordingService(context.sessions, context.settings.agency)


def _motions(context: ProcessContext) -> MotionService:
    return MotionService(context.sessions, context.engine)


def _tagged(response: Response, row: dict[str, Any]) -> dict[str, Any]:
    response.headers["etag"] = version_tag(row["version"])
    return row


def pulse_of(if_none_match: str | None) -> int | None:
    """Return the pulse that a caller has, from `If-None-Match`."""
    told = (if_none_match or "").strip().removeprefix("W/").strip('"').removeprefix("p")
    return int(told) if told.isdecimal() and len(told) < 19 else None


def pulse_headers(pulse: int) -> dict[str, str]:
    """Return the headers of an answer that stands until the meeting's next pulse."""
    return {"etag": f'"p{pulse}"', "cache-control": "private, no-store"}


def pdf_answer(name: str, content: bytes) -> Response:
    """Answer with a PDF."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


@router.get(
    "/meetings",
    summary="Meetings of the association's bodies, the last first",
    responses=responses_for(*_IN),
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
    responses=responses_for(*_IN, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def plan_meeting(
    wanted: MeetingCreate, context: Context, caller: Secretariat, once: Once, response: Response
) -> MeetingOut:
    made = await MeetingService(context.sessions).create(caller, wanted.model_dump(), once)
    return MeetingOut.model_validate(_tagged(response, made))


@router.get(
    "/meetings/{meeting_id}",
    summary="A meeting: agenda, notices, roll, tasks, minutes",
    responses=responses_for(*_OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def meeting(meeting_id: UUID, context: Context, caller: Association, response: Response) -> MeetingOut:
    found = await MeetingService(context.sessions).meeting(caller, meeting_id)
    return MeetingOut.model_validate(_tagged(response, found))


@router.patch(
    "/meetings/{meeting_id}",
    summary="Change a meeting; its day only as long as nobody was told of it",
    responses=responses_for(*_VERSIONED, InvalidInput),
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
    return MeetingOut.model_validate(_tagged(response, changed))


@router.put(
    "/meetings/{meeting_id}/agenda",
    summary="Write the agenda of a meeting, and what was said on each item",
    responses=responses_for(*_VERSIONED, InvalidInput),
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
    return MeetingOut.model_validate(_tagged(response, changed))


@router.post(
    "/meetings/{meeting_id}/documents",
    status_code=201,
    summary="Add a document to a meeting, or to an item of its agenda",
    responses=responses_for(
        *_STEP, InvalidInput, FileRefused, FileInfected, FileTooLarge, StorageUnavailable
    ),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(LONGEST_DOCUMENT, _ITEM)},
)
async def add_meeting_document(
    meeting_id: UUID, request: Request, context: Context, caller: Secretariat, once: Once, response: Response
) -> MeetingOut:
    service = DocumentService(context.sessions, file_service(context))
    await service.may_add(meeting_id)
    async with sent_form(request, longest=LONGEST_DOCUMENT, fields=_ITEM) as form:
        item_id = _uuid(form.fields.get("agenda_item_id"))
        shown = await service.add(caller, meeting_id, item_id, form.upload, once)
    return MeetingOut.model_validate(_tagged(response, shown))


def _uuid(told: str | None) -> UUID | None:
    try:
        return None if told is None else UUID(told)
    except ValueError:
        raise wrong_field(
            "/body/agenda_item_id", "uuid_parsing", "Un identifiant (UUID) est attendu."
        ) from None


@router.get(
    "/meetings/{meeting_id}/documents/{document_id}",
    summary="A document of a meeting",
    response_class=StreamingResponse,
    responses=FILE | responses_for(*_OF_ONE, DocumentUnknown, FileNotSafe, StorageUnavailable),
    openapi_extra=SIGNED_IN,
)
async def meeting_document(
    meeting_id: UUID, document_id: UUID, context: Context, _caller: Association
) -> StreamingResponse:
    return await document_answer(context, meeting_id, document_id)


async def document_answer(context: ProcessContext, meeting_id: UUID, document_id: UUID) -> StreamingResponse:
    """Answer with a document of a meeting."""
    file, content = await DocumentService(context.sessions, file_service(context)).content(
        meeting_id, document_id
    )
    return StreamingResponse(content, media_type=file.media_type, headers=dict(kept_apart(file)))


@router.delete(
    "/meetings/{meeting_id}/documents/{document_id}",
    status_code=204,
    summary="Take a document off a meeting",
    responses=responses_for(*_OF_ONE, DocumentUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_meeting_document(
    meeting_id: UUID, document_id: UUID, context: Context, caller: Secretariat
) -> None:
    await DocumentService(context.sessions, file_service(context)).remove(caller, meeting_id, document_id)


@router.get(
    "/meetings/{meeting_id}/roll",
    summary="The electoral roll of a meeting, by name",
    responses=responses_for(*_OF_ONE),
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
    responses=responses_for(*_OF_ONE, NotNow, RollEmpty),
    openapi_extra=SIGNED_IN,
)
async def refresh_meeting_roll(
    meeting_id: UUID, context: Context, caller: Secretariat, response: Response
) -> MeetingOut:
    return MeetingOut.model_validate(_tagged(response, await _convening(context).refresh(caller, meeting_id)))


@router.post(
    "/meetings/{meeting_id}/roll/{roll_id}/link",
    summary="Make a new link to somebody's place at a meeting",
    responses=responses_for(*_OF_ONE, NotNow, RollEntryUnknown),
    openapi_extra=SIGNED_IN,
)
async def make_seat_link(meeting_id: UUID, roll_id: UUID, context: Context, caller: Secretariat) -> SeatLink:
    return SeatLink.model_validate(await _convening(context).new_link(caller, meeting_id, roll_id))


@router.post(
    "/meetings/{meeting_id}/convene",
    summary="Convene a meeting by mail, or see what would leave",
    responses=responses_for(*_STEP, NoticeTooShort, RollEmpty),
    openapi_extra=SIGNED_IN,
)
async def convene_meeting(
    meeting_id: UUID, wanted: NoticeWanted, context: Context, caller: Secretariat, once: Once
) -> NoticeReport:
    report = await _convening(context).convene(caller, meeting_id, wanted.model_dump(), once)
    return NoticeReport.model_validate(report)


@router.get(
    "/meetings/{meeting_id}/attendance-sheet.pdf",
    summary="The attendance sheet of a meeting, to print and sign",
    response_class=Response,
    responses=PDF | responses_for(*_OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def attendance_sheet(meeting_id: UUID, context: Context, _caller: Association) -> Response:
    return pdf_answer(*await recording(context).sheet(meeting_id))


@router.post(
    "/meetings/{meeting_id}/cancel",
    summary="Cancel a meeting that is to come",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def cancel_meeting(
    meeting_id: UUID, why: Reason, context: Context, caller: Secretariat, once: Once
) -> MeetingOut:
    done = await MeetingService(context.sessions).cancel(caller, meeting_id, why.reason, once)
    return MeetingOut.model_validate(done)


@router.post(
    "/meetings/{meeting_id}/open",
    summary="Open a meeting: its roll is frozen",
    responses=responses_for(*_STEP, RollEmpty),
    openapi_extra=SIGNED_IN,
)
async def open_meeting(meeting_id: UUID, context: Context, caller: Secretariat, once: Once) -> MeetingOut:
    return MeetingOut.model_validate(await SittingService(context.sessions).open(caller, meeting_id, once))


@router.post(
    "/meetings/{meeting_id}/adjourn",
    status_code=201,
    summary="Adjourn a meeting without quorum; its second call is returned",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def adjourn_meeting(
    meeting_id: UUID, when: Adjournment, context: Context, caller: Secretariat, once: Once
) -> MeetingOut:
    second = await SittingService(context.sessions).adjourn(
        caller, meeting_id, held_on=when.held_on, starts_at=when.starts_at, once=once
    )
    return MeetingOut.model_validate(second)


@router.post(
    "/meetings/{meeting_id}/close",
    summary="Close a meeting, or note that one was held",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def close_meeting(meeting_id: UUID, context: Context, caller: Secretariat, once: Once) -> MeetingOut:
    return MeetingOut.model_validate(await SittingService(context.sessions).close(caller, meeting_id, once))


@router.get(
    "/meetings/{meeting_id}/live",
    summary="A meeting as it stands at this moment, with its roll",
    response_model=DeskOut,
    responses={**NOT_MODIFIED, **responses_for(*_OF_ONE)},
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


@router.post(
    "/meetings/{meeting_id}/arrivals",
    status_code=204,
    summary="Note that somebody came",
    responses=responses_for(*_OF_ONE, NotNow, RollEntryUnknown, AlreadyPresent),
    openapi_extra=SIGNED_IN,
)
async def note_arrival(meeting_id: UUID, who: Arrival, context: Context, caller: Secretariat) -> None:
    await SittingService(context.sessions).arrive(caller, meeting_id, who.roll_id, who.mode)


@router.post(
    "/meetings/{meeting_id}/departures",
    status_code=204,
    summary="Note that somebody left",
    responses=responses_for(*_OF_ONE, NotNow, RollEntryUnknown, NotPresent),
    openapi_extra=SIGNED_IN,
)
async def note_departure(meeting_id: UUID, who: Departure, context: Context, caller: Secretariat) -> None:
    await SittingService(context.sessions).leave(caller, meeting_id, who.roll_id)


@router.post(
    "/meetings/{meeting_id}/proxies",
    status_code=204,
    summary="Note a proxy that one member gives another",
    responses=responses_for(*_OF_ONE, NotNow, RollEntryUnknown, ProxyRefused),
    openapi_extra=SIGNED_IN,
)
async def note_proxy(meeting_id: UUID, given: ProxyGiven, context: Context, caller: Secretariat) -> None:
    await SittingService(context.sessions).give_proxy(caller, meeting_id, given.giver_id, given.holder_id)


@router.delete(
    "/meetings/{meeting_id}/proxies/{proxy_id}",
    status_code=204,
    summary="Take a proxy back for who gave it",
    responses=responses_for(*_OF_ONE, NotNow, ProxyUnknown),
    openapi_extra=SIGNED_IN,
)
async def end_proxy(meeting_id: UUID, proxy_id: UUID, context: Context, caller: Secretariat) -> None:
    await SittingService(context.sessions).end_proxy(caller, meeting_id, proxy_id)


@router.post(
    "/meetings/{meeting_id}/motions",
    status_code=201,
    summary="Write a motion for a meeting",
    responses=responses_for(*_STEP, InvalidInput),
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
    return MotionDone.model_validate(_tagged(response, made))


@router.put(
    "/motions/{motion_id}",
    summary="Write a motion anew that is not voted on yet",
    responses=responses_for(*_IN, MotionUnknown, NotNow, InvalidInput, *_CHANGES),
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
    return MotionDone.model_validate(_tagged(response, changed))


@router.post(
    "/motions/{motion_id}/open",
    summary="Open the vote on a motion, where the quorum is met",
    responses=responses_for(*_IN, MotionUnknown, NotNow, NoQuorum, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def open_motion(motion_id: UUID, context: Context, caller: Secretariat, once: Once) -> MotionDone:
    return MotionDone.model_validate(await _motions(context).open(caller, motion_id, once))


@router.post(
    "/motions/{motion_id}/close",
    summary="Close the vote on a motion: the urn is opened, or the hands are told",
    responses=responses_for(*_IN, MotionUnknown, NotNow, CountsWrong, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def close_motion(
    motion_id: UUID, counted: HandsCounted, context: Context, caller: Secretariat, once: Once
) -> MotionDone:
    closed = await _motions(context).close(caller, motion_id, counted.model_dump(), once)
    return MotionDone.model_validate(closed)


@router.post(
    "/motions/{motion_id}/withdraw",
    summary="Take a motion back; what was cast on it is not counted",
    responses=responses_for(*_IN, MotionUnknown, NotNow, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def withdraw_motion(motion_id: UUID, context: Context, caller: Secretariat, once: Once) -> MotionDone:
    return MotionDone.model_validate(await _motions(context).withdraw(caller, motion_id, once))


@router.post(
    "/motions/{motion_id}/conflicts",
    status_code=204,
    summary="Note a conflict of interest: that voice takes no part in the vote",
    responses=responses_for(*_IN, MotionUnknown, NotNow, RollEntryUnknown, ConflictRefused),
    openapi_extra=SIGNED_IN,
)
async def note_conflict(motion_id: UUID, who: ConflictNoted, context: Context, caller: Secretariat) -> None:
    await SittingService(context.sessions).note_conflict(caller, motion_id, who.roll_id, who.reason)


@router.get(
    "/meetings/{meeting_id}/minutes",
    summary="The minutes of a meeting",
    responses=responses_for(*_OF_ONE, MinutesUnknown),
    openapi_extra=SIGNED_IN,
)
async def meeting_minutes(
    meeting_id: UUID, context: Context, caller: Association, response: Response, number: Number = None
) -> MinutesOut:
    found = await recording(context).minutes(caller, meeting_id, number)
    return MinutesOut.model_validate(_tagged(response, found))


@router.post(
    "/meetings/{meeting_id}/minutes",
    status_code=201,
    summary="Draft the minutes of a meeting from what happened",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def draft_minutes(
    meeting_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> MinutesOut:
    drafted = await recording(context).start(caller, meeting_id, once)
    return MinutesOut.model_validate(_tagged(response, drafted))


@router.put(
    "/meetings/{meeting_id}/minutes",
    summary="Write the draft of the minutes anew",
    responses=responses_for(*_OF_ONE, MinutesUnknown, MinutesApproved, *_CHANGES),
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
    return MinutesOut.model_validate(_tagged(response, written))


@router.post(
    "/meetings/{meeting_id}/minutes/approve",
    summary="Approve the draft of the minutes: it stands",
    responses=responses_for(*_STEP, MinutesUnknown, MinutesApproved),
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
    responses=responses_for(*_STEP, MinutesUnknown),
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
    responses=PDF | responses_for(*_OF_ONE, MinutesUnknown),
    openapi_extra=SIGNED_IN,
)
async def meeting_minutes_pdf(
    meeting_id: UUID, context: Context, _caller: Association, number: Number = None
) -> Response:
    return pdf_answer(*await recording(context).pdf(meeting_id, number))


@router.get(
    "/meeting-tasks",
    summary="What is to be done after meetings, the oldest first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def meeting_tasks(
    asked: Annotated[MeetingTasksQuery, Query()], context: Context, caller: Association
) -> MeetingTasks:
    service = MeetingService(context.sessions)
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
    responses=responses_for(*_OF_ONE, IdempotencyKeyReused),
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
    made = await MeetingService(context.sessions).add_task(caller, meeting_id, wanted.model_dump(), once)
    return MeetingTaskRow.model_validate(_tagged(response, made))


@router.put(
    "/meeting-tasks/{task_id}",
    summary="Write a task anew, or say since when it is done",
    responses=responses_for(*_IN, TaskUnknown, *_CHANGES),
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
    changed = await MeetingService(context.sessions).change_task(
        caller, task_id, wanted.model_dump(), if_match=if_match
    )
    return MeetingTaskRow.model_validate(_tagged(response, changed))
