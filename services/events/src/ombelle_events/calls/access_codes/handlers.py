from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_events.calls.access_codes.schemas import AccessCodeCreate, AccessCodeOut, AccessCodes
from ombelle_events.calls.access_codes.service import AccessCodeService
from ombelle_events.calls.errors import (
    AccessCodeTaken,
    AccessCodeUnknown,
    CallInvalid,
    CallStateForbids,
    CallUnknown,
)
from ombelle_events.calls.web import PRIVATE
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["calls"])
_LISTED = "access-codes"


@router.get(
    "/calls/{call_id}/access-codes",
    summary="The codes that let somebody in late, the last made first",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def access_codes(
    call_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    _identity: Coordination,
    response: Response,
) -> AccessCodes:
    rows, total, actions = await AccessCodeService(context.sessions).page(
        call_id, before=id_after(asked.after, _LISTED), count=asked.limit + 1
    )
    response.headers["cache-control"] = PRIVATE
    more = len(rows) > asked.limit
    following = encode_cursor(_LISTED, str(rows[asked.limit - 1]["id"])) if more else None
    return AccessCodes.model_validate(
        {"items": rows[: asked.limit], "next": following, "total": total, "allowed_actions": actions}
    )


@router.post(
    "/calls/{call_id}/access-codes",
    status_code=201,
    summary="Make a code that lets somebody in late",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        CallStateForbids,
        CallInvalid,
        AccessCodeTaken,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def make_access_code(
    call_id: UUID,
    wanted: AccessCodeCreate,
    context: Context,
    identity: Coordination,
    once: Once,
    response: Response,
) -> AccessCodeOut:
    made = await AccessCodeService(context.sessions).make(
        call_id, wanted.model_dump(), by=actor_of(identity), once=once
    )
    response.headers["cache-control"] = PRIVATE
    return AccessCodeOut.model_validate(made)


@router.delete(
    "/calls/{call_id}/access-codes/{code_id}",
    status_code=204,
    summary="End a code: nobody else comes in by it",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown, AccessCodeUnknown),
    openapi_extra=SIGNED_IN,
)
async def end_access_code(call_id: UUID, code_id: UUID, context: Context, identity: Coordination) -> None:
    await AccessCodeService(context.sessions).end(call_id, code_id, by=actor_of(identity))
