from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_events.context import Context
from ombelle_events.policies import Coordination, EventEditor, EventReader, ScopeMissing, whole_reach
from ombelle_events.programme.editing.errors import (
    EditionUnknown,
    ProposalOutdated,
    ProposalSettled,
    ProposalUnknown,
)
from ombelle_events.programme.editing.schemas import (
    Approval,
    PolicyIn,
    PolicyOut,
    ProposalOut,
    Proposals,
    ProposalsQuery,
    Rejection,
)
from ombelle_events.programme.editing.service import EditingService, policy_from
from ombelle_events.programme.editing.store import ProposalFilter
from ombelle_events.programme.errors import EventInvalid
from ombelle_events.programme.sessions.errors import SessionActionImpossible, SessionsOverlap, SessionUnknown

router = APIRouter(prefix="/api/v1", tags=["programme"])
Year = Annotated[int, Path(ge=1991, le=2199)]


def _service(context: Context) -> EditingService:
    return EditingService(context.sessions, public_url=context.settings.public_url)


@router.get(
    "/change-proposals",
    summary="Changes of published events that wait for the coordination, or that it has settled",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def proposals(
    asked: Annotated[ProposalsQuery, Query()], context: Context, reach: EventReader, response: Response
) -> Proposals:
    wanted = ProposalFilter(
        before=id_after(asked.after, "change-proposals"),
        count=asked.limit + 1,
        state=asked.state,
        event_id=asked.event_id,
        edition=asked.edition,
    )
    rows = await _service(context).proposals(wanted, reach=reach)
    response.headers["cache-control"] = "private, no-store"
    more = len(rows) > asked.limit
    following = encode_cursor("change-proposals", str(rows[asked.limit - 1]["id"])) if more else None
    return Proposals.model_validate({"items": rows[: asked.limit], "next": following})


@router.post(
    "/change-proposals/{proposal_id}/approve",
    summary="Do what a proposal asks; the public page changes now",
    responses=responses_for(
        Unauthenticated, Forbidden, ProposalUnknown, ProposalSettled, ProposalOutdated, SessionUnknown,
        SessionsOverlap, SessionActionImpossible, EventInvalid, IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)  # fmt: skip
async def approve(
    proposal_id: UUID, how: Approval, context: Context, identity: Coordination, once: Once
) -> ProposalOut:
    settled = await _service(context).approve(
        proposal_id, over_newer=how.over_newer, reach=whole_reach(identity), once=once
    )
    return ProposalOut.model_validate(settled)


@router.post(
    "/change-proposals/{proposal_id}/reject",
    summary="Leave the event as it is, saying why",
    responses=responses_for(
        Unauthenticated, Forbidden, ProposalUnknown, ProposalSettled, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def reject(
    proposal_id: UUID, why: Rejection, context: Context, identity: Coordination, once: Once
) -> ProposalOut:
    settled = await _service(context).reject(
        proposal_id, reason=why.reason, reach=whole_reach(identity), once=once
    )
    return ProposalOut.model_validate(settled)


@router.delete(
    "/change-proposals/{proposal_id}",
    summary="Take back what one proposed",
    responses=responses_for(Unauthenticated, ScopeMissing, ProposalUnknown, ProposalSettled),
    openapi_extra=SIGNED_IN,
)
async def withdraw(proposal_id: UUID, context: Context, reach: EventEditor) -> ProposalOut:
    return ProposalOut.model_validate(await _service(context).withdraw(proposal_id, reach=reach))


@router.get(
    "/editions/{year}/edit-policy",
    summary="What holders may edit of an edition's events, and when",
    responses=responses_for(Unauthenticated, ScopeMissing, EditionUnknown),
    openapi_extra=SIGNED_IN,
)
async def policy(year: Year, context: Context, reach: EventReader, response: Response) -> PolicyOut:
    found = await _service(context).policy(year, reach=reach)
    response.headers["etag"] = version_tag(found["version"])
    response.headers["cache-control"] = "private, no-store"
    return PolicyOut.model_validate(found)


@router.put(
    "/editions/{year}/edit-policy",
    summary="Set what holders may edit of an edition's events; what is left out follows the defaults",
    responses=responses_for(Unauthenticated, Forbidden, EditionUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def write_policy(
    year: Year,
    wanted: PolicyIn,
    context: Context,
    identity: Coordination,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> PolicyOut:
    rules = policy_from(wanted.model_dump()["rules"])
    written = await _service(context).write_policy(
        year, rules, if_match=if_match, reach=whole_reach(identity)
    )
    response.headers["etag"] = version_tag(written["version"])
    return PolicyOut.model_validate(written)
