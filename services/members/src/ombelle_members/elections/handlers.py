"""The routes of elections as they are planned and read."""

from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded

from ombelle_members.context import Context
from ombelle_members.elections.answers import IN, tagged
from ombelle_members.elections.errors import ElectionMoved, ElectionUnknown, NothingToFill
from ombelle_members.elections.printing import results_document
from ombelle_members.elections.schemas import (
    ElectionOut,
    ElectionPatch,
    Elections,
    ElectionsQuery,
    ElectionWrite,
    VotersElections,
)
from ombelle_members.elections.service import ElectionService
from ombelle_members.meetings.errors import MeetingLinkUnknown, MeetingUnknown
from ombelle_members.policies import Association, Person, Secretariat

router = APIRouter(prefix="/api/v1", tags=["elections"])
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
    responses=responses_for(*IN),
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
    responses=responses_for(*IN, MeetingUnknown, NothingToFill, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def plan_election(
    wanted: ElectionWrite, context: Context, caller: Secretariat, once: Once, response: Response
) -> ElectionOut:
    planned = await ElectionService(context.sessions).create(wanted.model_dump(), caller=caller, once=once)
    response.headers["location"] = f"/api/v1/elections/{planned['id']}"
    return tagged(response, planned)


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
    responses=responses_for(*IN, ElectionUnknown),
    openapi_extra=SIGNED_IN,
)
async def election(election_id: UUID, context: Context, caller: Person, response: Response) -> ElectionOut:
    return tagged(response, await ElectionService(context.sessions).election(election_id, caller=caller))


@router.patch(
    "/elections/{election_id}",
    summary="Change an election before its vote",
    responses=responses_for(
        *IN, ElectionUnknown, ElectionMoved, NothingToFill, VersionNeeded, ChangedMeanwhile
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
    return tagged(response, changed)


@router.get(
    "/elections/{election_id}/results.pdf",
    summary="The results of an election, to be joined to the minutes",
    response_class=Response,
    responses=_PDF | responses_for(*IN, ElectionUnknown),
    openapi_extra=SIGNED_IN,
)
async def results_pdf(election_id: UUID, context: Context, caller: Association) -> Response:
    found, association = await ElectionService(context.sessions).results(
        election_id, context.settings.agency, caller=caller
    )
    content = await results_document(found, association)
    headers = {"content-disposition": 'inline; filename="election.pdf"', "cache-control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)
