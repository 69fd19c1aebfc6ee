from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.files.keeping import kept_apart
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import after, number_value, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.uploads import (
    FileInfected,
    FileRefused,
    FileTooLarge,
    form_body,
    sent_form,
    wrong_field,
)

from ombelle_loans.agreements.domain import LONGEST_SCAN
from ombelle_loans.agreements.errors import (
    AgreementOutdated,
    AgreementSigned,
    AgreementUnknown,
    LinkExpired,
    LinkUnknown,
    NotWhatWasShown,
    TemplateWrong,
)
from ombelle_loans.agreements.links import SignatureService
from ombelle_loans.agreements.schemas import (
    AgreementOut,
    Agreements,
    AgreementToSign,
    SignatureWrite,
    TemplateTried,
    TriedAgreement,
    UploadedAgreementOut,
)
from ombelle_loans.agreements.service import AgreementService, Desk
from ombelle_loans.agreements.trying import tried
from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.lending.errors import LenderUnknown
from ombelle_loans.lending.schemas import LenderKey
from ombelle_loans.lending.service import LendingService
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, LoanUnknown, PaperMissing
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["agreements"])
_READING: Final = (Unauthenticated, ScopeMissing, LoanUnknown)
_STEP: Final = (*_READING, ActionForbidden, ActionImpossible, PaperMissing, IdempotencyKeyReused)
_PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The document.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file.",
        "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_VERSION: Final = {
    "version": {"type": "integer", "minimum": 1, "description": "The version that was signed."}
}
_NEWEST: Final = 32_767
Token = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{43}$")]


def _service(context: ProcessContext) -> AgreementService:
    settings = context.settings
    files = FileService(context.sessions, context.storage, settings.clamd)
    return AgreementService(context.sessions, files, Desk(settings.agency, settings.public_url))


def _links(context: ProcessContext) -> SignatureService:
    return SignatureService(context.sessions, context.settings.public_url)


@router.get(
    "/loans/{loan_id}/agreements",
    summary="The versions of a loan's agreement, the last first",
    responses=responses_for(*_READING),
    openapi_extra=SIGNED_IN,
)
async def agreements(
    loan_id: UUID, asked: Annotated[ListQuery, Query()], context: Context, caller: ReadsLoans
) -> Agreements:
    before = min((after(asked, "agreements", number_value) or [_NEWEST])[0], _NEWEST)
    rows, total = await _service(context).versions(
        loan_id, before=before, count=asked.limit + 1, caller=caller
    )
    return Agreements.model_validate(page(asked, rows, "agreements", "version", total=total))


@router.post(
    "/loans/{loan_id}/agreement",
    status_code=201,
    summary="Make the agreement of a loan, or another version of it",
    responses=responses_for(*_STEP, AgreementSigned, TemplateWrong),
    openapi_extra=SIGNED_IN,
)
async def make_agreement(
    loan_id: UUID, context: Context, caller: WritesLoans, once: Once, response: Response
) -> AgreementOut:
    made = AgreementOut.model_validate(await _service(context).make(loan_id, caller=caller, once=once))
    response.headers["location"] = f"/api/v1/loans/{loan_id}/agreement.pdf?version={made.version}"
    return made


@router.get(
    "/loans/{loan_id}/agreement.pdf",
    summary="The agreement of a loan: its last version, or the one asked for",
    response_class=Response,
    responses=_PDF | responses_for(*_READING, AgreementUnknown),
    openapi_extra=SIGNED_IN,
)
async def agreement_pdf(
    loan_id: UUID,
    context: Context,
    caller: ReadsLoans,
    version: Annotated[int | None, Query(ge=1, le=_NEWEST)] = None,
) -> Response:
    name, content = await _service(context).pdf(loan_id, version, caller=caller)
    return _pdf(name, content)


@router.get(
    "/loans/{loan_id}/agreement/scan",
    summary="The signed agreement as it was sent, to be kept and not shown",
    response_class=StreamingResponse,
    responses=_FILE | responses_for(*_READING, AgreementUnknown, FileNotSafe, StorageUnavailable),
    openapi_extra=SIGNED_IN,
)
async def agreement_scan(loan_id: UUID, context: Context, caller: ReadsLoans) -> StreamingResponse:
    file, content = await _service(context).scan(loan_id, caller=caller)
    return StreamingResponse(content, media_type=file.media_type, headers=kept_apart(file))


@router.post(
    "/loans/{loan_id}/send-agreement",
    summary="Send the agreement: the link to sign goes to the signatory",
    responses=responses_for(*_STEP, AgreementOutdated, AgreementSigned),
    openapi_extra=SIGNED_IN,
)
async def send_agreement(loan_id: UUID, context: Context, caller: WritesLoans, once: Once) -> AgreementOut:
    return AgreementOut.model_validate(await _service(context).send(loan_id, caller=caller, once=once))


@router.post(
    "/loans/{loan_id}/upload-agreement",
    status_code=201,
    summary="Send the scan of the signed agreement",
    responses=responses_for(
        *_STEP,
        AgreementOutdated,
        AgreementSigned,
        FileRefused,
        FileInfected,
        FileTooLarge,
        StorageUnavailable,
    ),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(LONGEST_SCAN, _VERSION, "version")},
)
async def upload_agreement(
    loan_id: UUID, request: Request, context: Context, caller: WritesLoans, once: Once
) -> UploadedAgreementOut:
    service = _service(context)
    await service.may_upload(loan_id, caller=caller)
    async with sent_form(request, longest=LONGEST_SCAN, fields=_VERSION) as form:
        version = form.fields.get("version", "")
        if not (version.isascii() and version.isdigit() and 0 < int(version) < _NEWEST):
            raise wrong_field("/body/version", "int_parsing", "La version signée est attendue.")
        kept = await service.upload(loan_id, int(version), form.upload, caller=caller, once=once)
    return UploadedAgreementOut.model_validate(kept)


@router.get(
    "/agreements/sign/{token}",
    summary="What the link of a signatory shows: no account is needed",
    responses=responses_for(LinkUnknown, LinkExpired, AgreementOutdated),
)
async def agreement_to_sign(token: Token, context: Context, response: Response) -> AgreementToSign:
    _secret(response)
    return AgreementToSign.model_validate(await _links(context).shown(token))


@router.get(
    "/agreements/sign/{token}/agreement.pdf",
    summary="The agreement that the link of a signatory shows",
    response_class=Response,
    responses=_PDF | responses_for(LinkUnknown, LinkExpired, AgreementOutdated),
)
async def agreement_to_sign_pdf(token: Token, context: Context) -> Response:
    return _pdf("convention.pdf", await _links(context).pdf(token))


@router.post(
    "/agreements/sign/{token}",
    summary="Sign the agreement by the link: once",
    responses=responses_for(
        LinkUnknown, LinkExpired, AgreementOutdated, AgreementSigned, NotWhatWasShown, ActionImpossible
    ),
)
async def sign_agreement(
    token: Token, signature: SignatureWrite, context: Context, response: Response
) -> AgreementToSign:
    _secret(response)
    signed = await _links(context).sign(
        token, digest=signature.digest, name=signature.name, capacity=signature.capacity
    )
    return AgreementToSign.model_validate(signed)


def _secret(response: Response) -> None:
    response.headers["cache-control"] = "private, no-store"
    response.headers["referrer-policy"] = "no-referrer"


def _pdf(name: str, content: bytes) -> Response:
    headers = {"content-disposition": f'inline; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


@router.post(
    "/lending-settings/{lender}/agreement-preview",
    summary="What agreements would say with a text",
    responses=responses_for(Unauthenticated, ScopeMissing, LenderUnknown, TemplateWrong),
    openapi_extra=SIGNED_IN,
)
async def preview_agreement(
    lender: LenderKey, wanted: TemplateTried, context: Context, caller: ReadsLoans
) -> TriedAgreement:
    settings = LendingService(context.sessions, context.settings.agency)
    found = await settings.settings(caller, None if lender == "agency" else lender)
    return TriedAgreement.model_validate(tried(found, wanted.template))
