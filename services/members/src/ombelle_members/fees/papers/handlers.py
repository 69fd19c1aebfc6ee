from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.fees.errors import (
    ChorusDataMissing,
    FeeMemberUnknown,
    FeeNotPaid,
    FeeSettled,
    FeeUnknown,
)
from ombelle_members.fees.exporting import as_csv as fees_as_csv
from ombelle_members.fees.papers.chorus import as_csv
from ombelle_members.fees.papers.schemas import BillingOut, BillingWrite, ChorusQuery
from ombelle_members.fees.papers.service import PapersService
from ombelle_members.fees.schemas import FeesExport
from ombelle_members.fees.service import FeeService
from ombelle_members.policies import Association, Person, ScopeMissing, Treasury

router = APIRouter(prefix="/api/v1", tags=["fees"])
_IN: Final = (Unauthenticated, ScopeMissing)


def _answers(media_type: str) -> dict[int | str, dict[str, Any]]:
    schema = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"description": "The file.", "content": {media_type: schema}}}


@router.get(
    "/fees.csv",
    summary="Fees as a table",
    response_class=Response,
    responses=_answers("text/csv") | responses_for(*_IN, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def fees_csv(asked: Annotated[FeesExport, Query()], context: Context, caller: Association) -> Response:
    rows = await FeeService(context.sessions).table(asked.model_dump(), caller=caller)
    name = "cotisations.csv" if asked.year is None else f"cotisations-{asked.year}.csv"
    return _file(name, fees_as_csv(rows), "text/csv; charset=utf-8")


@router.get(
    "/fees/chorus-pro.csv",
    summary="What is owed of a year by members that are invoiced through Chorus Pro",
    response_class=Response,
    responses=_answers("text/csv") | responses_for(*_IN, Forbidden, ChorusDataMissing),
    openapi_extra=SIGNED_IN,
)
async def fees_for_chorus_pro(
    asked: Annotated[ChorusQuery, Query()], context: Context, _caller: Association
) -> Response:
    found = await PapersService(context.sessions).chorus(asked.year, complete_only=asked.complete_only)
    return _file(f"chorus-pro-cotisations-{asked.year}.csv", as_csv(found), "text/csv; charset=utf-8")


@router.get(
    "/fees/{fee_id}/receipt.pdf",
    summary="The receipt of a fee that is paid",
    response_class=Response,
    responses=_answers("application/pdf") | responses_for(*_IN, FeeUnknown, FeeNotPaid),
    openapi_extra=SIGNED_IN,
)
async def fee_receipt(fee_id: UUID, context: Context, caller: Person) -> Response:
    reference, content = await PapersService(context.sessions).receipt(fee_id, caller=caller)
    return _file(f"recu-cotisation-{reference}.pdf", content, "application/pdf")


@router.get(
    "/fees/{fee_id}/call.pdf",
    summary="The call of a fee, on paper",
    response_class=Response,
    responses=_answers("application/pdf") | responses_for(*_IN, FeeUnknown, FeeSettled),
    openapi_extra=SIGNED_IN,
)
async def fee_call(fee_id: UUID, context: Context, caller: Person) -> Response:
    reference, content = await PapersService(context.sessions).call(fee_id, caller=caller)
    return _file(f"appel-{reference}.pdf", content, "application/pdf")


@router.get(
    "/members/{member_id}/billing",
    summary="Where a member's calls go, as Chorus Pro knows it",
    responses=responses_for(*_IN, Forbidden, FeeMemberUnknown),
    openapi_extra=SIGNED_IN,
)
async def member_billing(
    member_id: UUID, context: Context, caller: Association, response: Response
) -> BillingOut:
    found = await PapersService(context.sessions).billing(member_id, caller=caller)
    response.headers["etag"] = version_tag(found["version"])
    return BillingOut.model_validate(found)


@router.put(
    "/members/{member_id}/billing",
    summary="Say where a member's calls go",
    responses=responses_for(*_IN, Forbidden, FeeMemberUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def set_member_billing(
    member_id: UUID,
    wanted: BillingWrite,
    context: Context,
    caller: Treasury,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> BillingOut:
    changed = await PapersService(context.sessions).set_billing(
        member_id, wanted.model_dump(), if_match=if_match, caller=caller
    )
    response.headers["etag"] = version_tag(changed["version"])
    return BillingOut.model_validate(changed)


def _file(name: str, content: bytes, media_type: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type=media_type, headers=headers)
