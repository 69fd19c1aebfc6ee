from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import id_after
from ombelle_chassis.problems import responses_for

from ombelle_members.belonging.errors import (
    AlreadyMember,
    JoinRequestDecided,
    JoinRequestUnknown,
    JoinRequestWaiting,
    TooManyWaiting,
)
from ombelle_members.belonging.join_requests.service import JoinRequestService
from ombelle_members.belonging.schemas import (
    JoinRequestCreate,
    JoinRequestOut,
    JoinRequests,
    JoinRequestsQuery,
    MyJoinRequestOut,
    MyJoinRequests,
    Refusal,
    RoleGiven,
)
from ombelle_members.context import Context, ProcessContext
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.paging import FIRST, LAST, PRIVATE, page
from ombelle_members.persons.errors import AccountErased, AccountNeeded
from ombelle_members.policies import Keeper, Person, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["join-requests"])
_SIGNED = (Unauthenticated, Forbidden, ScopeMissing)
_OF_ORGANISATION = (*_SIGNED, OrganisationUnknown, OrganisationMerged)
_DECIDING = (*_OF_ORGANISATION, AccountErased, JoinRequestUnknown, JoinRequestDecided)


@router.post(
    "/organisations/{organisation_id}/join-requests",
    status_code=201,
    summary="Ask to act for an organisation",
    responses=responses_for(
        *_OF_ORGANISATION, AccountErased, AccountNeeded, AlreadyMember, JoinRequestWaiting, TooManyWaiting
    ),
    openapi_extra=SIGNED_IN,
)
async def ask_to_join(
    organisation_id: UUID, wanted: JoinRequestCreate, context: Context, caller: Person
) -> MyJoinRequestOut:
    asked = await _service(context).ask(caller, organisation_id, wanted.message)
    return MyJoinRequestOut.model_validate(asked)


@router.get(
    "/organisations/{organisation_id}/join-requests",
    summary="Requests to join an organisation, the oldest first",
    responses=responses_for(*_OF_ORGANISATION),
    openapi_extra=SIGNED_IN,
)
async def join_requests(
    organisation_id: UUID,
    asked: Annotated[JoinRequestsQuery, Query()],
    context: Context,
    caller: Person,
    response: Response,
) -> JoinRequests:
    response.headers["cache-control"] = PRIVATE
    begins = id_after(asked.after, "join-requests") or FIRST
    rows = await _service(context).page(
        caller, organisation_id, state=asked.state, after=begins, count=asked.limit + 1
    )
    return JoinRequests.model_validate(page(asked, rows, "join-requests", "id"))


@router.post(
    "/organisations/{organisation_id}/join-requests/{request_id}/acceptance",
    summary="Let somebody in who asked",
    responses=responses_for(*_DECIDING),
    openapi_extra=SIGNED_IN,
)
async def accept_join_request(
    organisation_id: UUID, request_id: UUID, wanted: RoleGiven, context: Context, caller: Person
) -> JoinRequestOut:
    accepted = await _service(context).accept(caller, organisation_id, request_id, wanted.role)
    return JoinRequestOut.model_validate(accepted)


@router.post(
    "/organisations/{organisation_id}/join-requests/{request_id}/refusal",
    summary="Say no to somebody who asked",
    responses=responses_for(*_DECIDING),
    openapi_extra=SIGNED_IN,
)
async def refuse_join_request(
    organisation_id: UUID, request_id: UUID, wanted: Refusal, context: Context, caller: Person
) -> JoinRequestOut:
    refused = await _service(context).refuse(caller, organisation_id, request_id, wanted.reason)
    return JoinRequestOut.model_validate(refused)


@router.get(
    "/me/join-requests",
    summary="My requests to join, the newest first",
    responses=responses_for(*_SIGNED),
    openapi_extra=SIGNED_IN,
)
async def my_join_requests(
    asked: Annotated[ListQuery, Query()], context: Context, caller: Person, response: Response
) -> MyJoinRequests:
    response.headers["cache-control"] = PRIVATE
    before = id_after(asked.after, "my-join-requests") or LAST
    rows = await _service(context).mine(caller, after=before, count=asked.limit + 1)
    return MyJoinRequests.model_validate(page(asked, rows, "my-join-requests", "id"))


@router.delete(
    "/me/join-requests/{request_id}",
    status_code=204,
    summary="Take my request to join back",
    responses=responses_for(*_SIGNED, AccountErased, AccountNeeded, JoinRequestUnknown, JoinRequestDecided),
    openapi_extra=SIGNED_IN,
)
async def withdraw_join_request(request_id: UUID, context: Context, caller: Person) -> None:
    await _service(context).withdraw(caller, request_id)


@router.get(
    "/join-requests",
    summary="Requests to join any organisation, the oldest first",
    responses=responses_for(*_SIGNED),
    openapi_extra=SIGNED_IN,
)
async def all_join_requests(
    asked: Annotated[JoinRequestsQuery, Query()], context: Context, _: Keeper, response: Response
) -> JoinRequests:
    response.headers["cache-control"] = PRIVATE
    begins = id_after(asked.after, "all-join-requests") or FIRST
    rows = await _service(context).everywhere(state=asked.state, after=begins, count=asked.limit + 1)
    return JoinRequests.model_validate(page(asked, rows, "all-join-requests", "id"))


def _service(context: ProcessContext) -> JoinRequestService:
    return JoinRequestService(context.sessions, context.settings.public_url)
