from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.paging import after, number_value, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.days import today_in_paris
from ombelle_members.declarations.officers.errors import NotAnOfficer
from ombelle_members.declarations.officers.schemas import (
    DetailsKept,
    OfficerDetails,
    Officers,
    OfficersQuery,
)
from ombelle_members.declarations.officers.service import OfficerService
from ombelle_members.policies import Secretariat

router = APIRouter(prefix="/api/v1", tags=["declarations"])
_IN: Final = (Unauthenticated, Forbidden)


@router.get(
    "/officers",
    summary="Who administers the association on a day, with what the form asks: for the secretariat alone",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def officers(
    asked: Annotated[OfficersQuery, Query()], context: Context, _caller: Secretariat
) -> Officers:
    on = asked.on or today_in_paris()
    begins = (after(asked, f"officers-{on}", number_value) or [0])[0]
    rows, total = await OfficerService(context.sessions).page(on, after=begins, count=asked.limit + 1)
    shown = page(
        asked, rows, f"officers-{on}", "ordinality", total=total, on=on, allowed_actions=["complete"]
    )
    return Officers.model_validate(shown)


@router.put(
    "/officers/{person_id}",
    summary="Keep what the form asks of somebody who administers the association",
    responses=responses_for(*_IN, NotAnOfficer, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def keep_officer_details(
    person_id: UUID,
    details: OfficerDetails,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> DetailsKept:
    version = await OfficerService(context.sessions).keep(
        person_id, details.model_dump(), if_match=if_match, caller=caller
    )
    response.headers["etag"] = version_tag(version)
    return DetailsKept(person_id=person_id, version=version)


@router.delete(
    "/officers/{person_id}",
    status_code=204,
    summary="Forget what the form asked of a person",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def forget_officer_details(person_id: UUID, context: Context, caller: Secretariat) -> None:
    await OfficerService(context.sessions).forget(person_id, caller=caller)
