from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import (
    ApplicationChangedMeanwhile,
    ApplicationIncomplete,
)
from ombelle_events.applications.responses import ACTING, IN_TIME, shown
from ombelle_events.applications.schemas import ApplicationOut, Withdrawal
from ombelle_events.applications.sending.service import SendingService
from ombelle_events.context import Context
from ombelle_events.policies import ApplicationWriter

router = APIRouter(prefix="/api/v1", tags=["applications"])


@router.post(
    "/applications/{application_id}/submit",
    summary="Send a complete application, in time",
    responses=responses_for(
        *IN_TIME, ApplicationChangedMeanwhile, ApplicationIncomplete, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def submit_application(
    application_id: UUID,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
    if_match: Annotated[str | None, Header(description="Sends this version and no other; optional.")] = None,
) -> ApplicationOut:
    sent = await SendingService(context.sessions).submit(
        application_id, if_match=if_match, asker=asker, once=once
    )
    return shown(response, sent)


@router.post(
    "/applications/{application_id}/withdraw",
    summary="Take back an application that was sent",
    responses=responses_for(*ACTING, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def withdraw_application(
    application_id: UUID,
    wanted: Withdrawal,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
) -> ApplicationOut:
    withdrawn = await SendingService(context.sessions).withdraw(
        application_id, wanted.reason, asker=asker, once=once
    )
    return shown(response, withdrawn)
