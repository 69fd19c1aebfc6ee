"""The routes of the vote: opened, paper added, counted; lots and second rounds."""

from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import Once
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.elections.answers import STEP, tagged
from ombelle_members.elections.errors import BallotUnknown, LotWrong, MayNotStand, NothingToFill, NotSettled
from ombelle_members.elections.schemas import ElectionOut
from ombelle_members.elections.voting.schemas import LotDrawn, PaperBallots, PaperVoters
from ombelle_members.elections.voting.service import VotingService
from ombelle_members.elections.voting.settling import SettlingService
from ombelle_members.meetings.errors import BallotRefused, NoQuorum, NotNow
from ombelle_members.policies import Secretariat

router = APIRouter(prefix="/api/v1", tags=["elections"])


@router.post(
    "/elections/{election_id}/open-vote",
    summary="Open the vote among the meeting's roll: each constituency has a secret ballot",
    responses=responses_for(*STEP, MayNotStand, NothingToFill, NotNow, NoQuorum),
    openapi_extra=SIGNED_IN,
)
async def open_vote(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).open(election_id, caller=caller, once=once)
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/paper-voters",
    summary="Mark who votes on paper: they cannot vote otherwise any more",
    responses=responses_for(*STEP, BallotUnknown, BallotRefused),
    openapi_extra=SIGNED_IN,
)
async def mark_paper_voters(
    election_id: UUID, wanted: PaperVoters, context: Context, caller: Secretariat, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).mark_paper(
        election_id, wanted.poll_id, wanted.voices, caller=caller
    )
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/paper-ballots",
    summary="Add paper ballots that were counted by hand",
    responses=responses_for(*STEP, BallotUnknown, BallotRefused),
    openapi_extra=SIGNED_IN,
)
async def add_paper_ballots(
    election_id: UUID,
    wanted: PaperBallots,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).add_paper(
        election_id, wanted.model_dump(), caller=caller, once=once
    )
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/count",
    summary="Close the vote and open the urns",
    responses=responses_for(*STEP),
    openapi_extra=SIGNED_IN,
)
async def count_election(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).count(election_id, caller=caller, once=once)
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/lot",
    summary="Note what a lot decided between those with as many votes",
    responses=responses_for(*STEP, NotSettled, LotWrong),
    openapi_extra=SIGNED_IN,
)
async def draw_lot(
    election_id: UUID, wanted: LotDrawn, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await SettlingService(context.sessions).draw(
        election_id, wanted.model_dump(), caller=caller, once=once
    )
    return tagged(response, told)


@router.post(
    "/elections/{election_id}/second-round",
    summary="Open the second round, where the first one left seats",
    responses=responses_for(*STEP, NotSettled, NotNow, NoQuorum),
    openapi_extra=SIGNED_IN,
)
async def second_round(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await SettlingService(context.sessions).second_round(election_id, caller=caller, once=once)
    return tagged(response, told)
