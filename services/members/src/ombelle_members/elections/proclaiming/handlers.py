"""The routes of the end of an election: proclaimed, contested, settled."""

from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import Once
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.elections.answers import STEP, tagged
from ombelle_members.elections.errors import AlreadyProclaimed, NotSettled
from ombelle_members.elections.proclaiming.schemas import ContestSettled, ElectionContest
from ombelle_members.elections.proclaiming.service import ProclamationService
from ombelle_members.elections.schemas import ElectionOut
from ombelle_members.governance.errors import DecisionsAfterIt, SeatRefused
from ombelle_members.policies import Secretariat

router = APIRouter(prefix="/api/v1", tags=["elections"])


@router.post(
    "/elections/{election_id}/proclaim",
    summary="Proclaim who is elected, once: terms begin and the declaration to the State is opened",
    responses=responses_for(*STEP, AlreadyProclaimed, NotSettled, SeatRefused, DecisionsAfterIt),
    openapi_extra=SIGNED_IN,
)
async def proclaim(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await ProclamationService(context.sessions).proclaim(election_id, caller=caller, once=once)
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/contest",
    summary="Note that an election is contested",
    responses=responses_for(*STEP),
    openapi_extra=SIGNED_IN,
)
async def contest(
    election_id: UUID,
    wanted: ElectionContest,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
) -> ElectionOut:
    told = await ProclamationService(context.sessions).contest(
        election_id, **wanted.model_dump(), caller=caller, once=once
    )
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/settle",
    summary="Uphold a contested election, or annul it: who sat before sits again",
    responses=responses_for(*STEP, DecisionsAfterIt),
    openapi_extra=SIGNED_IN,
)
async def settle_contest(
    election_id: UUID,
    wanted: ContestSettled,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
) -> ElectionOut:
    told = await ProclamationService(context.sessions).settle(
        election_id, **wanted.model_dump(), caller=caller, once=once
    )
    return tagged(response, told)
