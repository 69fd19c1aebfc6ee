"""The routes of a meeting's documents."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.files.keeping import kept_apart
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.uploads import FileInfected, FileRefused, FileTooLarge, form_body, sent_form, wrong_field

from ombelle_members.context import Context, ProcessContext
from ombelle_members.meetings.answers import FILE, OF_ONE, STEP, tagged
from ombelle_members.meetings.documents.service import DocumentService
from ombelle_members.meetings.domain import LONGEST_DOCUMENT
from ombelle_members.meetings.errors import DocumentStands, DocumentUnknown, NotNow
from ombelle_members.meetings.schemas import MeetingOut
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])
_ITEM: Final = {"agenda_item_id": {"type": "string", "format": "uuid"}}


def file_service(context: ProcessContext) -> FileService:
    """Return what keeps files."""
    return FileService(context.sessions, context.storage, context.settings.clamd)


@router.post(
    "/meetings/{meeting_id}/documents",
    status_code=201,
    summary="Add a document to a meeting, or to an item of its agenda",
    responses=responses_for(*STEP, InvalidInput, FileRefused, FileInfected, FileTooLarge, StorageUnavailable),
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
    return MeetingOut.model_validate(tagged(response, shown))


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
    responses=FILE | responses_for(*OF_ONE, DocumentUnknown, FileNotSafe, StorageUnavailable),
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
    responses=responses_for(*OF_ONE, DocumentUnknown, DocumentStands, NotNow),
    openapi_extra=SIGNED_IN,
)
async def remove_meeting_document(
    meeting_id: UUID, document_id: UUID, context: Context, caller: Secretariat
) -> None:
    await DocumentService(context.sessions, file_service(context)).remove(caller, meeting_id, document_id)
