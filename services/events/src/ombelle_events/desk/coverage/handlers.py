from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.errors import CallUnknown
from ombelle_events.context import Context
from ombelle_events.desk.coverage.schemas import Coverage
from ombelle_events.desk.coverage.service import CoverageService
from ombelle_events.desk.schemas import DeskQuery
from ombelle_events.desk.web import private_bytes
from ombelle_events.policies import Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1/calls/{call_id}", tags=["desk"])


@router.get(
    "/coverage",
    summary="Where a call's applications and its edition's programme are, and where nothing is",
    response_model=Coverage,
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def coverage(
    call_id: UUID, asked: Annotated[DeskQuery, Query()], context: Context, identity: Coordination
) -> Response:
    service = CoverageService(context.sessions, asker_of(identity))
    return private_bytes(await service.coverage(call_id, asked.wanted()))
