from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.files.keeping import kept_apart
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, number_value, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.uploads import FileInfected, FileRefused, FileTooLarge, form_body, sent_form
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag
from pydantic import ValidationError

from ombelle_members.context import Context, ProcessContext
from ombelle_members.declarations.domain import LONGEST_RECEIPT
from ombelle_members.declarations.errors import (
    DeclarationMoved,
    DeclarationUnknown,
    DetailsMissing,
    ReceiptMissing,
)
from ombelle_members.declarations.schemas import (
    DeclarationOut,
    Declarations,
    DeclarationSent,
    DeclarationsQuery,
    DeclarationStep,
    DeclarationWrite,
    ReceiptFields,
)
from ombelle_members.declarations.service import DeclarationService
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["declarations"])
_IN: Final = (Unauthenticated, Forbidden)
_STEP: Final = (
    *_IN,
    DeclarationUnknown,
    DeclarationMoved,
    VersionNeeded,
    ChangedMeanwhile,
    IdempotencyKeyReused,
)
_BINARY: Final = {"schema": {"type": "string", "format": "binary"}}
_PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "The document.", "content": {"application/pdf": _BINARY}}
}
_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "The file.", "content": {"*/*": _BINARY}}
}
_FIELDS: Final[dict[str, Any]] = ReceiptFields.model_json_schema()["properties"]
_LAST: Final = 2**31 - 1
IfMatch = Annotated[str | None, Header()]


def _service(context: ProcessContext) -> DeclarationService:
    settings = context.settings
    files = FileService(context.sessions, context.storage, settings.clamd)
    return DeclarationService(context.sessions, files, settings.agency)


@router.get(
    "/declarations",
    summary="What is or was to be declared to the State, the newest first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def declarations(
    asked: Annotated[DeclarationsQuery, Query()], context: Context, caller: Association
) -> Declarations:
    before = min((after(asked, "declarations", number_value) or [_LAST])[0], _LAST)
    filters = asked.model_dump(include={"state", "kind", "overdue"})
    rows, total = await _service(context).page(filters, before=before, count=asked.limit + 1, caller=caller)
    actions = ["open"] if caller.is_secretariat else []
    return Declarations.model_validate(
        page(asked, rows, "declarations", "number", total=total, allowed_actions=actions)
    )


@router.post(
    "/declarations",
    status_code=201,
    summary="Open a declaration for what happened, or join the one that is due for that day",
    responses=responses_for(*_IN, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def open_a_declaration(
    wanted: DeclarationWrite, context: Context, caller: Secretariat, once: Once, response: Response
) -> DeclarationOut:
    opened = await _service(context).open(wanted.model_dump(), caller=caller, once=once)
    response.headers["location"] = f"/api/v1/declarations/{opened['id']}"
    return _tagged(response, opened)


@router.get(
    "/declarations/{declaration_id}",
    summary="A declaration: what happened, what it says, its way",
    responses=responses_for(*_IN, DeclarationUnknown),
    openapi_extra=SIGNED_IN,
)
async def declaration(
    declaration_id: UUID, context: Context, caller: Association, response: Response
) -> DeclarationOut:
    return _tagged(response, await _service(context).declaration(declaration_id, caller=caller))


@router.get(
    "/declarations/{declaration_id}/declaration.pdf",
    summary="A declaration as the form asks it: births and homes are for the secretariat alone",
    response_class=Response,
    responses=_PDF | responses_for(*_IN, DeclarationUnknown),
    openapi_extra=SIGNED_IN,
)
async def declaration_pdf(declaration_id: UUID, context: Context, _caller: Secretariat) -> Response:
    name, content = await _service(context).pdf(declaration_id)
    headers = {"content-disposition": f'inline; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


@router.post(
    "/declarations/{declaration_id}/submit",
    summary="Note that a declaration was sent: what it said is frozen",
    responses=responses_for(*_STEP, DetailsMissing),
    openapi_extra=SIGNED_IN,
)
async def submit_declaration(
    declaration_id: UUID,
    sent: DeclarationSent,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
    if_match: IfMatch = None,
) -> DeclarationOut:
    changed = await _service(context).submit(
        declaration_id, **sent.model_dump(), if_match=if_match, caller=caller, once=once
    )
    return _tagged(response, changed)


@router.post(
    "/declarations/{declaration_id}/return",
    summary="Note that a declaration came back to be corrected",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def return_declaration(
    declaration_id: UUID,
    step: DeclarationStep,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
    if_match: IfMatch = None,
) -> DeclarationOut:
    changed = await _service(context).give_back(
        declaration_id, **step.model_dump(), if_match=if_match, caller=caller, once=once
    )
    return _tagged(response, changed)


@router.post(
    "/declarations/{declaration_id}/withdraw",
    summary="Note that nothing is to be declared after all",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def withdraw_declaration(
    declaration_id: UUID,
    step: DeclarationStep,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
    if_match: IfMatch = None,
) -> DeclarationOut:
    changed = await _service(context).withdraw(
        declaration_id, **step.model_dump(), if_match=if_match, caller=caller, once=once
    )
    return _tagged(response, changed)


@router.post(
    "/declarations/{declaration_id}/receipt",
    summary="Keep the receipt of a declaration",
    responses=responses_for(*_STEP, FileRefused, FileInfected, FileTooLarge, StorageUnavailable),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(LONGEST_RECEIPT, _FIELDS, "on")},
)
async def keep_receipt(
    declaration_id: UUID,
    request: Request,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
    if_match: IfMatch = None,
) -> DeclarationOut:
    async with sent_form(request, longest=LONGEST_RECEIPT, fields=_FIELDS) as form:
        given = _read(dict(form.fields))
        changed = await _service(context).receipt(
            declaration_id, form.upload, **given.model_dump(), if_match=if_match, caller=caller, once=once
        )
    return _tagged(response, changed)


@router.get(
    "/declarations/{declaration_id}/receipt",
    summary="The receipt of a declaration, to be kept and not shown",
    response_class=StreamingResponse,
    responses=_FILE
    | responses_for(*_IN, DeclarationUnknown, ReceiptMissing, FileNotSafe, StorageUnavailable),
    openapi_extra=SIGNED_IN,
)
async def receipt_of_declaration(
    declaration_id: UUID, context: Context, _caller: Association
) -> StreamingResponse:
    file, content = await _service(context).receipt_file(declaration_id)
    return StreamingResponse(content, media_type=file.media_type, headers=kept_apart(file))


def _read(fields: dict[str, str]) -> ReceiptFields:
    try:
        return ReceiptFields.model_validate_strings(fields)
    except ValidationError as error:
        wrong = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        raise RequestValidationError(wrong) from error


def _tagged(response: Response, found: dict[str, Any]) -> DeclarationOut:
    response.headers["etag"] = version_tag(found["version"])
    return DeclarationOut.model_validate(found)
