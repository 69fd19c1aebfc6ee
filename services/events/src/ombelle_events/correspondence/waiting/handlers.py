from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.responses import PRIVATE
from ombelle_events.context import Context
from ombelle_events.correspondence.waiting.schemas import WaitingList
from ombelle_events.correspondence.waiting.service import WaitingService
from ombelle_events.policies import ApplicationReader, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["applications"])


@router.get(
    "/applications/waiting",
    summary="What waits for me in applications: changes, invitations, transfers, messages",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def waiting(context: Context, asker: ApplicationReader, response: Response) -> WaitingList:
    response.headers["cache-control"] = PRIVATE
    return WaitingList.model_validate(await WaitingService(context.sessions).waiting(asker=asker))
