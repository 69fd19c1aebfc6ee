import hashlib
from typing import Any, Final
from uuid import UUID

from fastapi import APIRouter, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, InvalidInput, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import field_errors, responses_for
from ombelle_chassis.spreadsheets import FileUnreadable
from ombelle_chassis.uploads import FileTooLarge, form_body, sent_form
from ombelle_chassis.versions import version_tag
from pydantic import ValidationError

from ombelle_members.context import Context
from ombelle_members.fees.errors import (
    FeeSettled,
    FeeUnknown,
    PaymentReferenceTaken,
    PaymentTooMuch,
    PaymentUnknown,
    PaymentVoid,
)
from ombelle_members.fees.paying.schemas import ImportForm, PaymentsReport, PaymentWrite
from ombelle_members.fees.paying.service import PayingService
from ombelle_members.fees.schemas import MemberFeeOut, ReasonWrite
from ombelle_members.policies import ScopeMissing, Treasury

router = APIRouter(prefix="/api/v1", tags=["fees"])
_IN: Final = (Unauthenticated, ScopeMissing, Forbidden, IdempotencyKeyReused)
_LONGEST: Final = 5 * 1024 * 1024
_FIELDS: Final[dict[str, dict[str, Any]]] = {
    "dry_run": {
        "type": "string",
        "enum": ["true", "false"],
        "default": "true",
        "description": "`true` only tells what would be done.",
    },
}


@router.post(
    "/fees/{fee_id}/payments",
    status_code=201,
    summary="Record what was received for a fee",
    responses=responses_for(*_IN, FeeUnknown, FeeSettled, PaymentTooMuch, PaymentReferenceTaken),
    openapi_extra=SIGNED_IN,
)
async def pay_fee(
    fee_id: UUID, wanted: PaymentWrite, context: Context, caller: Treasury, once: Once, response: Response
) -> MemberFeeOut:
    paid = await PayingService(context.sessions).pay(fee_id, wanted.model_dump(), caller=caller, once=once)
    response.headers["etag"] = version_tag(paid["version"])
    return MemberFeeOut.model_validate(paid)


@router.post(
    "/payments/{payment_id}/void",
    summary="Say that a payment was none after all; the answer is its fee",
    responses=responses_for(*_IN, PaymentUnknown, PaymentVoid),
    openapi_extra=SIGNED_IN,
)
async def void_payment(
    payment_id: UUID, wanted: ReasonWrite, context: Context, caller: Treasury, once: Once, response: Response
) -> MemberFeeOut:
    changed = await PayingService(context.sessions).void(payment_id, wanted.reason, caller=caller, once=once)
    response.headers["etag"] = version_tag(changed["version"])
    return MemberFeeOut.model_validate(changed)


@router.post(
    "/fees/payments/import",
    summary="Take in payments of HelloAsso, from its export in CSV or XLSX",
    responses=responses_for(*_IN, FileTooLarge, FileUnreadable),
    openapi_extra={**SIGNED_IN, "requestBody": form_body(_LONGEST, _FIELDS)},
)
async def import_payments(request: Request, context: Context, caller: Treasury, once: Once) -> PaymentsReport:
    service = PayingService(context.sessions)
    async with sent_form(request, longest=_LONGEST, fields=_FIELDS) as sent:
        asked = _asked(sent.fields)
        digest = hashlib.sha256(sent.upload.file.read()).digest()
        sent.upload.file.seek(0)
        rows = await service.read(sent.upload.file, sent.upload.name or "")
    mixed = once.holding(digest + repr(sorted(sent.fields.items())).encode())
    report = await service.take(rows, dry_run=asked.dry_run == "true", caller=caller, once=mixed)
    return PaymentsReport.model_validate(report)


def _asked(fields: Any) -> ImportForm:
    try:
        return ImportForm.model_validate(dict(fields))
    except ValidationError as error:
        found = field_errors(error.errors())
        raise InvalidInput("La demande n'est pas valable.", errors=found) from error
