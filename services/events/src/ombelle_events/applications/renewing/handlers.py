from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import (
    AlreadyRenewed,
    CallClosed,
    CallNotOpen,
    OrganisationNotInDirectory,
    OrganisationNotYours,
)
from ombelle_events.applications.renewing.service import RenewalService
from ombelle_events.applications.responses import ACTING, shown
from ombelle_events.applications.schemas import ApplicationOut, Renewal
from ombelle_events.calls.errors import AccessCodeRefused, CallUnknown
from ombelle_events.context import Context
from ombelle_events.policies import ApplicationWriter

router = APIRouter(prefix="/api/v1", tags=["applications"])


@router.post(
    "/applications/{application_id}/renew",
    status_code=201,
    summary="Take up a former application in a call that is open",
    responses=responses_for(
        *ACTING,
        OrganisationNotYours,
        OrganisationNotInDirectory,
        CallUnknown,
        CallNotOpen,
        CallClosed,
        AccessCodeRefused,
        AlreadyRenewed,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def renew_application(
    application_id: UUID,
    wanted: Renewal,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
) -> ApplicationOut:
    renewed = await RenewalService(context.sessions).renew(
        application_id, wanted.call_id, access_code=wanted.access_code, asker=asker, once=once
    )
    response.headers["location"] = f"/api/v1/applications/{renewed['id']}"
    return shown(response, renewed)
