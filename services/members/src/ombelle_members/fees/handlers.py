from datetime import date
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import FIRST, after, page, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.fees.describing import BEFORE_ALL
from ombelle_members.fees.errors import FeeSettled, FeeUnknown
from ombelle_members.fees.schemas import (
    Ageing,
    AgeingQuery,
    Fees,
    FeesQuery,
    MemberFeeOut,
    PostponeWrite,
    ReasonWrite,
    WaiveWrite,
)
from ombelle_members.fees.service import FeeService
from ombelle_members.policies import Association, Person, ScopeMissing, Treasury

router = APIRouter(prefix="/api/v1", tags=["fees"])
_IN: Final = (Unauthenticated, ScopeMissing)
_CHANGING: Final = (
    *_IN, Forbidden, FeeUnknown, FeeSettled, VersionNeeded, ChangedMeanwhile, IdempotencyKeyReused,
)  # fmt: skip
_IfMatch = Annotated[str | None, Header()]


@router.get(
    "/fees",
    summary="Fees, the latest year first: those of one's own members, for the association all",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def fees(asked: Annotated[FeesQuery, Query()], context: Context, caller: Person) -> Fees:
    begins = after(asked, "fees", _whole, text_value, UUID) or BEFORE_ALL
    rows, totals = await FeeService(context.sessions).page(
        asked.model_dump(exclude={"limit", "after"}), after=begins, count=asked.limit + 1, caller=caller
    )
    return Fees.model_validate(page(asked, rows, "fees", "age", "folded", "id", **totals))


@router.get(
    "/fees/ageing",
    summary="What was owed on a day, by how late it was",
    responses=responses_for(*_IN, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def ageing_of_fees(
    asked: Annotated[AgeingQuery, Query()], context: Context, _caller: Association
) -> Ageing:
    due, fee_id = after(asked, "ageing", date.fromisoformat, UUID) or (date.min, FIRST)
    rows, more = await FeeService(context.sessions).ageing(
        asked.on, after=(due, fee_id), count=asked.limit + 1
    )
    return Ageing.model_validate(page(asked, rows, "ageing", "due_on", "id", **more))


@router.get(
    "/fees/{fee_id}",
    summary="A fee",
    responses=responses_for(*_IN, FeeUnknown),
    openapi_extra=SIGNED_IN,
)
async def fee(fee_id: UUID, context: Context, caller: Person, response: Response) -> MemberFeeOut:
    return _told(response, await FeeService(context.sessions).fee(fee_id, caller=caller))


@router.post(
    "/fees/{fee_id}/waive",
    summary="Ask nothing more of a fee",
    responses=responses_for(*_CHANGING),
    openapi_extra=SIGNED_IN,
)
async def waive_fee(
    fee_id: UUID,
    wanted: WaiveWrite,
    context: Context,
    caller: Treasury,
    once: Once,
    response: Response,
    if_match: _IfMatch = None,
) -> MemberFeeOut:
    changed = await FeeService(context.sessions).waive(
        fee_id, wanted.reason, wanted.on, if_match=if_match, caller=caller, once=once
    )
    return _told(response, changed)


@router.post(
    "/fees/{fee_id}/void",
    summary="Say that a fee was called by mistake",
    responses=responses_for(*_CHANGING),
    openapi_extra=SIGNED_IN,
)
async def void_fee(
    fee_id: UUID,
    wanted: ReasonWrite,
    context: Context,
    caller: Treasury,
    once: Once,
    response: Response,
    if_match: _IfMatch = None,
) -> MemberFeeOut:
    changed = await FeeService(context.sessions).void(
        fee_id, wanted.reason, if_match=if_match, caller=caller, once=once
    )
    return _told(response, changed)


@router.post(
    "/fees/{fee_id}/postpone",
    summary="Leave another day to pay a fee",
    responses=responses_for(*_CHANGING),
    openapi_extra=SIGNED_IN,
)
async def postpone_fee(
    fee_id: UUID,
    wanted: PostponeWrite,
    context: Context,
    caller: Treasury,
    once: Once,
    response: Response,
    if_match: _IfMatch = None,
) -> MemberFeeOut:
    changed = await FeeService(context.sessions).postpone(
        fee_id, wanted.due_on, if_match=if_match, caller=caller, once=once
    )
    return _told(response, changed)


def _whole(value: object) -> int:
    """Read what a fee's place in the list begins with: the year, below zero."""
    if type(value) is not int or not -(10**6) <= value <= 0:
        raise TypeError("a year is expected")
    return value


def _told(response: Response, found: dict[str, object]) -> MemberFeeOut:
    told = MemberFeeOut.model_validate(found)
    response.headers["etag"] = version_tag(told.version)
    return told
