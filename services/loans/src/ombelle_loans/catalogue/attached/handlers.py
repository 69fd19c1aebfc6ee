"""The routes of an item's photographs and documents."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import FieldError, InvalidInput, Unauthenticated
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.typed_texts import LINE
from ombelle_chassis.uploads import FileInfected, FileRefused, FileTooLarge, form_body, sent_form
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ombelle_loans.catalogue.attached.service import AttachedService
from ombelle_loans.catalogue.domain import LONGEST_FILE, LONGEST_PHOTO
from ombelle_loans.catalogue.errors import FileUnknown, ItemUnknown, TooMany
from ombelle_loans.catalogue.schemas import DocumentPatch, LentItemOut, PhotoPatch
from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans
from ombelle_loans.vocabulary import DOCUMENT_KINDS, DocumentKind

router = APIRouter(prefix="/api/v1/items/{item_id}", tags=["items"])
_IN = (Unauthenticated, ScopeMissing, ItemUnknown)
_SENT = (*_IN, TooMany, FileRefused, FileInfected, FileTooLarge, StorageUnavailable, IdempotencyKeyReused)
_CHANGED = (*_IN, FileUnknown, VersionNeeded, ChangedMeanwhile)
_READ = (*_IN, FileUnknown, FileNotSafe, StorageUnavailable)
_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file.",
        "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_PHOTO: Final = {"alt": {"type": "string", "maxLength": 300}, "credit": {"type": "string", "maxLength": 200}}
_DOCUMENT: Final[Mapping[str, Mapping[str, Any]]] = {
    "title": {"type": "string", "maxLength": 200},
    "kind": {"type": "string", "enum": [*DOCUMENT_KINDS]},
    "is_public": {"type": "string", "enum": ["true", "false"]},
}
IfMatch = Annotated[str | None, Header()]


class _PhotoFields(BaseModel):
    model_config = ConfigDict(extra="forbid")

    alt: Annotated[str, Field(max_length=300), *LINE]
    credit: Annotated[str, Field(max_length=200), *LINE]


class _DocumentFields(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(max_length=200), *LINE]
    kind: DocumentKind = "other"
    is_public: Literal["true", "false"] = "true"


def _service(context: ProcessContext) -> AttachedService:
    files = FileService(context.sessions, context.storage, context.settings.clamd)
    return AttachedService(context.sessions, files, context.settings.agency)


@router.post(
    "/photos",
    status_code=201,
    summary="Add a photograph, with what it shows and whose it is",
    responses=responses_for(*_SENT),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(LONGEST_PHOTO, _PHOTO, "alt", "credit")},
)
async def add_photo(
    item_id: UUID, request: Request, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LentItemOut:
    service = _service(context)
    await service.may_add(caller, item_id, "photos")
    async with sent_form(request, longest=LONGEST_PHOTO, fields=_PHOTO) as form:
        values = _checked(_PhotoFields, form.fields)
        shown = await service.add(caller, item_id, "photos", form.upload, values, once)
    return _tagged(response, LentItemOut.model_validate(shown))


@router.get(
    "/photos/{photo_id}",
    summary="A photograph, published or not",
    response_class=StreamingResponse,
    responses=_FILE | responses_for(*_READ),
    openapi_extra=SIGNED_IN,
)
async def photo(item_id: UUID, photo_id: UUID, context: Context, caller: ReadsLoans) -> StreamingResponse:
    return await _content(context, caller, item_id, "photos", photo_id)


@router.patch(
    "/photos/{photo_id}",
    summary="Change what is said of a photograph, on a version of its item",
    responses=responses_for(*_CHANGED),
    openapi_extra=SIGNED_IN,
)
async def change_photo(
    item_id: UUID,
    photo_id: UUID,
    patch: PhotoPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> LentItemOut:
    values = patch.model_dump(exclude_unset=True)
    shown = await _service(context).change(caller, item_id, "photos", photo_id, values, if_match=if_match)
    return _tagged(response, LentItemOut.model_validate(shown))


@router.delete(
    "/photos/{photo_id}",
    status_code=204,
    summary="Take a photograph away",
    responses=responses_for(*_IN, FileUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_photo(item_id: UUID, photo_id: UUID, context: Context, caller: WritesLoans) -> None:
    await _service(context).remove(caller, item_id, "photos", photo_id)


@router.post(
    "/documents",
    status_code=201,
    summary="Add a document",
    responses=responses_for(*_SENT),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(LONGEST_FILE, _DOCUMENT, "title")},
)
async def add_document(
    item_id: UUID, request: Request, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LentItemOut:
    service = _service(context)
    await service.may_add(caller, item_id, "documents")
    async with sent_form(request, longest=LONGEST_FILE, fields=_DOCUMENT) as form:
        values = _checked(_DocumentFields, form.fields)
        values["is_public"] = values["is_public"] == "true"
        shown = await service.add(caller, item_id, "documents", form.upload, values, once)
    return _tagged(response, LentItemOut.model_validate(shown))


@router.get(
    "/documents/{document_id}",
    summary="A document, public or not",
    response_class=StreamingResponse,
    responses=_FILE | responses_for(*_READ),
    openapi_extra=SIGNED_IN,
)
async def document(
    item_id: UUID, document_id: UUID, context: Context, caller: ReadsLoans
) -> StreamingResponse:
    return await _content(context, caller, item_id, "documents", document_id)


@router.patch(
    "/documents/{document_id}",
    summary="Change what is said of a document, on a version of its item",
    responses=responses_for(*_CHANGED),
    openapi_extra=SIGNED_IN,
)
async def change_document(
    item_id: UUID,
    document_id: UUID,
    patch: DocumentPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> LentItemOut:
    values = patch.model_dump(exclude_unset=True)
    shown = await _service(context).change(
        caller, item_id, "documents", document_id, values, if_match=if_match
    )
    return _tagged(response, LentItemOut.model_validate(shown))


@router.delete(
    "/documents/{document_id}",
    status_code=204,
    summary="Take a document away",
    responses=responses_for(*_IN, FileUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_document(item_id: UUID, document_id: UUID, context: Context, caller: WritesLoans) -> None:
    await _service(context).remove(caller, item_id, "documents", document_id)


async def _content(
    context: ProcessContext, caller: ReadsLoans, item_id: UUID, kind: str, file_id: UUID
) -> StreamingResponse:
    told, content = await _service(context).content(caller, item_id, kind, file_id)
    headers = {
        "content-length": str(told.size_bytes),
        "content-disposition": f"attachment; filename*=UTF-8''{quote(told.name, safe='')}",
        # No browser runs or shows a file of somebody's in our name.
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
    }
    return StreamingResponse(content, media_type=told.media_type, headers=headers)


def _checked(fields: type[BaseModel], given: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a form, as they are kept. Raises InvalidInput."""
    try:
        return fields.model_validate(given).model_dump()
    except ValidationError as error:
        errors = [
            FieldError(
                f"/body/{one['loc'][0]}", str(one["type"]), "Ce champ est absent ou n'est pas accepté."
            )
            for one in error.errors(include_url=False)
        ]
        raise InvalidInput("La demande n'est pas valable.", errors=errors) from error


def _tagged(response: Response, shown: LentItemOut) -> LentItemOut:
    response.headers["etag"] = version_tag(shown.version)
    return shown
