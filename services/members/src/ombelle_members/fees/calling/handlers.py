from typing import Final
from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import version_tag

from ombelle_members.context import Context, ProcessContext
from ombelle_members.fees.calling.schemas import (
    CallReport,
    CallWrite,
    MemberFeeWrite,
    RemindReport,
    RemindWrite,
)
from ombelle_members.fees.calling.service import CallingService
from ombelle_members.fees.errors import FeeCalledAlready, FeeMemberUnknown, FeeNotCallable
from ombelle_members.fees.schemas import MemberFeeOut
from ombelle_members.policies import ScopeMissing, Treasury

router = APIRouter(prefix="/api/v1", tags=["fees"])
_IN: Final = (Unauthenticated, ScopeMissing, Forbidden, IdempotencyKeyReused)


def _service(context: ProcessContext) -> CallingService:
    return CallingService(context.sessions, context.settings.public_url)


@router.post(
    "/fees/call",
    summary="Call the fees of a year, a rehearsal first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def call_fees(wanted: CallWrite, context: Context, caller: Treasury, once: Once) -> CallReport:
    report = await _service(context).call_all(wanted.model_dump(), caller=caller, once=once)
    return CallReport.model_validate(report)


@router.post(
    "/members/{member_id}/fees",
    status_code=201,
    summary="Call the fee of one member",
    responses=responses_for(*_IN, FeeMemberUnknown, FeeNotCallable, FeeCalledAlready),
    openapi_extra=SIGNED_IN,
)
async def call_fee(
    member_id: UUID,
    wanted: MemberFeeWrite,
    context: Context,
    caller: Treasury,
    once: Once,
    response: Response,
) -> MemberFeeOut:
    made = await _service(context).call_one(member_id, wanted.model_dump(), caller=caller, once=once)
    response.headers["location"] = f"/api/v1/fees/{made['id']}"
    response.headers["etag"] = version_tag(made["version"])
    return MemberFeeOut.model_validate(made)


@router.post(
    "/fees/remind",
    summary="Remind of fees that are late, a rehearsal first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def remind_of_fees(wanted: RemindWrite, context: Context, caller: Treasury, once: Once) -> RemindReport:
    report = await _service(context).remind(wanted.fees, dry_run=wanted.dry_run, caller=caller, once=once)
    return RemindReport.model_validate(report)
