from typing import Annotated, Any, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.uploads import FileInfected, FileRefused, FileTooLarge

from ombelle_events.applications.errors import ActionForbidden
from ombelle_events.applications.responses import IN_TIME, OF_ONE, PRIVATE
from ombelle_events.context import Context, ProcessContext
from ombelle_events.correspondence.attachments.schemas import AttachmentOut, Attachments
from ombelle_events.correspondence.attachments.service import AttachmentService
from ombelle_events.correspondence.attachments.uploads import BODY, sent_form
from ombelle_events.correspondence.errors import AttachmentNotSafe, AttachmentUnknown, TooManyAttachments
from ombelle_events.policies import ApplicationReader, ApplicationWriter

router = APIRouter(prefix="/api/v1/applications/{application_id}/attachments", tags=["applications"])
_ONE = "/{attachment_id}"
_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _service(context: ProcessContext) -> AttachmentService:
    return AttachmentService(context.sessions, context.storage, context.settings.clamd)


@router.get(
    "",
    summary="The files of an application, the oldest first",
    responses=responses_for(*OF_ONE, ActionForbidden),
    openapi_extra=SIGNED_IN,
)
async def attachments(
    application_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    asker: ApplicationReader,
    response: Response,
) -> Attachments:
    kind = f"attachments/{application_id}"
    found = await _service(context).attachments(
        application_id, asker=asker, after=id_after(asked.after, kind), count=asked.limit + 1
    )
    response.headers["cache-control"] = PRIVATE
    more = len(found) > asked.limit
    following = encode_cursor(kind, str(found[asked.limit - 1]["id"])) if more else None
    return Attachments.model_validate({"items": found[: asked.limit], "next": following})


@router.post(
    "",
    status_code=201,
    summary="Attach a file",
    responses=responses_for(
        *IN_TIME,
        TooManyAttachments,
        FileRefused,
        FileInfected,
        FileTooLarge,
        StorageUnavailable,
        IdempotencyKeyReused,
    ),
    openapi_extra={**SIGNED_IN, "requestBody": BODY},
)
async def attach(
    application_id: UUID,
    request: Request,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
) -> AttachmentOut:
    service = _service(context)
    await service.may_attach(application_id, asker=asker)
    async with sent_form(request) as form:
        kept = await service.attach(application_id, form.upload, form.field_id, asker=asker, once=once)
    response.headers["location"] = f"/api/v1/applications/{application_id}/attachments/{kept['id']}"
    response.headers["cache-control"] = PRIVATE
    return AttachmentOut.model_validate(kept)


@router.get(
    _ONE,
    summary="A file, to be kept and not shown",
    response_class=StreamingResponse,
    responses=_FILE
    | responses_for(*OF_ONE, ActionForbidden, AttachmentUnknown, AttachmentNotSafe, StorageUnavailable),
    openapi_extra=SIGNED_IN,
)
async def attachment(
    application_id: UUID, attachment_id: UUID, context: Context, asker: ApplicationReader
) -> StreamingResponse:
    told, content = await _service(context).content(application_id, attachment_id, asker=asker)
    return StreamingResponse(content, media_type=told["media_type"], headers=_kept_apart(told))


def _kept_apart(told: dict[str, Any]) -> dict[str, str]:
    """Return headers by which no browser runs or shows a file of somebody's in our name (RFC 6266, RFC 8187)."""
    plain = "".join(one if one.isascii() and one not in '"\\%' else "_" for one in told["name"])
    return {
        "content-length": str(told["size_bytes"]),
        "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(told['name'], safe='')}",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": PRIVATE,
    }


@router.delete(
    _ONE,
    status_code=204,
    summary="Take a file away",
    responses=responses_for(*IN_TIME, AttachmentUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_attachment(
    application_id: UUID, attachment_id: UUID, context: Context, asker: ApplicationWriter
) -> None:
    await _service(context).remove(application_id, attachment_id, asker=asker)
