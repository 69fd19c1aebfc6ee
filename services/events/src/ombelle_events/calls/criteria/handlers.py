from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded

from ombelle_events.calls.criteria.schemas import Criteria, CriteriaWrite
from ombelle_events.calls.criteria.service import CriteriaService
from ombelle_events.calls.errors import CallStateForbids, CallUnknown, CriterionUsed
from ombelle_events.calls.web import tag
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["calls"])


@router.get(
    "/calls/{call_id}/criteria",
    summary="What the applications of a call are scored by",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def call_criteria(
    call_id: UUID, context: Context, _identity: Coordination, response: Response
) -> Criteria:
    found = await CriteriaService(context.sessions).criteria(call_id)
    tag(response, found["version"])
    return Criteria.model_validate(found)


@router.put(
    "/calls/{call_id}/criteria",
    summary="Write the whole list of criteria",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        CallStateForbids,
        VersionNeeded,
        ChangedMeanwhile,
        CriterionUsed,
    ),
    openapi_extra=SIGNED_IN,
)
async def write_call_criteria(
    call_id: UUID,
    wanted: CriteriaWrite,
    context: Context,
    identity: Coordination,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> Criteria:
    items = [item.model_dump() for item in wanted.items]
    written = await CriteriaService(context.sessions).write(
        call_id, items, if_match=if_match, by=actor_of(identity)
    )
    tag(response, written["version"])
    return Criteria.model_validate(written)
