from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import ApplicationUnknown
from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.web import PRIVATE
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, Person, ScopeMissing
from ombelle_events.reviews.conflicts.schemas import (
    ConflictOfInterestOut,
    ConflictsOfInterest,
    ConflictsQuery,
    ConflictTold,
    ConflictWrite,
    Dismissal,
)
from ombelle_events.reviews.conflicts.service import ConflictService
from ombelle_events.reviews.errors import (
    AssignmentUnknown,
    ConflictSettled,
    ConflictStands,
    ConflictUnknown,
    JudgeUnknown,
    OwnConflict,
)

router = APIRouter(prefix="/api/v1/conflicts-of-interest", tags=["reviews"])


@router.get(
    "",
    summary="Conflicts of interest, found and told, the newest first",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def conflicts_of_interest(
    asked: Annotated[ConflictsQuery, Query()], context: Context, identity: Coordination, response: Response
) -> ConflictsOfInterest:
    rows = await ConflictService(context.sessions).conflicts(
        asker_of(identity),
        count=asked.limit + 1,
        call=asked.call_id,
        application=asked.application_id,
        account=asked.account_id,
        kind=asked.kind,
        dismissed=None if asked.state is None else asked.state == "dismissed",
        before=id_after(asked.after, "conflicts-of-interest"),
    )
    response.headers["cache-control"] = PRIVATE
    shown = rows[: asked.limit]
    following = (
        encode_cursor("conflicts-of-interest", str(shown[-1]["id"])) if len(rows) > asked.limit else None
    )
    return ConflictsOfInterest.model_validate({"items": shown, "next": following})


@router.post(
    "",
    summary="Declare a conflict of one's own, or pin one on somebody who judges",
    status_code=201,
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        Forbidden,
        ApplicationUnknown,
        AssignmentUnknown,
        JudgeUnknown,
        ConflictSettled,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def tell_conflict_of_interest(
    wanted: ConflictWrite, context: Context, identity: Person, once: Once, response: Response
) -> ConflictTold:
    response.headers["cache-control"] = PRIVATE
    told = await ConflictService(context.sessions).tell(
        asker_of(identity),
        wanted.application_id,
        account_id=wanted.account_id,
        reason=wanted.reason,
        once=once,
    )
    return ConflictTold.model_validate(told)


@router.post(
    "/{conflict_id}/dismiss",
    summary="Say that a conflict of interest is none: not one's own, and with a reason",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        ConflictUnknown,
        OwnConflict,
        ConflictStands,
        ConflictSettled,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def dismiss_conflict_of_interest(
    conflict_id: UUID,
    wanted: Dismissal,
    context: Context,
    identity: Coordination,
    once: Once,
    response: Response,
) -> ConflictOfInterestOut:
    response.headers["cache-control"] = PRIVATE
    dismissed = await ConflictService(context.sessions).dismiss(
        asker_of(identity), conflict_id, reason=wanted.reason, once=once
    )
    return ConflictOfInterestOut.model_validate(dismissed)
