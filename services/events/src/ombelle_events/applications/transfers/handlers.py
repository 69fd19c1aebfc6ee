from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import (
    OrganisationNotInDirectory,
    TransferSettled,
    TransferUnknown,
    TransferWaiting,
)
from ombelle_events.applications.responses import ACTING, OF_ONE, shown
from ombelle_events.applications.schemas import ApplicationOut
from ombelle_events.applications.transfers.schemas import TransferCreate
from ombelle_events.applications.transfers.service import TransferService
from ombelle_events.context import Context
from ombelle_events.policies import ApplicationWriter

router = APIRouter(prefix="/api/v1/applications/{application_id}/transfer", tags=["applications"])
_ANSWERING = (*OF_ONE, TransferUnknown, TransferSettled, IdempotencyKeyReused)


@router.post(
    "",
    summary="Offer an application to another organisation",
    responses=responses_for(*ACTING, OrganisationNotInDirectory, TransferWaiting, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def transfer_application(
    application_id: UUID,
    wanted: TransferCreate,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
) -> ApplicationOut:
    offered = await _service(context).offer(application_id, wanted.organisation_id, asker=asker, once=once)
    return shown(response, offered)


@router.delete(
    "",
    status_code=204,
    summary="Take back an offer that waits",
    responses=responses_for(*ACTING, TransferUnknown),
    openapi_extra=SIGNED_IN,
)
async def take_back_transfer(application_id: UUID, context: Context, asker: ApplicationWriter) -> None:
    await _service(context).take_back(application_id, asker=asker)


@router.post(
    "/acceptance",
    summary="Take an application over",
    responses=responses_for(*_ANSWERING),
    openapi_extra=SIGNED_IN,
)
async def accept_transfer(
    application_id: UUID, context: Context, asker: ApplicationWriter, once: Once, response: Response
) -> ApplicationOut:
    taken = await _service(context).accept(application_id, asker=asker, once=once)
    return shown(response, taken)


@router.post(
    "/refusal",
    status_code=204,
    summary="Decline an application that is offered",
    responses=responses_for(*_ANSWERING),
    openapi_extra=SIGNED_IN,
)
async def decline_transfer(
    application_id: UUID, context: Context, asker: ApplicationWriter, once: Once
) -> None:
    await _service(context).decline(application_id, asker=asker, once=once)


def _service(context: Context) -> TransferService:
    return TransferService(context.sessions, public_url=context.settings.public_url)
