"""The routes of candidacies."""

from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import Once
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.elections.answers import STEP, tagged
from ombelle_members.elections.candidacies.schemas import CandidacyWrite
from ombelle_members.elections.candidacies.service import CandidacyService
from ombelle_members.elections.errors import AlreadyStands, CandidacyUnknown, MayNotStand
from ombelle_members.elections.schemas import ElectionOut
from ombelle_members.policies import Person, Secretariat

router = APIRouter(prefix="/api/v1", tags=["elections"])


@router.post(
    "/elections/{election_id}/open-candidacies",
    summary="Take candidacies, of members themselves too",
    responses=responses_for(*STEP),
    openapi_extra=SIGNED_IN,
)
async def open_candidacies(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await CandidacyService(context.sessions).step(
        election_id, "open_candidacies", caller=caller, once=once
    )
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/close-candidacies",
    summary="Take candidacies no more",
    responses=responses_for(*STEP),
    openapi_extra=SIGNED_IN,
)
async def close_candidacies(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await CandidacyService(context.sessions).step(
        election_id, "close_candidacies", caller=caller, once=once
    )
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/candidacies",
    status_code=201,
    summary="Stand for election, or record that a member does",
    responses=responses_for(*STEP, MayNotStand, AlreadyStands),
    openapi_extra=SIGNED_IN,
)
async def stand(
    election_id: UUID,
    wanted: CandidacyWrite,
    context: Context,
    caller: Person,
    once: Once,
    response: Response,
) -> ElectionOut:
    told = await CandidacyService(context.sessions).stand(
        election_id, wanted.model_dump(), caller=caller, once=once
    )
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/candidacies/{candidacy_id}/withdraw",
    summary="Withdraw a candidacy before the vote",
    responses=responses_for(*STEP, CandidacyUnknown),
    openapi_extra=SIGNED_IN,
)
async def withdraw_candidacy(
    election_id: UUID, candidacy_id: UUID, context: Context, caller: Person, once: Once, response: Response
) -> ElectionOut:
    told = await CandidacyService(context.sessions).withdraw(
        election_id, candidacy_id, caller=caller, once=once
    )
    return tagged(response, told)
