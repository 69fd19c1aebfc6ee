from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded

from ombelle_events.calls.errors import CallStateForbids, CallUnknown
from ombelle_events.calls.web import tag
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing
from ombelle_events.reviews.committee.schemas import Committee, CommitteeWrite
from ombelle_events.reviews.committee.service import CommitteeService
from ombelle_events.reviews.errors import CommitteeInvalid, CommitteeOff

router = APIRouter(prefix="/api/v1/calls/{call_id}/committee", tags=["reviews"])


@router.get(
    "",
    summary="Who sits in a call's committee",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def committee(
    call_id: UUID, context: Context, _identity: Coordination, response: Response
) -> Committee:
    found = await CommitteeService(context.sessions).committee(call_id)
    tag(response, found["version"])
    return Committee.model_validate(found)


@router.put(
    "",
    summary="Write the whole committee of a call; conflicts of interest are looked for at once",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        CallStateForbids,
        CommitteeOff,
        CommitteeInvalid,
        VersionNeeded,
        ChangedMeanwhile,
    ),
    openapi_extra=SIGNED_IN,
)
async def write_committee(
    call_id: UUID,
    wanted: CommitteeWrite,
    context: Context,
    identity: Coordination,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> Committee:
    written = await CommitteeService(context.sessions).write(
        call_id, [item.model_dump() for item in wanted.items], if_match=if_match, by=actor_of(identity)
    )
    tag(response, written["version"])
    return Committee.model_validate(written)
