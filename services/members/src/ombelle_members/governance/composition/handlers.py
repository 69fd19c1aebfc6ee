from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, InvalidInput, Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes

from ombelle_members.context import Context
from ombelle_members.governance.composition.schemas import Bodies, Governance, GovernanceAlerts, OnQuery
from ombelle_members.governance.composition.service import CompositionService
from ombelle_members.policies import Association, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["governance"])
_IN: Final = (Unauthenticated, Forbidden, ScopeMissing)


@router.get(
    "/governance",
    summary="Who sat where on a day: colleges, board, bureau, bylaws, and what was declared",
    response_model=Governance,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput)},
)
async def governance(asked: Annotated[OnQuery, Query()], context: Context, request: Request) -> Response:
    return public_bytes(request, await CompositionService(context.sessions).composition(asked.on))


@router.get(
    "/governance/alerts",
    summary="What is to be looked after on a day: vacancies, ends of terms, a bureau to renew",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def governance_alerts(
    asked: Annotated[OnQuery, Query()], context: Context, _caller: Association
) -> GovernanceAlerts:
    return GovernanceAlerts.model_validate(await CompositionService(context.sessions).alerts(asked.on))


@router.get(
    "/bodies",
    summary="The general assembly, the board and the bureau on a day, and the rules of their meetings",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def bodies(asked: Annotated[OnQuery, Query()], context: Context, _caller: Association) -> Bodies:
    return Bodies.model_validate(await CompositionService(context.sessions).bodies(asked.on))
