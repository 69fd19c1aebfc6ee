from datetime import date
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import LAST, after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.governance.bureau import Chosen
from ombelle_members.governance.errors import (
    DayRefused,
    DecisionsAfterIt,
    OfficeRefused,
    OfficeUnknown,
    TermEnded,
)
from ombelle_members.governance.offices.service import OfficeService
from ombelle_members.governance.schemas import (
    Bureau,
    BureauWrite,
    OfficeEndWrite,
    OfficeOut,
    Offices,
    OfficesQuery,
)
from ombelle_members.policies import Association, ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1/offices", tags=["governance"])
_IN: Final = (Unauthenticated, Forbidden, ScopeMissing)
_KIND: Final = "offices"


@router.get(
    "",
    summary="Offices of the bureau, the last begun first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def offices(asked: Annotated[OfficesQuery, Query()], context: Context, caller: Association) -> Offices:
    began_on, office_id = after(asked, _KIND, date.fromisoformat, UUID) or (date.max, LAST)
    rows, total = await OfficeService(context.sessions).page(
        caller,
        asked.model_dump(include={"on", "member"}),
        before=(began_on, office_id),
        count=asked.limit + 1,
    )
    return Offices.model_validate(page(asked, rows, _KIND, "began_on", "id", total=total))


@router.post(
    "",
    status_code=201,
    summary="Enter the bureau that the board elected, or some of its offices",
    responses=responses_for(*_IN, OfficeRefused, DecisionsAfterIt, DayRefused, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def elect_bureau(wanted: BureauWrite, context: Context, caller: Secretariat, once: Once) -> Bureau:
    chosen = [Chosen(one.role, one.member_id, one.rank) for one in wanted.offices]
    made = await OfficeService(context.sessions).elect(
        caller, wanted.on, chosen, is_whole=wanted.is_whole, once=once
    )
    return Bureau.model_validate(made)


@router.post(
    "/{office_id}/end",
    summary="End an office; its board term goes on",
    responses=responses_for(*_IN, OfficeUnknown, TermEnded, DayRefused, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def end_office(
    office_id: UUID,
    wanted: OfficeEndWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> OfficeOut:
    ended = await OfficeService(context.sessions).end(
        caller, office_id, wanted.on, wanted.ended_as, if_match=if_match
    )
    response.headers["etag"] = version_tag(ended["version"])
    return OfficeOut.model_validate(ended)
