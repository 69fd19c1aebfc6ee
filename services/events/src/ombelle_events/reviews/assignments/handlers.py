from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.errors import CallStateForbids, CallUnknown
from ombelle_events.calls.web import PRIVATE
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing
from ombelle_events.reviews.assignments.schemas import (
    Assigned,
    AssignmentMails,
    AssignmentsWrite,
    PlanAsked,
    PlanOut,
)
from ombelle_events.reviews.assignments.service import AssignmentService
from ombelle_events.reviews.errors import (
    AssignmentUnknown,
    CommitteeOff,
    ConflictStands,
    PlanOutdated,
    ReviewExists,
)
from ombelle_events.reviews.planning import Pick

router = APIRouter(prefix="/api/v1", tags=["reviews"])


@router.post(
    "/calls/{call_id}/assignments/preview",
    summary="Who would review what: evenly, by what they know, without conflicts of interest; nothing is done",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown, CommitteeOff),
    openapi_extra=SIGNED_IN,
)
async def preview_assignments(
    call_id: UUID, asked: PlanAsked, context: Context, identity: Coordination, response: Response
) -> PlanOut:
    response.headers["cache-control"] = PRIVATE
    found = await AssignmentService(context.sessions).preview(
        asker_of(identity), call_id, reviews=asked.reviews_per_application, wanted=asked.application_ids
    )
    return PlanOut.model_validate(found)


@router.post(
    "/calls/{call_id}/assignments/mails/preview",
    summary="The mails that would leave with a plan; nothing is done",
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, CallUnknown, CommitteeOff, PlanOutdated
    ),
    openapi_extra=SIGNED_IN,
)
async def preview_assignment_mails(
    call_id: UUID, wanted: AssignmentsWrite, context: Context, identity: Coordination, response: Response
) -> AssignmentMails:
    response.headers["cache-control"] = PRIVATE
    service = AssignmentService(context.sessions, public_url=context.settings.public_url)
    items = await service.mails(
        asker_of(identity), call_id, _picks(wanted), due_on=wanted.due_on, message=wanted.message
    )
    return AssignmentMails.model_validate({"items": items})


@router.post(
    "/calls/{call_id}/assignments",
    summary="Ask for exactly the reviews of a plan, or for none; those asked are told by mail",
    status_code=201,
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        CallStateForbids,
        CommitteeOff,
        PlanOutdated,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def assign_reviews(
    call_id: UUID,
    wanted: AssignmentsWrite,
    context: Context,
    identity: Coordination,
    once: Once,
    response: Response,
) -> Assigned:
    response.headers["cache-control"] = PRIVATE
    service = AssignmentService(context.sessions, public_url=context.settings.public_url)
    done = await service.assign(
        asker_of(identity), call_id, _picks(wanted), due_on=wanted.due_on, message=wanted.message, once=once
    )
    return Assigned.model_validate(done)


@router.delete(
    "/assignments/{application_id}/{account_id}",
    summary="Ask somebody no more to review an application",
    status_code=204,
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, AssignmentUnknown, ConflictStands, ReviewExists
    ),
    openapi_extra=SIGNED_IN,
)
async def take_assignment_back(
    application_id: UUID, account_id: UUID, context: Context, identity: Coordination
) -> None:
    await AssignmentService(context.sessions).take_back(asker_of(identity), application_id, account_id)


def _picks(wanted: AssignmentsWrite) -> list[Pick]:
    return [Pick(one.application_id, one.account_id) for one in wanted.assignments]
