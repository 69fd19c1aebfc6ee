from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import LAST, page_by_id
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
from ombelle_members.context import Context
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.persons.errors import AccountErased, AccountNeeded
from ombelle_members.policies import Keeper, Person, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["join-requests"])
_SIGNED = (Unauthenticated, Forbidden, ScopeMissing)
_OF_ORGANISATION = (*_SIGNED, OrganisationUnknown, OrganisationMerged)
_DECIDING = (*_OF_ORGANISATION, AccountErased, JoinRequestUnknown, JoinRequestDecided)


async def _service(context: Context) -> JoinRequestService:
    return JoinRequestService(context.sessions, context.settings.public_url)


Service = Annotated[JoinRequestService, Depends(_service)]


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
    organisation_id: UUID, wanted: JoinRequestCreate, service: Service, caller: Person
) -> MyJoinRequestOut:
    asked = await service.ask(caller, organisation_id, wanted.message)
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
    service: Service,
    caller: Person,
) -> JoinRequests:
    read = partial(service.page, caller, organisation_id, state=asked.state)
    return JoinRequests.model_validate(await page_by_id(asked, "join-requests", read))


@router.post(
    "/organisations/{organisation_id}/join-requests/{request_id}/acceptance",
    summary="Let somebody in who asked",
    responses=responses_for(*_DECIDING),
    openapi_extra=SIGNED_IN,
)
async def accept_join_request(
    organisation_id: UUID, request_id: UUID, wanted: RoleGiven, service: Service, caller: Person
) -> JoinRequestOut:
    accepted = await service.accept(caller, organisation_id, request_id, wanted.role)
    return JoinRequestOut.model_validate(accepted)


@router.post(
    "/organisations/{organisation_id}/join-requests/{request_id}/refusal",
    summary="Say no to somebody who asked",
    responses=responses_for(*_DECIDING),
    openapi_extra=SIGNED_IN,
)
async def refuse_join_request(
    organisation_id: UUID, request_id: UUID, wanted: Refusal, service: Service, caller: Person
) -> JoinRequestOut:
    refused = await service.refuse(caller, organisation_id, request_id, wanted.reason)
    return JoinRequestOut.model_validate(refused)


@router.get(
    "/me/join-requests",
    summary="My requests to join, the newest first",
    responses=responses_for(*_SIGNED),
    openapi_extra=SIGNED_IN,
)
async def my_join_requests(
    asked: Annotated[ListQuery, Query()], service: Service, caller: Person
) -> MyJoinRequests:
    read = partial(service.mine, caller)
    return MyJoinRequests.model_validate(await page_by_id(asked, "my-join-requests", read, begins=LAST))


@router.delete(
    "/me/join-requests/{request_id}",
    status_code=204,
    summary="Take my request to join back",
    responses=responses_for(*_SIGNED, AccountErased, AccountNeeded, JoinRequestUnknown, JoinRequestDecided),
    openapi_extra=SIGNED_IN,
)
async def withdraw_join_request(request_id: UUID, service: Service, caller: Person) -> None:
    await service.withdraw(caller, request_id)


@router.get(
    "/join-requests",
    summary="Requests to join any organisation, the oldest first",
    responses=responses_for(*_SIGNED),
    openapi_extra=SIGNED_IN,
)
async def all_join_requests(
    asked: Annotated[JoinRequestsQuery, Query()], service: Service, _: Keeper
) -> JoinRequests:
    read = partial(service.everywhere, state=asked.state)
    return JoinRequests.model_validate(await page_by_id(asked, "all-join-requests", read))
