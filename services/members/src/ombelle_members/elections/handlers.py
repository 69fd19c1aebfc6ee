from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.elections.errors import (
    AlreadyProclaimed,
    AlreadyStands,
    BallotUnknown,
    CandidacyUnknown,
    ElectionMoved,
    ElectionUnknown,
    LotWrong,
    MayNotStand,
    NothingToFill,
    NotSettled,
)
from ombelle_members.elections.printing import results_document
from ombelle_members.elections.proclaiming import ProclamationService
from ombelle_members.elections.schemas import (
    CandidacyWrite,
    ContestSettled,
    ElectionContest,
    ElectionOut,
    ElectionPatch,
    Elections,
    ElectionsQuery,
    ElectionWrite,
    LotDrawn,
    PaperBallots,
    PaperVoters,
    VotersElections,
)
from ombelle_members.elections.service import ElectionService
from ombelle_members.elections.voting import VotingService
from ombelle_members.governance.errors import DecisionsAfterIt, SeatRefused
from ombelle_members.meetings.errors import (
    BallotRefused,
    MeetingLinkUnknown,
    MeetingUnknown,
    NoQuorum,
    NotNow,
)
from ombelle_members.policies import Association, Person, Secretariat

router = APIRouter(prefix="/api/v1", tags=["elections"])
_IN: Final = (Unauthenticated, Forbidden)
_STEP: Final = (*_IN, ElectionUnknown, ElectionMoved, IdempotencyKeyReused)
_PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The document.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}
Token = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{20,64}$")]


@router.get(
    "/elections",
    summary="Elections of the board, the last first: for members and the association's team",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def elections(asked: Annotated[ElectionsQuery, Query()], context: Context, caller: Person) -> Elections:
    begins = after(asked, "elections", date.fromisoformat, UUID)
    rows, total = await ElectionService(context.sessions).page(
        {"state": asked.state, "meeting": asked.meeting},
        after=None if begins is None else (begins[0], begins[1]),
        count=asked.limit + 1,
        caller=caller,
    )
    actions = ["plan"] if caller.is_secretariat else []
    return Elections.model_validate(
        page(asked, rows, "elections", "held_on", "id", total=total, allowed_actions=actions)
    )


@router.post(
    "/elections",
    status_code=201,
    summary="Plan an election at an assembly: its posts follow from the half that is renewed and from vacancies",
    responses=responses_for(*_IN, MeetingUnknown, NothingToFill, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def plan_election(
    wanted: ElectionWrite, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    planned = await ElectionService(context.sessions).create(wanted.model_dump(), caller=caller, once=once)
    response.headers["location"] = f"/api/v1/elections/{planned['id']}"
    return _tagged(response, planned)


@router.get(
    "/elections/by-link/{token}",
    summary="The elections of the meeting that somebody's link leads to: no account is needed",
    responses=responses_for(MeetingLinkUnknown),
)
async def elections_by_link(token: Token, context: Context, response: Response) -> VotersElections:
    response.headers["cache-control"] = "private, no-store"
    response.headers["referrer-policy"] = "no-referrer"
    rows = await ElectionService(context.sessions).of_link(token)
    return VotersElections.model_validate({"items": rows})


@router.get(
    "/elections/{election_id}",
    summary="An election: its posts, who stands, its rounds and results",
    responses=responses_for(*_IN, ElectionUnknown),
    openapi_extra=SIGNED_IN,
)
async def election(election_id: UUID, context: Context, caller: Person, response: Response) -> ElectionOut:
    return _tagged(response, await ElectionService(context.sessions).election(election_id, caller=caller))


@router.patch(
    "/elections/{election_id}",
    summary="Change an election before its vote",
    responses=responses_for(
        *_IN, ElectionUnknown, ElectionMoved, NothingToFill, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def change_election(
    election_id: UUID,
    patch: ElectionPatch,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> ElectionOut:
    changed = await ElectionService(context.sessions).change(
        election_id, patch.model_dump(exclude_unset=True), if_match=if_match, caller=caller
    )
    return _tagged(response, changed)


@router.post(
    "/elections/{election_id}/open-candidacies",
    summary="Take candidacies, of members themselves too",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def open_candidacies(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await ElectionService(context.sessions).step(
        election_id, "open_candidacies", caller=caller, once=once
    )
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/close-candidacies",
    summary="Take candidacies no more",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def close_candidacies(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await ElectionService(context.sessions).step(
        election_id, "close_candidacies", caller=caller, once=once
    )
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/candidacies",
    status_code=201,
    summary="Stand for election, or record that a member does",
    responses=responses_for(*_STEP, MayNotStand, AlreadyStands),
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
    told = await ElectionService(context.sessions).stand(
        election_id, wanted.model_dump(), caller=caller, once=once
    )
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/candidacies/{candidacy_id}/withdraw",
    summary="Withdraw a candidacy before the vote",
    responses=responses_for(*_STEP, CandidacyUnknown),
    openapi_extra=SIGNED_IN,
)
async def withdraw_candidacy(
    election_id: UUID, candidacy_id: UUID, context: Context, caller: Person, once: Once, response: Response
) -> ElectionOut:
    told = await ElectionService(context.sessions).withdraw(
        election_id, candidacy_id, caller=caller, once=once
    )
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/open-vote",
    summary="Open the vote among the meeting's roll: each constituency has a secret ballot",
    responses=responses_for(*_STEP, MayNotStand, NothingToFill, NotNow, NoQuorum),
    openapi_extra=SIGNED_IN,
)
async def open_vote(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).open(election_id, caller=caller, once=once)
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/paper-voters",
    summary="Mark who votes on paper: they cannot vote otherwise any more",
    responses=responses_for(*_STEP, BallotUnknown, BallotRefused),
    openapi_extra=SIGNED_IN,
)
async def mark_paper_voters(
    election_id: UUID, wanted: PaperVoters, context: Context, caller: Secretariat, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).mark_paper(
        election_id, wanted.poll_id, wanted.voices, caller=caller
    )
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/paper-ballots",
    summary="Add paper ballots that were counted by hand",
    responses=responses_for(*_STEP, BallotUnknown, BallotRefused),
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
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/count",
    summary="Close the vote and open the urns",
    responses=responses_for(*_STEP),
    openapi_extra=SIGNED_IN,
)
async def count_election(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).count(election_id, caller=caller, once=once)
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/lot",
    summary="Note what a lot decided between those with as many votes",
    responses=responses_for(*_STEP, NotSettled, LotWrong),
    openapi_extra=SIGNED_IN,
)
async def draw_lot(
    election_id: UUID, wanted: LotDrawn, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).draw(
        election_id, wanted.model_dump(), caller=caller, once=once
    )
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/second-round",
    summary="Open the second round, where the first one left seats",
    responses=responses_for(*_STEP, NotSettled, NotNow, NoQuorum),
    openapi_extra=SIGNED_IN,
)
async def second_round(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await VotingService(context.sessions, context.engine).second_round(
        election_id, caller=caller, once=once
    )
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/proclaim",
    summary="Proclaim who is elected, once: terms begin and the declaration to the State is opened",
    responses=responses_for(*_STEP, AlreadyProclaimed, NotSettled, SeatRefused, DecisionsAfterIt),
    openapi_extra=SIGNED_IN,
)
async def proclaim(
    election_id: UUID, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    told = await ProclamationService(context.sessions).proclaim(election_id, caller=caller, once=once)
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/contest",
    summary="Note that an election is contested",
    responses=responses_for(*_STEP),
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
    return _tagged(response, told)


@router.post(
    "/elections/{election_id}/settle",
    summary="Uphold a contested election, or annul it: who sat before sits again",
    responses=responses_for(*_STEP, DecisionsAfterIt),
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
    return _tagged(response, told)


@router.get(
    "/elections/{election_id}/results.pdf",
    summary="The results of an election, to be joined to the minutes",
    response_class=Response,
    responses=_PDF | responses_for(*_IN, ElectionUnknown),
    openapi_extra=SIGNED_IN,
)
async def results_pdf(election_id: UUID, context: Context, caller: Association) -> Response:
    found = await ElectionService(context.sessions).election(election_id, caller=caller)
    content = await results_document(found, context.settings.agency)
    headers = {"content-disposition": 'inline; filename="election.pdf"', "cache-control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


def _tagged(response: Response, found: dict[str, Any]) -> ElectionOut:
    response.headers["etag"] = version_tag(found["version"])
    return ElectionOut.model_validate(found)
