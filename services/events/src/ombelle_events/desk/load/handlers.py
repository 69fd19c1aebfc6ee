from typing import Annotated

from fastapi import APIRouter, Path, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.calls.errors import EditionUnknown
from ombelle_events.context import Context
from ombelle_events.desk.load.schemas import EditionLoad
from ombelle_events.desk.load.service import LoadService
from ombelle_events.desk.web import private_bytes
from ombelle_events.policies import Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1/editions/{year}", tags=["desk"])


@router.get(
    "/load",
    summary="How full an edition's days are, by half-day and department, and when its calls' applications came",
    response_model=EditionLoad,
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, EditionUnknown),
    openapi_extra=SIGNED_IN,
)
async def edition_load(
    year: Annotated[int, Path(ge=1991, le=2199)], context: Context, _identity: Coordination
) -> Response:
    return private_bytes(await LoadService(context.sessions).load(year))
