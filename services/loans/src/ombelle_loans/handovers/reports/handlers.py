from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.files.keeping import kept_apart
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.uploads import FileInfected, FileRefused, FileTooLarge, form_body, sent_form
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag
from pydantic import ValidationError

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.handovers.domain import LONGEST_PHOTO
from ombelle_loans.handovers.errors import (
    PhotoUnknown,
    ReportFrozen,
    ReportIncomplete,
    ReportMade,
    ReportUnknown,
    TooManyPhotos,
)
from ombelle_loans.handovers.reports.service import ReportService
from ombelle_loans.handovers.schemas import PhotoForm, ReportOut, ReportPatch, Reports, ReportWrite
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, DatesWrong, LoanUnknown
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["hand-overs"])
_IN: Final = (Unauthenticated, ScopeMissing)
_OF_LOAN: Final = (*_IN, LoanUnknown)
_STEP: Final = (*_OF_LOAN, ActionForbidden, ActionImpossible)
_VERSIONED: Final = (VersionNeeded, ChangedMeanwhile)
_OF_REPORT: Final = (*_IN, ReportUnknown, ActionForbidden, ReportFrozen)
_PHOTO: Final[dict[str, dict[str, Any]]] = {
    "unit_id": {"type": "string", "format": "uuid", "description": "What it shows."},
    "caption": {"type": "string", "maxLength": 300},
}
_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The photograph.",
        "content": {"image/webp": {"schema": {"type": "string", "format": "binary"}}},
    }
}
IfMatch = Annotated[str | None, Header()]


def _reports(context: ProcessContext) -> ReportService:
    settings = context.settings
    files = FileService(context.sessions, context.storage, settings.clamd)
    return ReportService(context.sessions, files, settings.public_url)


@router.get(
    "/loans/{loan_id}/condition-reports",
    summary="The condition reports and the hand-overs of a loan",
    responses=responses_for(*_OF_LOAN),
    openapi_extra=SIGNED_IN,
)
async def condition_reports(loan_id: UUID, context: Context, caller: ReadsLoans) -> Reports:
    return Reports.model_validate(await _reports(context).reports(loan_id, caller=caller))


@router.post(
    "/loans/{loan_id}/condition-reports",
    status_code=201,
    summary="Say what each unit of a loan is like",
    responses=responses_for(*_STEP, ReportMade, ReportIncomplete, DatesWrong, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def make_condition_report(
    loan_id: UUID,
    report: ReportWrite,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> ReportOut:
    made = await _reports(context).make(loan_id, report.model_dump(), caller=caller, once=once)
    response.headers["location"] = f"/api/v1/condition-reports/{made['id']}"
    return _report(response, made)


@router.get(
    "/condition-reports/{report_id}",
    summary="A condition report",
    responses=responses_for(*_IN, ReportUnknown),
    openapi_extra=SIGNED_IN,
)
async def condition_report(
    report_id: UUID, context: Context, caller: ReadsLoans, response: Response
) -> ReportOut:
    return _report(response, await _reports(context).report(report_id, caller=caller))


@router.patch(
    "/condition-reports/{report_id}",
    summary="Change a condition report before the loan goes on",
    responses=responses_for(*_OF_REPORT, *_VERSIONED, ReportIncomplete),
    openapi_extra=SIGNED_IN,
)
async def change_condition_report(
    report_id: UUID,
    patch: ReportPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> ReportOut:
    values = {name: value for name, value in patch.model_dump().items() if name in patch.model_fields_set}
    changed = await _reports(context).change(report_id, values, if_match=if_match, caller=caller)
    return _report(response, changed)


@router.post(
    "/condition-reports/{report_id}/photos",
    status_code=201,
    summary="Add a photograph of a unit to a report",
    responses=responses_for(
        *(*_OF_REPORT, ReportIncomplete, TooManyPhotos, IdempotencyKeyReused),
        *(FileRefused, FileInfected, FileTooLarge, StorageUnavailable),
    ),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(LONGEST_PHOTO, _PHOTO, "unit_id")},
)
async def add_condition_photo(
    report_id: UUID, request: Request, context: Context, caller: WritesLoans, once: Once, response: Response
) -> ReportOut:
    service = _reports(context)
    await service.may_photograph(report_id, caller=caller)
    async with sent_form(request, longest=LONGEST_PHOTO, fields=_PHOTO) as form:
        told = _photo_form(dict(form.fields))
        added = await service.add_photo(
            report_id, told.unit_id, told.caption, form.upload, caller=caller, once=once
        )
    return _report(response, added)


@router.get(
    "/condition-reports/{report_id}/photos/{photo_id}",
    summary="A photograph of a report",
    response_class=StreamingResponse,
    responses=_FILE | responses_for(*_IN, ReportUnknown, PhotoUnknown, FileNotSafe, StorageUnavailable),
    openapi_extra=SIGNED_IN,
)
async def condition_photo(
    report_id: UUID, photo_id: UUID, context: Context, caller: ReadsLoans
) -> StreamingResponse:
    file, content = await _reports(context).photo(report_id, photo_id, caller=caller)
    headers = {
        **kept_apart(file),
        "content-disposition": "inline",
    }  # drawn anew here: it is shown in the page
    return StreamingResponse(content, media_type=file.media_type, headers=headers)


@router.delete(
    "/condition-reports/{report_id}/photos/{photo_id}",
    status_code=204,
    summary="Take a photograph of a report away",
    responses=responses_for(*_OF_REPORT, PhotoUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_condition_photo(
    report_id: UUID, photo_id: UUID, context: Context, caller: WritesLoans
) -> None:
    await _reports(context).remove_photo(report_id, photo_id, caller=caller)


def _photo_form(fields: dict[str, str]) -> PhotoForm:
    try:
        return PhotoForm.model_validate_strings(fields)
    except ValidationError as error:
        raise RequestValidationError(
            [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        ) from error


def _report(response: Response, found: dict[str, Any]) -> ReportOut:
    response.headers["etag"] = version_tag(found["version"])
    return ReportOut.model_validate(found)
