from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.availability.closures.schemas import (
    ClosureCreate,
    ClosureOut,
    Closures,
    ClosuresQuery,
    ClosureWrite,
)
from ombelle_loans.availability.closures.service import ClosureService
from ombelle_loans.availability.errors import ClosureUnknown
from ombelle_loans.context import Context
from ombelle_loans.lending.errors import LenderUnknown
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1/closures", tags=["availability"])
_IN = (Unauthenticated, ScopeMissing)
_LISTED = "closures"


@router.get(
    "",
    summary="When the lenders that the caller lends for are closed, by day",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def closures(
    asked: Annotated[ClosuresQuery, Query()], context: Context, caller: ReadsLoans
) -> Closures:
    place = after(asked, _LISTED, _day, UUID)
    rows, total = await ClosureService(context.sessions).page(
        caller,
        asked.model_dump(include={"lender", "since", "until"}),
        after=None if place is None else (place[0], place[1]),
        count=asked.limit + 1,
    )
    return Closures.model_validate(page(asked, rows, _LISTED, "starts_on", "id", total=total))


@router.post(
    "",
    status_code=201,
    summary="Close a lender for some days",
    responses=responses_for(*_IN, LenderUnknown, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def add_closure(
    wanted: ClosureCreate, context: Context, caller: WritesLoans, once: Once, response: Response
) -> ClosureOut:
    made = ClosureOut.model_validate(
        await ClosureService(context.sessions).close(caller, wanted.model_dump(), once)
    )
    response.headers["location"] = f"/api/v1/closures/{made.id}"
    _tag(response, made.version)
    return made


@router.get(
    "/{closure_id}",
    summary="A closure",
    responses=responses_for(*_IN, ClosureUnknown),
    openapi_extra=SIGNED_IN,
)
async def closure(closure_id: UUID, context: Context, caller: ReadsLoans, response: Response) -> ClosureOut:
    found = ClosureOut.model_validate(await ClosureService(context.sessions).closure(caller, closure_id))
    _tag(response, found.version)
    return found


@router.patch(
    "/{closure_id}",
    summary="Change the days of a closure or its label",
    responses=responses_for(*_IN, ClosureUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def change_closure(
    closure_id: UUID,
    wanted: ClosureWrite,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> ClosureOut:
    changed = ClosureOut.model_validate(
        await ClosureService(context.sessions).change(
            caller, closure_id, wanted.model_dump(), if_match=if_match
        )
    )
    _tag(response, changed.version)
    return changed


@router.delete(
    "/{closure_id}",
    status_code=204,
    summary="Take a closure away",
    responses=responses_for(*_IN, ClosureUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_closure(closure_id: UUID, context: Context, caller: WritesLoans) -> None:
    await ClosureService(context.sessions).remove(caller, closure_id)


def _day(value: object) -> date:
    return date.fromisoformat(text_value(value))


def _tag(response: Response, version: int) -> None:
    response.headers["etag"] = version_tag(version)
