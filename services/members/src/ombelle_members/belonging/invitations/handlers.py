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
    AccountNotToldYet,
    AlreadyMember,
    InvitationForAnother,
    InvitationSpent,
    InvitationUnknown,
    InvitationWaiting,
    OrganisationMoved,
    TooManyInvitations,
    TooManyWaiting,
)
from ombelle_members.belonging.invitations.service import InvitationService
from ombelle_members.belonging.schemas import (
    InvitationCreate,
    InvitationOut,
    Invitations,
    InvitationsQuery,
    InvitationToken,
    Joined,
    MailPreview,
    MyInvitations,
)
from ombelle_members.context import Context
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.persons.errors import AccountErased, AccountNeeded
from ombelle_members.policies import Person, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["invitations"])
_SIGNED = (Unauthenticated, Forbidden, ScopeMissing)
_INVITING = (*_SIGNED, AccountErased, OrganisationUnknown, OrganisationMerged)
_ANSWERING = (
    *_SIGNED, AccountErased, AccountNeeded, InvitationUnknown, InvitationSpent, AccountNotToldYet, OrganisationMoved,
)  # fmt: skip


async def _service(context: Context) -> InvitationService:
    return InvitationService(context.sessions, context.settings.public_url)


Service = Annotated[InvitationService, Depends(_service)]


@router.post(
    "/organisations/{organisation_id}/invitations/preview",
    summary="The mail of an invitation, as it would leave",
    responses=responses_for(*_INVITING),
    openapi_extra=SIGNED_IN,
)
async def preview_invitation(
    organisation_id: UUID, wanted: InvitationCreate, service: Service, caller: Person
) -> MailPreview:
    mail = await service.preview(caller, organisation_id, wanted.model_dump())
    return MailPreview.model_validate(mail)


@router.post(
    "/organisations/{organisation_id}/invitations",
    status_code=201,
    summary="Invite whoever has an address to act for an organisation",
    responses=responses_for(*_INVITING, AlreadyMember, InvitationWaiting, TooManyWaiting, TooManyInvitations),
    openapi_extra=SIGNED_IN,
)
async def invite(
    organisation_id: UUID, wanted: InvitationCreate, service: Service, caller: Person
) -> InvitationOut:
    invited = await service.invite(caller, organisation_id, wanted.model_dump())
    return InvitationOut.model_validate(invited)


@router.get(
    "/organisations/{organisation_id}/invitations",
    summary="The invitations of an organisation, the newest first",
    responses=responses_for(*_INVITING),
    openapi_extra=SIGNED_IN,
)
async def invitations(
    organisation_id: UUID,
    asked: Annotated[InvitationsQuery, Query()],
    service: Service,
    caller: Person,
) -> Invitations:
    read = partial(service.page, caller, organisation_id, state=asked.state)
    return Invitations.model_validate(await page_by_id(asked, "invitations", read, begins=LAST))


@router.delete(
    "/organisations/{organisation_id}/invitations/{invitation_id:uuid}",  # `preview` is another resource
    status_code=204,
    summary="Take an invitation back",
    responses=responses_for(*_INVITING, InvitationUnknown, InvitationSpent),
    openapi_extra=SIGNED_IN,
)
async def cancel_invitation(
    organisation_id: UUID, invitation_id: UUID, service: Service, caller: Person
) -> None:
    await service.cancel(caller, organisation_id, invitation_id)


@router.get(
    "/me/invitations",
    summary="The invitations that wait for my address, the newest first",
    responses=responses_for(*_SIGNED),
    openapi_extra=SIGNED_IN,
)
async def my_invitations(
    asked: Annotated[ListQuery, Query()], service: Service, caller: Person
) -> MyInvitations:
    read = partial(service.mine, caller)
    return MyInvitations.model_validate(await page_by_id(asked, "my-invitations", read, begins=LAST))


@router.post(
    "/invitations/acceptances",
    summary="Accept an invitation by the link of its mail; the account has the address that it was sent to",
    responses=responses_for(*_ANSWERING, InvitationForAnother),
    openapi_extra=SIGNED_IN,
)
async def accept_invitation_by_link(wanted: InvitationToken, service: Service, caller: Person) -> Joined:
    return Joined.model_validate(await service.accept(caller, token=wanted.token))


@router.post(
    "/me/invitations/{invitation_id}/acceptance",
    summary="Accept an invitation that waits for me",
    responses=responses_for(*_ANSWERING),
    openapi_extra=SIGNED_IN,
)
async def accept_invitation(invitation_id: UUID, service: Service, caller: Person) -> Joined:
    return Joined.model_validate(await service.accept(caller, invitation_id=invitation_id))


@router.delete(
    "/me/invitations/{invitation_id}",
    status_code=204,
    summary="Decline an invitation that waits for me",
    responses=responses_for(*_ANSWERING),
    openapi_extra=SIGNED_IN,
)
async def decline_invitation(invitation_id: UUID, service: Service, caller: Person) -> None:
    await service.decline(caller, invitation_id)
