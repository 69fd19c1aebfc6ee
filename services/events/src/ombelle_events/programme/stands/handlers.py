from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_events.context import Context
from ombelle_events.policies import EventEditor, EventReader, ScopeMissing
from ombelle_events.programme.errors import EventInvalid, EventUnknown
from ombelle_events.programme.stands.errors import (
    NotAnUmbrella,
    StandAlreadyOffered,
    StandInvitationSettled,
    StandInvitationUnknown,
)
from ombelle_events.programme.stands.schemas import (
    InvitationsQuery,
    StandInvitationOut,
    StandInvitations,
    StandOffer,
    Stands,
)
from ombelle_events.programme.stands.service import StandService

router = APIRouter(prefix="/api/v1", tags=["programme"])

_ANSWERS = responses_for(
    Unauthenticated,
    ScopeMissing,
    StandInvitationUnknown,
    StandInvitationSettled,
    NotAnUmbrella,
    IdempotencyKeyReused,
)


@router.get(
    "/events/{event_id}/stands",
    summary="What stands in a village, whoever holds it, and who is asked",
    responses=responses_for(Unauthenticated, ScopeMissing, EventUnknown),
    openapi_extra=SIGNED_IN,
)
async def stands(event_id: UUID, context: Context, reach: EventReader, response: Response) -> Stands:
    response.headers["cache-control"] = "private, no-store"
    found = await _service(context).stands(event_id, reach=reach)
    return Stands.model_validate(found, from_attributes=True)


@router.post(
    "/events/{event_id}/stands",
    status_code=status.HTTP_201_CREATED,
    summary="Offer a stand to an organisation, which will write it itself",
    responses=responses_for(
        Unauthenticated, ScopeMissing, EventUnknown, NotAnUmbrella, StandAlreadyOffered, EventInvalid,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)  # fmt: skip
async def offer_stand(
    event_id: UUID, offer: StandOffer, context: Context, reach: EventEditor, once: Once
) -> StandInvitationOut:
    offered = await _service(context).offer(event_id, offer.model_dump(), reach=reach, once=once)
    return StandInvitationOut.model_validate(offered)


@router.get(
    "/stand-invitations",
    summary="Stands offered to one's organisations, or by them, the newest first",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def stand_invitations(
    asked: Annotated[InvitationsQuery, Query()], context: Context, reach: EventReader, response: Response
) -> StandInvitations:
    rows = await _service(context).invitations(
        open_only=asked.state == "open",
        before=id_after(asked.after, "stand-invitations"),
        count=asked.limit + 1,
        reach=reach,
    )
    response.headers["cache-control"] = "private, no-store"
    more = len(rows) > asked.limit
    following = encode_cursor("stand-invitations", str(rows[asked.limit - 1]["id"])) if more else None
    return StandInvitations.model_validate({"items": rows[: asked.limit], "next": following})


@router.post(
    "/stand-invitations/{invitation_id}/acceptance",
    summary="Take a stand: an event of one's own, to be written",
    responses=_ANSWERS,
    openapi_extra=SIGNED_IN,
)
async def accept_stand(
    invitation_id: UUID, context: Context, reach: EventEditor, once: Once
) -> StandInvitationOut:
    accepted = await _service(context).accept(invitation_id, reach=reach, once=once)
    return StandInvitationOut.model_validate(accepted)


@router.post(
    "/stand-invitations/{invitation_id}/refusal",
    summary="Leave a stand to others",
    responses=_ANSWERS,
    openapi_extra=SIGNED_IN,
)
async def decline_stand(
    invitation_id: UUID, context: Context, reach: EventEditor, once: Once
) -> StandInvitationOut:
    declined = await _service(context).decline(invitation_id, reach=reach, once=once)
    return StandInvitationOut.model_validate(declined)


@router.delete(
    "/stand-invitations/{invitation_id}",
    summary="Take an offer back",
    responses=responses_for(Unauthenticated, ScopeMissing, StandInvitationUnknown, StandInvitationSettled),
    openapi_extra=SIGNED_IN,
)
async def withdraw_offer(invitation_id: UUID, context: Context, reach: EventEditor) -> StandInvitationOut:
    return StandInvitationOut.model_validate(await _service(context).withdraw(invitation_id, reach=reach))


def _service(context: Context) -> StandService:
    return StandService(context.sessions, public_url=context.settings.public_url)
