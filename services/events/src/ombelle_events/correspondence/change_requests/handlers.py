from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import ActionForbidden, AnswerLate, ApplicationIncomplete
from ombelle_events.applications.responses import ACTING, OF_ONE, PRIVATE, shown
from ombelle_events.applications.schemas import ApplicationOut
from ombelle_events.context import Context, ProcessContext
from ombelle_events.correspondence.change_requests.schemas import (
    ChangeRequestOut,
    ChangeRequests,
    ChangesPutOff,
    ChangesWanted,
    Resubmission,
)
from ombelle_events.correspondence.change_requests.service import ChangeRequestService
from ombelle_events.correspondence.errors import ChangeRequestUnknown
from ombelle_events.policies import ApplicationReader, ApplicationWriter

router = APIRouter(prefix="/api/v1/applications/{application_id}", tags=["applications"])


def _service(context: ProcessContext) -> ChangeRequestService:
    return ChangeRequestService(context.sessions, public_url=context.settings.public_url)


@router.get(
    "/change-requests",
    summary="What the coordination asked to be mended, and the answers, the last first",
    responses=responses_for(*OF_ONE, ActionForbidden),
    openapi_extra=SIGNED_IN,
)
async def change_requests(
    application_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    asker: ApplicationReader,
    response: Response,
) -> ChangeRequests:
    kind = f"change-requests/{application_id}"
    found = await _service(context).requests(
        application_id, asker=asker, before=id_after(asked.after, kind), count=asked.limit + 1
    )
    response.headers["cache-control"] = PRIVATE
    more = len(found) > asked.limit
    following = encode_cursor(kind, str(found[asked.limit - 1]["id"])) if more else None
    return ChangeRequests.model_validate({"items": found[: asked.limit], "next": following})


@router.post(
    "/request-changes",
    summary="Give an application back to its holder, to be mended",
    responses=responses_for(*ACTING, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def request_changes(
    application_id: UUID,
    wanted: ChangesWanted,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
) -> ApplicationOut:
    return shown(
        response, await _service(context).ask(application_id, **wanted.model_dump(), asker=asker, once=once)
    )


@router.patch(
    "/change-requests/{request_id}",
    summary="Give the holder more time, or less",
    responses=responses_for(*ACTING, ChangeRequestUnknown),
    openapi_extra=SIGNED_IN,
)
async def put_changes_off(
    application_id: UUID,
    request_id: UUID,
    wanted: ChangesPutOff,
    context: Context,
    asker: ApplicationWriter,
    response: Response,
) -> ChangeRequestOut:
    response.headers["cache-control"] = PRIVATE
    put_off = await _service(context).put_off(application_id, request_id, wanted.due_on, asker=asker)
    return ChangeRequestOut.model_validate(put_off)


@router.post(
    "/resubmit",
    summary="Send an application again, mended as was asked",
    responses=responses_for(*ACTING, AnswerLate, ApplicationIncomplete, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def resubmit(
    application_id: UUID,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
    sent: Resubmission | None = None,
) -> ApplicationOut:
    answer = sent.answer if sent else None
    return shown(response, await _service(context).resubmit(application_id, answer, asker=asker, once=once))
