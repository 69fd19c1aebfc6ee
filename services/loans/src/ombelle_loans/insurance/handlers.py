from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.files.keeping import kept_apart
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import LAST, after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.storage import StorageUnavailable
from ombelle_chassis.uploads import FileInfected, FileRefused, FileTooLarge, form_body, sent_form
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag
from pydantic import ValidationError

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.insurance.domain import LONGEST_CERTIFICATE
from ombelle_loans.insurance.errors import (
    CertificateDecided,
    CertificateShort,
    CertificateUnknown,
    InsuranceNotAsked,
)
from ombelle_loans.insurance.schemas import (
    CertificateOut,
    CertificateRefusal,
    Certificates,
    CertificateWrite,
    UsedCertificate,
    Waiver,
)
from ombelle_loans.insurance.service import InsuranceService
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, LoanUnknown
from ombelle_loans.loans.schemas import LoanOut
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["insurance"])
_IN: Final = (Unauthenticated, ScopeMissing)
_STEP: Final = (*_IN, ActionForbidden, ActionImpossible, InsuranceNotAsked, IdempotencyKeyReused)
_DECIDING: Final = (
    *(*_IN, CertificateUnknown, ActionForbidden, CertificateDecided),
    *(VersionNeeded, ChangedMeanwhile, IdempotencyKeyReused),
)
_FIELDS: Final[dict[str, Any]] = CertificateWrite.model_json_schema()["properties"]
_NEEDED: Final[list[str]] = CertificateWrite.model_json_schema()["required"]
_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file.",
        "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _service(context: ProcessContext) -> InsuranceService:
    settings = context.settings
    return InsuranceService(
        context.sessions, FileService(context.sessions, context.storage, settings.clamd), settings.public_url
    )


@router.get(
    "/loans/{loan_id}/insurance-certificates",
    summary="The certificates that may serve a loan, the newest first",
    responses=responses_for(*_IN, LoanUnknown),
    openapi_extra=SIGNED_IN,
)
async def insurance_certificates(
    loan_id: UUID, asked: Annotated[ListQuery, Query()], context: Context, caller: ReadsLoans
) -> Certificates:
    before = (after(asked, "certificates", UUID) or [LAST])[0]
    rows, total = await _service(context).certificates(
        loan_id, before=before, count=asked.limit + 1, caller=caller
    )
    return Certificates.model_validate(page(asked, rows, "certificates", "id", total=total))


@router.post(
    "/loans/{loan_id}/insurance-certificates",
    status_code=201,
    summary="Give a certificate of insurance for a loan",
    responses=responses_for(*_STEP, LoanUnknown, FileRefused, FileInfected, FileTooLarge, StorageUnavailable),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(LONGEST_CERTIFICATE, _FIELDS, *_NEEDED)},
)
async def give_insurance_certificate(
    loan_id: UUID, request: Request, context: Context, caller: WritesLoans, once: Once, response: Response
) -> CertificateOut:
    service = _service(context)
    await service.may_give(loan_id, caller=caller)
    async with sent_form(request, longest=LONGEST_CERTIFICATE, fields=_FIELDS) as form:
        given = _read(dict(form.fields))
        kept = await service.give(loan_id, given.model_dump(), form.upload, caller=caller, once=once)
    response.headers["location"] = f"/api/v1/insurance-certificates/{kept['id']}"
    return _tagged(response, kept)


@router.get(
    "/insurance-certificates/{certificate_id}",
    summary="A certificate of insurance",
    responses=responses_for(*_IN, CertificateUnknown),
    openapi_extra=SIGNED_IN,
)
async def insurance_certificate(
    certificate_id: UUID, context: Context, caller: ReadsLoans, response: Response
) -> CertificateOut:
    return _tagged(response, await _service(context).certificate(certificate_id, caller=caller))


@router.get(
    "/insurance-certificates/{certificate_id}/file",
    summary="The file of a certificate, to be kept and not shown",
    response_class=StreamingResponse,
    responses=_FILE | responses_for(*_IN, CertificateUnknown, FileNotSafe, StorageUnavailable),
    openapi_extra=SIGNED_IN,
)
async def insurance_certificate_file(
    certificate_id: UUID, context: Context, caller: ReadsLoans
) -> StreamingResponse:
    file, content = await _service(context).content(certificate_id, caller=caller)
    return StreamingResponse(content, media_type=file.media_type, headers=kept_apart(file))


@router.post(
    "/insurance-certificates/{certificate_id}/accept",
    summary="Accept a certificate for the loan that it was given for",
    responses=responses_for(*_DECIDING, CertificateShort),
    openapi_extra=SIGNED_IN,
)
async def accept_insurance_certificate(
    certificate_id: UUID,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> CertificateOut:
    accepted = await _service(context).accept(certificate_id, if_match=if_match, caller=caller, once=once)
    return _tagged(response, accepted)


@router.post(
    "/insurance-certificates/{certificate_id}/refuse",
    summary="Refuse a certificate, and say why",
    responses=responses_for(*_DECIDING),
    openapi_extra=SIGNED_IN,
)
async def refuse_insurance_certificate(
    certificate_id: UUID,
    refusal: CertificateRefusal,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> CertificateOut:
    refused = await _service(context).refuse(
        certificate_id, refusal.reason, if_match=if_match, caller=caller, once=once
    )
    return _tagged(response, refused)


@router.post(
    "/loans/{loan_id}/use-insurance-certificate",
    summary="Let a certificate that was accepted before serve a loan",
    responses=responses_for(*_STEP, LoanUnknown, CertificateUnknown, CertificateShort),
    openapi_extra=SIGNED_IN,
)
async def use_insurance_certificate(
    loan_id: UUID,
    used: UsedCertificate,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> LoanOut:
    found = await _service(context).use(loan_id, used.certificate_id, caller=caller, once=once)
    return _loan(response, found)


@router.post(
    "/loans/{loan_id}/waive-insurance",
    summary="Do without a certificate, and say why",
    responses=responses_for(*_STEP, LoanUnknown),
    openapi_extra=SIGNED_IN,
)
async def waive_insurance(
    loan_id: UUID, waiver: Waiver, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _loan(response, await _service(context).waive(loan_id, waiver.reason, caller=caller, once=once))


def _read(fields: dict[str, str]) -> CertificateWrite:
    try:
        return CertificateWrite.model_validate_strings(fields)
    except ValidationError as error:
        wrong = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        raise RequestValidationError(wrong) from error


def _tagged(response: Response, found: dict[str, Any]) -> CertificateOut:
    response.headers["etag"] = version_tag(found["version"])
    return CertificateOut.model_validate(found)


def _loan(response: Response, found: dict[str, Any]) -> LoanOut:
    response.headers["etag"] = version_tag(found["version"])
    return LoanOut.model_validate(found)
