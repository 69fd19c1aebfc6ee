from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import FIRST, page
from ombelle_chassis.problems import responses_for

from ombelle_members.belonging.errors import MembershipUnknown
from ombelle_members.belonging.memberships.service import MembershipService
from ombelle_members.belonging.schemas import MembershipOut, Memberships, RoleWanted
from ombelle_members.context import Context
from ombelle_members.organisations.errors import LastAdministrator, OrganisationMerged, OrganisationUnknown
from ombelle_members.policies import Person, ScopeMissing

router = APIRouter(prefix="/api/v1/organisations/{organisation_id}/memberships", tags=["organisations"])
_REFUSALS = (Unauthenticated, Forbidden, ScopeMissing, OrganisationUnknown, OrganisationMerged)


@router.get(
    "",
    summary="The people of an organisation, the oldest first",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def memberships(
    organisation_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    caller: Person,
) -> Memberships:
    rows, total = await MembershipService(context.sessions).page(
        caller, organisation_id, after=id_after(asked.after, "memberships") or FIRST, count=asked.limit + 1
    )
    return Memberships.model_validate(page(asked, rows, "memberships", "id", total=total))


@router.patch(
    "/{membership_id}",
    summary="Give somebody of the organisation another role",
    responses=responses_for(*_REFUSALS, MembershipUnknown, LastAdministrator),
    openapi_extra=SIGNED_IN,
)
async def change_membership(
    organisation_id: UUID, membership_id: UUID, wanted: RoleWanted, context: Context, caller: Person
) -> MembershipOut:
    changed = await MembershipService(context.sessions).change(
        caller, organisation_id, membership_id, wanted.role
    )
    return MembershipOut.model_validate(changed)


@router.delete(
    "/{membership_id}",
    status_code=204,
    summary="Take somebody out of the organisation, or leave it",
    responses=responses_for(*_REFUSALS, MembershipUnknown, LastAdministrator),
    openapi_extra=SIGNED_IN,
)
async def end_membership(
    organisation_id: UUID, membership_id: UUID, context: Context, caller: Person
) -> None:
    await MembershipService(context.sessions).end(caller, organisation_id, membership_id)
